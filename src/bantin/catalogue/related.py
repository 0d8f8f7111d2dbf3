"""Which older articles to read on with. Looks only backwards, so that a new article changes no old page."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bantin.catalogue.catalogue import Catalogue

NEAREST = 12
"""How many older articles of each list are candidates (contract)."""
MOST = 5


def choose_related(catalogue: Catalogue, position: int) -> tuple[int, ...]:
    """Return at most five positions, best first: most shared officials, topics, wards, then nearest, then address."""
    keys = catalogue.keys_of(position)
    candidates: set[int] = set()
    for key in keys:
        members = catalogue.lists.get(key, ())
        end = bisect_left(members, position)
        candidates.update(members[max(0, end - NEAREST) : end])
    if not candidates:
        return ()
    article = catalogue.articles[position]
    officials = {official for official in catalogue.officials[position] if official}
    topics, wards = set(article.topics), set(article.wards)

    def rank(other: int) -> tuple[int, int, int, int, str]:
        candidate = catalogue.articles[other]
        return (
            -len(officials.intersection(catalogue.officials[other])),
            -len(topics.intersection(candidate.topics)),
            -len(wards.intersection(candidate.wards)),
            -other,
            candidate.path,
        )

    return tuple(sorted(candidates, key=rank)[:MOST])


def find_older(catalogue: Catalogue, position: int) -> int | None:
    """Return the article before this one in its first ward."""
    members = catalogue.lists.get(("ward", catalogue.articles[position].wards[0]), ())
    before = bisect_left(members, position)
    return members[before - 1] if before else None

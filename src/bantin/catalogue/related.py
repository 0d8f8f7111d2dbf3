"""Which older articles to read on with. Looks only backwards, so that a new article changes no old page."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bantin.catalogue.catalogue import Catalogue

NEAREST = 12
"""How many older articles of each list are candidates (contract)."""
MOST = 5


class Relations:
    """What articles share. Made once for a catalogue: it is asked of every article."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        articles = catalogue.articles
        self._officials = [frozenset(one for one in officials if one) for officials in catalogue.officials]
        self._topics = [frozenset(article.topics) for article in articles]
        self._wards = [frozenset(article.wards) for article in articles]
        by_path = sorted(range(len(articles)), key=lambda position: articles[position].path, reverse=True)
        by_date = sorted(by_path, key=lambda position: articles[position].date)
        self._nearness = [0] * len(articles)
        for rank, position in enumerate(by_date):
            self._nearness[position] = rank

    def related(self, position: int) -> tuple[int, ...]:
        """Return at most five positions: most shared officials first, then topics, wards, nearness, address."""
        catalogue = self._catalogue
        candidates: set[int] = set()
        for key in catalogue.keys_of(position):
            members = catalogue.lists.get(key, ())
            end = bisect_left(members, position)
            candidates.update(members[max(0, end - NEAREST) : end])
        officials, topics, wards = self._officials, self._topics, self._wards
        own_officials, own_topics, own_wards = officials[position], topics[position], wards[position]
        ranked = [
            (
                len(own_officials & officials[other]),
                len(own_topics & topics[other]),
                len(own_wards & wards[other]),
                self._nearness[other],
                other,
            )
            for other in candidates
        ]
        ranked.sort(reverse=True)
        return tuple(entry[-1] for entry in ranked[:MOST])

    def older(self, position: int) -> int | None:
        """Return the article before this one in its first ward."""
        catalogue = self._catalogue
        members = catalogue.lists.get(("ward", catalogue.articles[position].wards[0]), ())
        before = bisect_left(members, position)
        return members[before - 1] if before else None

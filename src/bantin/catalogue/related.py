"""Which older articles to read on with. Looks only backwards, so that a new article changes no old page."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bantin.catalogue.catalogue import Catalogue

NEAREST = 12
"""How many older articles of each list are candidates (contract)."""
MOST = 5


class _Shared(NamedTuple):
    """What two articles may have in common."""

    officials: frozenset[str | None]
    topics: frozenset[str]
    wards: frozenset[str]


class Relations:
    """What articles share. Remembers what it looked at: neighbours are asked again and again."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._shared: dict[int, _Shared] = {}

    def related(self, position: int) -> tuple[int, ...]:
        """Return at most five positions: most shared officials first, then topics, wards, nearness, address."""
        catalogue, own = self._catalogue, self._look(position)
        candidates: set[int] = set()
        for key in catalogue.keys_of(position):
            members = catalogue.lists.get(key, ())
            end = bisect_left(members, position)
            candidates.update(members[max(0, end - NEAREST) : end])
        ranked = []
        for other in candidates:
            its = self._look(other)
            shared = len(own.officials & its.officials), len(own.topics & its.topics), len(own.wards & its.wards)
            ranked.append((*shared, catalogue.articles[other].date, other))
        # Sorting is stable: of equals in meaning and time the first address stays first.
        ranked.sort(key=lambda entry: catalogue.articles[entry[-1]].path)
        ranked.sort(key=lambda entry: entry[:-1], reverse=True)
        return tuple(entry[-1] for entry in ranked[:MOST])

    def _look(self, position: int) -> _Shared:
        found = self._shared.get(position)
        if found is None:
            article = self._catalogue.articles[position]
            officials = frozenset(self._catalogue.officials[position]) - {None}
            found = self._shared[position] = _Shared(officials, frozenset(article.topics), frozenset(article.wards))
        return found

    def older(self, position: int) -> int | None:
        """Return the article before this one in its first ward."""
        catalogue = self._catalogue
        members = catalogue.lists.get(("ward", catalogue.articles[position].wards[0]), ())
        before = bisect_left(members, position)
        return members[before - 1] if before else None

"""Which older articles to read on with. Looks only backwards, so that a new article changes no old page."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bantin.catalogue.catalogue import Catalogue

NEAREST = 12
"""How many older articles of each list are candidates (contract)."""
MOST = 5
_WEIGHTS = {"official": 10_000, "topic": 100, "ward": 1}
"""One shared official counts more than all topics, one topic more than all wards: an article names few of each."""


class Relations:
    """What articles share. Remembers what it looked at: neighbours are asked again and again."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._keys: dict[int, frozenset[str]] = {}
        self._weights = {key: _WEIGHTS[key.partition("/")[0]] for key in catalogue.lists}

    def related(self, position: int) -> tuple[int, ...]:
        """Return at most five positions: most shared officials first, then topics, wards, nearness, address."""
        catalogue, own = self._catalogue, self._look(position)
        candidates: set[int] = set()
        for key in own:
            members = catalogue.lists.get(key, ())
            end = bisect_left(members, position)
            candidates.update(members[max(0, end - NEAREST) : end])
        weights = self._weights
        ranked = [
            (sum(map(weights.__getitem__, own & self._look(other))), catalogue.entries[other].date, other)
            # In ascending order, and sorting is stable: of equals in meaning and time the first address stays first.
            for other in sorted(candidates)
        ]
        ranked.sort(key=lambda entry: entry[:2], reverse=True)
        return tuple(other for _, _, other in ranked[:MOST])

    def _look(self, position: int) -> frozenset[str]:
        found = self._keys.get(position)
        if found is None:
            found = self._keys[position] = frozenset(self._catalogue.entries[position].lists.split(" "))
        return found

    def older(self, position: int) -> int | None:
        """Return the article before this one in its first ward."""
        catalogue = self._catalogue
        first = catalogue.entries[position].lists.partition(" ")[0]
        members = catalogue.lists.get(first, ())
        before = bisect_left(members, position)
        return members[before - 1] if before else None

"""Districts and provinces in the words around a name: which of them a unit explains, and which speak against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin.units.model import Area
from bantin.units.query import AREA_KINDS, FILLERS, Query, key

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 9
"""Words of an area with its kind: a name may have seven with apostrophes, a kind has two."""
_LONGEST_KIND = 2
"""Words: thị xã."""

Known = dict[str, list[tuple[Area, int]]]
"""Areas with what it costs to name them, by each key that they bear."""


def know(own: Iterable[Area], borrowed: Iterable[Area] = ()) -> Known:
    """Return areas by their keys: those of a unit, and those of the other era, which cost more."""
    known: Known = {}
    for cost, areas in enumerate((own, borrowed)):
        for area in areas:
            for name in (key(area.name), *area.keys):
                known.setdefault(name, []).append((area, cost))
    return known


def explain(words: tuple[str, ...], known: Known) -> tuple[int, int]:
    """Return (words that nothing explains, cost of the areas named) of the best reading of `words`."""
    best: list[tuple[int, int]] = [(0, 0)] * (len(words) + 1)
    for start in range(len(words) - 1, -1, -1):
        options = [(best[start + 1][0] + 1, best[start + 1][1])]
        for end in range(start + 1, min(len(words), start + _LONGEST) + 1):
            read = _read_area(words[start:end], known)
            if read:
                options.append((best[end][0], best[end][1] + min(cost for cost, _ in read)))
            elif words[start:end] in FILLERS:
                options.append((best[end][0], best[end][1] + 1))
        best[start] = min(options)
    return best[0]


def find_contradiction(query: Query, start: int, end: int, known: Known, country: Known) -> Area | None:
    """Return the area of the `country` that `query` names though it is none of those `known` of the unit, if any.

    The unit's own name stands from `start` to `end`. An area counts with its kind before it, or as the whole of a part
    between commas: behind the name, where addresses have it, or before it where the name ends the text.
    """
    count = len(query.words)
    for first, last, may_be_bare in ((end, count, True), (0, start, end == count)):
        at, begins = first, True
        while at < last:
            if length := _measure(query.words[at:last], known):
                at, begins = at + length, True
                continue
            is_part = may_be_bare and (begins or at in query.starts)
            for to in range(min(last, at + _LONGEST), at, -1):
                words = query.words[at:to]
                read = _read_area(words, country)
                if read and (_has_kind(words) or (is_part and to in query.starts)):
                    return min(read, key=lambda one: (one[0], len(one[1].code)))[1]
            at, begins = at + 1, False
    return None


def _has_kind(words: tuple[str, ...]) -> bool:
    return any(words[:length] in AREA_KINDS for length in range(1, min(_LONGEST_KIND, len(words) - 1) + 1))


def _measure(words: tuple[str, ...], known: Known) -> int:
    """Return with how many of the first `words` an area is named; 0 where none is."""
    lengths = range(min(len(words), _LONGEST), 0, -1)
    return next((length for length in lengths if _read_area(words[:length], known)), 0)


def _read_area(words: tuple[str, ...], known: Known) -> list[tuple[int, Area]]:
    """Return the known areas that `words` may be, each with its cost."""
    whole = "".join(words)
    read = [(cost, area) for area, cost in known.get(whole, ())] if not whole.isdigit() else []
    for length in range(1, min(_LONGEST_KIND, len(words) - 1) + 1):
        if kind := AREA_KINDS.get(words[:length]):
            # TP. Cao Bằng is the town before it is the province of that name.
            named = known.get("".join(words[length:]), ())
            read += [(cost + (kind != area.kind), area) for area, cost in named]
    return read

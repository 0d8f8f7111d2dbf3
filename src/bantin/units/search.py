"""Which communes a text may mean, the best first.

A name is looked for at every place of the text. What stands around it must be explained by the unit: its kind before
it, its district and province, or, as people mix the eras, those of the units before or after it. Words that stay
unexplained (`surplus`) count against a unit; with any, the name must fill a part between commas or follow a kind.
Of the units found only those remain that fit best in this order: fewest unexplained words, spelt as typed, of the
kind that was typed, by the name it bears. What is left is sorted: those first whose own district and province were
named, then what exists today, then by name, province and district.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz, process

from bantin.text.collate import sort_key
from bantin.text.names import name_key
from bantin.units.model import Match
from bantin.units.query import AREA_KINDS, COMMUNE_KINDS, FILLERS, Query, key, read_query

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bantin.units.model import Area, Unit

_LONGEST_NAME = 7
"""Words: Thị trấn Nông trường Việt Lâm has five without its kind; apostrophes may add some."""
_MOST_WORDS = 40
"""Of a text; what is longer is no name of a place."""
_LONGEST_KIND = 2
"""Words: thị trấn."""
_MARKS = re.compile(r"[\s'’‘`ʼ.–—-]+")
_ALIKE = {True: 83, False: 88}
"""Percent of equal letters from which a name counts as misspelt rather than another one, behind a kind or without."""
_SHORTEST_MISSPELT = 5
"""Letters: shorter names have too many neighbours."""


class _Span(NamedTuple):
    """Where in the text a name was found, and what stands before it."""

    start: int
    """Of the kind, where there is one."""
    end: int
    kind: str
    """Of a commune; "-" for that of a district or province; empty where none stands there."""
    typed: str
    stands_alone: bool
    """After a kind, or the whole of a part between commas."""


class _Found(NamedTuple):
    """A unit with what counts against it."""

    surplus: int
    misspelt: bool
    other_kind: bool
    by_earlier_name: bool
    distance: int
    """Districts and provinces in the text that are of the other era or kind, and words that say little."""
    unit: Unit

    @property
    def fitness(self) -> tuple[int, bool, bool, bool]:
        """What only the best of may remain."""
        return self[:4]

    @property
    def order(self) -> tuple[object, ...]:
        """A total order of equals."""
        unit = self.unit
        district = unit.district.label if unit.district else ""
        place = sort_key(unit.name), sort_key(unit.province.label), sort_key(district), unit.code
        return self.distance, unit.era == "former", *place


class Index:
    """Names of units, to find them in texts."""

    def __init__(self, units: Iterable[Unit], surroundings: Callable[[Unit], tuple[set[Area], set[Area]]]) -> None:
        self._surroundings = surroundings
        self._names: dict[str, list[tuple[Unit, bool]]] = defaultdict(list)
        for unit in units:
            own = key(unit.name)
            self._names[own].append((unit, False))
            for name in unit.earlier - {own}:
                self._names[name].append((unit, True))

    def find(self, text: str) -> list[Match]:
        """Return all units that `text` may mean, the best first."""
        query = read_query(text)
        if len(query.words) > _MOST_WORDS:
            return []
        spans = list(_spans(query))
        found = [one for span, name in spans for one in self._judge_all(query, span, name, is_exact=True)]
        if not found:
            near = ((span, name, self._near(name, bool(span.kind))) for span, name in spans if span.stands_alone)
            found = [
                one
                for span, _, names in near
                for name in names
                for one in self._judge_all(query, span, name, is_exact=False)
            ]
        if not found:
            return []
        best = min(one.fitness for one in found)
        once = {one.unit: one for one in sorted(found, key=lambda one: one.order, reverse=True) if one.fitness == best}
        return [
            Match(one.unit, one.surplus, one.by_earlier_name, one.misspelt)
            for one in sorted(once.values(), key=lambda one: one.order)
        ]

    def _near(self, name: str, follows_kind: bool) -> list[str]:  # noqa: FBT001 - one question, asked once
        if len(name) < _SHORTEST_MISSPELT:
            return []
        return [
            found[0]
            for found in process.extract(name, self._names.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE[follows_kind])
        ]

    def _judge_all(self, query: Query, span: _Span, name: str, *, is_exact: bool) -> Iterable[_Found]:
        for unit, is_earlier in self._names.get(name, ()):
            known = _know(*self._surroundings(unit))
            before = _explain(query.words[: span.start], known)
            after = _explain(query.words[span.end :], known)
            surplus = before[0] + after[0]
            if surplus and not span.stands_alone:
                continue
            yield _Found(
                surplus,
                not (is_exact and (is_earlier or _is_spelt(span.typed, unit.name))),
                bool(span.kind) and span.kind != unit.kind,
                is_earlier,
                before[1] + after[1],
                unit,
            )


def _is_spelt(typed: str, name: str) -> bool:
    """Tell whether a name was typed as it is written: with its diacritics, or without any but with its blanks."""
    if typed.isascii():
        return typed == " ".join(read_query(name).words)
    return _MARKS.sub("", name_key(typed)) == _MARKS.sub("", name_key(name))


def _spans(query: Query) -> Iterable[tuple[_Span, str]]:
    """Yield each place where a name may stand, with the key of what stands there."""
    count = len(query.words)
    for start in range(count):
        first, kind = _kind_before(query, start)
        for end in range(start + 1, min(count, start + _LONGEST_NAME) + 1):
            name = "".join(query.words[start:end])
            if name.isdigit() and (not kind or kind == "-"):
                continue  # Phường 4 is called so, a 4 alone is anything.
            is_part = start in query.starts and end in query.starts
            stands_alone = is_part or kind not in {"", "-"}
            yield _Span(first, end, kind, " ".join(query.typed[start:end]), stands_alone), name


def _kind_before(query: Query, start: int) -> tuple[int, str]:
    """Return where the kind before the word at `start` begins, and the kind; (start, "") where none is."""
    for length in range(_LONGEST_KIND, 0, -1):
        words = query.words[max(0, start - length) : start]
        if len(words) == length and (words in COMMUNE_KINDS or words in AREA_KINDS):
            return start - length, COMMUNE_KINDS.get(words, "-")
    return start, ""


_Known = dict[str, list[tuple[str, int]]]
"""(kind, cost) of the areas around a unit, by each key that they bear."""


def _know(own: Iterable[Area], borrowed: Iterable[Area]) -> _Known:
    known: _Known = {}
    for cost, areas in enumerate((own, borrowed)):
        for area in areas:
            for name in (key(area.name), *area.keys):
                known.setdefault(name, []).append((area.kind, cost))
    return known


def _explain(words: tuple[str, ...], known: _Known) -> tuple[int, int]:
    """Return (words that nothing explains, cost of the areas named) of the best reading of `words`."""
    best: list[tuple[int, int]] = [(0, 0)] * (len(words) + 1)
    for start in range(len(words) - 1, -1, -1):
        options = [(best[start + 1][0] + 1, best[start + 1][1])]
        for end in range(start + 1, min(len(words), start + _LONGEST_NAME + _LONGEST_KIND) + 1):
            cost = _read_area(words[start:end], known)
            if cost is not None:
                options.append((best[end][0], best[end][1] + cost))
        best[start] = min(options)
    return best[0]


def _read_area(words: tuple[str, ...], known: _Known) -> int | None:
    """Return the cost of reading `words` as a known area, or as what says little; None where they are neither."""
    if words in FILLERS:
        return 1
    whole = "".join(words)
    costs = [cost for _, cost in known.get(whole, ())] if not whole.isdigit() else []
    for length in range(1, min(_LONGEST_KIND, len(words) - 1) + 1):
        if kind := AREA_KINDS.get(words[:length]):
            # TP. Cao Bằng is the town before it is the province of that name.
            costs += [cost + (kind != its) for its, cost in known.get("".join(words[length:]), ())]
    return min(costs) if costs else None

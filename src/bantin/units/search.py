"""Which communes a text may mean, the best first.

A name is looked for at every place of the text. What stands around it must be explained by the unit: its kind before
it, its district and province, or, as people mix the eras, those of the units before or after it. Words that stay
unexplained (`surplus`) count against a unit; with any, the name must fill a part between commas or follow a kind.
Of the units found only those remain that fit best in this order: fewest unexplained words, spelt as typed, of the
kind that was typed, by the name it bears. What is left is sorted: those first whose own district and province were
named, then what exists today, then by name, province and district. Where one of the best lies elsewhere than in the
district or province that the text names, the text contradicts itself, and nothing is found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz, process

from bantin.text.collate import sort_key
from bantin.text.names import name_key
from bantin.units.areas import explain, find_contradiction, know
from bantin.units.model import Match
from bantin.units.query import AREA_KINDS, COMMUNE_KINDS, Query, key, read_query

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
    against: Area | None
    """A district or province that the text names and the unit is not in."""

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

    def __init__(
        self,
        units: Iterable[Unit],
        surroundings: Callable[[Unit], tuple[set[Area], set[Area]]],
        areas: Iterable[Area],
    ) -> None:
        self._surroundings = surroundings
        self._country = know(areas)
        self._names: dict[str, list[tuple[Unit, bool]]] = defaultdict(list)
        for unit in units:
            own = key(unit.name)
            self._names[own].append((unit, False))
            for name in unit.earlier - {own}:
                self._names[name].append((unit, True))

    def find(self, text: str) -> list[Match]:
        """Return all units that `text` may mean, the best first; none where it contradicts itself."""
        best = self._find_best(text)
        if any(one.against for one in best):
            return []
        return [Match(one.unit, one.surplus, one.by_earlier_name, one.misspelt) for one in best]

    def find_contradicted(self, text: str) -> list[tuple[Unit, Area]]:
        """Return the units that `text` would mean, each with the district or province in it that speaks against it."""
        return [(one.unit, one.against) for one in self._find_best(text) if one.against]

    def _find_best(self, text: str) -> list[_Found]:
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
        return sorted(once.values(), key=lambda one: one.order)

    def _near(self, name: str, follows_kind: bool) -> list[str]:  # noqa: FBT001 - one question, asked once
        if len(name) < _SHORTEST_MISSPELT:
            return []
        return [
            found[0]
            for found in process.extract(name, self._names.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE[follows_kind])
        ]

    def _judge_all(self, query: Query, span: _Span, name: str, *, is_exact: bool) -> Iterable[_Found]:
        for unit, is_earlier in self._names.get(name, ()):
            known = know(*self._surroundings(unit))
            before = explain(query.words[: span.start], known)
            after = explain(query.words[span.end :], known)
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
                find_contradiction(query, span.start, span.end, known, self._country) if surplus else None,
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

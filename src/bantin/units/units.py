"""The data file in memory, with its relations both ways."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING

from bantin.units.model import REFORM, Area, Match, Relation, Unit
from bantin.units.query import key
from bantin.units.search import Index

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bantin.units.model import Era

DATA = "divisions.tsv"

_PROVINCE_KEYS = {
    "hochiminh": "hcm hcmc tphcm saigon sg",
    "hanoi": "hn tphn",
    "haiphong": "hp tphp",
    "bariavungtau": "brvt vungtau baria",
    "hue": "thuathienhue tth tthue",
}
"""Abbreviations of provinces in addresses, and the name that Huế bore until 2024."""


class Units:
    """All provinces, districts and communes of both eras. Unchanging; `load` gives the one that there is."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._areas: dict[tuple[str, Era], Area] = {}
        self._units: dict[tuple[str, Era], Unit] = {}
        self._following: dict[str, tuple[str, ...]] = {}
        self._province_since: dict[str, str] = {}
        self._read(lines)
        self._previous: dict[str, list[str]] = defaultdict(list)
        for old, ones in self._following.items():
            for new in ones:
                self._previous[new].append(old)

    def _read(self, lines: Iterable[str]) -> None:
        province, district = Area("", "current", "", ""), None
        for line in lines:
            letter, code, kind, name, *rest = line.rstrip("\n").split("\t")
            if letter in "pP":
                keys = frozenset(_PROVINCE_KEYS.get(key(name), "").split())
                province = Area(code, "former" if letter == "p" else "current", name, kind, keys)
                self._areas[code, province.era] = province
                district = None
                if rest:
                    self._province_since[code] = rest[0]
            elif letter == "d":
                district = Area(code, "former", name, kind, frozenset(rest[0].split() if rest else ()))
                self._areas[code, "former"] = district
            else:
                earlier = frozenset(rest[1].split() if len(rest) > 1 else ())
                unit = Unit(code, province.era, name, kind, province, district, earlier)
                self._units[code, unit.era] = unit
                if rest:
                    self._following[code] = tuple(rest[0].split())

    def unit(self, code: str, era: Era) -> Unit | None:
        """Return the commune of a code in an era."""
        return self._units.get((code, era))

    def communes(self, era: Era) -> tuple[Unit, ...]:
        """Return all communes of an era, in the order of province, district and code."""
        return tuple(unit for unit in self._units.values() if unit.era == era)

    def provinces(self, era: Era) -> tuple[Area, ...]:
        """Return all provinces of an era by code: 63 former ones, 34 now."""
        return tuple(
            area
            for area in self._areas.values()
            if area.era == era and area.kind in {"tỉnh", "thành phố"} and len(area.code) == _PROVINCE_CODE
        )

    def province_now(self, province: Area) -> Area:
        """Return the province of today that a province is, or went into."""
        if province.era == "current":
            return province
        return self._areas[self._province_since[province.code], "current"]

    def successors(self, unit: Unit) -> tuple[Relation, ...]:
        """Return what a former commune became, by code; nothing for one of today."""
        if unit.era == "current":
            return ()
        codes = self._following.get(unit.code, ())
        return tuple(Relation(self._units[code, "current"], len(codes) > 1) for code in codes)

    def predecessors(self, unit: Unit) -> tuple[Relation, ...]:
        """Return the former communes that became one of today, wholly or in part, by code."""
        if unit.era == "former":
            return ()
        codes = sorted(self._previous.get(unit.code, ()))
        return tuple(Relation(self._units[code, "former"], len(self._following[code]) > 1) for code in codes)

    def find(self, query: str, *, limit: int = 10) -> list[Match]:
        """Return the communes that a text, or a code, may mean, at most `limit`, the best first."""
        code = query.strip()
        eras: tuple[Era, ...] = ("current", "former")
        coded = [unit for era in eras if (unit := self.unit(code, era))]
        return [Match(unit, 0, False, False) for unit in coded][:limit] or self._index.find(query)[:limit]  # noqa: FBT003

    def find_contradicted(self, query: str) -> list[tuple[Unit, Area]]:
        """Return the communes of the name in a text, each with what the text says of its place and is not so.

        Empty where `find` finds something: "Bến Nghé, Hà Nội" gives Bến Nghé of TP. Hồ Chí Minh with TP. Hà Nội.
        """
        return self._index.find_contradicted(query)

    @cached_property
    def _index(self) -> Index:
        return Index(self._units.values(), self._surroundings, self._areas.values())

    def _surroundings(self, unit: Unit) -> tuple[set[Area], set[Area]]:
        """Return the areas that a unit lay in, and those of the other era that people still or already add to it."""
        own = {area for area in (unit.district, unit.province) if area}
        if unit.era == "former":
            return own, {self.province_now(unit.province)}
        former = (relation.unit for relation in self.predecessors(unit))
        return own, {area for one in former for area in (one.district, one.province) if area}


_PROVINCE_CODE = 2
"""Digits of a province's code; districts have three, communes five."""


@cache
def load() -> Units:
    """Return the units of the data file in the package, read at the first call."""
    text = (files(__package__) / DATA).read_text(encoding="utf-8")
    return Units(line for line in text.splitlines() if not line.startswith("#"))


__all__ = ["REFORM", "Units", "load"]

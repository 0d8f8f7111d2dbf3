"""Wards that a text names, looked up in the national units by kind, era and the areas named around them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from bantin import units
from bantin.ingest.offices import place_end
from bantin.text.alphabet import LOWER, UPPER
from bantin.text.names import name_key

if TYPE_CHECKING:
    from bantin.ingest.vicinity import Vicinity
    from bantin.units import Era

_KINDS = {
    "phường": "phường",
    "p.": "phường",
    "xã": "xã",
    "x.": "xã",
    "thị trấn": "thị trấn",
    "tt.": "thị trấn",
    "đặc khu": "đặc khu",
}
_NAMED = re.compile(rf"(?<![\w-])(?P<kind>(?i:phường|xã|thị\s+trấn|đặc\s+khu|P\.|X\.|TT\.))(?=\s?[{UPPER}\d])")
_RUN = re.compile(rf"[{UPPER}][{LOWER}]+(?:[ -][{UPPER}][{LOWER}]+)+|\bHuế\b")
_DISTRICT = re.compile(r"\b(?:[Qq]uận|Q\.?)\s*(?P<number>\d{1,2})(?!\d)|(?P<city>\b(?:TP\.?\s?|TP)?HCM\b)")
_NUMBER = re.compile(r"\s*(?P<number>\d{1,2})(?![\d/.,%])")
_FORMER = re.compile(r"^\s*\(?\s*(?:cũ|trước đây)\b", re.IGNORECASE)
_JOINED = re.compile(rf"(?:\s*,\s*|\s+và\s+)(?=[{UPPER}])")
_LONGEST_AREA = 4
"""Words: Bà Rịa Vũng Tàu."""
_LEAST_SHARE = 0.6
"""Of the weight of the ward that is named most: from here on another is one of the article's wards too."""

_BY_DISTRICT, _BY_PROVINCE, _BY_MENTION = 3.0, 2.0, 0.01
"""Worth of a district and of a province that the text names, and of each time that it does."""


@dataclass(frozen=True, slots=True)
class Place:
    """A ward as a text names it."""

    name: str
    """Without its kind."""
    kind: str
    province: str
    code: str
    """'' where the national data do not know it."""
    district: str = ""
    former: bool = False
    weight: float = 0.0
    rivals: int = 0
    """How many others of this name fit as well, or better where the registry's own was preferred."""

    @property
    def era(self) -> Era:
        """Of the national data: a code may live in both."""
        return "former" if self.former else "current"


class Gazetteer:
    """The names of communes, districts and provinces, for quick questions of running text."""

    def __init__(self, country: units.Units) -> None:
        self._country = country
        self._communes: dict[str, list[units.Unit]] = defaultdict(list)
        self._areas: dict[str, str] = {name: name_key(name) for name in ("Hồ Chí Minh", "Sài Gòn")}
        for era in ("former", "current"):
            for unit in country.communes(era):
                self._communes[name_key(unit.name)].append(unit)
                self._areas |= {area.name: name_key(area.name) for area in (unit.province, unit.district) if area}
        self._area_keys = frozenset(self._areas.values())

    def is_place(self, name: str) -> bool:
        """Tell whether a name without its kind is that of a commune, district or province of either era."""
        key = name_key(name)
        return key in self._communes or key in self._area_keys

    def namesakes(self, name: str) -> list[units.Unit]:
        """Return the communes of a name, of both eras and every kind."""
        return self._communes.get(name_key(name), [])

    def area_key(self, name: str) -> str:
        """Return the key of a district or province, '' where no such is called `name`."""
        return self._areas.get(name, "")

    def candidates(self, name: str, kind: str, *, former: bool) -> list[units.Unit]:
        """Return the communes of a name, of the wanted era and kind where there are such."""
        found = self.namesakes(name)
        for wanted in (
            [unit for unit in found if (unit.era == "former") == former and unit.kind == kind],
            [unit for unit in found if unit.kind == kind],
            [unit for unit in found if (unit.era == "former") == former],
        ):
            if wanted:
                return wanted
        return found

    def surroundings(self, unit: units.Unit) -> tuple[set[str], set[str]]:
        """Return (names of its districts, names of its provinces), those of the other era included."""
        districts = {name_key(unit.district.name)} if unit.district else set()
        provinces = {name_key(unit.province.name), name_key(self._country.province_now(unit.province).name)}
        for relation in self._country.predecessors(unit):
            provinces.add(name_key(relation.unit.province.name))
            if relation.unit.district:
                districts.add(name_key(relation.unit.district.name))
        return districts, provinces


@cache
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer of the national data, made at the first call."""
    return Gazetteer(units.load())


def find_places(
    texts: Iterable[tuple[str, float]], around: str, day: date | None, gazetteer: Gazetteer, vicinity: Vicinity
) -> tuple[Place, ...]:
    """Return the wards that `texts` (each with its weight) name, the weightiest first.

    `around`: all that may tell the district or province; `day`: of the event, which tells the era; `vicinity`: where
    the project is at home.
    """
    weights: dict[tuple[str, str, bool], float] = defaultdict(float)
    first: dict[tuple[str, str, bool], int] = {}
    shown: dict[tuple[str, str, bool], str] = {}
    former_day = day is not None and day < units.REFORM
    for text, weight in texts:
        for name, kind, was in _mentions(text, gazetteer):
            key = (name_key(name), kind, was or former_day)
            weights[key] += weight
            first.setdefault(key, len(first))
            shown.setdefault(key, name)
    areas = _find_areas(around, gazetteer)
    order = sorted(weights, key=lambda key: (-weights[key], first[key]))
    return tuple(
        _place(_Named(shown[key], key[1], weights[key], former=key[2]), areas, gazetteer, vicinity) for key in order
    )


@dataclass(frozen=True, slots=True)
class _Named:
    """A commune as texts name it, not yet told from its namesakes."""

    name: str
    kind: str
    weight: float
    former: bool


def _mentions(text: str, gazetteer: Gazetteer) -> Iterable[tuple[str, str, bool]]:
    """Yield (name, kind, whether it is said to be a former one) of each ward; "các phường A, B và C" are three."""
    for match in _NAMED.finditer(text):
        kind = _KINDS[" ".join(match["kind"].lower().split())]
        at = match.end()
        if number := _NUMBER.match(text, at):
            if kind == "phường" and not match["kind"].isupper():
                yield str(int(number["number"])), kind, False
            continue
        plural = re.search(
            r"\b(?:các|hai|2|ba|3|những)\s+$", text[max(0, match.start() - 8) : match.start()], re.IGNORECASE
        )
        while True:
            end = place_end(text, at, gazetteer.is_place)
            name = " ".join(text[at:end].split())
            if not name or (name.isupper() and len(name) > 3):
                break
            if _is_believable(name, gazetteer):
                yield name, kind, _FORMER.match(text, end) is not None or _FORMER.match(text[end:]) is not None
            joint = _JOINED.match(text, end) if plural else None
            if joint is None or not gazetteer.is_place(
                " ".join(text[joint.end() : place_end(f" {text}", joint.end(), gazetteer.is_place)].split())
            ):
                break
            at = joint.end() - 1


def _is_believable(name: str, gazetteer: Gazetteer) -> bool:
    words = name.split()
    return gazetteer.is_place(name) or (
        len(words) <= 4 and not re.search(r"[\dIVX]{2}$", name) and words[0] not in {"Việt", "Văn", "Đoàn"}
    )


def _find_areas(text: str, gazetteer: Gazetteer) -> Counter[str]:
    found: Counter[str] = Counter()
    for match in _DISTRICT.finditer(text):
        found[match["number"] or name_key("Hồ Chí Minh")] += 1
    for match in _RUN.finditer(text):
        words = match[0].split(" ")
        for size in range(1 if len(words) == 1 else 2, min(len(words), _LONGEST_AREA) + 1):
            for start in range(len(words) - size + 1):
                if key := gazetteer.area_key(" ".join(words[start : start + size])):
                    found[key] += 1
    return found


def _place(named: _Named, areas: Counter[str], gazetteer: Gazetteer, vicinity: Vicinity) -> Place:
    said: dict[units.Unit, float] = {}
    for unit in gazetteer.candidates(named.name, named.kind, former=named.former):
        districts, provinces = gazetteer.surroundings(unit)
        said[unit] = _BY_DISTRICT * any(areas[one] for one in districts)
        said[unit] += _BY_PROVINCE * any(areas[one] for one in provinces)
        said[unit] += _BY_MENTION * sum(areas[one] for one in districts | provinces)
    if not said:
        return Place(named.name, named.kind, "", "", weight=named.weight, former=named.former)
    scores = {unit: score + vicinity.nearness(unit) for unit, score in said.items()}
    best = max(scores.values())
    unit = min((one for one in scores if scores[one] == best), key=lambda one: one.code)
    rivals = sum(scores[one] == best or said[one] > said[unit] for one in said) - 1
    district = unit.district.label if unit.district else ""
    return Place(
        unit.name, unit.kind, unit.province.label, unit.code, district, unit.era == "former", named.weight, rivals
    )


def choose_wards(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Return the article's own wards: the one named most, and those named nearly as much."""
    if not places:
        return ()
    heaviest = places[0].weight
    return tuple(place for place in places if place.weight >= _LEAST_SHARE * heaviest)[:3]

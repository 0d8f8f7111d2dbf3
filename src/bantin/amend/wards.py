"""What `bantin ward add` writes of a unit of the country: its entry, those of its successors, and missing keys."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bantin.text.names import name_key
from bantin.text.slugs import slugify
from bantin.units import REFORM

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from bantin.model import Ward
    from bantin.units import Unit, Units


@dataclass
class Plan:
    """What to write."""

    added: list[dict[str, Any]] = field(default_factory=list)
    completed: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Keys that entries of the registry lack, by id."""
    lacking: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The same where the layout of the file forbids to add them."""
    ids: dict[Unit, str] = field(default_factory=dict)
    """Of the units that are, or will be, in the registry."""


def plan_wards(
    wanted: Mapping[Unit, str],
    country: Units,
    wards: Mapping[str, Ward],
    *,
    reserved: Iterable[str] = (),
    with_predecessors: bool = False,
) -> Plan:
    """Return what the registry needs to know the units `wanted` and, so that readers are led on, their successors.

    Each comes with the id that it is to have; for "" one is made of its name. No other unit gets one of these ids,
    nor one of those `reserved`: many a former commune has a successor of its own name.
    """
    planner = _Planner(wanted, country, wards, {*wards, *reserved, *wanted.values()})
    for unit in wanted:
        planner.include(unit)
        if with_predecessors:
            for relation in country.predecessors(unit):
                planner.include(relation.unit)
    return planner.plan


@dataclass
class _Planner:
    wanted: Mapping[Unit, str]
    country: Units
    wards: Mapping[str, Ward]
    taken: set[str]
    plan: Plan = field(default_factory=Plan)

    def include(self, unit: Unit) -> None:
        """Plan for the successors of a unit first, whose ids its entry names, then for the unit."""
        if unit in self.plan.ids:
            return
        following = [relation.unit for relation in self.country.successors(unit)]
        for one in following:
            self.include(one)
        known = find_entry(unit, self.wards)
        entry_id = known.id if known else self.wanted.get(unit) or _make_id(unit, self.taken)
        self.taken.add(entry_id)
        self.plan.ids[unit] = entry_id
        values = _values(unit, entry_id, [self.plan.ids[one] for one in following])
        if known is None:
            self.plan.added.append(values)
        elif missing := _missing(known, values):
            self.plan.completed[known.id] = missing


def _missing(known: Ward, values: dict[str, Any]) -> dict[str, Any]:
    lacking = {
        "code": not known.code,
        "district": not known.district,
        "from": known.since is None,
        "until": known.until is None,
        "successors": not known.successors,
    }
    return {key: value for key, value in values.items() if lacking.get(key)}


def find_entry(unit: Unit, wards: Mapping[str, Ward]) -> Ward | None:
    """Return the registry's entry of a unit: of its name and kind, and of its code or its days where it tells them."""
    found = [ward for ward in wards.values() if is_entry(unit, ward)]
    exact = [ward for ward in found if ward.code == unit.code]
    return next(iter(exact or found), None)


def is_entry(unit: Unit, ward: Ward) -> bool:
    """Tell whether an entry of the registry may be that of a unit."""
    is_former = ward.until is not None and ward.until < REFORM
    if ward.until is not None and is_former != (unit.era == "former"):
        return False
    if ward.since is not None and ward.since >= REFORM and unit.era == "former":
        return False
    if ward.code and ward.code != unit.code:
        return False
    named = name_key(ward.full_name) == name_key(unit.full_name)
    return named and name_key(_plain(ward.province)) == name_key(unit.province.name)


def _plain(province: str) -> str:
    """Return the name of a province without its kind."""
    for kind in ("thành phố ", "tp. ", "tp.", "tp ", "tỉnh "):
        if province.lower().startswith(kind):
            return province[len(kind) :]
    return province


def _make_id(unit: Unit, taken: Container[str]) -> str:
    """Return an id that is free: the name, then with district, province and code."""
    parts = [slugify(unit.name)]
    if parts[0].isdigit():
        parts[0] = f"{slugify(unit.kind)}-{parts[0]}"
    further = [slugify(unit.district.name) if unit.district else "", slugify(unit.province.name), unit.code]
    if unit.district and unit.district.name.isdigit():
        further[0] = slugify(unit.district.label)
    for more in ["", *further]:
        if more:
            parts.append(more)
        candidate = "-".join(parts)
        if candidate not in taken:
            return candidate
    return "-".join((*parts, unit.era))


def _values(unit: Unit, entry_id: str, successors: list[str]) -> dict[str, Any]:
    values = {
        "id": entry_id,
        "name": unit.name,
        "kind": unit.kind,
        "province": unit.province.label,
        "code": unit.code,
        "district": unit.district.label if unit.district else None,
        "from": unit.since,
        "until": unit.until,
        "successors": successors or None,
    }
    return {key: value for key, value in values.items() if value is not None}

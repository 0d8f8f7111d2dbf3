"""What `bantin ward add` writes of a unit of the country: its entry, those of its successors, and missing keys."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bantin.text.names import name_key
from bantin.text.slugs import slugify
from bantin.units import REFORM

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

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
    unit: Unit, country: Units, wards: Mapping[str, Ward], *, entry_id: str = "", with_predecessors: bool = False
) -> Plan:
    """Return what the registry needs to know `unit` and, so that readers are led on, its successors.

    `entry_id` is the id that the unit is to have; else one is made of its name.
    """
    plan = Plan()
    for relation in country.successors(unit):
        _include(relation.unit, country, wards, plan)
    _include(unit, country, wards, plan, entry_id)
    if with_predecessors:
        for relation in country.predecessors(unit):
            for other in country.successors(relation.unit):
                _include(other.unit, country, wards, plan)
            _include(relation.unit, country, wards, plan)
    return plan


def _include(unit: Unit, country: Units, wards: Mapping[str, Ward], plan: Plan, entry_id: str = "") -> None:
    if unit in plan.ids:
        return
    known = find_entry(unit, wards)
    plan.ids[unit] = known.id if known else entry_id or _make_id(unit, {*wards, *plan.ids.values()})
    values = _values(unit, plan.ids[unit], [plan.ids[one.unit] for one in country.successors(unit)])
    if known is None:
        plan.added.append(values)
        return
    lacking = {
        "code": not known.code,
        "district": not known.district,
        "from": known.since is None,
        "until": known.until is None,
        "successors": not known.successors,
    }
    missing = {key: value for key, value in values.items() if lacking.get(key)}
    if missing:
        plan.completed[known.id] = missing


def find_entry(unit: Unit, wards: Mapping[str, Ward]) -> Ward | None:
    """Return the registry's entry of a unit: of its name and kind, and of its code or its days where it tells them."""
    found = [ward for ward in wards.values() if _is_entry(unit, ward)]
    exact = [ward for ward in found if ward.code == unit.code]
    return next(iter(exact or found), None)


def _is_entry(unit: Unit, ward: Ward) -> bool:
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

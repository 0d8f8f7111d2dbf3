"""Wards of the registry beside the units of the country. Only `bantin check` asks: a build does not load them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bantin.read.findings import Findings
from bantin.read.registry import KINDS
from bantin.text.names import name_key
from bantin.units import REFORM

if TYPE_CHECKING:
    from bantin.model import Problem, Ward
    from bantin.units import Unit, Units


def check_units(wards: dict[str, Ward], country: Units) -> tuple[Problem, ...]:
    """ward-unlisted: name, kind, province and code of a ward are those of a unit of its time."""
    findings = Findings("registry/wards.yml")
    for ward in wards.values():
        if ward.kind not in KINDS:
            continue  # another rule says so
        named = [match.unit for match in country.find(f"{ward.full_name}, {ward.province}") if not match.misspelt]
        called = [unit for unit in named if _is_called(unit, ward)]
        same = [unit for unit in called if _is_of_its_time(unit, ward)]
        name, province = ward.full_name, ward.province
        if not same:
            near = called or named or [match.unit for match in country.find(ward.full_name, limit=1)]
            variant = "dates" if called else "near" if near else ""
            found = _describe(near[:1], with_days=bool(called))
            findings.warning("ward-unlisted", ward.line, variant=variant, name=name, province=province, near=found)
        elif ward.code and ward.code not in {unit.code for unit in same}:
            found = _describe(same)
            told = partial(findings.warning, "ward-unlisted", ward.line, variant="code", name=name, province=province)
            told(code=ward.code, near=found)
    return tuple(findings.problems)


def _is_called(unit: Unit, ward: Ward) -> bool:
    is_named = name_key(unit.full_name) == name_key(ward.full_name)
    return is_named and name_key(ward.province).endswith(name_key(unit.province.name))


def _is_of_its_time(unit: Unit, ward: Ward) -> bool:
    if ward.until is not None and (ward.until < REFORM) != (unit.era == "former"):
        return False
    return not (ward.since is not None and ward.since >= REFORM and unit.era == "former")


def _describe(units: list[Unit], *, with_days: bool = False) -> str:
    described = (
        f"{unit.full_name}, {unit.province.label} ({unit.code})" + (f", {_days(unit)}" if with_days else "")
        for unit in units
    )
    return "; ".join(dict.fromkeys(described))


def _days(unit: Unit) -> str:
    """Return the days of a unit as keys of the registry."""
    return f"from: {unit.since}" if unit.since else f"until: {unit.until}"

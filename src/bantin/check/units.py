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
        same = [unit for unit in named if _is_same(unit, ward)]
        name, province = ward.full_name, ward.province
        if not same:
            near = named or [match.unit for match in country.find(ward.full_name, limit=1)]
            variant = "near" if near else ""
            found = _describe(near[:1])
            findings.warning("ward-unlisted", ward.line, variant=variant, name=name, province=province, near=found)
        elif ward.code and ward.code not in {unit.code for unit in same}:
            found = _describe(same)
            told = partial(findings.warning, "ward-unlisted", ward.line, variant="code", name=name, province=province)
            told(code=ward.code, near=found)
    return tuple(findings.problems)


def _is_same(unit: Unit, ward: Ward) -> bool:
    if name_key(unit.full_name) != name_key(ward.full_name):
        return False
    if ward.until is not None and (ward.until < REFORM) != (unit.era == "former"):
        return False
    if ward.since is not None and ward.since >= REFORM and unit.era == "former":
        return False
    return name_key(ward.province).endswith(name_key(unit.province.name))


def _describe(units: list[Unit]) -> str:
    described = (f"{unit.full_name}, {unit.province.label} ({unit.code})" for unit in units)
    return "; ".join(dict.fromkeys(described))

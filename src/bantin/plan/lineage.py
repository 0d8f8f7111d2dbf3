"""Wards before and after one another, and what the registry knows of each."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bantin import urls
from bantin.plan.evidence import Kin
from bantin.plan.jobs import Link
from bantin.text.collate import sort_key

if TYPE_CHECKING:
    from bantin.model import Registry, Ward


def find_predecessors(registry: Registry) -> dict[str, list[Ward]]:
    """Return the former wards that became each ward, by its id, in the order of their names."""
    found: dict[str, list[Ward]] = defaultdict(list)
    for ward in sorted(registry.wards.values(), key=lambda one: (sort_key(one.name), one.id)):
        for successor in ward.successors:
            found[successor].append(ward)
    return found


def make_kin(ward: Ward, *, is_part: bool) -> Kin:
    """Return a ward as its relatives name it."""
    place = ", ".join(part for part in (ward.district, ward.province) if part)
    return Kin(ward.full_name, urls.entity("ward", ward.id), place, is_part)


def find_heirs(registry: Registry, ward: Ward) -> tuple[Kin, ...]:
    """Return what a former ward became, in the order of the registry."""
    return tuple(make_kin(one, is_part=ward.is_split) for one in registry.successors(ward))


def collect_facts(ward: Ward) -> tuple[tuple[str, Link], ...]:
    """Return (key of a label, value) of what the registry knows of a ward."""
    told = (
        ("province", ward.province, urls.province(ward.province)),
        ("district", ward.district, ""),
        ("code", ward.code, ""),
        ("from", f"{ward.since:%d/%m/%Y}" if ward.since else "", ""),
        ("until", f"{ward.until:%d/%m/%Y}" if ward.until else "", ""),
        ("quarters", ", ".join(ward.quarters), ""),
    )
    return tuple((f"ward.{key}", Link(value, address)) for key, value, address in told if value)

"""A commune on one line, and why a text means none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin.cli.interface import texts
from bantin.model import ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bantin.units import Unit, Units

_MOST = 10
"""Communes that are offered instead."""


def describe(unit: Unit, country: Units) -> str:
    """Return a unit on one line: where it is, its code, what became of it."""
    parts = [unit.full_name, *([unit.district.label] if unit.district else []), unit.province.label]
    key = "ward.current" if unit.era == "current" else "ward.former"
    following = [
        texts("ward.part" if one.partial else "ward.whole", unit=one.unit.full_name, code=one.unit.code)
        for one in country.successors(unit)
    ]
    return texts(key, unit=", ".join(parts), code=unit.code, successors=", ".join(following))


def explain_none(text: str, country: Units) -> ConfigError:
    """Return the error for a text in which no commune is found: unknown, or elsewhere than the text says."""
    contradicted = country.find_contradicted(text)
    if not contradicted:
        return ConfigError("ward.none", text=text)
    unit, area = contradicted[0]
    choice = enumerate_units([one for one, _ in contradicted], country, "  ")
    return ConfigError("ward.elsewhere", area=area.label, name=unit.name, choice=choice)


def enumerate_units(found: Sequence[Unit], country: Units, indent: str = "") -> str:
    """Return the first of some communes, one on a line, and how many more there are."""
    lines = [describe(one, country) for one in found[:_MOST]]
    if len(found) > _MOST:
        lines.append(texts("ward.more", count=len(found) - _MOST))
    return "\n".join(f"{indent}{line}" for line in lines)

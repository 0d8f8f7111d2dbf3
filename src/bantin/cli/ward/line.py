"""A commune on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin.cli.interface import texts

if TYPE_CHECKING:
    from bantin.units import Unit, Units


def describe(unit: Unit, country: Units) -> str:
    """Return a unit on one line: where it is, its code, what became of it."""
    parts = [unit.full_name, *([unit.district.label] if unit.district else []), unit.province.label]
    key = "ward.current" if unit.era == "current" else "ward.former"
    following = [
        texts("ward.part" if one.partial else "ward.whole", unit=one.unit.full_name, code=one.unit.code)
        for one in country.successors(unit)
    ]
    return texts(key, unit=", ".join(parts), code=unit.code, successors=", ".join(following))

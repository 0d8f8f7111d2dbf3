"""Where a project is at home: of communes of one name, which of them its articles mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import units
from bantin.amend.wards import is_entry
from bantin.ingest.places import load_gazetteer

if TYPE_CHECKING:
    from bantin.model import Registry
    from bantin.units import Unit

_OWN = 2.5
"""Worth of an entry in the registry: more than a province that the text names, less than a district."""
_KIN = 1.5
"""Of what became, or came of, a commune in the registry."""
_SAME_PROVINCE = 1.0


class Vicinity:
    """The communes that a registry knows, those before and after them, and their provinces."""

    def __init__(self, registry: Registry) -> None:
        country, gazetteer = units.load(), load_gazetteer()
        self._own = {
            unit for ward in registry.wards.values() for unit in gazetteer.namesakes(ward.name) if is_entry(unit, ward)
        }
        relations = (
            relation for unit in self._own for relation in (*country.predecessors(unit), *country.successors(unit))
        )
        self._kin = {relation.unit for relation in relations}
        self._provinces = {country.province_now(unit.province) for unit in self._own}
        self._country = country

    def nearness(self, unit: Unit) -> float:
        """Return how much speaks for a commune before anything is read; 0 for one far away."""
        if unit in self._own:
            return _OWN
        if unit in self._kin:
            return _KIN
        return _SAME_PROVINCE * (self._country.province_now(unit.province) in self._provinces)

"""The wards of a proposal and the entries of the registry."""

from __future__ import annotations

from dataclasses import replace

from bantin import units
from bantin.amend.wards import plan_wards
from bantin.ingest.material import note
from bantin.ingest.places import Place
from bantin.ingest.proposal import Proposal, Ward
from bantin.ingest.refusal import Refused
from bantin.model import Registry
from bantin.text.names import name_key
from bantin.text.slugs import slugify

_SAID = frozenset(("no_ward", "ward_rivals", "ward_missing"))
"""Notes that no longer hold once the ward is another than the one that was read."""


def register_places(places: tuple[Place, ...], registry: Registry) -> dict[Place, Ward]:
    """Return each ward with its id: that of the registry's entry, or the one that `bantin ward add` would make."""
    country = units.load()
    listed = {place: unit for place in places if (unit := country.unit(place.code, place.era))}
    planned = plan_wards(dict.fromkeys(listed.values(), ""), country, registry.wards)
    ids = {place: planned.ids[unit] for place, unit in listed.items()}
    for place in places:
        if place not in ids or ids[place] not in registry.wards:
            ids[place] = _same_name(place, registry) or ids.get(place) or slugify(f"{place.name} {place.province}")
    return {place: Ward(ids[place], place, known=ids[place] in registry.wards) for place in places}


def _same_name(place: Place, registry: Registry) -> str:
    """Return the id of an entry of that name and kind, where one of the two has no code to tell them apart; else ''."""
    key = name_key(place.name)
    same = (one for one in registry.wards.values() if name_key(one.name) == key and one.kind.lower() == place.kind)
    return next((one.id for one in same if not one.code or not place.code), "")


def entry_ward(entry_id: str, registry: Registry) -> Ward:
    """Return the ward of an entry. Raises KeyError where the registry has no such id."""
    entry = registry.wards[entry_id]
    return Ward(entry.id, Place(entry.name, entry.kind, entry.province, entry.code), known=True)


def settle_wards(proposal: Proposal, chosen: Ward | None, registry: Registry) -> Proposal:
    """Return the proposal with the ward that the editor chose, else its own, else the only one that the registry has.

    Raises Refused where that is open: a guess never becomes an entry of the registry.
    """
    if chosen is not None:
        return _replace_wards(proposal, chosen, sure=True)
    believed = tuple(ward for ward in proposal.wards if ward.known or ward.place.code)
    for ward in believed:
        if ward.place.rivals and not ward.known:
            name = f"{ward.place.kind} {ward.place.name}"
            raise Refused("ward_rivals", name=name, count=ward.place.rivals + 1)
    if believed:
        return replace(proposal, wards=believed)
    if len(registry.wards) != 1:
        raise Refused("no_ward")
    return _replace_wards(proposal, entry_ward(next(iter(registry.wards)), registry), sure=False)


def _replace_wards(proposal: Proposal, ward: Ward, *, sure: bool) -> Proposal:
    notes = tuple(one for one in proposal.notes if one.key not in _SAID)
    if not sure:
        notes += (note("ward_only", name=f"{ward.place.kind} {ward.place.name}"),)
    confidence = proposal.confidence | {"wards": float(sure)}
    return replace(proposal, wards=(ward,), notes=notes, confidence=confidence)

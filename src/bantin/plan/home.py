"""The front page: what is pinned, the newest, the newest of wards and of topics, and the way to one's ward."""

from __future__ import annotations

from heapq import nlargest
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from bantin import urls
from bantin.catalogue import is_expired, list_key
from bantin.plan.evidence import Gathering, Renamed
from bantin.plan.files import find_targets
from bantin.plan.jobs import HomePage, Link
from bantin.text.collate import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bantin.catalogue import Catalogue, Entry
    from bantin.model import Registry, Topic, Ward
    from bantin.plan.jobs import Job
    from bantin.plan.sources import Sources

    Listed = TypeVar("Listed", Ward, Topic)

NEWEST = 9
"""A lead, two beside it and six headlines: what a phone's reader scrolls through before choosing a ward or a topic."""
MOST_PINNED = 3
MOST_WARDS, MOST_TOPICS, OF_EACH = 4, 6, 3
"""Wards and topics with their newest articles, and how many of each."""
MOST_RENAMED = 6


def plan_home(sources: Sources) -> Iterator[Job]:
    """Yield the front page."""
    catalogue, host = sources.catalogue, sources.host
    registry, entries, now = catalogue.registry, catalogue.entries, catalogue.now
    fresh = (position for position in reversed(catalogue.listed) if not is_expired(entries[position], now))
    pinned = [position for position in catalogue.listed if _is_pinned(entries[position], now)][-MOST_PINNED:]
    newest = list(islice((position for position in fresh if position not in pinned), NEWEST))
    wards = _liveliest("ward", registry.wards.values(), catalogue, MOST_WARDS)
    topics = _liveliest("topic", registry.topics.values(), catalogue, MOST_TOPICS)
    inputs = HomePage(
        title=host.home_title,
        description=host.home_description,
        introduction=host.introduction.html,
        references=find_targets(sources, host.introduction),
        pinned=tuple(catalogue.card(position) for position in reversed(pinned)),
        lead=catalogue.card(newest[0]) if newest else None,
        newest=tuple(entries[position].card for position in newest[1:]),
        wards=tuple(_gather(sources, "ward", one, one.full_name, one.province) for one in wards),
        topics=tuple(_gather(sources, "topic", one, one.name, "") for one in topics),
        provinces=list_provinces(registry),
        renamed=find_renamed(registry),
    )
    yield sources.page(urls.HOME, inputs)


def _is_pinned(entry: Entry, now: str) -> bool:
    return entry.pinned_until > now and not is_expired(entry, now)


def _liveliest(kind: str, entries: Iterable[Listed], catalogue: Catalogue, most: int) -> list[Listed]:
    """Return those with the newest articles; a former ward's news stand under what became of it."""
    lists = catalogue.lists
    known = (
        (lists[key][-1], entry)
        for entry in entries
        if (key := list_key(kind, entry.id)) in lists and not getattr(entry, "is_former", False)
    )
    return [entry for _, entry in nlargest(most, known, key=lambda pair: (pair[0], pair[1].id))]


def _gather(sources: Sources, kind: str, entry: Ward | Topic, name: str, note: str) -> Gathering:
    catalogue = sources.catalogue
    listed = reversed(catalogue.lists[list_key(kind, entry.id)])
    fresh = (position for position in listed if not is_expired(catalogue.entries[position], catalogue.now))
    return Gathering(name, urls.entity(kind, entry.id), note, sources.cards(sorted(islice(fresh, OF_EACH))))


def list_provinces(registry: Registry) -> tuple[Link, ...]:
    """Return the provinces that have wards of today, by name."""
    names: dict[str, str] = {}
    for ward in registry.wards.values():
        if not ward.is_former:
            names[urls.province(ward.province)] = ward.province
    return tuple(Link(name, address) for address, name in sorted(names.items(), key=lambda one: sort_key(one[1])))


def find_renamed(registry: Registry) -> tuple[Renamed, ...]:
    """Return some former wards of which it is known what became of them, by name: examples of old names and new."""
    former = (ward for ward in registry.wards.values() if ward.is_former and registry.successors(ward))
    return tuple(
        Renamed(
            ward.full_name,
            urls.entity("ward", ward.id),
            ", ".join(part for part in (ward.district, ward.province) if part),
            tuple((heir.full_name, urls.entity("ward", heir.id), heir.province) for heir in registry.successors(ward)),
        )
        for ward in sorted(former, key=lambda one: (sort_key(one.name), one.id))[:MOST_RENAMED]
    )

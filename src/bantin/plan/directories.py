"""Directories of wards, officials, topics and provinces, and the archive's years and months.

They hold no counts, which would change with every article.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bantin import urls
from bantin.plan.jobs import ArchivePage, DirectoryPage, Link
from bantin.plan.record import find_latest
from bantin.text.collate import sort_key
from bantin.text.fold import fold
from bantin.text.names import given_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bantin.model import Registry, Ward
    from bantin.plan.jobs import Job
    from bantin.plan.sources import Sources


def plan_directories(sources: Sources) -> Iterator[Job]:
    """Yield the three directories and a page a province."""
    registry = sources.catalogue.registry
    provinces: dict[str, list[Ward]] = defaultdict(list)
    for ward in registry.wards.values():
        provinces[urls.province_id(ward.province)].append(ward)
    names = {key: min((ward.province for ward in wards), key=sort_key) for key, wards in provinces.items()}
    ordered = sorted(provinces, key=lambda key: (sort_key(names[key]), key))
    groups = tuple(
        (Link(names[key], urls.province(names[key])), _ward_links(registry, provinces[key])) for key in ordered
    )
    yield sources.page(urls.WARDS, DirectoryPage("ward", "", groups))
    for key in ordered:
        yield sources.page(urls.province(names[key]), _province(registry, names[key], provinces[key]))
    yield sources.page(urls.OFFICIALS, DirectoryPage("official", "", _people(sources)))
    topics = sorted(registry.topics.values(), key=lambda one: (sort_key(one.name), one.id))
    topic_links = ((one.name, Link(one.name, urls.entity("topic", one.id))) for one in topics)
    yield sources.page(urls.TOPICS, DirectoryPage("topic", "", _by_letter(topic_links)))


def _people(sources: Sources) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
    """Return the officials by the first letter of their given name, then by the wards of which they hold posts."""
    registry = sources.catalogue.registry
    people = sorted(
        registry.officials.values(), key=lambda one: (sort_key(given_name(one.name)), sort_key(one.name), one.id)
    )
    links: list[tuple[str, Link]] = []
    wards: dict[str, list[Link]] = defaultdict(list)
    for person in people:
        posts = {
            (f"{held.role} {held.body}".strip(), held.ward) for held in person.posts if held.ward in registry.wards
        }
        roles = sorted({*posts, *find_latest(sources.catalogue, person.id)})
        address = urls.entity("official", person.id)
        named = tuple((role, registry.wards[ward].full_name) for role, ward in roles)
        links.append((given_name(person.name), Link(person.name, address, roles=named)))
        for ward in dict.fromkeys(ward for _, ward in roles):
            here = tuple((role, registry.wards[one].full_name) for role, one in roles if one == ward)
            wards[ward].append(Link(person.name, address, roles=here))
    ordered = sorted(wards, key=lambda one: (sort_key(registry.wards[one].name), one))
    by_ward = ((Link(registry.wards[one].full_name, urls.entity("ward", one)), tuple(wards[one])) for one in ordered)
    return (*_by_letter(links), *by_ward)


def _province(registry: Registry, name: str, wards: list[Ward]) -> DirectoryPage:
    """Return the page of a province: its wards of today, and those that have come to an end."""
    parts = {
        "now": _ward_links(registry, (ward for ward in wards if not ward.is_former)),
        "before": _ward_links(registry, (ward for ward in wards if ward.is_former)),
    }
    return DirectoryPage("province", name, tuple((Link(key, ""), links) for key, links in parts.items() if links))


def _ward_links(registry: Registry, wards: Iterable[Ward]) -> tuple[Link, ...]:
    ordered = sorted(wards, key=lambda ward: (sort_key(ward.name), ward.is_former, ward.id))
    return tuple(_ward_link(registry, ward) for ward in ordered)


def _ward_link(registry: Registry, ward: Ward) -> Link:
    heirs = tuple(one.full_name for one in registry.successors(ward)) if ward.is_former else ()
    return Link(ward.full_name, urls.entity("ward", ward.id), ward.district, heirs)


def _by_letter(entries: Iterable[tuple[str, Link]]) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
    """Group sorted entries by the first letter of their key; Đ is a letter of its own."""
    groups: dict[str, list[Link]] = {}
    for key, link in entries:
        first = key[:1].upper()
        letter = first if first == "Đ" else (fold(first).upper() or "#")
        groups.setdefault(letter, []).append(link)
    return tuple((Link(letter, ""), tuple(links)) for letter, links in groups.items())


def plan_archive(sources: Sources) -> Iterator[Job]:
    """Yield the page of all years and one a year."""
    months: dict[int, set[int]] = defaultdict(set)
    for year, month in sources.catalogue.months:
        months[year].add(month)
    years = tuple((year, tuple(sorted(months[year], reverse=True))) for year in sorted(months, reverse=True))
    yield sources.page(urls.ARCHIVE, ArchivePage(0, years))
    for one in years:
        yield sources.page(urls.year(one[0]), ArchivePage(one[0], (one,)))

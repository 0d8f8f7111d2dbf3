"""Directories of wards, officials, topics and provinces, and the archive's years and months.

They hold no counts, which would change with every article.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bantin import urls
from bantin.plan.jobs import ArchivePage, DirectoryPage, Link
from bantin.text.collate import sort_key
from bantin.text.fold import fold
from bantin.text.names import given_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bantin.model import Ward
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
    groups = tuple((Link(names[key], urls.province(names[key])), _ward_links(provinces[key])) for key in ordered)
    yield sources.page(urls.WARDS, DirectoryPage("ward", "", groups))
    for key, group in zip(ordered, groups, strict=True):
        page = DirectoryPage("province", names[key], ((Link("", ""), group[1]),))
        yield sources.page(urls.province(names[key]), page)
    people = sorted(registry.officials.values(), key=lambda one: (sort_key(given_name(one.name)), sort_key(one.name)))
    official_links = ((given_name(one.name), Link(one.name, urls.entity("official", one.id))) for one in people)
    yield sources.page(urls.OFFICIALS, DirectoryPage("official", "", _by_letter(official_links)))
    topics = sorted(registry.topics.values(), key=lambda one: (sort_key(one.name), one.id))
    topic_links = ((one.name, Link(one.name, urls.entity("topic", one.id))) for one in topics)
    yield sources.page(urls.TOPICS, DirectoryPage("topic", "", _by_letter(topic_links)))


def _ward_links(wards: Iterable[Ward]) -> tuple[Link, ...]:
    ordered = sorted(wards, key=lambda ward: (sort_key(ward.name), ward.id))
    return tuple(Link(ward.full_name, urls.entity("ward", ward.id), ward.district) for ward in ordered)


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
    for year, month in sources.catalogue.months():
        months[year].add(month)
    years = tuple((year, tuple(sorted(months[year], reverse=True))) for year in sorted(months, reverse=True))
    yield sources.page(urls.ARCHIVE, ArchivePage(0, years))
    for one in years:
        yield sources.page(urls.year(one[0]), ArchivePage(one[0], (one,)))

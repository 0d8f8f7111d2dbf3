"""Open data: the registry, each person, the articles of each month. Lists hold no counts and no dates of sight.

The lists of wards and of officials change with the registry only; a new article changes its month and its officials.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.catalogue import list_key, split_lists
from bantin.plan.dataset import MonthData, PeopleData, PersonData, Row, Schemas, WardData
from bantin.plan.record import collect_statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.catalogue import Entry
    from bantin.model import Registry
    from bantin.plan.jobs import Job
    from bantin.plan.sources import Sources


def plan_data(sources: Sources) -> Iterator[Job]:
    """Yield all open data, CSV beside JSON."""
    catalogue = sources.catalogue
    registry = catalogue.registry
    yield sources.file(urls.data_schema("dia-phuong"), Schemas())
    yield sources.file(urls.data_list("ward"), WardData(tuple(registry.wards.values())))
    yield sources.file(urls.data_list("official"), PeopleData(tuple(registry.officials.values())))
    for official in registry.officials.values():
        if sources.wants_list(list_key("official", official.id)):
            positions = catalogue.articles_of("official", frozenset((official.id,)))
            wards = registry.wards
            held_in = tuple(wards[held.ward].full_name if held.ward in wards else "" for held in official.posts)
            inputs = PersonData(official, collect_statements(catalogue, positions, official.id), held_in)
            yield sources.file(urls.data_person(official.id), inputs)
    for month, positions in catalogue.months.items():
        if sources.wants_month(*month):
            rows = tuple(_row(catalogue.entries[position], registry) for position in positions)
            yield sources.file(urls.data_month(*month), MonthData(rows))


def _row(entry: Entry, registry: Registry) -> Row:
    filed = split_lists(entry, registry)
    wards, officials, topics = (tuple(filed[kind]) for kind in ("ward", "official", "topic"))
    return Row(urls.article(entry.path), entry.title, entry.date, entry.changed, wards, officials, topics)

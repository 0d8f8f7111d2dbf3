"""The front page: what is pinned, then the newest, then ways on."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bantin import urls
from bantin.catalogue import is_expired, list_key
from bantin.plan.files import find_targets
from bantin.plan.jobs import HomePage, Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.catalogue import Entry
    from bantin.plan.jobs import Job
    from bantin.plan.sources import Sources

NEWEST = 13
"""A lead and twelve more: what a phone's reader scrolls through before choosing a ward or a topic."""
MOST_PINNED = 3


def plan_home(sources: Sources) -> Iterator[Job]:
    """Yield the front page."""
    catalogue, host = sources.catalogue, sources.host
    entries, now = catalogue.entries, catalogue.now
    fresh = (position for position in reversed(catalogue.listed) if not is_expired(entries[position], now))
    pinned = [position for position in catalogue.listed if _is_pinned(entries[position], now)][-MOST_PINNED:]
    newest = list(islice((position for position in fresh if position not in pinned), NEWEST))
    wards = catalogue.registry.wards.values()
    inputs = HomePage(
        title=host.home_title,
        description=host.home_description,
        introduction=host.introduction.html,
        references=find_targets(sources, host.introduction),
        pinned=tuple(catalogue.card(position) for position in reversed(pinned)),
        lead=catalogue.card(newest[0]) if newest else None,
        cards=tuple(entries[position].card for position in newest[1:]),
        wards=tuple(
            Link(ward.full_name, urls.entity("ward", ward.id), ward.province)
            for ward in wards
            if list_key("ward", ward.id) in catalogue.lists
        ),
        topics=tuple(
            Link(topic.name, urls.entity("topic", topic.id))
            for topic in catalogue.registry.topics.values()
            if list_key("topic", topic.id) in catalogue.lists
        ),
    )
    yield sources.page(urls.HOME, inputs)


def _is_pinned(entry: Entry, now: str) -> bool:
    return entry.pinned_until > now and not is_expired(entry, now)

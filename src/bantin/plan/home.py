"""The front page: what is pinned, then the newest, then ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.plan.files import find_addresses
from bantin.plan.jobs import HomePage, Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.model import Article
    from bantin.plan.jobs import Job
    from bantin.plan.sources import Sources

NEWEST = 13
"""A lead and twelve more: what a phone's reader scrolls through before choosing a ward or a topic."""
MOST_PINNED = 3


def plan_home(sources: Sources) -> Iterator[Job]:
    """Yield the front page."""
    catalogue, host = sources.catalogue, sources.host
    fresh = [position for position in catalogue.listed if not _is_expired(catalogue.articles[position], sources)]
    pinned = [position for position in fresh if _is_pinned(catalogue.articles[position], sources)][-MOST_PINNED:]
    newest = [position for position in fresh if position not in pinned][-NEWEST:]
    wards = catalogue.registry.wards.values()
    inputs = HomePage(
        title=host.home_title,
        description=host.home_description,
        introduction=host.introduction.html,
        references=find_addresses(sources, host.introduction),
        pinned=sources.cards(pinned),
        cards=sources.cards(newest),
        wards=tuple(
            Link(ward.full_name, urls.entity("ward", ward.id), ward.province)
            for ward in wards
            if ("ward", ward.id) in catalogue.lists
        ),
        topics=tuple(
            Link(topic.name, urls.entity("topic", topic.id))
            for topic in catalogue.registry.topics.values()
            if ("topic", topic.id) in catalogue.lists
        ),
    )
    yield sources.page(urls.HOME, inputs)


def _is_expired(article: Article, sources: Sources) -> bool:
    return article.expires is not None and article.expires <= sources.catalogue.now


def _is_pinned(article: Article, sources: Sources) -> bool:
    return article.pinned_until is not None and article.pinned_until > sources.catalogue.now

"""Feeds: the newest articles of the site, and of each ward, official and topic.

A ward's feed holds the articles of those before it too, as its page does. A new article changes the feeds of its own
lists, and the front page's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bantin import urls
from bantin.catalogue import list_key
from bantin.plan.articles import find_attachments, find_image, resolve
from bantin.plan.syndication import Feed, FeedArticle, FeedList
from bantin.text.collate import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bantin.catalogue import Entry
    from bantin.model import Article, Official, Topic, Ward
    from bantin.plan.jobs import Job
    from bantin.plan.sources import Sources

NEWEST = 20
"""Entries of a feed (contract)."""
_OURS = re.compile(r"/?(tin/[0-9]{4}/[0-9]{2}/[^/]+)/?")


def plan_feeds(sources: Sources) -> Iterator[Job]:
    """Yield all feeds and their list; none without `site_url`, for feeds are read far from the site."""
    if not sources.settings.site_url:
        return
    catalogue, registry = sources.catalogue, sources.catalogue.registry
    yield _feed(sources, urls.HOME, "home", "", catalogue.listed)
    for ward in registry.wards.values():
        yield from _feed_of_list(sources, "ward", ward)
    for official in registry.officials.values():
        yield from _feed_of_list(sources, "official", official)
    for topic in registry.topics.values():
        yield from _feed_of_list(sources, "topic", topic)
    yield sources.file(urls.FEEDS, _list_feeds(sources))


def _feed_of_list(sources: Sources, kind: str, entry: Ward | Official | Topic) -> Iterator[Job]:
    if sources.wants_list(list_key(kind, entry.id)):
        positions = sources.catalogue.articles_of(kind, frozenset((entry.id,)))
        yield _feed(sources, urls.entity(kind, entry.id), kind, getattr(entry, "full_name", entry.name), positions)


def _feed(sources: Sources, landing: str, kind: str, name: str, positions: Sequence[int]) -> Job:
    is_full = kind in {"home", "ward"}
    entries = [sources.catalogue.entries[position] for position in reversed(positions[-NEWEST:])]
    articles = tuple(_article(sources, entry, is_full=is_full) for entry in entries)
    bodies = tuple(entry.key for entry in entries) if is_full else ()
    return sources.file(urls.feed(landing), Feed(landing, kind, name, is_full, articles), bodies)


def _article(sources: Sources, entry: Entry, *, is_full: bool) -> FeedArticle:
    records, content, registry = sources.catalogue.records, sources.content, sources.catalogue.registry
    article = records.article(entry)
    references = records.references(entry) if is_full else ()
    return FeedArticle(
        mark=first_address(article),
        article=article,
        changed=entry.changed,
        wards=tuple(registry.wards[ward] for ward in article.wards),
        topics=tuple(registry.topics[topic].name for topic in article.topics),
        references=tuple(resolve(one, entry.path, content, sources.titles) for one in references),
        image=find_image(article, content),
        attachments=find_attachments(article, content) if is_full else (),
    )


def first_address(article: Article) -> str:
    """Return the address under which an article was first published here: a file that moved keeps its id in feeds."""
    moved = (match[1] for alias in article.aliases if (match := _OURS.fullmatch(alias)))
    return next(moved, urls.article(article.path).rstrip("/"))


def _list_feeds(sources: Sources) -> FeedList:
    registry = sources.catalogue.registry
    site = (("", urls.HOME), ("corrections.title", urls.CORRECTIONS))
    wards = ((ward.full_name, urls.entity("ward", ward.id)) for ward in registry.wards.values())
    topics = ((topic.name, urls.entity("topic", topic.id)) for topic in registry.topics.values())
    officials = ((one.name, urls.entity("official", one.id)) for one in registry.officials.values())
    groups = (("wards", _order(wards)), ("topics", _order(topics)), ("officials", _order(officials)))
    return FeedList((("", site), *((f"sections.{key}", group) for key, group in groups if group)))


def _order(feeds: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(feeds, key=lambda one: (sort_key(one[0]), one[1])))

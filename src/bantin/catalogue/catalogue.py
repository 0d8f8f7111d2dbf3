"""Articles in the order of their publication, with the lists they stand in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from bantin.check import Content, locate
from bantin.model import Article, Card, Registry, digest
from bantin.text.names import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

ListKind = Literal["ward", "official", "topic"]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that the site may show. A position is an index into `articles`, which are sorted by (date, path)."""

    articles: tuple[Article, ...]
    """Those with a page of their own: published and withdrawn ones."""
    officials: tuple[tuple[str | None, ...], ...]
    """By position: the registry's id of each mention, None where the registry does not know the person."""
    listed: tuple[int, ...]
    """Positions of those that lists may show: not the withdrawn ones."""
    lists: dict[tuple[ListKind, str], tuple[int, ...]]
    """Positions by (kind, id), in ascending order; an entry without articles has none."""
    content: Content
    now: datetime
    _cards: dict[int, Card] = field(default_factory=dict, repr=False, compare=False)
    """Those made so far: a small change shows few of them."""

    @property
    def registry(self) -> Registry:
        """Wards, officials and topics."""
        return self.content.registry

    def card(self, position: int) -> Card:
        """Return the card of an article; made once."""
        if position not in self._cards:
            self._cards[position] = _make_card(self.articles[position], self.content)
        return self._cards[position]

    def articles_of(self, kind: ListKind, ids: frozenset[str]) -> tuple[int, ...]:
        """Return the positions of the articles of any of `ids`, in ascending order, each once."""
        found = [self.lists.get((kind, one), ()) for one in ids]
        if len(found) == 1:
            return found[0]
        return tuple(sorted(set().union(*found)))

    def keys_of(self, position: int) -> list[tuple[ListKind, str]]:
        """Return the lists of an article's wards, officials and topics."""
        return list_keys(self.articles[position], self.officials[position])


def list_keys(article: Article, officials: Iterable[str | None]) -> list[tuple[ListKind, str]]:
    """Return the lists of an article's wards, officials (the ids of its mentions) and topics."""
    return [
        *(("ward", ward) for ward in article.wards),
        *(("official", official) for official in dict.fromkeys(officials) if official),
        *(("topic", topic) for topic in article.topics),
    ]


def identify_officials(article: Article, registry: Registry) -> tuple[str | None, ...]:
    """Return the registry's id of each official that an article names, None for those without an entry."""
    return tuple(
        mention.name if mention.name in registry.officials else registry.persons.get(name_key(mention.name))
        for mention in article.officials
    )


def is_shown(article: Article, now: datetime) -> bool:
    """Tell whether an article has a page: no draft, and its date (an embargo) has come."""
    return article.status != "draft" and article.date <= now


def make_catalogue(articles: Iterable[Article], content: Content, now: datetime) -> Catalogue:
    """Return the catalogue of sound `articles` as of `now`."""
    shown = sorted((article for article in articles if is_shown(article, now)), key=lambda one: (one.date, one.path))
    registry = content.registry
    officials = tuple(identify_officials(one, registry) for one in shown)
    lists: dict[tuple[ListKind, str], list[int]] = defaultdict(list)
    listed = []
    for position, article in enumerate(shown):
        if article.status == "withdrawn":
            continue
        listed.append(position)
        for key in list_keys(article, officials[position]):
            lists[key].append(position)
    return Catalogue(
        articles=tuple(shown),
        officials=officials,
        listed=tuple(listed),
        lists={key: tuple(positions) for key, positions in lists.items()},
        content=content,
        now=now,
    )


def _make_card(article: Article, content: Content) -> Card:
    wards = tuple((ward, content.registry.wards[ward].full_name) for ward in article.wards)
    image = None
    if article.image and article.status != "withdrawn":
        path = locate(article.image.src, article.path, content).path
        media = content.media[path]
        image = (path, article.image.alt, media.width, media.height)
    summary = "" if article.status == "withdrawn" else article.summary
    shown = (article.path, article.title, article.date, article.has_time, wards, summary, image, article.lang)
    return Card(*shown, digest=digest(*shown))

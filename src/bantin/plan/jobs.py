"""A job makes some files from its inputs and from nothing else; so the digest of the inputs decides whether to run it.

Each kind of page has its own inputs. A view gets no more than these, which is what makes the fingerprint honest.
They travel to other processes, which is why they have no slots: without, pickling them is the interpreter's work.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from hashlib import blake2b
from typing import Any, NamedTuple

from bantin.model import Article, Card, Official, Picture, Topic, Ward
from bantin.model.digest import SIZE
from bantin.plan.assets import CopyFile, PictureFiles
from bantin.plan.dataset import MonthData, PeopleData, PersonData, Schemas, WardData
from bantin.plan.documents import SearchColumns, SearchDictionary, SearchManifest, SearchRange
from bantin.plan.evidence import Gathering, Kin, Month, Renamed, Seated, Statement
from bantin.plan.moves import HostRules, Redirects, Robots
from bantin.plan.syndication import CorrectionsPage, Feed, FeedList, SharePicture

_FACTS = frozenset((Article, Official, Topic, Ward))


@dataclass(frozen=True)
class Link:
    """A name that leads somewhere below the site."""

    name: str
    address: str
    note: str = ""
    heirs: tuple[str, ...] = ()
    """Of a former ward: the names of what it became."""
    roles: tuple[tuple[str, str], ...] = ()
    """Of a person: (role as written, ward with its kind)."""
    lang: str = ""
    """Of an article, where its file names one."""


class Target(NamedTuple):
    """Where a reference of a body leads."""

    href: str | None
    """From the site's root, percent-encoded, anchor included; None for an article that the site does not show (yet)."""
    title: str
    """Of the article it leads to."""
    picture: Picture | None = None
    """What it leads to, where the reference shows a picture."""


@dataclass(frozen=True)
class ArticlePage:
    """The page of one article."""

    article: Article
    wards: tuple[Ward, ...]
    heirs: tuple[tuple[Kin, ...], ...]
    """By ward: what became of it."""
    officials: tuple[Official | None, ...]
    """By mention; None for a person without an entry."""
    topics: tuple[Topic, ...]
    references: tuple[Target, ...]
    """By reference of the body."""
    image: Picture | None
    """The lead picture."""
    attachments: tuple[tuple[str, int], ...]
    """(address, bytes) of each; 0 for a picture, of which the site publishes fewer."""
    older: Link | None
    is_expired: bool
    related: tuple[str, ...]
    """Cards by their keys."""
    changed: str
    """ISO 8601 instant of the last change that was told."""


@dataclass(frozen=True)
class ListPage:
    """A landing page, or a page of an archive."""

    landing: str
    """Address of the landing page of the list."""
    title: str
    kind: str
    """ward, official, topic or month."""
    entry: Ward | Official | Topic | None
    year: int
    """0 on a landing page."""
    number: int
    """0 on a landing page."""
    cards: tuple[str, ...]
    """By their keys, newest first."""
    years: tuple[tuple[int, int], ...] = ()
    """On a landing page: (year, number of pages), newest first."""
    older: str = ""
    newer: str = ""
    facts: tuple[tuple[str, Link], ...] = ()
    """(key of a label, value) of what the registry knows."""
    predecessors: tuple[Kin, ...] = ()
    successors: tuple[Kin, ...] = ()
    statements: tuple[Statement, ...] = ()
    """Of an official: the roles that articles state, in the order in which they first do."""
    held_in: tuple[str, ...] = ()
    """Of an official: the wards of the posts of the registry, with their kinds; empty where a post names none."""
    months: tuple[Month, ...] = ()
    """On the landing page of a ward, an official or a topic: what it holds, newest first."""
    seated: tuple[Seated, ...] = ()
    """Of a ward: the people of its offices."""
    topics: tuple[Link, ...] = ()
    """Of a ward: what its recent articles are about."""


@dataclass(frozen=True)
class HomePage:
    """The front page."""

    title: str
    description: str
    introduction: str
    """HTML with `[[bantin:ref-n]]` for reference n."""
    references: tuple[Target, ...]
    pinned: tuple[Card, ...]
    lead: Card | None
    """The newest article."""
    newest: tuple[str, ...]
    """Those after it, by their keys."""
    wards: tuple[Gathering, ...]
    """Those with the newest articles."""
    topics: tuple[Gathering, ...]
    provinces: tuple[Link, ...]
    renamed: tuple[Renamed, ...]

    @property
    def cards(self) -> tuple[str, ...]:
        """The keys of all cards of the page, in its order."""
        return (*self.newest, *(key for group in (*self.wards, *self.topics) for key in group.cards))


@dataclass(frozen=True)
class DirectoryPage:
    """All wards, officials or topics, in groups."""

    kind: str
    title: str
    """Empty where the catalogue of messages names the page."""
    groups: tuple[tuple[Link, tuple[Link, ...]], ...]


@dataclass(frozen=True)
class ArchivePage:
    """Years with the months that have articles, newest first."""

    year: int
    """0: all years."""
    years: tuple[tuple[int, tuple[int, ...]], ...]


@dataclass(frozen=True)
class PlainPage:
    """A page without facts of its own: search, 404."""

    kind: str


@dataclass(frozen=True)
class StandingPageJob:
    """A page of MkDocs, links put in."""

    index: int
    """Its place in `Host.pages`."""
    digest: str
    references: tuple[Target, ...]


@dataclass(frozen=True)
class Sitemap:
    """Addresses with their dates of change; an index where `is_index`."""

    entries: tuple[tuple[str, str], ...]
    """(address, ISO 8601 instant of the last change or '')."""
    is_index: bool = False


Inputs = (
    WardData
    | PeopleData
    | PersonData
    | MonthData
    | Schemas
    | ArticlePage
    | ListPage
    | HomePage
    | DirectoryPage
    | ArchivePage
    | PlainPage
    | StandingPageJob
    | CopyFile
    | PictureFiles
    | Sitemap
    | Feed
    | FeedList
    | CorrectionsPage
    | Redirects
    | HostRules
    | Robots
    | SharePicture
    | SearchRange
    | SearchColumns
    | SearchDictionary
    | SearchManifest
)


@dataclass(frozen=True)
class Job:
    """One unit of work."""

    address: str
    """Of its (first) file."""
    inputs: Inputs
    fingerprint: str
    bodies: tuple[str, ...] = ()
    """Keys of the rendered bodies that it needs from the cache."""

    @property
    def is_many(self) -> bool:
        """Whether it makes several files, all of them below its address."""
        return isinstance(self.inputs, (SearchRange, SearchColumns, SearchDictionary))

    @property
    def cards(self) -> tuple[str, ...]:
        """Keys of the rendered cards that it needs."""
        inputs = self.inputs
        if isinstance(inputs, ArticlePage):
            return inputs.related
        return inputs.cards if isinstance(inputs, (ListPage, HomePage)) else ()


class CardHtml(NamedTuple):
    """An article as lists show it, rendered once for all of them; addresses start with `urls.ROOT`."""

    card: str
    """With picture and summary."""
    headline: str
    """In one line."""


class Parts(NamedTuple):
    """What earlier work left for a page, in the order in which its job names it."""

    bodies: tuple[str, ...] = ()
    """HTML."""
    cards: tuple[CardHtml, ...] = ()
    terms: tuple[bytes, ...] = ()
    """Of the documents of a part of the search index, cut to what it needs."""


_DIGESTED = frozenset((SearchRange, SearchColumns))
"""Inputs that carry the digest of their articles."""


def fingerprint(inputs: Inputs, base: tuple[str, ...], address: str) -> str:
    """Return the digest of everything that the files of a job depend on."""
    parts = [address, *base]
    _write(inputs, parts)
    return blake2b("\x1f".join(parts).encode(), digest_size=SIZE).hexdigest()


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _write(value: Any, parts: list[str]) -> None:
    """Write a value out so that different values differ. Facts write the digest of all that pages show of them."""
    kind = type(value)
    if kind is str:
        parts.append(value)
    elif isinstance(value, tuple):
        parts.append(f"({len(value)}")
        for one in value:
            _write(one, parts)
    elif kind in _FACTS:
        parts += kind.__name__, value.digest
    elif kind in _DIGESTED:
        parts += kind.__name__, repr(value.shape), value.digest
        parts += map(repr, (getattr(value, name) for name in ("low", "high") if hasattr(value, name)))
    elif is_dataclass(kind):
        parts.append(kind.__name__)
        for name in _names(kind):
            _write(getattr(value, name), parts)
    else:
        parts.append(repr(value))

"""One line an article: what lists, relations and the plan ask of it.

A hundred thousand of these are read in a moment. Everything else is read from the article's record, when a page that
shows it is made.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

from bantin.check import identify, locate, name_of
from bantin.model import Article, Card, CardWard, digest
from bantin.text.dates import VIETNAM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bantin.check import Content
    from bantin.model import Reference, Registry, Ward

ListKind = Literal["ward", "official", "topic"]
CORRECTIONS = "corrections"
"""Stands for the list of all corrections where keys of lists do."""
ALIASES = "aliases"
"""Likewise for the list of all old addresses."""


class Entry(NamedTuple):
    """One file of content/news/. Instants are ISO 8601 at +07:00, so that text order is the order in time."""

    path: str
    """Below content/, with forward slashes: news/2025/10/slug.md."""
    key: str
    """Names the record of the file, by its content."""
    status: str = "faulty"
    """published, withdrawn, draft; faulty: kept out by an error."""
    title: str = ""
    date: str = ""
    changed: str = ""
    """The latest of `date`, `updated` and the days of the corrections."""
    expires: str = ""
    pinned_until: str = ""
    card: str = ""
    """Names the article's card as lists show it."""
    lists: str = ""
    """Keys of the lists of its wards, of what became of them, its officials and topics (`list_key`), with blanks."""
    names: str = ""
    """Last parts of all addresses that it refers to (`name_of`), joined by line breaks."""
    aliases: str = ""
    """Old addresses, joined by line breaks."""
    corrections: str = ""
    """Days of its corrections, as it lists them, with blanks."""
    roles: str = ""
    """What it calls each official with an entry: id, tab, role; joined by line breaks."""
    lang: str = ""
    """Language tag where the file names one."""


class Records(Protocol):
    """Where the rest of an article is found."""

    def article(self, entry: Entry) -> Article:
        """Return the article of an entry that is not faulty."""

    def references(self, entry: Entry) -> tuple[Reference, ...]:
        """Return the links and pictures of its body."""


def list_key(kind: str, entry_id: str) -> str:
    """Return the key of the list of a ward, an official or a topic."""
    return f"{kind}/{entry_id}"


def make_entry(key: str, article: Article, references: Iterable[Reference], content: Content, base: str) -> Entry:
    """Return the entry of a sound article; `base` is the digest of all that cards depend on besides their article."""
    targets = [reference.target for reference in references]
    targets += [attachment.src for attachment in article.attachments]
    if article.image:
        targets.append(article.image.src)
    return Entry(
        article.path,
        key,
        article.status,
        article.title,
        article.date.isoformat(),
        _last_change(article).isoformat(),
        article.expires.isoformat() if article.expires else "",
        article.pinned_until.isoformat() if article.pinned_until else "",
        digest([base, make_card(article, content)]),
        " ".join(_list_keys(article, content.registry)),
        "\n".join(sorted({name_of(target) for target in targets})),
        "\n".join(article.aliases),
        " ".join(one.date.isoformat() for one in article.corrections),
        "\n".join(_list_roles(article, content.registry)),
        article.lang,
    )


def _last_change(article: Article) -> datetime:
    corrected = (datetime.combine(one.date, time(), VIETNAM) for one in article.corrections)
    return max(article.date, article.updated or article.date, *corrected)


def _list_keys(article: Article, registry: Registry) -> list[str]:
    officials = identify_officials(article, registry)
    wards = dict.fromkeys(article.wards)
    # What became of a ward gathers its news; the ward of the day comes first.
    wards |= dict.fromkeys(heir for ward in article.wards for heir in registry.heirs(ward))
    return [
        *(list_key("ward", ward) for ward in wards),
        *(list_key("official", official) for official in dict.fromkeys(officials) if official),
        *(list_key("topic", topic) for topic in article.topics),
    ]


def split_lists(entry: Entry, registry: Registry) -> dict[str, list[str]]:
    """Return the ids under which an article is filed, by kind; of wards those of its day, not what became of them."""
    ids: dict[str, list[str]] = {"ward": [], "official": [], "topic": []}
    for key in entry.lists.split(" "):
        kind, _, one = key.partition("/")
        ids[kind].append(one)
    heirs = {heir for ward in ids["ward"] for heir in registry.heirs(ward)}
    return ids | {"ward": [ward for ward in ids["ward"] if ward not in heirs]}


def _list_roles(article: Article, registry: Registry) -> list[str]:
    named = zip(identify_officials(article, registry), article.officials, strict=True)
    return [f"{one}\t{' '.join(mention.role.split())}" for one, mention in named if one and mention.role]


def identify_officials(article: Article, registry: Registry) -> tuple[str | None, ...]:
    """Return the registry's id of each official that an article names, None for those without an entry."""
    return tuple(identify(mention.name, article.wards, registry) for mention in article.officials)


def is_shown(entry: Entry, now: str) -> bool:
    """Tell whether an article has a page: no draft, no error, and its date (an embargo) has come."""
    return entry.status in {"published", "withdrawn"} and entry.date <= now


def is_expired(entry: Entry, now: str) -> bool:
    """Tell whether what the article announces is over."""
    return bool(entry.expires) and entry.expires <= now


def _mark(ward: Ward) -> CardWard:
    return CardWard(ward.id, ward.full_name, (ward.district or ward.province) if ward.is_former else "", ward.is_split)


def make_card(article: Article, content: Content) -> Card:
    """Return the card of an article."""
    wards = tuple(_mark(content.registry.wards[ward]) for ward in article.wards)
    image = None
    if article.image and article.status != "withdrawn":
        path = locate(article.image.src, article.path, content).path
        image = (content.media[path].picture(path), article.image.alt)
    summary = "" if article.status == "withdrawn" else article.summary
    return Card(article.path, article.title, article.date, article.has_time, wards, summary, image, article.lang)

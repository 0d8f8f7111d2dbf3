"""An article as its file states it. Ids are not yet looked up in the registry."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, NamedTuple

from bantin.model.picture import Picture

Publication = Literal["draft", "published", "withdrawn"]


class Mention(NamedTuple):
    """An official as the article names them; the registry may or may not know the person."""

    name: str
    role: str
    line: int
    column: int


class Source(NamedTuple):
    """Where the text was first published."""

    name: str
    url: str


class Image(NamedTuple):
    """The lead picture; `src` as written, relative to the file."""

    src: str
    alt: str
    caption: str
    credit: str


class Attachment(NamedTuple):
    """A file to download; `src` as written, relative to the file."""

    src: str
    title: str


class Correction(NamedTuple):
    """What was wrong and what is right, told on the article."""

    date: date
    was: str
    now: str


class Withdrawal(NamedTuple):
    """Why an article was taken back, and when."""

    date: date
    reason: str


@dataclass(frozen=True)
class Article:
    """The checked front matter of one file, with digests of all that other pages may show of it."""

    path: str
    """Below content/, with forward slashes: news/2025/10/slug.md."""
    title: str
    date: datetime
    """Publication, +07:00; midnight where only a day is given."""
    has_time: bool
    wards: tuple[str, ...]
    """Ids in the registry, the first is the article's home."""
    officials: tuple[Mention, ...] = ()
    topics: tuple[str, ...] = ()
    summary: str = ""
    """The sapo, else the first paragraph, shortened."""
    has_summary: bool = False
    """Whether the editor wrote the sapo: only then is it shown above the text."""
    event_date: dt.date | None = None
    updated: datetime | None = None
    byline: tuple[str, ...] = ()
    source: Source | None = None
    image: Image | None = None
    attachments: tuple[Attachment, ...] = ()
    status: Publication = "published"
    expires: datetime | None = None
    """From this instant on the article is marked as expired and leaves the front page."""
    pinned_until: datetime | None = None
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawal | None = None
    aliases: tuple[str, ...] = ()
    lang: str = ""
    """Language tag where it differs from the site's (BCP 47)."""
    body: str = ""
    """Digest of its HTML."""
    digest: str = ""
    """Of everything that the article's own page shows, the body included."""

    @property
    def slug(self) -> str:
        """The file's name without its ending."""
        return self.path.rpartition("/")[2].removesuffix(".md")


class CardWard(NamedTuple):
    """A ward on a card."""

    id: str
    name: str
    """With its kind."""
    then: str = ""
    """What it lay in, where it has come to an end."""
    is_split: bool = False
    """Whether several wards got a part of it."""


@dataclass(frozen=True)
class Card:
    """An article as a list shows it, names looked up; what a list depends on and nothing more."""

    path: str
    title: str
    date: datetime
    has_time: bool
    wards: tuple[CardWard, ...]
    summary: str
    image: tuple[Picture, str] | None
    """The lead picture, and what it shows (alt)."""
    lang: str

"""Inputs of what leaves the site: feeds and their list, corrections, pictures for messengers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bantin.model import Article, Picture, Ward

if TYPE_CHECKING:
    from bantin.plan.jobs import Target


@dataclass(frozen=True)
class FeedArticle:
    """An article in a feed. Its body comes with the job, where the feed holds full text."""

    mark: str
    """What makes its id: the address under which it was first published."""
    article: Article
    changed: str
    """ISO 8601 instant of its last change that was told."""
    wards: tuple[Ward, ...]
    topics: tuple[str, ...]
    references: tuple[Target, ...] = ()
    """By reference of the body."""
    image: Picture | None = None
    """The lead picture."""
    attachments: tuple[tuple[str, int], ...] = ()
    """(address, bytes) of each."""


class Corrected(NamedTuple):
    """A correction, as lists of corrections show it."""

    mark: str
    """What makes its id, as above."""
    date: str
    """ISO 8601 day."""
    was: str
    now: str
    title: str
    """Of the article, as it is now."""
    address: str
    wards: tuple[str, ...]
    """Those of the article's day, with their kinds."""


@dataclass(frozen=True)
class Feed:
    """A feed in both its forms."""

    landing: str
    """Address of the page beside which it stands."""
    kind: str
    """home, ward, official, topic or corrections."""
    name: str
    is_full: bool
    """Whether it holds the whole text of its articles."""
    articles: tuple[FeedArticle, ...] = ()
    """Newest first."""
    corrections: tuple[Corrected, ...] = ()
    """Newest first; a feed has one or the other."""


@dataclass(frozen=True)
class FeedList:
    """All feeds, in groups: ((key of the group's title, ((name, landing page), …)), …)."""

    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True)
class CorrectionsPage:
    """A page of corrections: the newest, or a page of a year."""

    year: int
    """0 on the landing page."""
    number: int
    corrections: tuple[Corrected, ...]
    """Newest first."""
    years: tuple[tuple[int, int], ...] = ()
    """On the landing page: (year, number of pages), newest first."""
    older: str = ""
    newer: str = ""


@dataclass(frozen=True)
class SharePicture:
    """What the picture says that messengers show of an article."""

    title: str
    wards: str
    site: str


SHARE_SIZE = (1200, 630)
"""Pixels: what Facebook and Zalo show whole."""
_SHOWN_ELSEWHERE = (".jpg", ".jpeg", ".png", ".webp", ".gif")


def is_shown_elsewhere(article: Article) -> bool:
    """Tell whether an article has a picture that messengers show."""
    return article.image is not None and article.image.src.lower().endswith(_SHOWN_ELSEWHERE)

"""What the jobs of the search index are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bantin.model import Official, Topic, Ward


@dataclass(frozen=True, slots=True)
class TierShape:
    """How a tier of the search index numbers its documents and cuts its files (`plan.search.shape_tier`)."""

    name: str
    articles: int
    base: int
    """Day of number 0, counted from 1970."""
    slots: int
    """Numbers a day: document number = (day - base) * slots + ordinal in the day."""
    span: int
    """No number reaches it."""
    buckets: int
    shift: int
    """A block of cards holds the numbers that agree but for so many low bits."""


class Document(NamedTuple):
    """What the search index knows of an article besides its terms."""

    number: int
    terms: str
    """Key of its terms in the cache."""
    title: str
    address: str
    wards: tuple[str, ...]
    officials: tuple[str, ...]
    topics: tuple[str, ...]
    lineage: tuple[str, ...]
    """Its wards with those before and after them: each finds it."""


@dataclass(frozen=True, slots=True)
class SearchRange:
    """A range of buckets of a tier of the search index."""

    shape: TierShape
    low: int
    high: int
    """The first bucket beyond."""
    documents: tuple[Document, ...]
    """Oldest first."""
    names: tuple[tuple[str, str, tuple[str, ...]], ...]
    """(kind, id, names) of all wards, officials and topics: an article is found by those that it is filed under."""
    digest: str
    """Of documents and names."""


@dataclass(frozen=True, slots=True)
class SearchColumns:
    """The cards and facets of a tier of the search index."""

    shape: TierShape
    documents: tuple[Document, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class SearchDictionary:
    """The names and phrases that the search index knows."""

    wards: tuple[Ward, ...]
    officials: tuple[Official, ...]
    topics: tuple[Topic, ...]
    phrases: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class SearchManifest:
    """The file that names all others of the search index."""

    shapes: tuple[TierShape, ...]
    paths: tuple[str, ...]

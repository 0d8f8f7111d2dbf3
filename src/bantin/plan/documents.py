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
    key: str
    """Names its terms in the cache."""
    title: str
    address: str
    wards: tuple[str, ...]
    """Those of its day."""
    officials: tuple[str, ...]
    topics: tuple[str, ...]
    filed: tuple[str, ...]
    """These and what they became: under each it is counted, as on their pages."""
    lineage: tuple[str, ...]
    """These, those before and those after them: the name of each finds it."""


@dataclass(frozen=True)
class SearchRange:
    """A range of buckets of a tier of the search index."""

    shape: TierShape
    low: int
    high: int
    """The first bucket beyond."""
    digest: str
    """Of the content of all articles of the tier, and of all names."""
    start: int
    """Place of the tier's first article among the listed ones."""
    numbers: tuple[int, ...]
    """Of the tier's documents, oldest first."""
    documents: tuple[Document, ...] = ()
    """Put in when the job is due (`plan.search.complete`): most are not, and a tier holds a hundred thousand."""
    names: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    """(kind, id, names) of all wards, officials and topics: an article is found by those that it is filed under."""


@dataclass(frozen=True)
class SearchColumns:
    """The cards and facets of a tier of the search index."""

    shape: TierShape
    digest: str
    """Of what cards and facets show of all articles of the tier."""
    start: int
    numbers: tuple[int, ...]
    documents: tuple[Document, ...] = ()
    """Put in when the job is due."""


@dataclass(frozen=True)
class SearchDictionary:
    """The names and phrases that the search index knows."""

    wards: tuple[Ward, ...]
    officials: tuple[Official, ...]
    topics: tuple[Topic, ...]
    phrases: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class SearchManifest:
    """The file that names all others of the search index."""

    shapes: tuple[TierShape, ...]
    paths: tuple[str, ...]

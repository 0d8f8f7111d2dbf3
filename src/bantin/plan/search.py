"""The parts of the search index. What lies in which part is a pure function of the listed articles.

Of n listed articles in the order (date, address), `archive` holds the first whole 4,096s, `middle` the whole 64s of the
rest, `open` what remains: the newest article rewrites the smallest tier only. A document's number is its day and its
ordinal in that day, never a rank, so an article that comes late moves those of its own day at most.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from bantin import urls
from bantin.catalogue import split_lists
from bantin.model import digest
from bantin.plan.documents import Document, SearchColumns, SearchDictionary, SearchManifest, SearchRange, TierShape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bantin.catalogue import Catalogue, Entry
    from bantin.model import Registry, Ward
    from bantin.plan.jobs import Job
    from bantin.plan.sources import Sources

ARCHIVE_STEP, MIDDLE_STEP = 4096, 64
TIERS = ("archive", "middle", "open")
EPOCH = 719_163
"""Ordinal of 1 January 1970, from which browsers count days."""

_DAYS = 64
"""The first and the last day of a tier are rounded so, lest an article at its edge change every file."""
_SLOTS = 8
_ARTICLES_A_BUCKET = {"archive": 6, "middle": 6, "open": 1}
_MOST_BUCKETS = {"archive": 5632, "middle": 204, "open": 10}
"""A bucket has some kilobytes; more of them would break the bounds on files changed and on the manifest's size."""
_ARTICLES_A_BLOCK, _ARTICLES_A_SMALL_BLOCK = 96, 24
_SMALL_BLOCKS = range(ARCHIVE_STEP, 32_768)
"""Articles of a tier whose cards come in small blocks: elsewhere the bounds above leave no room for so many."""
_SHOWN, _SAID = ("date", "title", "path", "lists"), ("date", "key", "lists")
"""What cards and facets show of an entry, and what decides which words find it."""
_ARTICLES_A_JOB = 2048
"""Terms of so many articles, whole, keep a worker busy for seconds."""


def tier_bounds(count: int) -> tuple[int, int]:
    """Return (end of `archive`, end of `middle`) among `count` listed articles."""
    return count // ARCHIVE_STEP * ARCHIVE_STEP, count // MIDDLE_STEP * MIDDLE_STEP


def count_buckets(tier: str, articles: int) -> int:
    """Return the number of buckets of a tier: a function of its number of articles alone."""
    return min(-(-articles // _ARTICLES_A_BUCKET[tier]), _MOST_BUCKETS[tier])


def number_days(days: Sequence[int]) -> list[int]:
    """Return the ordinal of each article within its day, for ascending `days`."""
    ordinals: list[int] = []
    for place, day in enumerate(days):
        ordinals.append(ordinals[-1] + 1 if place and days[place - 1] == day else 0)
    return ordinals


def shape_tier(name: str, days: Sequence[int], ordinals: Sequence[int]) -> TierShape:
    """Return how the documents of a tier are numbered and its files cut. `days` count from 1970, ascending."""
    base = days[0] // _DAYS * _DAYS
    slots = (max(ordinals) // _SLOTS + 1) * _SLOTS
    span = ((days[-1] // _DAYS + 1) * _DAYS - base) * slots
    used = (days[-1] - days[0] + 1) * slots
    most = _ARTICLES_A_SMALL_BLOCK if len(days) in _SMALL_BLOCKS else _ARTICLES_A_BLOCK
    shift = max(0, (most * used // len(days)).bit_length() - 1)
    return TierShape(name, len(days), base, slots, span, count_buckets(name, len(days)), shift)


def cut_tiers(days: Sequence[int]) -> Iterator[tuple[TierShape, range, list[int]]]:
    """Yield (shape, places among the listed articles, numbers) of each tier that has articles."""
    ordinals = number_days(days)
    bounds = (0, *tier_bounds(len(days)), len(days))
    for name, (start, end) in zip(TIERS, pairwise(bounds), strict=True):
        if start < end:
            shape = shape_tier(name, days[start:end], ordinals[start:end])
            numbers = [
                (day - shape.base) * shape.slots + ordinal
                for day, ordinal in zip(days[start:end], ordinals[start:end], strict=True)
            ]
            yield shape, range(start, end), numbers


def find_lineage(wards: Mapping[str, Ward]) -> dict[str, tuple[str, ...]]:
    """Return, by ward, the wards whose names find its articles: itself, those before it and those after it."""
    before: dict[str, list[str]] = defaultdict(list)
    for ward in wards.values():
        for successor in ward.successors:
            before[successor].append(ward.id)
    after = {ward.id: [one for one in ward.successors if one in wards] for ward in wards.values()}
    return {ward: tuple(sorted({ward, *_reach(ward, before), *_reach(ward, after)})) for ward in wards}


def _reach(start: str, steps: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(steps.get(start, ()))
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += steps.get(one, ())
    return found


def list_names(registry: Registry) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return (kind, id, names) of every entry.

    A ward's district stands with it, as its articles show it. A topic's synonyms are no names: they are said of other
    things too.
    """
    return (
        *(
            ("ward", ward.id, (f"{ward.full_name} {ward.district}".rstrip(), *ward.aliases))
            for ward in registry.wards.values()
        ),
        *(("official", one.id, (one.name, *one.aliases)) for one in registry.officials.values()),
        *(("topic", topic.id, (topic.name,)) for topic in registry.topics.values()),
    )


def plan_search(sources: Sources) -> Iterator[Job]:
    """Yield the jobs of all parts of the index; `plan_manifest` comes after them."""
    catalogue, registry = sources.catalogue, sources.catalogue.registry
    known = (tuple(registry.wards.values()), tuple(registry.officials.values()), tuple(registry.topics.values()))
    yield sources.file(f"{urls.INDEX}dictionary", SearchDictionary(*known, registry.phrases))
    lineage = digest(find_lineage(registry.wards))
    named = digest(list_names(registry), registry.phrases, lineage)
    for shape, places, numbers in cut_tiers(list_days(catalogue)):
        entries = [catalogue.entries[catalogue.listed[place]] for place in places]
        cards, words = digest(lineage, _write(entries, *_SHOWN)), digest(named, _write(entries, *_SAID))
        place = (places.start, tuple(numbers))
        yield sources.file(f"{urls.INDEX}{shape.name}/columns", SearchColumns(shape, cards, *place))
        step = -(-shape.buckets * _ARTICLES_A_JOB // shape.articles)
        for low in range(0, shape.buckets, step):
            part = SearchRange(shape, low, min(low + step, shape.buckets), words, *place)
            yield sources.file(f"{urls.INDEX}{shape.name}/{low}", part)


def _write(entries: Iterable[Entry], *names: str) -> str:
    """Return fields of entries as one text; a tier holds a hundred thousand of them."""
    return "\n".join(map("\t".join, map(attrgetter(*names), entries)))


def list_documents(inputs: SearchRange | SearchColumns, catalogue: Catalogue) -> tuple[Document, ...]:
    """Return the documents of a tier; all its jobs have the same."""
    registry = catalogue.registry
    lineage = find_lineage(registry.wards)
    pairs = zip(entries_of(inputs, catalogue), inputs.numbers, strict=True)
    return tuple(_document(entry, number, registry, lineage) for entry, number in pairs)


def complete(
    inputs: SearchRange | SearchColumns, documents: tuple[Document, ...], registry: Registry
) -> SearchRange | SearchColumns:
    """Return the inputs of a job that is due, with all that it needs of the catalogue."""
    if isinstance(inputs, SearchColumns):
        return replace(inputs, documents=documents, numbers=())
    return replace(inputs, documents=documents, numbers=(), names=list_names(registry))


def entries_of(inputs: SearchRange | SearchColumns, catalogue: Catalogue) -> list[Entry]:
    """Return the entries of a tier, oldest first."""
    positions = catalogue.listed[inputs.start : inputs.start + inputs.shape.articles]
    return [catalogue.entries[position] for position in positions]


def _document(entry: Entry, number: int, registry: Registry, lineage: Mapping[str, tuple[str, ...]]) -> Document:
    filed = split_lists(entry, registry)
    own, officials, topics = (tuple(filed[kind]) for kind in ("ward", "official", "topic"))
    wards = tuple(dict.fromkeys(one for ward in own for one in (ward, *registry.heirs(ward))))
    named = tuple(dict.fromkeys(one for ward in own for one in lineage[ward]))
    return Document(number, entry.key, entry.title, urls.article(entry.path), own, officials, topics, wards, named)


def plan_manifest(sources: Sources, paths: Iterable[str]) -> Job:
    """Return the job of the manifest, given the paths of all other files of the index."""
    shapes = tuple(shape for shape, _, _ in cut_tiers(list_days(sources.catalogue)))
    return sources.file(f"{urls.INDEX}manifest.bin", SearchManifest(shapes, tuple(sorted(paths))))


def list_days(catalogue: Catalogue) -> list[int]:
    """Return the day of each listed article, counted from 1970 as browsers do."""
    entries, parse = catalogue.entries, date.fromisoformat
    return [parse(entries[position].date[:10]).toordinal() - EPOCH for position in catalogue.listed]

"""The search index between cache, workers and disk.

A tier of a hundred thousand articles is not made again for a word in one of them: as long as its shape stays, the
buckets that hold the word are patched, and all others are kept.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cached_property
from hashlib import blake2b
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from bantin import urls
from bantin.model.digest import SIZE
from bantin.plan.documents import SearchColumns, SearchRange
from bantin.plan.jobs import Parts
from bantin.plan.search import complete, cut_tiers, entries_of, list_days, list_documents, list_names, plan_manifest
from bantin.search.buckets import Posting, bucket_of
from bantin.search.lexicon import load_lexicon
from bantin.search.tier import EMPTY, find_postings, hash_names, patch_bucket, range_of, share_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from bantin.build.manifest import Written
    from bantin.build.perform import Placer
    from bantin.build.pool import WorkerPool
    from bantin.build.record_store import RecordStore
    from bantin.build.writer import Writer
    from bantin.catalogue import Catalogue, Entry
    from bantin.plan import Job
    from bantin.plan.documents import Document, TierShape
    from bantin.plan.sources import Sources
    from bantin.search.tier import Names

MOST = 64
"""Articles of a tier that changed, beyond which making it anew is no slower than patching."""
_FEW = 256
"""Articles of a tier whose parts are made here, at once: starting a process takes longer."""
_PASS = 4
"""Ranges of a tier for which the terms of its articles are fetched once: so many are in memory together."""
_SHARE = 4
"""One bucket in so many changed, and making all of them anew, by all workers, is faster."""


class Patched(NamedTuple):
    """The files of a range of buckets, made from those that were there."""

    files: dict[str, bytes]
    """The buckets that changed."""
    kept: list[str]
    """Paths of those that did not."""


class Indexer:
    """Makes the due parts of one build's index."""

    def __init__(
        self, sources: Sources, records: RecordStore, pool: WorkerPool, before: Callable[[], Catalogue | None]
    ) -> None:
        """`before`: gives the catalogue of the build that wrote what lies there, if only articles changed since."""
        self._sources = sources
        self._catalogue = sources.catalogue
        self._records = records
        self._pool = pool
        self._find_before = before
        self._names: Names | None = None

    @cached_property
    def _before(self) -> Catalogue | None:
        return self._find_before()

    def perform(self, jobs: Iterable[Job], writer: Writer, placer: Placer) -> None:
        """Write the files of the due `jobs`, and of the manifest of the index; `placer` takes what it can."""
        whole = []
        for job in jobs:
            patched = self._patch(job, writer)
            if patched is None:
                whole.append(job)
            else:
                writer.write(job, patched.files, patched.kept)
        small, large = _split(whole)
        left = [*placer.place(self._complete(small))]
        left += placer.place(self._complete(large), self._pool.share(len(large), _PASS))
        for job, files in self.make(left):
            writer.write(job, files)
        manifest = plan_manifest(self._sources, writer.paths(urls.INDEX))
        if not writer.is_current(manifest):
            writer.write(manifest, self._make_one(manifest))

    def make(self, jobs: list[Job]) -> Iterator[tuple[Job, dict[str, bytes]]]:
        """Yield each job with its files, made from all articles of its tier."""
        from bantin.build.workers import perform_batch  # noqa: PLC0415 - a build with nothing to do needs no templates

        small, large = _split(jobs)
        for (job, _), files in self._pool.run(perform_batch, self._attach(small)):
            yield job, files
        for (job, _), files in self._pool.run(perform_batch, self._attach(large), size=1):
            yield job, files

    def make_manifest(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Return the manifest of an index of the files at `paths`."""
        return self._make_one(plan_manifest(self._sources, paths))

    def _make_one(self, job: Job) -> dict[str, bytes]:
        from bantin.build.workers import perform_batch  # noqa: PLC0415 - as above

        (files,) = perform_batch(self._pool.payload, [(job, Parts())])
        return files

    def _complete(self, jobs: Iterable[Job]) -> Iterator[Job]:
        """Yield each job with the documents of its tier; `jobs` of one tier stand together, as the plan has them."""
        for _, found in groupby(jobs, _shape_of):
            documents: tuple[Document, ...] = ()
            for job in found:
                if isinstance(job.inputs, (SearchRange, SearchColumns)) and not job.inputs.documents:
                    documents = documents or list_documents(job.inputs, self._catalogue)
                    yield replace(job, inputs=complete(job.inputs, documents, self._catalogue.registry))
                else:
                    yield job

    def _attach(self, jobs: list[Job]) -> Iterator[tuple[Job, Parts]]:
        """Yield each job with its documents and their terms."""
        for _, found in groupby(self._complete(jobs), _shape_of):
            while some := list(islice(found, _PASS)):
                yield from self._attach_terms(some)

    def _attach_terms(self, jobs: list[Job]) -> Iterator[tuple[Job, Parts]]:
        """Yield some jobs of one tier with the terms of its documents, which are fetched once for all of them."""
        ranges = [job.inputs for job in jobs if isinstance(job.inputs, SearchRange)]
        entries = entries_of(ranges[0], self._catalogue) if ranges else []
        shares = iter(share_out(ranges, self._records.terms(entries)))
        for job in jobs:
            yield job, Parts(terms=next(shares)) if isinstance(job.inputs, SearchRange) else Parts()

    def _patch(self, job: Job, writer: Writer) -> Patched | None:
        """Return a range of buckets made from what is there, or None where that is not to be had or does not pay."""
        inputs, old = job.inputs, writer.intact(job.address)
        if not isinstance(inputs, SearchRange) or not old or len(inputs.numbers) <= MOST:
            return None
        then = self._find_documents(inputs)
        if then is None:
            return None
        gone, come = _compare(then, _number(inputs, self._catalogue))
        if len(gone) + len(come) > MOST:
            return None
        removed, added = self._postings(gone, inputs), self._postings(come, inputs)
        if removed is None or added is None:
            return None
        return _patch_files(inputs, old, writer, removed, added)

    def _find_documents(self, inputs: SearchRange) -> dict[int, Entry] | None:
        """Return the tier of a range as it was, by numbers, if it had the same shape."""
        if self._before is None:
            return None
        for shape, places, numbers in cut_tiers(list_days(self._before)):
            if shape == inputs.shape:
                return _number(replace(inputs, start=places.start, numbers=tuple(numbers)), self._before)
        return None

    def _postings(self, articles: Mapping[int, Entry], inputs: SearchRange) -> list[Posting] | None:
        """Return what articles give a range; None where the cache no longer knows the terms of one."""
        if self._names is None:
            lexicon = load_lexicon(self._pool.payload.phrases)
            self._names = hash_names(list_names(self._catalogue.registry), lexicon, 0, 1 << 32)
        low, high = range_of(inputs)
        found: list[Posting] = []
        for number, entry in articles.items():
            terms = self._records.known_terms(entry)
            if terms is None:
                return None
            one = replace(inputs, start=0, numbers=(number,))
            (document,) = list_documents(one, _only(entry, self._catalogue))
            found += find_postings(document, terms, self._names, low, high)
        return found


def _split(jobs: Iterable[Job]) -> tuple[list[Job], list[Job]]:
    """Return the jobs of small tiers and those of large ones."""
    small: list[Job] = []
    large: list[Job] = []
    for job in jobs:
        shape = _shape_of(job)
        (small if shape is None or shape.articles <= _FEW else large).append(job)
    return small, large


def _shape_of(job: Job) -> TierShape | None:
    return job.inputs.shape if isinstance(job.inputs, (SearchRange, SearchColumns)) else None


def _number(inputs: SearchRange, catalogue: Catalogue) -> dict[int, Entry]:
    return dict(zip(inputs.numbers, entries_of(inputs, catalogue), strict=True))


def _compare(then: dict[int, Entry], now: dict[int, Entry]) -> tuple[dict[int, Entry], dict[int, Entry]]:
    """Return the documents that are gone and those that came; one that changed is among both."""
    changed = [number for number in then.keys() | now.keys() if _mark(then.get(number)) != _mark(now.get(number))]
    gone = {number: then[number] for number in changed if number in then}
    return gone, {number: now[number] for number in changed if number in now}


def _mark(entry: Entry | None) -> tuple[str, str] | None:
    return (entry.key, entry.lists) if entry else None


def _only(entry: Entry, catalogue: Catalogue) -> Catalogue:
    return replace(catalogue, entries=(entry,), listed=[0], lists={})


def _patch_files(
    inputs: SearchRange,
    old: Mapping[str, Written],
    writer: Writer,
    removed: list[Posting],
    added: list[Posting],
) -> Patched | None:
    buckets: dict[int, tuple[list[Posting], list[Posting]]] = defaultdict(lambda: ([], []))
    less, more = set(removed), set(added)
    for index, postings in enumerate((less - more, more - less)):
        for posting in postings:
            buckets[bucket_of(posting.term, inputs.shape.buckets)][index].append(posting)
    if len(buckets) * _SHARE > inputs.high - inputs.low:
        return None
    paths = {int(path.rpartition("/b")[2].partition("-")[0]): path for path in old}
    files: dict[str, bytes] = {}
    for bucket, (gone, come) in buckets.items():
        path = paths.pop(bucket, "")
        data = writer.read(path) if path else EMPTY
        if path and blake2b(data, digest_size=SIZE).hexdigest() != old[path].digest:
            return None
        patched = patch_bucket(inputs.shape, bucket, data, gone, come)
        if patched is None:
            return None
        files |= patched
    return Patched(files, list(paths.values()))

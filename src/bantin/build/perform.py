"""Work that is due becomes files and cards: copies by this process, everything else by the pool."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bantin import urls
from bantin.build.picture_pipeline import PicturePipeline
from bantin.build.sink import SharedPlaces
from bantin.catalogue import make_card
from bantin.model import BantinError, name_fault
from bantin.plan.assets import CopyFile, PictureFiles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bantin.build.articles import Workplace
    from bantin.build.cache import Cache
    from bantin.build.content import Loaded
    from bantin.build.pictures.store import PictureStore
    from bantin.build.pool import WorkerPool
    from bantin.build.writer import Writer
    from bantin.model import Card, Host
    from bantin.plan import Job

_CHUNK = 500
"""Rows put into the cache at once."""


def make_cards(loaded: Loaded, pool: WorkerPool, cache: Cache) -> None:
    """Put the cards of new and changed articles into the cache."""
    renewed = [loaded.entries[path] for path in loaded.renewed if path in loaded.entries]

    def cards() -> Iterator[tuple[str, Card]]:
        for entry in loaded.records.lacks_cards(renewed):
            yield entry.card, make_card(loaded.records.article(entry), loaded.content)

    if not any(entry.card for entry in renewed):
        return
    from bantin.build.workers import render_cards  # noqa: PLC0415 - a build with nothing to do needs no templates

    rows: dict[str, bytes] = {}
    for (key, _), row in pool.run(render_cards, cards()):
        rows[key] = row
        if len(rows) >= _CHUNK:
            cache.put("card", rows)
            rows.clear()
    cache.put("card", rows)


class Placer:
    """Has the pool put in place what it makes, where it can."""

    def __init__(self, pool: WorkerPool, writer: Writer, cache: Cache) -> None:
        """It cannot where the pool is elsewhere, or the cache is in this process only."""
        self._pool = pool
        self._writer = writer
        self._places = SharedPlaces(cache.place, writer.sink) if cache.place and pool.is_near else None

    def place(self, jobs: Iterable[Job], size: int = 0) -> Iterable[Job]:
        """Have the files of `jobs` made and put in place, in batches of `size`; return those that must be made here."""
        if self._places is None:
            return jobs
        from bantin.build.workers import place_batch  # noqa: PLC0415 - as above

        lost = []
        orders = ((job, self._writer.known(job.address)) for job in jobs)
        for (job, _), placed in self._pool.run(partial(place_batch, self._places), orders, size):
            if placed is None:
                lost.append(job)
            else:
                self._writer.enter(job, placed)
        return lost


class Performer:
    """Makes the files of jobs."""

    def __init__(self, loaded: Loaded, host: Host, place: Workplace, store: PictureStore) -> None:
        self._loaded = loaded
        self._host = host
        self._pool = place.pool
        self._folder = place.folder
        self._pictures = PicturePipeline(place.folder, store, place.pool)

    def perform(
        self, jobs: Iterable[Job], write: Callable[[Job, dict[str, bytes]], None], placer: Placer | None = None
    ) -> list[Job]:
        """Make the files of `jobs` and hand them to `write`, while the plan goes on; but for those that `placer` takes.

        Returns the parts of the search index: each is the work of minutes, not of a moment.
        """
        parts: list[Job] = []
        pictures: list[Job] = []
        from bantin.build.workers import perform_batch  # noqa: PLC0415 - as above

        def pages() -> Iterator[Job]:
            for job in jobs:
                if isinstance(job.inputs, CopyFile):
                    write(job, {urls.output(job.address): self._copy(job.inputs)})
                elif isinstance(job.inputs, PictureFiles):
                    pictures.append(job)
                elif job.is_many:
                    parts.append(job)
                else:
                    yield job

        loaded = self._loaded
        left = placer.place(pages()) if placer else pages()
        for (job, _), files in self._pool.run(
            perform_batch, loaded.records.attach(left, loaded.entries, loaded.content)
        ):
            write(job, files)
        for job, files in self._pictures.develop(pictures):
            write(job, files)
        return parts

    def _copy(self, inputs: CopyFile) -> bytes:
        if inputs.index >= 0 and not inputs.source:
            return self._host.files[inputs.index].data
        try:
            return (self._folder / inputs.source).read_bytes()
        except OSError as error:
            raise BantinError("build.cannot_read", path=inputs.source, reason=name_fault(error)) from error

"""Work that is due becomes files and cards: copies by this process, everything else by the crew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.build.darkroom import Darkroom
from bantin.catalogue import make_card
from bantin.model import BantinError
from bantin.plan.assets import CopyFile, PictureFiles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from bantin.build.cache import Cache
    from bantin.build.content import Loaded
    from bantin.build.crew import Crew
    from bantin.build.pictures.store import PictureStore
    from bantin.model import Card, Host
    from bantin.plan import Job

_CHUNK = 500
"""Rows put into the cache at once."""


def make_cards(loaded: Loaded, crew: Crew, cache: Cache) -> None:
    """Put the cards of new and changed articles into the cache."""
    renewed = [loaded.entries[path] for path in loaded.renewed if path in loaded.entries]

    def cards() -> Iterator[tuple[str, Card]]:
        for entry in loaded.shelf.lacks_cards(renewed):
            yield entry.card, make_card(loaded.shelf.article(entry), loaded.content)

    if not any(entry.card for entry in renewed):
        return
    from bantin.build.workers import render_cards  # noqa: PLC0415 - a build with nothing to do needs no templates

    rows: dict[str, bytes] = {}
    for (key, _), row in crew.run(render_cards, cards()):
        rows[key] = row
        if len(rows) >= _CHUNK:
            cache.put("card", rows)
            rows.clear()
    cache.put("card", rows)


class Performer:
    """Makes the files of jobs."""

    def __init__(self, loaded: Loaded, host: Host, crew: Crew, folder: Path, store: PictureStore) -> None:
        """`folder`: content/."""
        self._loaded = loaded
        self._host = host
        self._crew = crew
        self._folder = folder
        self._darkroom = Darkroom(folder, store, crew)

    def perform(self, jobs: Iterable[Job], write: Callable[[Job, dict[str, bytes]], None]) -> list[Job]:
        """Make the files of `jobs` and hand them to `write`, while the plan goes on.

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
        with_parts = loaded.shelf.attach(pages(), loaded.entries, loaded.content)
        for (job, _), files in self._crew.run(perform_batch, with_parts):
            write(job, files)
        for job, files in self._darkroom.develop(pictures):
            write(job, files)
        return parts

    def _copy(self, inputs: CopyFile) -> bytes:
        if inputs.index >= 0 and not inputs.source:
            return self._host.files[inputs.index].data
        try:
            return (self._folder / inputs.source).read_bytes()
        except OSError as error:
            raise BantinError("build.cannot_read", path=inputs.source, reason=error.strerror or "") from error

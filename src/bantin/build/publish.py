"""A site whose content or folder changed: read, check, plan, render, write."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from bantin.build.articles import Workplace
from bantin.build.edition import Edition, make_edition
from bantin.build.index import Indexer
from bantin.build.perform import Performer, Placer, make_cards
from bantin.build.pictures.store import PICTURES, PictureStore
from bantin.build.pool import WorkerPool
from bantin.build.state import State, load_state, save_state
from bantin.model import ContentError
from bantin.plan import make_plan
from bantin.plan.assets import PictureFiles
from bantin.plan.files import plan_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.build.build_summary import BuildSummary
    from bantin.build.cache import Cache
    from bantin.build.options import BuildOptions
    from bantin.build.snapshot import Snapshot
    from bantin.build.writer import Tally, Writer
    from bantin.model import Host, Problem
    from bantin.plan import Job
    from bantin.plan.sources import Sources


@dataclass(frozen=True, slots=True)
class Published:
    """How an output folder was brought up to date."""

    edition: Edition
    """What it shows."""
    tally: Tally
    """What was done to the folder."""
    lost: tuple[Problem, ...]
    """Published addresses that it lacks."""


def judge(host: Host, found: Snapshot, cache: Cache, options: BuildOptions) -> tuple[Problem, ...]:
    """Return all problems of the content, with paths relative to the project."""
    with workplace(found, cache, options) as place:
        edition = make_edition(host, found, place, options.now, load_state(cache, None), is_thorough=True)
        return edition.ruins or (*edition.problems, *edition.find_lost(options.reference))


def publish(
    host: Host, found: Snapshot, cache: Cache, writer: Writer, options: BuildOptions, summary: BuildSummary | None
) -> Published:
    """Bring an output folder up to date.

    `summary`: of the build that wrote what is there. Raises ContentError where a site cannot be made without losing
    many pages, and under `strict` where the content has errors; then nothing is written.
    """
    with workplace(found, cache, options) as place:
        before = load_state(cache, writer.seal, summary)
        known = before or load_state(cache, None)
        edition = make_edition(host, found, place, options.now, known)
        if edition.ruins:
            raise ContentError(edition.ruins)
        lost = edition.find_lost(options.reference)
        options.refuse_errors((*edition.problems, *lost))
        make_cards(edition.loaded, place.pool, cache)
        cache.commit()
        scope = edition.find_scope(before) if writer.is_whole else None
        store = PictureStore(found.private / PICTURES)
        _render(edition, edition.sources(scope), place, store, writer, before)
        tally = writer.finish(scope.covers if scope else _everything)
        _remember(edition, cache, writer.seal, known)
        if store.is_grown:
            pictures = (job.inputs for job in plan_files(edition.sources(None)))
            store.prune({one.key for one in pictures if isinstance(one, PictureFiles)})
    return Published(edition, tally, lost)


def _render(
    edition: Edition, sources: Sources, place: Workplace, store: PictureStore, writer: Writer, before: State | None
) -> None:
    """Put in place what is due of the plan."""

    def due() -> Iterator[Job]:
        for job in make_plan(sources):
            if not writer.is_current(job):
                place.progress("plan", 1)
                yield job

    placer = Placer(place.pool, writer, place.cache)
    parts = Performer(edition.loaded, edition.host, place, store).perform(due(), writer.write, placer)
    Indexer(sources, edition.loaded.records, place.pool, partial(edition.catalogue_of, before)).perform(
        parts, writer, placer
    )


def _remember(edition: Edition, cache: Cache, seal: str, known: State | None) -> None:
    """Keep what the next build may start from, and forget what no build needs any more."""
    entries = edition.loaded.entries.values()
    for table in ("article", "body", "terms"):
        cache.prune(table, len(entries), (entry.key for entry in entries))
    cache.prune("card", len(entries), (entry.card for entry in entries))
    save_state(cache, seal, edition.state(), known)


def _everything(_: str) -> bool:
    """Say that a plan speaks of every address."""
    return True


@contextmanager
def workplace(found: Snapshot, cache: Cache, options: BuildOptions) -> Iterator[Workplace]:
    """Give what a build works with, for as long as it works."""
    with closing(WorkerPool(found.payload, options.workers, options.executor)) as pool:
        yield Workplace(found.folder, cache, pool, options.progress)

"""The site as it is now, in memory: a page is made when somebody asks for it, and nothing is written."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from bantin import urls
from bantin.build.articles import Workplace
from bantin.build.edition import Edition, make_edition
from bantin.build.index import Indexer
from bantin.build.perform import Performer, make_cards
from bantin.build.pictures.store import PICTURES, PictureStore
from bantin.build.pool import WorkerPool
from bantin.build.snapshot import take_snapshot
from bantin.build.state import load_state, save_state
from bantin.plan import make_plan
from bantin.plan.assets import PictureFiles
from bantin.plan.moves import find_moved
from bantin.plan.scope import scope_of

if TYPE_CHECKING:
    from datetime import datetime

    from bantin.build.cache import Cache
    from bantin.build.project import Project
    from bantin.build.state import State
    from bantin.model import Host, Problem
    from bantin.plan import Job
    from bantin.plan.sources import Sources

_SEAL = "preview"
"""Under this name the cache keeps what a preview knows, for the next one to start from."""


def _silent(_: str, __: int) -> None:
    """Tell nobody."""


class LiveSite:
    """One project in the making. Its methods may be called from several threads."""

    def __init__(self, project: Project, cache: Cache) -> None:
        self._project = project
        self._cache = cache
        self._lock = Lock()
        self._edition: Edition | None = None
        self._sources: Sources | None = None
        self._state: State | None = None
        self._made: dict[str, dict[str, bytes]] = {}
        """Files of the search index by the fingerprints of their jobs."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the content, as it was last looked at."""
        return self._edition.problems if self._edition else ()

    def refresh(self, host: Host, now: datetime) -> bool:
        """Look at the files again; tell whether the site is another one. Raises ConfigError."""
        with self._lock:
            before = self._state
            summary = before.summary if before else None
            found = take_snapshot(self._project, host, summary, time.time_ns())
            if summary is not None and found.equals(summary, now):
                return False
            known = before or load_state(self._cache, None)
            old = self._edition
            shared = old.shared if old and old.snapshot.sources == found.sources else None
            with closing(WorkerPool(found.payload)) as pool:
                place = Workplace(found.folder, self._cache, pool, _silent)
                edition = make_edition(host, found, place, now, known, shared)
                make_cards(edition.loaded, pool, self._cache)
            self._edition, self._sources, self._state = edition, edition.sources(None), edition.state()
            if before is None:
                save_state(self._cache, _SEAL, self._state, known)
            self._cache.commit()
            return True

    def file(self, path: str) -> bytes | None:
        """Return the file that a host would serve at `path` below the site, None where there is none."""
        with self._lock:
            if self._edition is None or self._sources is None:
                return None
            if path.startswith(urls.INDEX) and path.endswith(".bin"):
                return self._index(self._edition, self._sources).get(path)
            folder, _, name = path.rpartition("/")
            address = path if name != "index.html" else (f"{folder}/" if folder else "")
            wanted = self._find_job(self._sources, path, address)
            sources = replace(self._sources, scope=scope_of(wanted))
            for job in make_plan(sources):
                # Data, feeds and pictures come in several forms beside each other: one job makes them all.
                is_beside = path.endswith((".json", ".csv")) and job.address == urls.feed(f"{folder}/" * bool(folder))
                is_beside |= path.startswith(urls.DATA) and job.address.rpartition("/")[0] == folder
                is_form = isinstance(job.inputs, PictureFiles) and path in job.inputs.paths
                if job.address == wanted or is_beside or is_form:
                    found = self._files(job, self._edition)
                    if path in found:
                        return found[path]
            return None

    @staticmethod
    def _find_job(sources: Sources, path: str, address: str) -> str:
        """Return the address of the job that makes the file at `path`, which is mostly its own."""
        if path.startswith(urls.HOST_RULES):
            return urls.HOST_RULES
        moved = find_moved(sources, path)
        return urls.article(moved) + urls.OLD if moved else address

    def _files(self, job: Job, edition: Edition) -> dict[str, bytes]:
        files: dict[str, bytes] = {}
        with closing(WorkerPool(edition.snapshot.payload, workers=1)) as pool:
            store = PictureStore(edition.snapshot.private / PICTURES)
            place = Workplace(edition.snapshot.folder, self._cache, pool, _silent)
            Performer(edition.loaded, edition.host, place, store).perform([job], lambda _, made: files.update(made))
        return files

    def _index(self, edition: Edition, sources: Sources) -> dict[str, bytes]:
        """Return the files of the search index; parts that are as they were are not made again."""
        parts = [job for job in make_plan(sources) if job.is_many]
        with closing(WorkerPool(edition.snapshot.payload)) as pool:
            indexer = Indexer(sources, edition.loaded.records, pool, lambda: None)
            due = indexer.make([job for job in parts if job.fingerprint not in self._made])
            known = self._made | {job.fingerprint: files for job, files in due}
            self._made = {job.fingerprint: known[job.fingerprint] for job in parts}
            files = {path: data for made in self._made.values() for path, data in made.items()}
            return files | indexer.make_manifest(files)

"""The way from content to site, in order: scan, read, check, plan, render, write."""

from __future__ import annotations

import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bantin.build.articles import Workplace
from bantin.build.crew import Crew
from bantin.build.edition import Edition, make_edition
from bantin.build.lock import hold
from bantin.build.manifest import manifest_path
from bantin.build.perform import Performer, make_cards
from bantin.build.state import load_outline, load_state, save_state
from bantin.build.survey import survey
from bantin.build.writer import SiteWriter
from bantin.model import ConfigError, ContentError, Problem
from bantin.plan import make_plan
from bantin.text.dates import VIETNAM

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor
    from datetime import datetime

    from bantin.build.cache import Cache
    from bantin.build.project import Project
    from bantin.build.state import State
    from bantin.build.survey import Survey
    from bantin.build.writer import Tally
    from bantin.model import Host
    from bantin.plan import Job


def _silent(_: str, __: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build; what to build stands in the project."""

    now: datetime
    out: Path
    workers: int | None = None
    """None: one a core."""
    strict: bool = False
    executor: Executor | None = None
    """In the place of our own processes; functions and values that it gets can be pickled."""
    progress: Callable[[str, int], None] = _silent
    """Told (stage, steps done since) while working: `read`, `plan` (pages found to be due), `render`."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    articles: int
    rendered: int
    """Pages and other jobs that were run."""
    written: int
    deleted: int
    seconds: float
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many problems keep something out of the site."""
        return sum(problem.severity == "error" for problem in self.problems)

    def as_values(self) -> dict[str, object]:
        """Return what fills the closing line of a build."""
        counts = {name: getattr(self, name) for name in ("articles", "rendered", "written", "deleted")}
        return {**counts, "seconds": f"{self.seconds:.1f}".replace(".", ",")}


def check_content(project: Project, host: Host, cache: Cache, options: BuildOptions) -> tuple[Problem, ...]:
    """Return all problems of the content, with paths relative to the project."""
    outline = load_outline(cache, None)
    found = survey(project, host, outline, time.time_ns())
    if outline is not None and found.equals(outline, _instant(options)):
        return outline.problems
    with _workplace(found, cache, options) as place:
        return make_edition(host, found, place, options.now, load_state(cache, None)).problems


def build_site(project: Project, host: Host, cache: Cache, options: BuildOptions) -> Report:
    """Bring the output folder to the state that content and configuration ask for.

    Raises ContentError under `strict` where the content has errors; then nothing is written. Raises BantinError where
    the disk refuses, or another build holds the lock for too long.
    """
    started = time.monotonic()
    _refuse_dangerous(project, host, options.out)
    if options.strict and not host.settings.site_url:
        raise ConfigError("config.no_site_url")
    with hold(project), closing(SiteWriter(options.out, manifest_path(project.private, options.out))) as writer:
        outline = load_outline(cache, writer.seal)
        found = survey(project, host, outline or load_outline(cache, None), time.time_ns())
        if outline is not None and found.equals(outline, _instant(options)) and writer.is_whole:
            _refuse_errors(outline.problems, options)
            return Report(outline.articles, 0, 0, 0, time.monotonic() - started, outline.problems)
        with _workplace(found, cache, options) as place:
            return _build(host, found, place, writer, options, started)


def _build(
    host: Host, found: Survey, place: Workplace, writer: SiteWriter, options: BuildOptions, started: float
) -> Report:
    before = load_state(place.cache, writer.seal)
    edition = make_edition(host, found, place, options.now, before or load_state(place.cache, None))
    _refuse_errors(edition.problems, options)
    make_cards(edition.loaded, place.crew, place.cache)
    place.cache.commit()
    rendered, tally = _write(edition, before, place, writer)
    _remember(edition, place.cache, writer.seal)
    seconds = time.monotonic() - started
    return Report(len(edition.catalogue.entries), rendered, tally.written, tally.deleted, seconds, edition.problems)


def _write(edition: Edition, before: State | None, place: Workplace, writer: SiteWriter) -> tuple[int, Tally]:
    """Bring the output folder up to date; return how many jobs were run, and what was done to the folder."""
    scope = edition.find_scope(before) if writer.is_whole else None
    rendered = 0

    def due() -> Iterator[Job]:
        for job in make_plan(edition.sources(scope)):
            if not writer.is_current(job):
                place.progress("plan", 1)
                yield job

    def write(job: Job, files: dict[str, bytes]) -> None:
        nonlocal rendered
        rendered += 1
        writer.write(job, files)
        place.progress("render", 1)

    Performer(edition.loaded, edition.host, place.crew, place.folder).perform(due(), write)
    return rendered, writer.finish(scope.covers if scope else _everything)


def _remember(edition: Edition, cache: Cache, seal: str) -> None:
    """Keep what the next build may start from, and forget what no build needs any more."""
    entries = edition.loaded.entries.values()
    for table in ("article", "body"):
        cache.prune(table, (entry.key for entry in entries))
    cache.prune("card", (entry.card for entry in entries))
    save_state(cache, seal, edition.state())


def _everything(_: str) -> bool:
    """Say that a plan speaks of every address."""
    return True


def _instant(options: BuildOptions) -> str:
    return options.now.astimezone(VIETNAM).isoformat()


@contextmanager
def _workplace(found: Survey, cache: Cache, options: BuildOptions) -> Iterator[Workplace]:
    with closing(Crew(found.payload, options.workers, options.executor)) as crew:
        yield Workplace(found.folder, cache, crew, options.progress)


def _refuse_errors(problems: tuple[Problem, ...], options: BuildOptions) -> None:
    if options.strict and any(problem.severity == "error" for problem in problems):
        raise ContentError(problems)


def _refuse_dangerous(project: Project, host: Host, out: Path) -> None:
    """Refuse an output folder that holds the sources: a site would be mixed into them."""
    content = project.content(host.settings).resolve()
    if out in (project.root, content) or out in content.parents or content in out.parents:
        raise ConfigError("config.output_in_content", folder=out)

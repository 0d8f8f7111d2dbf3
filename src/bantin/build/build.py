"""The way from content to site, in order: scan, read, check, plan, render, write."""

from __future__ import annotations

import time
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from bantin import urls
from bantin.build.articles import Workplace
from bantin.build.code import digest_code
from bantin.build.content import Loaded, load_content
from bantin.build.delta import find_scope
from bantin.build.index import fetch_terms, name_index_files, read_lexicon
from bantin.build.manifest import manifest_path
from bantin.build.scan import scan_content
from bantin.build.state import State, load_state, save_state
from bantin.build.withheld import find_withheld
from bantin.build.workers import Payload, make_executor, perform_batch, read_batch, run_batches
from bantin.build.writer import SiteWriter
from bantin.catalogue import make_catalogue
from bantin.check.references import locate
from bantin.messages import load_messages
from bantin.model import BantinError, ConfigError, ContentError, Problem, digest
from bantin.plan import Base, Job, make_plan
from bantin.plan.documents import SearchRange
from bantin.plan.jobs import CopyFile
from bantin.plan.sources import Sources
from bantin.read.findings import Findings
from bantin.render.templates import digest_folders, theme_dir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor
    from datetime import datetime

    from bantin.build.cache import Cache
    from bantin.build.project import Project
    from bantin.model import Host

_WAIT = 600
"""Seconds that a second build waits for the first."""


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
    """Told (stage, steps done since) while working; `plan` says how many pages will be rendered."""


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
    loaded = _load(project, host, cache, options, _prepare(project, host))
    return _relative(host, (*loaded.problems, *_check_host(host, loaded)))


def build_site(project: Project, host: Host, cache: Cache, options: BuildOptions) -> Report:
    """Bring the output folder to the state that content and configuration ask for.

    Raises ContentError under `strict` where the content has errors; then nothing is written. Raises BantinError where
    the disk refuses, or another build holds the lock for too long.
    """
    started = time.monotonic()
    _refuse_dangerous(project, host, options.out)
    if options.strict and not host.settings.site_url:
        raise ConfigError("config.no_site_url")
    with _lock(project):
        manifest = manifest_path(project.private, options.out)
        before = load_state(cache, manifest.name)
        base, payload = prepared = _prepare(project, host)
        loaded = _load(project, host, cache, options, prepared, before)
        problems = _relative(host, (*loaded.problems, *_check_host(host, loaded)))
        if options.strict and any(problem.severity == "error" for problem in problems):
            raise ContentError(problems)
        catalogue = make_catalogue(loaded.articles, loaded.content, options.now)
        writer = SiteWriter(options.out, manifest)
        is_sure = before is not None and before.seal == writer.seal and writer.is_whole
        scope = find_scope(before, loaded, catalogue, cache) if is_sure else None
        withheld = find_withheld(loaded.records, (*host.pages, host.introduction), loaded.content)
        sources = Sources(catalogue, loaded.content, host, base, loaded.references, withheld, scope)
        due = [job for job in make_plan(sources).values() if not writer.is_current(job)]
        options.progress("plan", len(due))
        paths = {key: article.path for article in loaded.articles for key in (article.body, article.terms)}
        bodies = _Bodies(cache, project.content(host.settings), payload, paths)
        with closing(writer):
            for job, files in _perform(due, project, host, bodies, options):
                writer.write(job, files)
                options.progress("render", 1)
            name_index_files(sources, payload, writer)
            tally = writer.finish(scope.covers if scope else _everything)
        cache.prune("body", (article.body for article in loaded.articles))
        cache.prune("terms", (article.terms for article in loaded.articles))
        save_state(cache, manifest.name, State(loaded.ground, writer.seal, loaded.known, loaded.flawed))
    seconds = time.monotonic() - started
    return Report(len(catalogue.articles), len(due), tally.written, tally.deleted, seconds, problems)


def _everything(_: str) -> bool:
    """Say that a plan speaks of every address."""
    return True


def _load(
    project: Project,
    host: Host,
    cache: Cache,
    options: BuildOptions,
    prepared: tuple[Base, Payload],
    before: State | None = None,
) -> Loaded:
    folder = project.content(host.settings)
    if not folder.is_dir():
        raise ConfigError("config.no_content", folder=host.settings.content_dir)
    base, payload = prepared
    run = (options.workers, options.executor, options.progress)
    place = Workplace(folder, cache, payload, *run, digest(base, payload.digest), time.time_ns())
    loaded = load_content(scan_content(folder), place, options.now, before)
    cache.commit()
    return loaded


def _prepare(project: Project, host: Host) -> tuple[Base, Payload]:
    """Return what every job depends on, and what workers need of the site."""
    folders = (*(project.root / folder for folder in host.settings.theme_dirs), theme_dir())
    base = Base(
        code=digest_code(),
        settings=digest(replace(host.settings, site_dir="")),
        texts=load_messages(host.settings.language).digest,
        templates=digest_folders(folders),
        frames={name: digest(html) for name, html in host.frames.items()},
    )
    needed, names = replace(host, files=()), tuple(map(str, folders))
    lexicon = read_lexicon(project.content(host.settings))
    return base, Payload(digest(needed, names, lexicon.digest), needed, names, lexicon)


def _check_host(host: Host, loaded: Loaded) -> Iterator[Problem]:
    """Judge the links of standing pages and of the introduction."""
    for page in (*host.pages, host.introduction):
        findings = Findings(page.path)
        for reference in page.references:
            located = locate(reference.target, page.path, loaded.content)
            if located.fault == "hidden":
                findings.warning("link-hidden", reference.line, reference.column, target=reference.target)
            elif located.fault:
                place = (reference.line, reference.column)
                findings.error("link-broken", *place, target=reference.target, near="", path=located.path)
        yield from findings.problems


def _relative(host: Host, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    prefix = f"{host.settings.content_dir}/"
    return tuple(sorted(replace(problem, path=prefix + problem.path) for problem in problems))


def _perform(
    due: list[Job], project: Project, host: Host, bodies: _Bodies, options: BuildOptions
) -> Iterator[tuple[Job, dict[str, bytes]]]:
    """Yield each job with its files: copies first, by this process, pages by the workers."""
    pages = []
    for job in due:
        if isinstance(job.inputs, CopyFile):
            yield job, {urls.output(job.address): _copy(job.inputs, project, host)}
        else:
            pages.append(job)
    own = None if options.executor else make_executor(options.workers, len(pages))
    executor, width = own or (options.executor, 2)
    assert executor is not None  # noqa: S101 - tells the type checker
    try:
        results = run_batches(executor, width, perform_batch, bodies.payload, bodies.attach(pages))
        for (job, _), files in results:
            yield job, files
    finally:
        if own:
            executor.shutdown(cancel_futures=True)


def _copy(inputs: CopyFile, project: Project, host: Host) -> bytes:
    if inputs.index >= 0 and not inputs.source:
        return host.files[inputs.index].data
    path = project.content(host.settings) / inputs.source
    try:
        return path.read_bytes()
    except OSError as error:
        raise BantinError("build.cannot_read", path=inputs.source, reason=error.strerror or "") from error


_FETCH = 500
"""Jobs whose bodies are fetched from the cache at once."""


@dataclass(frozen=True, slots=True)
class _Bodies:
    """Rendered bodies: from the cache, or where it lost one, from the file again."""

    cache: Cache
    content: Path
    payload: Payload
    paths: dict[str, str]
    """An article's path by the key of its body and by that of its terms."""

    def attach(self, jobs: list[Job]) -> Iterator[tuple[Job, tuple[bytes, ...]]]:
        """Yield each job with the HTML of its bodies, or with the terms of its documents."""
        pages = [job for job in jobs if not isinstance(job.inputs, SearchRange)]
        for start in range(0, len(pages), _FETCH):
            chunk = pages[start : start + _FETCH]
            found = self.cache.get("body", {key for job in chunk for key in job.bodies})
            for job in chunk:
                yield job, tuple(found[key] if key in found else self._make(key)[0] for key in job.bodies)
        for job in jobs:
            if isinstance(job.inputs, SearchRange):
                make = lambda key: self._make(key)[1]  # noqa: E731 - one use
                yield job, tuple(fetch_terms(self.cache, job.inputs, job.bodies, make))

    def _make(self, key: str) -> tuple[bytes, bytes]:
        path = self.paths[key]
        ((_, html, terms),) = read_batch(self.payload, [(path, (self.content / path).read_bytes())])
        return html.encode(), terms


@contextmanager
def _lock(project: Project) -> Iterator[None]:
    """Hold the project: a second build waits."""
    try:
        project.private.mkdir(exist_ok=True)
        lock = FileLock(project.private / "lock", timeout=_WAIT)
        lock.acquire()
    except Timeout as error:
        raise BantinError("build.busy") from error
    except OSError as error:
        raise BantinError("build.cannot_write", path=".bantin", reason=error.strerror or "") from error
    try:
        yield
    finally:
        lock.release()


def _refuse_dangerous(project: Project, host: Host, out: Path) -> None:
    """Refuse an output folder that holds the sources: a site would be mixed into them."""
    content = project.content(host.settings).resolve()
    if out in (project.root, content) or out in content.parents or content in out.parents:
        raise ConfigError("config.output_in_content", folder=out)

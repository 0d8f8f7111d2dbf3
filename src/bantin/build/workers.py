"""Work that any process can do: a batch of plain values in, plain values out.

Workers import neither mkdocs nor Pillow nor the command line. What they need of the site comes with each batch as a
`Payload`, which a process unpacks once.
"""

from __future__ import annotations

import gc
import importlib
import os
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from bantin import urls
from bantin.build.records import Record
from bantin.messages import load_messages
from bantin.model import Body, Host, digest
from bantin.model.settings import MOST_WORKERS
from bantin.outputs.sitemap import write_sitemap
from bantin.plan.documents import SearchColumns, SearchDictionary, SearchManifest, SearchRange
from bantin.plan.jobs import Sitemap, StandingPageJob
from bantin.read import read_article
from bantin.read.article import article_digest
from bantin.read.findings import Findings
from bantin.render.markdown import BodyRenderer
from bantin.render.pages import PageRenderer
from bantin.render.templates import Templates
from bantin.search.index import write_index
from bantin.search.lexicon import Lexicon
from bantin.search.terms import article_terms
from bantin.text.slots import Slotted
from bantin.views import Site, make_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bantin.plan import Job

Item = TypeVar("Item")
Sources = tuple[bytes, ...]
"""What a job needs from the cache: the HTML of its bodies, or the terms of its documents."""
Result = TypeVar("Result")

BATCH = 200
"""Items a batch: large enough that sending it costs little, small enough that two processes end together."""
_AHEAD = 4
"""Batches under way for each worker: none waits, and memory holds no more than these."""


@dataclass(frozen=True)
class Payload:
    """What workers need of the site; two of one digest are equal."""

    digest: str
    host: Host = field(compare=False)
    folders: tuple[str, ...] = field(compare=False)
    """Folders of templates, the ward's own first."""
    lexicon: Lexicon = field(default=Lexicon(), compare=False)
    """Phrases that search takes for one another."""


@lru_cache(maxsize=2)
def _body_renderer(payload: Payload) -> BodyRenderer:
    settings = payload.host.settings
    configs = {name: _resolve(config) for name, config in (settings.extension_configs or {}).items()}
    return BodyRenderer(settings.markdown_extensions, configs, load_messages(settings.language))


def _resolve(value: Any) -> Any:
    """Return a configuration with functions in the place of {"python": "module:name"}."""
    if isinstance(value, dict):
        if set(value) == {"python"}:
            module, _, name = value["python"].partition(":")
            return getattr(importlib.import_module(module), name)
        return {key: _resolve(one) for key, one in value.items()}
    return [_resolve(one) for one in value] if isinstance(value, list) else value


@lru_cache(maxsize=2)
def _page_renderer(payload: Payload) -> tuple[Site, PageRenderer]:
    texts = load_messages(payload.host.settings.language)
    site = Site(payload.host.settings, texts)
    return site, PageRenderer(site, payload.host.frames, Templates(payload.folders, texts))


def read_batch(payload: Payload, files: Sequence[tuple[str, bytes]]) -> list[tuple[Record, str, bytes]]:
    """Return (record, HTML of the body, search terms) of each (path, bytes)."""
    with _without_collecting():
        return [_read(payload, path, data) for path, data in files]


def _read(payload: Payload, path: str, data: bytes) -> tuple[Record, str, bytes]:
    reading = read_article(path, data, payload.host.settings.article_limit_kb)
    article, problems, body, terms = reading.article, reading.problems, Body("", (), "", ()), b""
    if article and reading.text:
        try:
            body = _body_renderer(payload).render(reading.text, reading.text_line)
        except Exception as fault:  # noqa: BLE001 - extensions raise anything; the editor gets a problem, not a traceback
            findings = Findings(path)
            findings.error("markdown-failed", reading.text_line, fault=type(fault).__name__)
            problems += tuple(findings.problems)
        summary = article.summary or body.lead
        article = replace(article, summary=summary, body=digest(body.html))
        terms = article_terms(article, body.html, payload.lexicon)
        article = replace(article, digest=article_digest(article), terms=digest(terms))
    return Record(article, reading.places, problems, replace(body, html="")), body.html, terms


def perform_batch(payload: Payload, jobs: Sequence[tuple[Job, Sources]]) -> list[dict[str, bytes]]:
    """Return the files of each job, given what the cache holds for it."""
    with _without_collecting():
        return [_perform(payload, job, bodies) for job, bodies in jobs]


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep the garbage collector out of a batch: a fifth of its time went into looking for what is not there."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _perform(payload: Payload, job: Job, sources: Sources) -> dict[str, bytes]:
    inputs = job.inputs
    if isinstance(inputs, (SearchRange, SearchColumns, SearchDictionary, SearchManifest)):
        return write_index(inputs, payload.lexicon, sources)
    bodies = tuple(body.decode() for body in sources)
    if isinstance(inputs, Sitemap):
        return {job.address: write_sitemap(inputs, payload.host.settings.site_url)}
    if isinstance(inputs, StandingPageJob):
        page_text = Slotted(payload.host.pages[inputs.index].html).fill_references(inputs.references)
        return {urls.output(job.address): page_text.encode()}
    site, renderer = _page_renderer(payload)
    page = make_page(inputs, site, renderer.root(job.address), bodies)
    return {urls.output(job.address): renderer.render(page, job.address)}


class SerialExecutor(Executor):
    """Runs each call at once, in this process."""

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:
        """Return a future that is done."""
        future: Future[Result] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - raised again where the result is asked for
            future.set_exception(error)
        return future


def make_executor(workers: int | None, items: int) -> tuple[Executor, int]:
    """Return an executor for so many items, and its number of workers; small work is not worth a process."""
    count = workers or min(os.cpu_count() or 1, MOST_WORKERS)
    if count == 1 or items <= BATCH:
        return SerialExecutor(), 1
    return ProcessPoolExecutor(count), count


def run_batches(
    executor: Executor, width: int, function: Callable[..., list[Result]], payload: Payload, items: Iterable[Item]
) -> Iterator[tuple[Item, Result]]:
    """Yield (item, its result) in the order of `items`, with a bounded number of batches under way."""
    source = iter(items)
    waiting: list[tuple[list[Item], Future[list[Result]]]] = []
    while True:
        while len(waiting) < width * _AHEAD and (batch := list(islice(source, BATCH))):
            waiting.append((batch, executor.submit(function, payload, batch)))
        if not waiting:
            return
        batch, future = waiting.pop(0)
        yield from zip(batch, future.result(), strict=True)

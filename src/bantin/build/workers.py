"""Work that any process can do: a batch of plain values in, plain values out.

On the machine of the cache and the site, pages need not pass between processes (`place_batch`). Workers import neither
mkdocs nor Pillow nor the command line. What they need of the site comes with each batch as a `Payload`, which a process
unpacks once.
"""

from __future__ import annotations

import gc
import importlib
import json
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from bantin import urls
from bantin.build.cache import CacheReader
from bantin.build.parts import find_parts
from bantin.build.records import Record, encode_record
from bantin.check.prose import IGNORE_MARK, Manuscript, check_prose
from bantin.messages import load_messages
from bantin.model import Body, digest
from bantin.outputs.files import write_files
from bantin.plan.documents import SearchColumns, SearchDictionary, SearchManifest, SearchRange
from bantin.plan.jobs import StandingPageJob
from bantin.read import read_article
from bantin.read.article import article_digest
from bantin.read.findings import Findings
from bantin.render.markdown import BodyRenderer
from bantin.render.pages import PageRenderer
from bantin.render.templates import Templates
from bantin.search.index import write_index
from bantin.search.lexicon import Lexicon, load_lexicon
from bantin.search.terms import article_terms
from bantin.views import Site, make_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bantin.build.manifest import Written
    from bantin.build.pool import Payload
    from bantin.build.sink import Put, SharedPlaces
    from bantin.model import Article, Card, Problem
    from bantin.plan import Job
    from bantin.plan.jobs import Parts
    from bantin.read.article import Reading


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


@lru_cache(maxsize=2)
def _lexicon(payload: Payload) -> Lexicon:
    return load_lexicon(payload.phrases)


def read_batch(payload: Payload, files: Sequence[tuple[str, bytes]]) -> list[tuple[bytes, bytes, bytes]]:
    """Return (record, HTML of its body, its terms for the search index) of each (path, bytes)."""
    with _without_collecting():
        return [_read(payload, path, data) for path, data in files]


def _read(payload: Payload, path: str, data: bytes) -> tuple[bytes, bytes, bytes]:
    reading = read_article(path, data, payload.host.settings.article_limit_kb)
    article, problems, body, terms = reading.article, reading.problems, Body("", (), "", ()), b""
    if article and reading.text:
        try:
            body = _body_renderer(payload).render(reading.text, reading.text_line)
        except Exception as fault:  # noqa: BLE001 - extensions raise anything; the editor gets a problem, not a traceback
            findings = Findings(path)
            findings.error("markdown-failed", reading.text_line, fault=type(fault).__name__)
            problems += tuple(findings.problems)
        found = {"summary": article.summary or body.lead, "body": digest(body.html)}
        mark = article_digest(article, found)
        article = replace(article, summary=found["summary"], body=found["body"], digest=mark)
        problems += _check_text(payload, article, reading, data)
        terms = article_terms(article, body.html, _lexicon(payload))
    record = Record(article, reading.places, problems, replace(body, html=""))
    return encode_record(record), body.html.encode(), terms


def _check_text(payload: Payload, article: Article, reading: Reading, data: bytes) -> tuple[Problem, ...]:
    settings = payload.host.settings
    manuscript = Manuscript(article, reading.text, reading.text_line, reading.places, settings.title_limit)
    source = data.decode("utf-8", "replace").lstrip("\ufeff").replace("\r\n", "\n") if IGNORE_MARK in data else ""
    return check_prose(manuscript, source, settings.ignored_rules)


def render_cards(payload: Payload, cards: Sequence[tuple[str, Card]]) -> list[bytes]:
    """Return the HTML of each (key, card) in its forms (`CardHtml`), as JSON."""
    _, renderer = _page_renderer(payload)
    with _without_collecting():
        return [json.dumps(renderer.card(card), ensure_ascii=False).encode() for _, card in cards]


def perform_batch(payload: Payload, jobs: Sequence[tuple[Job, Parts]]) -> list[dict[str, bytes]]:
    """Return the files of each job, made with its parts."""
    with _without_collecting():
        return [_perform(payload, job, parts) for job, parts in jobs]


Order = tuple["Job", "dict[str, Written]"]
"""A job, and what is known of the files that it had."""


def place_batch(places: SharedPlaces, payload: Payload, orders: Sequence[Order]) -> list[dict[str, Put] | None]:
    """Make the files of each job and put them in place; None for a job of whose parts the cache has lost some."""
    jobs = [job for job, _ in orders]
    with _without_collecting(), CacheReader(places.cache) as rows:
        found = find_parts(rows, jobs)
        made = [
            None if parts is None else _perform(payload, job, parts) for job, parts in zip(jobs, found, strict=True)
        ]
    files = {path: data for one in made if one is not None for path, data in one.items()}
    placed = places.sink.put(files, {path: written for _, known in orders for path, written in known.items()})
    return [None if one is None else {path: placed[path] for path in one} for one in made]


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


def _perform(payload: Payload, job: Job, parts: Parts) -> dict[str, bytes]:
    inputs = job.inputs
    if isinstance(inputs, (SearchRange, SearchColumns, SearchDictionary, SearchManifest)):
        return write_index(inputs, _lexicon(payload), parts.terms)
    if isinstance(inputs, StandingPageJob):
        _, renderer = _page_renderer(payload)
        page = renderer.standing(payload.host.pages[inputs.index].html, inputs.references, job.address)
        return {urls.output(job.address): page}
    site, renderer = _page_renderer(payload)
    files = write_files(job, site, renderer.templates, parts.bodies)
    if files is not None:
        return files
    made = make_page(inputs, site, renderer.root(job.address), parts)
    return {urls.output(job.address): renderer.render(made, job.address)}

"""The content on the disk becomes checked facts, through the cache."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from bantin.build.media import read_media
from bantin.build.records import Record, decode_record, encode_record
from bantin.build.workers import Payload, make_executor, read_batch, run_batches
from bantin.catalogue.catalogue import is_shown
from bantin.check import Content, Subject, check_article, check_hidden_links, check_site
from bantin.model import Problem, Settings
from bantin.model.digest import SIZE, digest
from bantin.read import read_registry
from bantin.read.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor
    from datetime import datetime
    from pathlib import Path

    from bantin.build.cache import Cache
    from bantin.build.scan import Scan
    from bantin.model import Article, Reference


@dataclass(frozen=True, slots=True)
class Loaded:
    """The content, read and judged."""

    content: Content
    articles: tuple[Article, ...]
    """The sound ones, embargoed and drafts among them."""
    references: dict[str, tuple[Reference, ...]]
    problems: tuple[Problem, ...]
    """Sorted; paths below content/."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """What reading needs besides the files."""

    folder: Path
    cache: Cache
    payload: Payload
    workers: int | None
    executor: Executor | None
    progress: Callable[[str, int], None]
    """Told (what is done, how many more of it are done)."""


def load_content(scan: Scan, place: Workplace, now: datetime) -> Loaded:
    """Return everything in content/, with all problems of all files."""
    problems = list(scan.problems)
    registry, found = read_registry(_read_registry_files(scan.registry, place.folder, problems))
    problems += found
    media = read_media(place.folder, scan.media, place.cache)
    records = dict(_read_articles(scan.articles, place, problems))
    read = {path: record.article is not None for path, record in records.items()}
    everything = Content(registry, read, media, frozenset(scan.pages), frozenset(scan.files))
    problems += _check(records, scan, everything)
    broken = {problem.path for problem in problems if problem.severity == "error"}
    sound = [record.article for path, record in records.items() if record.article and path not in broken]
    shown = dict.fromkeys(records, False) | {article.path: is_shown(article, now) for article in sound}
    content = Content(registry, shown, media, everything.pages, everything.files)
    if not all(shown.values()):
        for article in sound:
            problems += check_hidden_links(article, records[article.path].body.references, content)
    references = {article.path: records[article.path].body.references for article in sound}
    return Loaded(content, tuple(sound), references, tuple(sorted(problems)))


def _check(records: dict[str, Record], scan: Scan, content: Content) -> Iterator[Problem]:
    articles = []
    for record in records.values():
        yield from record.problems
        if record.article:
            articles.append(record.article)
            yield from check_article(Subject(record.article, record.places, record.body), content)
    places = {
        (record.article.path, key): place
        for record in records.values()
        if record.article and record.article.aliases
        for key, place in record.places.items()
    }
    yield from check_site(articles, scan.pages, scan.files, places)


def _read_registry_files(paths: list[str], folder: Path, problems: list[Problem]) -> dict[str, bytes]:
    files = {}
    for path in paths:
        try:
            files[path] = (folder / path).read_bytes()
        except OSError as error:
            _note_unreadable(path, error, problems)
    return files


def _note_unreadable(path: str, error: OSError, problems: list[Problem]) -> None:
    findings = Findings(path)
    findings.error("file-unreadable", reason=error.strerror or type(error).__name__)
    problems += findings.problems


def _read_articles(paths: list[str], place: Workplace, problems: list[Problem]) -> Iterator[tuple[str, Record]]:
    sources: dict[str, tuple[str, bytes]] = {}
    settings = place.payload.host.settings
    limit, key = settings.article_limit_kb * 1024, _reading_key(settings)
    for path in paths:
        try:
            with (place.folder / path).open("rb") as file:
                data = file.read(limit + 1)
        except OSError as error:
            _note_unreadable(path, error, problems)
            continue
        sources[path] = (blake2b(data, digest_size=SIZE, key=key).hexdigest(), data)
    known = place.cache.get("article", {key for key, _ in sources.values()})
    found = {path: decode_record(known[key], path) for path, (key, _) in sources.items() if key in known}
    missing = [(path, data) for path, (key, data) in sources.items() if path not in found]
    found |= _read_missing(missing, sources, place)
    place.cache.prune("article", (key for key, _ in sources.values()))
    for path in sources:
        yield path, found[path]


def _read_missing(
    missing: list[tuple[str, bytes]], sources: dict[str, tuple[str, bytes]], place: Workplace
) -> dict[str, Record]:
    executor, width = (place.executor, 2) if place.executor else make_executor(place.workers, len(missing))
    found, rows, bodies = {}, {}, {}
    try:
        for (path, _), (record, html) in run_batches(executor, width, read_batch, place.payload, missing):
            found[path] = record
            rows[sources[path][0]] = encode_record(record)
            if record.article:
                bodies[record.article.body] = html.encode()
            place.progress("read", 1)
    finally:
        if executor is not place.executor:
            executor.shutdown(cancel_futures=True)
    place.cache.put("article", rows)
    place.cache.put("body", bodies)
    return found


def _reading_key(settings: Settings) -> bytes:
    """Return what, besides a file's bytes, decides what the file gives: it keys the hash that names a record."""
    told = (settings.language, settings.markdown_extensions, settings.extension_configs, settings.article_limit_kb)
    return digest(*told).encode()

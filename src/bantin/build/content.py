"""The content on the disk becomes checked facts, through the cache."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bantin.build.articles import note_unreadable, read_articles
from bantin.build.delta import find_mentioning
from bantin.build.media import read_media
from bantin.build.state import Known
from bantin.catalogue.catalogue import is_shown
from bantin.check import Content, Subject, check_article, check_hidden_links, check_site
from bantin.model import Problem, Registry, digest
from bantin.read import read_registry

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from datetime import datetime
    from pathlib import Path

    from bantin.build.articles import ArticleFile, Workplace
    from bantin.build.records import Record
    from bantin.build.scan import Scan
    from bantin.build.state import State
    from bantin.check import MediaFile
    from bantin.model import Article, Reference


@dataclass(frozen=True, slots=True)
class Loaded:
    """The content, read and judged."""

    content: Content
    articles: tuple[Article, ...]
    """The sound ones, embargoed and drafts among them."""
    references: dict[str, tuple[Reference, ...]]
    records: dict[str, Record]
    """Of every file, sound or not."""
    problems: tuple[Problem, ...]
    """Sorted; paths below content/."""
    ground: str
    """Digest of all but the articles."""
    known: dict[str, Known]
    """What decides each article's part in the site, by path."""
    flawed: list[str]
    """Articles with problems that other files may cause or mend."""


def load_content(scan: Scan, place: Workplace, now: datetime, before: State | None = None) -> Loaded:
    """Return everything in content/, with all problems of all files.

    `before` spares the work on what has not changed since; the answer is the same without it.
    """
    problems = list(scan.problems)
    registry, found = read_registry(_read_registry_files(scan.registry, place.folder, problems))
    problems += found
    media = read_media(place.folder, scan.media, place.cache)
    ground = _digest_ground(place.base, registry, media, scan)
    if before is not None and before.ground != ground:
        before = None
    files = read_articles(scan.articles, place, before, problems)
    records = {path: file.record for path, file in files.items()}
    read = {path: record.article is not None for path, record in records.items()}
    everything = Content(registry, read, media, frozenset(scan.pages), frozenset(scan.files))
    judged = _judge(files, everything, before)
    problems += [problem for found in judged.values() for problem in found]
    problems += _check_between(records, scan)
    broken = {problem.path for problem in problems if problem.severity == "error"}
    sound = [record.article for path, record in records.items() if record.article and path not in broken]
    shown = dict.fromkeys(records, False) | {article.path: is_shown(article, now) for article in sound}
    content = Content(registry, shown, media, everything.pages, everything.files)
    references = {article.path: records[article.path].body.references for article in sound}
    for path in sorted(find_mentioning([path for path, is_seen in shown.items() if not is_seen], references)):
        problems += check_hidden_links(records[path].article, references[path], content)  # type: ignore[arg-type]
    known = {
        path: Known(file.key, shown[path], _is_expired(file.record.article, now), file.signature)
        for path, file in files.items()
    }
    flawed = [path for path, found in judged.items() if found]
    return Loaded(content, tuple(sound), references, records, tuple(sorted(problems)), ground, known, flawed)


def _digest_ground(base: str, registry: Registry, media: dict[str, MediaFile], scan: Scan) -> str:
    entries = [
        [(one.id, one.digest) for one in known.values()]
        for known in (registry.wards, registry.officials, registry.topics)
    ]
    return digest(base, entries, registry.persons, sorted(media.items()), scan.pages, scan.files)


def _is_expired(article: Article | None, now: datetime) -> bool:
    return article is not None and article.expires is not None and article.expires <= now


def _judge(files: dict[str, ArticleFile], content: Content, before: State | None) -> dict[str, tuple[Problem, ...]]:
    """Return the problems of each article; one without any before has none now if nothing that it names changed."""
    due: Container[str] = files
    if before is not None:
        then = before.articles
        changed = {path for path, file in files.items() if path not in then or then[path].key != file.key}
        moved = [path for path in then.keys() | files.keys() if path in changed or path not in files]
        references = {path: file.record.body.references for path, file in files.items()}
        due = changed.union(before.flawed, find_mentioning(moved, references))
    return {
        path: check_article(Subject(record.article, record.places, record.body), content)
        for path, record in ((path, file.record) for path, file in files.items())
        if record.article and path in due
    }


def _check_between(records: dict[str, Record], scan: Scan) -> Iterator[Problem]:
    for record in records.values():
        yield from record.problems
    articles = [record.article for record in records.values() if record.article]
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
            note_unreadable(path, error, problems)
    return files

"""Article files become records: from the cache where they are as they were, else by the workers."""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from bantin.build.records import Record, decode_record, encode_record
from bantin.build.state import Signature, State, sign
from bantin.build.workers import make_executor, read_batch, run_batches
from bantin.model import Problem, digest
from bantin.model.digest import SIZE
from bantin.read.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from concurrent.futures import Executor
    from pathlib import Path

    from bantin.build.cache import Cache
    from bantin.build.workers import Payload


@dataclass(frozen=True, slots=True)
class Workplace:
    """What reading needs besides the files."""

    folder: Path
    """content/."""
    cache: Cache
    payload: Payload
    workers: int | None
    executor: Executor | None
    progress: Callable[[str, int], None]
    """Told (what is done, how many more of it are done)."""
    base: str
    """Digest of the program, the settings and the host."""
    started: int
    """Nanoseconds since 1970: files younger than this may still change under our eyes."""


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """One file, read."""

    key: str
    """Names its content, together with all that Markdown is told."""
    signature: Signature | None
    record: Record


def read_articles(
    paths: list[str], place: Workplace, before: State | None, problems: list[Problem]
) -> dict[str, ArticleFile]:
    """Return every file that can be opened, in the order of `paths`; the others become problems."""
    keys, signatures, contents = _identify(paths, place, before, problems)
    rows = place.cache.get("article", set(keys.values()))
    records = {path: decode_record(rows[key], path) for path, key in keys.items() if key in rows}
    missing = [path for path in keys if path not in records]
    sources = ((path, contents[path] if path in contents else _read(place, path)) for path in missing)
    records |= _make_records(sources, len(missing), keys, place)
    place.cache.prune("article", keys.values())
    return {path: ArticleFile(key, signatures[path], records[path]) for path, key in keys.items()}


def _identify(
    paths: list[str], place: Workplace, before: State | None, problems: list[Problem]
) -> tuple[dict[str, str], dict[str, Signature | None], dict[str, bytes]]:
    """Return the key and the signature of each file, and the bytes of those that had to be read for it."""
    then = before.articles if before is not None else {}
    seed, root = _reading_key(place.payload), str(place.folder)
    keys: dict[str, str] = {}
    signatures: dict[str, Signature | None] = {}
    contents: dict[str, bytes] = {}
    for path in paths:
        try:
            stat = os.stat(f"{root}/{path}")  # noqa: PTH116 - asked of every file: pathlib would double its cost
            signature = sign(stat, place.started)
            known = then.get(path)
            if signature is not None and known is not None and known.signature == signature:
                keys[path] = known.key
            else:
                contents[path] = _read(place, path)
                keys[path] = blake2b(contents[path], digest_size=SIZE, key=seed).hexdigest()
            signatures[path] = signature
        except OSError as error:
            note_unreadable(path, error, problems)
    return keys, signatures, contents


def _read(place: Workplace, path: str) -> bytes:
    """Return the bytes of a file, of one that is too large only so many that it shows."""
    with (place.folder / path).open("rb") as file:
        return file.read(place.payload.host.settings.article_limit_kb * 1024 + 1)


def note_unreadable(path: str, error: OSError, problems: list[Problem]) -> None:
    """Add the problem of a file that the system does not let us read."""
    findings = Findings(path)
    findings.error("file-unreadable", reason=error.strerror or type(error).__name__)
    problems += findings.problems


def _make_records(
    sources: Iterable[tuple[str, bytes]], count: int, keys: dict[str, str], place: Workplace
) -> dict[str, Record]:
    executor, width = (place.executor, 2) if place.executor else make_executor(place.workers, count)
    found, rows, bodies, terms = {}, {}, {}, {}
    try:
        for (path, _), (record, html, words) in run_batches(executor, width, read_batch, place.payload, sources):
            found[path] = record
            rows[keys[path]] = encode_record(record)
            if record.article:
                bodies[record.article.body] = html.encode()
                terms[record.article.terms] = words
            place.progress("read", 1)
    finally:
        if executor is not place.executor:
            executor.shutdown(cancel_futures=True)
    place.cache.put("article", rows)
    place.cache.put("body", bodies)
    place.cache.put("terms", terms)
    return found


def _reading_key(payload: Payload) -> bytes:
    """Return what, besides a file's bytes, decides what the file gives."""
    settings = payload.host.settings
    told = (settings.language, settings.markdown_extensions, settings.extension_configs, settings.article_limit_kb)
    return digest(*told, payload.lexicon.digest).encode()

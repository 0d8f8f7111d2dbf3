"""Article files become records: from the cache where it has their content, else by the workers."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bantin.build.identity import Identities, describe_unreadable, read_file
from bantin.build.records import Record, decode_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bantin.build.cache import Cache, Table
    from bantin.build.pool import WorkerPool

_CHUNK = 500
"""Rows put into the cache at once."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """What reading needs besides the files."""

    folder: Path
    """content/."""
    cache: Cache
    pool: WorkerPool
    progress: Callable[[str, int], None]
    """Told (what is done, how many more of it are done)."""


def read_records(paths: list[str], found: Identities, place: Workplace) -> Iterator[tuple[str, Record]]:
    """Yield the record of each file in `paths`; what cannot be opened any more is added to the problems of `found`."""
    missing = []
    for start in range(0, len(paths), _CHUNK):
        chunk = [path for path in paths[start : start + _CHUNK] if path in found.keys]
        rows = place.cache.get("article", {found.keys[path] for path in chunk})
        for path in chunk:
            record = None
            with suppress(ValueError, TypeError, KeyError):
                record = decode_record(rows[found.keys[path]], path)
            if record is None:
                missing.append(path)
            else:
                yield path, record
    if missing:
        yield from _read(missing, found, place)


def _read(paths: list[str], found: Identities, place: Workplace) -> Iterator[tuple[str, Record]]:
    from bantin.build.workers import read_batch  # noqa: PLC0415 - a build with nothing to read needs no Markdown

    made: dict[Table, dict[str, bytes]] = {"article": {}, "body": {}, "terms": {}}
    for (path, _), (row, html, words) in place.pool.run(read_batch, _open(paths, found, place)):
        key = found.keys[path]
        made["article"][key], made["body"][key], made["terms"][key] = row, html, words
        if len(made["article"]) >= _CHUNK:
            _keep(place.cache, made)
        place.progress("read", 1)
        yield path, decode_record(row, path)
    _keep(place.cache, made)


def _open(paths: list[str], found: Identities, place: Workplace) -> Iterator[tuple[str, bytes]]:
    for path in paths:
        try:
            data = found.contents.pop(path, b"") or read_file(place.folder, path, place.pool.payload.host.settings)
        except OSError as error:
            found.problems.append(describe_unreadable(path, error))
        else:
            yield path, data


def _keep(cache: Cache, tables: dict[Table, dict[str, bytes]]) -> None:
    for table, rows in tables.items():
        cache.put(table, rows)
        rows.clear()

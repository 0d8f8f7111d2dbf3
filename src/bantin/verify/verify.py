"""The whole: what is known of unchanged files is not read again, the rest is read by all cores."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from bantin.verify.facts import Facts, decode_facts, read_batch
from bantin.verify.judge import Budget, Finding, Judge
from bantin.verify.leaks import find_leaks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bantin.build.cache import Cache
    from bantin.build.hidden import Kept
    from bantin.verify.inventory import File

_CHUNK = 200
_FEW = 400
"""Files that one process reads before a second one has started."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was looked at, and what is wrong."""

    findings: tuple[Finding, ...]
    files: int
    read: int
    """Of them, how many were read now."""
    unseen: int
    """Of them, how many are neither at hand nor known from before."""


def verify(
    files: Mapping[str, File],
    cache: Cache,
    site_url: str,
    budget: Budget,
    kept: Kept,
    content: Path,
    workers: int | None = None,
) -> Verdict:
    """Return what is wrong with the site of `files`, whose sources lie in the folder `content`."""
    facts, read = _learn(files, cache, workers or os.cpu_count() or 1)
    findings = set(Judge(files, facts, site_url).find(budget))

    def read_site(path: str) -> str:
        place = files[path].place
        # What is not at hand is taken at its hash's word.
        return unescape(Path(place).read_text(encoding="utf-8", errors="replace")) if place else ""

    def read_content(path: str) -> str:
        with suppress(OSError):
            return (content / path).read_text(encoding="utf-8", errors="replace")
        return ""

    findings.update(find_leaks(kept, files, facts, read_site, read_content))
    return Verdict(tuple(sorted(findings)), len(files), read, len(files) - len(facts))


def _learn(files: Mapping[str, File], cache: Cache, workers: int) -> tuple[dict[str, Facts], int]:
    """Return the facts of all files that are at hand or known, and how many files were read for it."""
    marks = {path: f"{file.digest}.{path.rpartition('.')[2].lower()}" for path, file in files.items()}
    known = cache.get("facts", set(marks.values()))
    due = {marks[path]: (path, file.place) for path, file in files.items() if marks[path] not in known and file.place}
    fresh = dict(zip(due, _read_all(list(due.values()), workers), strict=True))
    cache.put("facts", fresh)
    cache.prune("facts", len(marks), marks.values())
    cache.commit()
    rows = known | fresh
    facts = {}
    for path, mark in marks.items():
        if mark in rows:
            facts[path] = decode_facts(rows[mark])
    return facts, len(due)


def _read_all(items: list[tuple[str, str]], workers: int) -> Iterator[bytes]:
    batches = [items[start : start + _CHUNK] for start in range(0, len(items), _CHUNK)]
    if len(items) <= _FEW or workers == 1:
        for batch in batches:
            yield from read_batch(batch)
        return
    with ProcessPoolExecutor(workers) as pool:
        for rows in pool.map(read_batch, batches):
            yield from rows

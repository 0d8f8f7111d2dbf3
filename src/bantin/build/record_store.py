"""Records, bodies and cards from the cache; what the cache lost is made from the file again."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from bantin.build.identity import read_file
from bantin.build.parts import find_parts, open_card
from bantin.build.records import Record, decode_record
from bantin.catalogue import Entry, make_card
from bantin.model import BantinError, name_fault
from bantin.plan.jobs import Parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from bantin.build.cache import Cache
    from bantin.build.pool import Payload
    from bantin.check import Content
    from bantin.model import Article, Reference
    from bantin.plan import Job

_MOST = 5_000
"""Records kept at hand: neighbours are asked for again and again."""
_CHUNK = 50
"""Jobs whose parts are fetched from the cache at once."""


class RecordStore:
    """Finds the rest of an article by its entry."""

    def __init__(self, folder: Path, cache: Cache, payload: Payload) -> None:
        """`folder`: content/."""
        self._folder = folder
        self._cache = cache
        self._payload = payload
        self._records: dict[str, Record] = {}

    def article(self, entry: Entry) -> Article:
        """Return the article of an entry that is not faulty."""
        article = self.record(entry).article
        assert article is not None  # noqa: S101 - only a faulty entry has none
        return article

    def references(self, entry: Entry) -> tuple[Reference, ...]:
        """Return the links and pictures of its body."""
        return self.record(entry).body.references

    def record(self, entry: Entry) -> Record:
        """Return everything that the file of an entry gave."""
        record = self._records.get(entry.path)
        if record is None:
            row = self._cache.get("article", (entry.key,)).get(entry.key)
            with suppress(ValueError, TypeError):
                record = decode_record(row, entry.path) if row else None
            if record is None:
                record = decode_record(self._make(entry)[0], entry.path)
            self.keep(entry.path, record)
        return record

    def keep(self, path: str, record: Record) -> None:
        """Have a record at hand for a while."""
        if len(self._records) >= _MOST:
            self._records.clear()
        self._records[path] = record

    def _make(self, entry: Entry) -> tuple[bytes, bytes, bytes]:
        """Return the record, the body and the terms of a file that was read before."""
        from bantin.build.workers import read_batch  # noqa: PLC0415 - needed where the cache was damaged

        try:
            data = read_file(self._folder, entry.path, self._payload.host.settings)
        except OSError as error:
            raise BantinError("build.cannot_read", path=entry.path, reason=name_fault(error)) from error
        (made,) = read_batch(self._payload, [(entry.path, data)])
        return made

    def terms(self, entries: Sequence[Entry]) -> Iterator[bytes]:
        """Yield the terms of articles for the search index."""
        for start in range(0, len(entries), _CHUNK):
            chunk = entries[start : start + _CHUNK]
            found = self._cache.get("terms", {entry.key for entry in chunk})
            for entry in chunk:
                yield found[entry.key] if entry.key in found else self._make(entry)[2]

    def known_terms(self, entry: Entry) -> bytes | None:
        """Return the terms of an article as it may no longer be, None where the cache forgot them."""
        return self._cache.get("terms", (entry.key,)).get(entry.key)

    def lacks_cards(self, entries: Sequence[Entry]) -> Iterator[Entry]:
        """Yield those of `entries` whose cards are not yet made."""
        for start in range(0, len(entries), _MOST):
            chunk = [entry for entry in entries[start : start + _MOST] if entry.card]
            made = self._cache.find("card", {entry.card for entry in chunk})
            yield from (entry for entry in chunk if entry.card not in made)

    def attach(
        self, jobs: Iterable[Job], entries: Mapping[str, Entry], content: Content
    ) -> Iterator[tuple[Job, Parts]]:
        """Yield each job with what it needs of earlier work."""
        chunk: list[Job] = []
        for job in jobs:
            chunk.append(job)
            if len(chunk) == _CHUNK:
                yield from self._attach(chunk, entries, content)
                chunk = []
        yield from self._attach(chunk, entries, content)

    def _attach(self, jobs: list[Job], entries: Mapping[str, Entry], content: Content) -> Iterator[tuple[Job, Parts]]:
        found = find_parts(self._cache, jobs)
        lost = [job for job, parts in zip(jobs, found, strict=True) if parts is None]
        made = iter(self._make_parts(lost, entries, content) if lost else ())
        for job, parts in zip(jobs, found, strict=True):
            yield job, next(made) if parts is None else parts

    def _make_parts(self, jobs: list[Job], entries: Mapping[str, Entry], content: Content) -> list[Parts]:
        """Return what jobs need, without the cache."""
        from bantin.build.workers import render_cards  # noqa: PLC0415 - needed where the cache was damaged

        texts, shown = ({key for job in jobs for key in getattr(job, name)} for name in ("bodies", "cards"))
        bodies = {entry.key: self._make(entry)[1].decode() for entry in entries.values() if entry.key in texts}
        showing = [
            (entry.card, make_card(self.article(entry), content)) for entry in entries.values() if entry.card in shown
        ]
        rows = render_cards(self._payload, showing)
        cards = {key: open_card(row) for (key, _), row in zip(showing, rows, strict=True)}
        return [Parts(tuple(bodies[key] for key in job.bodies), tuple(cards[key] for key in job.cards)) for job in jobs]

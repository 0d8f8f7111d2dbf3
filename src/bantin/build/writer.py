"""Files reach the output folder one by one, each whole, and only where they differ.

Before a file is put in place its name and digest go into a journal. A build that was killed leaves the journal: the
next one knows which files may not be what the manifest says, and looks at them again. Only a file that a manifest or
a journal names, with the very bytes it names, is ever deleted.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Protocol, TextIO

from bantin.build.disk import holds, readable_faults, remove_empty, replace_file, temporary_name
from bantin.build.ledger import Ledger
from bantin.build.manifest import Manifest, Written, are_untouched, load_manifest, parse_entry, save_manifest
from bantin.model.digest import SIZE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from bantin.plan import Job


class Writer(Protocol):
    """Where the files of a build go."""

    seal: str
    """Of the manifest of what is there; '' where there is none."""

    @property
    def is_whole(self) -> bool:
        """Whether everything is as the manifest says."""

    def is_current(self, job: Job) -> bool:
        """Tell whether the files of a job are there as they must be; then they stay."""

    def write(self, job: Job, files: dict[str, bytes], kept: Iterable[str] = ()) -> None:
        """Take the files of a job; of those that were there before, `kept` stay as they are."""

    def intact(self, address: str) -> dict[str, Written]:
        """Return the files that the job at an address had, if they are at hand and as the manifest says."""

    def read(self, path: str) -> bytes:
        """Return a file of an intact job; what cannot be read is empty."""

    def paths(self, prefix: str) -> list[str]:
        """Return the files of the jobs below an address, as far as they were written or found current."""

    def finish(self, covers: Callable[[str], bool]) -> Tally:
        """Take away what is no longer wanted, and keep the manifest.

        Wanted is what was written or current. `covers` tells of an address whether the plan spoke of it at all; what
        it did not speak of stays as it is.
        """

    def close(self) -> None:
        """Let go of what is open; what did not finish stays unfinished."""


@dataclass
class Tally:
    """What a build did to the output folder."""

    written: int = 0
    deleted: int = 0


class SiteWriter:
    """Writes one output folder."""

    def __init__(self, out: Path, manifest_file: Path) -> None:
        """Open the folder `out`, whose manifest is `manifest_file`; heals what a killed build left."""
        self._root = str(out)
        self._file = manifest_file
        self._journal_file = manifest_file.with_suffix(".journal")
        manifest, self.seal = load_manifest(manifest_file)
        self._ledger = Ledger(manifest)
        self._suspects = self._read_journal()
        self._journal: TextIO | None = None
        self.tally = Tally()

    def _read_journal(self) -> dict[str, set[str]]:
        """Return the digests that an interrupted build may have left, by path."""
        suspects: dict[str, set[str]] = {}
        with suppress(OSError):
            for line in self._journal_file.read_text(encoding="utf-8", errors="replace").splitlines():
                digest, _, path = line.partition("\t")
                suspects.setdefault(path, set()).add(digest)
                with suppress(OSError, ValueError):
                    os.unlink(temporary_name(f"{self._root}/{path}"))
        return suspects

    def is_current(self, job: Job) -> bool:
        """Tell whether the files of a job are on the disk as they must be; then they stay."""
        files = self._ledger.find(job)
        if files is None or not self._are_untouched(files):
            return False
        self._ledger.keep(job)
        return True

    def _are_untouched(self, files: Mapping[str, Written]) -> bool:
        return all(self._is_untouched(*file) for file in files.items())

    def _is_untouched(self, path: str, written: Written) -> bool:
        if path in self._suspects:
            return False
        try:
            stat = os.stat(f"{self._root}/{path}")
        except OSError:
            return False
        return stat.st_size == written.size and stat.st_mtime_ns == written.mtime

    @cached_property
    def is_whole(self) -> bool:
        """Whether everything that the last build wrote is as it left it."""
        return not self._suspects and all(are_untouched(self._root, line) for line in self._ledger.lines)

    def write(self, job: Job, files: dict[str, bytes], kept: Iterable[str] = ()) -> None:
        """Put the files of a job in place, where they differ from what is there (see `Writer`)."""
        before = self._ledger.before(job.address)
        made = {path: self._put(path, data, before.get(path)) for path, data in files.items()}
        self._ledger.enter(job, {path: before[path] for path in kept} | made)

    def intact(self, address: str) -> dict[str, Written]:
        """Return the files that the job at an address had, if all of them are as they were left; else nothing."""
        files = self._ledger.before(address)
        return files if self._are_untouched(files) else {}

    def read(self, path: str) -> bytes:
        """Return a file as it is; what cannot be read is empty."""
        with suppress(OSError), open(f"{self._root}/{path}", "rb") as file:
            return file.read()
        return b""

    def paths(self, prefix: str) -> list[str]:
        """Return the files of the jobs below an address, as far as they were written or found current."""
        return self._ledger.paths(prefix)

    def _put(self, path: str, data: bytes, known: Written | None) -> Written:
        target = f"{self._root}/{path}"
        digest = blake2b(data, digest_size=SIZE).hexdigest()
        same = known is not None and known.digest == digest and self._is_untouched(path, known)
        if not same and not holds(target, data):
            self._note(path, digest)
            with readable_faults(path):
                replace_file(target, data)
            self.tally.written += 1
        stat = os.stat(target)
        return Written(digest, stat.st_size, stat.st_mtime_ns)

    def _note(self, path: str, digest: str) -> None:
        """Tell the journal of a file before anything happens to it: the line is with the system when this returns."""
        with readable_faults(path):
            if self._journal is None:
                self._journal = self._journal_file.open("a", encoding="utf-8", buffering=1)
            self._journal.write(f"{digest}\t{path}\n")

    def finish(self, covers: Callable[[str], bool]) -> Tally:
        """Delete what is no longer wanted, and keep the manifest (see `Writer`)."""
        manifest = self._ledger.settle(covers)
        self._delete_stale(manifest)
        if self.tally != Tally() or self._ledger.is_changed:
            with readable_faults(self._file.name):
                self.seal = save_manifest(self._file, manifest)
        self.close()
        self._journal_file.unlink(missing_ok=True)
        return self.tally

    def _delete_stale(self, manifest: Manifest) -> None:
        """Delete what the last build wrote and this one did not, and what a killed build left beside it."""
        stale = self._ledger.stale
        if self._suspects:
            wanted = {path for line in manifest.values() for path in parse_entry(line).files}
            for path in self._suspects.keys() - wanted:
                stale.setdefault(path, set()).update(self._suspects[path])
        folders = {os.path.dirname(f"{self._root}/{path}") for path in sorted(stale) if self._delete(path, stale[path])}
        remove_empty(folders, self._root)

    def close(self) -> None:
        """Let go of the journal; it stays where the build did not finish."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def _delete(self, path: str, digests: set[str]) -> bool:
        target = f"{self._root}/{path}"
        try:
            with open(target, "rb") as file:
                ours = blake2b(file.read(), digest_size=SIZE).hexdigest() in digests
        except OSError:
            return False
        if ours:
            self._note(path, "deleted")
            with readable_faults(path):
                os.unlink(target)
            self.tally.deleted += 1
        return ours

"""Files reach the output folder one by one, each whole, and only where they differ.

Before a file is put in place its name and digest go into a journal. A build that was killed leaves the journal: the
next one knows which files may not be what the manifest says, and looks at them again. Only a file that a manifest or
a journal names, with the very bytes it names, is ever deleted.
"""

from __future__ import annotations

import errno
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, TextIO

from bantin.build.manifest import Entry, Manifest, Written, load_manifest, save_manifest
from bantin.model import BantinError
from bantin.model.digest import SIZE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from bantin.plan import Job

_SUFFIX = ".bantin-tmp"
_RETRIES = 5
_PAUSE = 0.2
"""Seconds: a virus scanner or an indexer on Windows holds a file for about so long."""


@dataclass
class Tally:
    """What a build did to the output folder."""

    written: int = 0
    deleted: int = 0


class SiteWriter:
    """Writes one output folder."""

    def __init__(self, out: Path, manifest_file: Path) -> None:
        """Open the folder `out`, whose manifest is `manifest_file`; heals what a killed build left."""
        self._out = out
        self._root = str(out)
        self._file = manifest_file
        self._journal_file = manifest_file.with_suffix(".journal")
        self._old, self.seal = load_manifest(manifest_file)
        self._new: Manifest = {}
        self._before = {path: written for entry in self._old.values() for path, written in entry.files.items()}
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
                    self._temporary(path).unlink(missing_ok=True)
        return suspects

    def is_current(self, job: Job) -> bool:
        """Tell whether the files of a job are on the disk as they must be; then they stay."""
        entry = self._old.get(job.address)
        if entry is None or entry.fingerprint != job.fingerprint:
            return False
        if not all(self._is_untouched(path, written) for path, written in entry.files.items()):
            return False
        self._new[job.address] = entry
        return True

    def _is_untouched(self, path: str, written: Written) -> bool:
        if path in self._suspects:
            return False
        try:
            stat = os.stat(f"{self._root}/{path}")  # noqa: PTH116 - asked of every file: pathlib would double its cost
        except OSError:
            return False
        return stat.st_size == written.size and stat.st_mtime_ns == written.mtime

    @property
    def is_whole(self) -> bool:
        """Whether everything that the last build wrote is as it left it."""
        return not self._suspects and all(self._is_untouched(*file) for file in self._before.items())

    def write(self, job: Job, files: dict[str, bytes]) -> None:
        """Put the files of a job in place, where they differ from what is there."""
        entry = Entry(job.fingerprint)
        for path, data in files.items():
            entry.files[path] = self._put(path, data)
        self._new[job.address] = entry

    def _put(self, path: str, data: bytes) -> Written:
        target = self._out / path
        digest = blake2b(data, digest_size=SIZE).hexdigest()
        before = self._before.get(path)
        same = before is not None and before.digest == digest and self._is_untouched(path, before)
        if not same and not _holds(target, data):
            self._note(path, digest)
            with _readable_faults(path):
                self._replace(target, path, data)
            self.tally.written += 1
        stat = target.stat()
        return Written(digest, stat.st_size, stat.st_mtime_ns)

    def _note(self, path: str, digest: str) -> None:
        """Tell the journal of a file before anything happens to it: the line is with the system when this returns."""
        with _readable_faults(path):
            if self._journal is None:
                self._journal = self._journal_file.open("a", encoding="utf-8", buffering=1)
            self._journal.write(f"{digest}\t{path}\n")

    def _temporary(self, path: str) -> Path:
        """Return the name under which a file is written: short, whatever its own, and the same after a crash."""
        target = self._out / path
        mark = blake2b(target.name.encode(), digest_size=6).hexdigest()
        return target.with_name(f".{mark}{_SUFFIX}")

    def _replace(self, target: Path, path: str, data: bytes) -> None:
        temporary = self._temporary(path)
        try:
            _write_whole(temporary, data)
            for attempt in range(_RETRIES):
                try:
                    temporary.replace(target)
                except PermissionError:
                    if attempt == _RETRIES - 1:
                        raise
                    time.sleep(_PAUSE)
                else:
                    return
        except OSError:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise

    def paths(self, prefix: str) -> list[str]:
        """Return the files below `prefix` that the site will hold, as far as jobs have said."""
        return [path for entry in self._new.values() for path in entry.files if path.startswith(prefix)]

    def finish(self, covers: Callable[[str], bool]) -> Tally:
        """Delete what is no longer wanted, and keep the manifest.

        Wanted is what was written or current. `covers` tells of an address whether the plan spoke of it at all; what
        it did not speak of stays as it is.
        """
        self._new |= {address: entry for address, entry in self._old.items() if not covers(address)}
        kept = {path for entry in self._new.values() for path in entry.files}
        folders: set[Path] = set()
        for path in sorted((self._before.keys() | self._suspects.keys()) - kept):
            digests = set(self._suspects.get(path, ()))
            if path in self._before:
                digests.add(self._before[path].digest)
            self._delete(path, digests, folders)
        _remove_empty(folders, self._out)
        with _readable_faults(self._file.name):
            self.seal = save_manifest(self._file, dict(sorted(self._new.items())))
        self.close()
        self._journal_file.unlink(missing_ok=True)
        return self.tally

    def close(self) -> None:
        """Let go of the journal; it stays where the build did not finish."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def _delete(self, path: str, digests: set[str], folders: set[Path]) -> None:
        target = self._out / path
        try:
            ours = blake2b(target.read_bytes(), digest_size=SIZE).hexdigest() in digests
        except OSError:
            return
        if ours:
            self._note(path, "deleted")
            with _readable_faults(path):
                target.unlink()
            folders.add(target.parent)
            self.tally.deleted += 1


def _write_whole(path: Path, data: bytes) -> None:
    """Write a file, and its folder where that is missing: tried only then, for most files have one."""
    try:
        file = path.open("wb", buffering=0)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("wb", buffering=0)
    with file:
        rest = memoryview(data)
        while rest:
            rest = rest[file.write(rest) :]


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _remove_empty(folders: Iterable[Path], top: Path) -> None:
    for folder in folders:
        current = folder
        while current != top and top in current.parents:
            try:
                current.rmdir()
            except OSError:
                break
            current = current.parent


class _readable_faults:  # noqa: N801 - used as a statement
    """Turns what the system says about a file into our words."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, PermissionError):
            raise BantinError("build.file_locked", path=self._path) from error
        if isinstance(error, OSError):
            key = "build.disk_full" if error.errno in {errno.ENOSPC, errno.EDQUOT} else "build.cannot_write"
            raise BantinError(key, path=self._path, reason=error.strerror or "") from error

"""Files reach an output folder one by one, each whole, and only where they differ; by any process of this machine.

Before files are put in place their names and digests go into a journal, one for each process. A build that was killed
leaves its journals: the next one knows which files may not be what the manifest says, and looks at them again.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from bantin.build.disk import holds, readable_faults, replace_file, temporary_name
from bantin.build.manifest import Written
from bantin.build.untouched import is_untouched
from bantin.model.digest import SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bantin.build.cache import CachePlace

_SUFFIX = ".journal"
_DELETED = "deleted"
"""Stands in a journal where a digest does."""


class Put(NamedTuple):
    """A file that is in place."""

    written: Written
    is_new: bool
    """Whether it had to be written."""


class Sink(Protocol):
    """Where files are put. Can be pickled; processes that share the disk may use equal ones side by side."""

    def put(self, files: Mapping[str, bytes], known: Mapping[str, Written]) -> dict[str, Put]:
        """Put files in place, by path; of some it is `known` what was there. Raises BantinError."""


class SharedPlaces(NamedTuple):
    """What the processes of one machine share."""

    cache: CachePlace
    sink: Sink


@dataclass(frozen=True, slots=True)
class FolderSink:
    """The folder of a site."""

    root: str
    journal: str
    """Path of the journals, but for the process and their ending."""

    def put(self, files: Mapping[str, bytes], known: Mapping[str, Written]) -> dict[str, Put]:
        """Put files in place, where they differ from what is there (see `Sink`)."""
        digests = {path: blake2b(data, digest_size=SIZE).hexdigest() for path, data in files.items()}
        due = {path for path, data in files.items() if not self._has(path, data, digests[path], known.get(path))}
        self.note((path, digests[path]) for path in files if path in due)
        placed = {}
        for path, data in files.items():
            target = f"{self.root}/{path}"
            with readable_faults(path):
                if path in due:
                    replace_file(target, data)
                stat = os.stat(target)
            placed[path] = Put(Written(digests[path], stat.st_size, stat.st_mtime_ns), path in due)
        return placed

    def _has(self, path: str, data: bytes, digest: str, known: Written | None) -> bool:
        if known is not None and known.digest == digest and self.is_untouched(path, known):
            return True
        return holds(f"{self.root}/{path}", data)

    def is_untouched(self, path: str, written: Written) -> bool:
        """Tell whether a file is as it was left."""
        return is_untouched(f"{self.root}/{path}", written.size, written.mtime)

    def delete(self, path: str, digests: set[str]) -> bool:
        """Delete a file if it has one of these digests; tell whether it had. Raises BantinError."""
        target = f"{self.root}/{path}"
        try:
            with open(target, "rb") as file:
                ours = blake2b(file.read(), digest_size=SIZE).hexdigest() in digests
        except OSError:
            return False
        if ours:
            self.note([(path, _DELETED)])
            with readable_faults(path):
                os.unlink(target)
        return ours

    def note(self, files: Iterable[tuple[str, str]]) -> None:
        """Tell the journal of (path, digest) before anything happens to them: it is with the system on return."""
        lines = "".join(f"{digest}\t{path}\n" for path, digest in files)
        if lines:
            name = f"{self.journal}.{os.getpid()}{_SUFFIX}"
            with readable_faults(os.path.basename(name)), open(name, "ab", buffering=0) as file:
                file.write(lines.encode())

    @property
    def is_unfinished(self) -> bool:
        """Whether a build that was killed, or that runs now, has left a journal."""
        return any(True for _ in self._journals())

    def _journals(self) -> Iterator[Path]:
        path = Path(self.journal)
        return path.parent.glob(f"{path.name}.*{_SUFFIX}")

    def read_journals(self) -> dict[str, set[str]]:
        """Return the digests that an interrupted build may have left, by path; what it had not finished goes."""
        suspects: dict[str, set[str]] = {}
        for journal in self._journals():
            with suppress(OSError):
                for line in journal.read_text(encoding="utf-8", errors="replace").splitlines():
                    digest, _, path = line.partition("\t")
                    suspects.setdefault(path, set()).add(digest)
        for path in suspects:
            with suppress(OSError, ValueError):
                os.unlink(temporary_name(f"{self.root}/{path}"))
        return suspects

    def forget(self) -> None:
        """Remove the journals: everything is as the manifest says."""
        for journal in self._journals():
            journal.unlink(missing_ok=True)

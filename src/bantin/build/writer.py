"""What a build did to an output folder, job by job, and the manifest that comes of it."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bantin.build.disk import readable_faults, remove_empty
from bantin.build.inspection import Inspection
from bantin.build.ledger import Ledger
from bantin.build.manifest import Manifest, Written, load_manifest, parse_entry, save_manifest
from bantin.build.sink import FolderSink, Put, Sink
from bantin.build.untouched import are_untouched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from bantin.plan import Job


@dataclass
class Tally:
    """What a build did to the output folder."""

    rendered: int = 0
    """Jobs that were run."""
    written: int = 0
    deleted: int = 0


class Writer(ABC):
    """Where the files of a build go, and the account of them."""

    def __init__(self, sink: Sink, manifest: Manifest, seal: str, progress: Callable[[str, int], None]) -> None:
        """`seal`: of the manifest of what is there; '' where there is none. `progress`: as of `BuildOptions`."""
        self._progress = progress
        self.sink = sink
        self.seal = seal
        self.tally = Tally()
        self._ledger = Ledger(manifest)

    @property
    @abstractmethod
    def is_whole(self) -> bool:
        """Whether everything is as the manifest says."""

    @abstractmethod
    def is_current(self, job: Job) -> bool:
        """Tell whether the files of a job are there as they must be; then they stay."""

    @abstractmethod
    def known(self, address: str) -> dict[str, Written]:
        """Return the files that the job at an address had, for `Sink.put`."""

    @abstractmethod
    def intact(self, address: str) -> dict[str, Written]:
        """Return the files that the job at an address had, if they are at hand and as the manifest says."""

    @abstractmethod
    def read(self, path: str) -> bytes:
        """Return a file of an intact job; what cannot be read is empty."""

    def close(self) -> None:  # noqa: B027 - most have nothing that is open
        """Let go of what is open."""

    @abstractmethod
    def finish(self, covers: Callable[[str], bool]) -> Tally:
        """Take away what is no longer wanted, and keep the manifest.

        Wanted is what was written or current. `covers` tells of an address whether the plan spoke of it at all; what
        it did not speak of stays as it is.
        """

    def write(self, job: Job, files: Mapping[str, bytes], kept: Iterable[str] = ()) -> None:
        """Put the files of a job in place; of those that were there before, `kept` stay as they are."""
        self.enter(job, self.sink.put(files, self.known(job.address)), kept)

    def enter(self, job: Job, placed: Mapping[str, Put], kept: Iterable[str] = ()) -> None:
        """Take account of a job whose files are in place; of those that were there before, `kept` stay."""
        before = self._ledger.before(job.address)
        made = {path: put.written for path, put in placed.items()}
        self._ledger.enter(job, {path: before[path] for path in kept} | made)
        self._progress("render", 1)
        self.tally.rendered += 1
        self.tally.written += sum(put.is_new for put in placed.values())

    def paths(self, prefix: str) -> list[str]:
        """Return the files of the jobs below an address, as far as they were written or found current."""
        return self._ledger.paths(prefix)


class SiteWriter(Writer):
    """Writes one output folder. Only a file that a manifest or a journal names, with those bytes, is ever deleted."""

    sink: FolderSink

    def __init__(self, out: Path, manifest_file: Path, progress: Callable[[str, int], None]) -> None:
        """Open the folder `out`, whose manifest is `manifest_file`; heals what a killed build left."""
        sink = FolderSink(str(out), str(manifest_file.with_suffix("")))
        self._inspection = Inspection(sink.root, manifest_file)
        super().__init__(sink, *load_manifest(manifest_file), progress)
        self._file = manifest_file
        self._suspects = sink.read_journals()

    def is_current(self, job: Job) -> bool:
        """Tell whether the files of a job are on the disk as they must be; then they stay."""
        files = self._ledger.find(job)
        if files is None or not self._are_untouched(files):
            return False
        self._ledger.keep(job)
        return True

    def _are_untouched(self, files: Mapping[str, Written]) -> bool:
        return not (files.keys() & self._suspects) and all(self.sink.is_untouched(*file) for file in files.items())

    @cached_property
    def is_whole(self) -> bool:
        """Whether everything that the last build wrote is as it left it."""
        if self._suspects:
            return False
        lines = (line.split("\t") for line in self._ledger.lines)
        # What the inspection says no to is looked at again, for it also says no where it could not look.
        return self._inspection.result() or all(are_untouched(self.sink.root, fields[1:]) for fields in lines)

    def close(self) -> None:
        """End the inspection; it may not have been asked for what it found."""
        self._inspection.close()

    def known(self, address: str) -> dict[str, Written]:
        """Return the files that the job at an address had, but for those that an interrupted build may have touched."""
        files = self._ledger.before(address)
        return {path: written for path, written in files.items() if path not in self._suspects}

    def intact(self, address: str) -> dict[str, Written]:
        """Return the files that the job at an address had, if all of them are as they were left; else nothing."""
        files = self._ledger.before(address)
        return files if self._are_untouched(files) else {}

    def read(self, path: str) -> bytes:
        """Return a file as it is; what cannot be read is empty."""
        try:
            with open(f"{self.sink.root}/{path}", "rb") as file:
                return file.read()
        except OSError:
            return b""

    def finish(self, covers: Callable[[str], bool]) -> Tally:
        """Delete what is no longer wanted, and keep the manifest (see `Writer`)."""
        manifest = self._ledger.settle(covers)
        self._delete_stale(manifest)
        if self.tally.written or self.tally.deleted or self._ledger.is_changed:
            with readable_faults(self._file.name):
                self.seal = save_manifest(self._file, manifest)
        self.sink.forget()
        return self.tally

    def _delete_stale(self, manifest: Manifest) -> None:
        """Delete what the last build wrote and this one did not, and what a killed build left beside it."""
        stale = self._ledger.stale
        if self._suspects:
            wanted = {path for line in manifest.values() for path in parse_entry(line).files}
            for path in self._suspects.keys() - wanted:
                stale.setdefault(path, set()).update(self._suspects[path])
        gone = [path for path in sorted(stale) if self.sink.delete(path, stale[path])]
        self.tally.deleted += len(gone)
        remove_empty({os.path.dirname(f"{self.sink.root}/{path}") for path in gone}, self.sink.root)

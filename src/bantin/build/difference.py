"""Only what differs from a published site: for a CI that has its manifest but not its files.

The folder of a difference holds `files/`, to be copied over the site; `deleted.txt`, what to take away from it
afterwards, a path a line; and `manifest.tsv`, the manifest of the site once both are done.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from bantin.build.disk import readable_faults, replace_file
from bantin.build.manifest import Entry, Manifest, Written, format_entry, load_manifest, parse_entry, save_manifest
from bantin.build.writer import Tally
from bantin.model import ConfigError
from bantin.model.digest import SIZE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bantin.plan import Job


class DifferenceWriter:
    """Writes the difference to the site of a manifest into a folder of its own."""

    is_whole = True
    """What was published is taken to be as it was published."""

    def __init__(self, folder: Path, against: Path) -> None:
        """`against`: the manifest of the published site; where there is none yet, everything differs.

        Raises ConfigError where the folder holds anything, or the manifest is damaged.
        """
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise ConfigError("config.delta_in_use", folder=folder)
        self._old, self.seal = load_manifest(against)
        if against.exists() and not self.seal:
            raise ConfigError("config.manifest_damaged", path=against)
        self._folder = folder
        self._new: Manifest = {}
        self._kept: set[str] = set()
        self._wanted: set[str] = set()
        self._stale: set[str] = set()
        self._tally = Tally()

    def is_current(self, job: Job) -> bool:
        """Tell whether a job's files were published as they must be."""
        line = self._old.get(job.address)
        if line is None or not line.startswith(f"{job.fingerprint}\t"):
            return False
        self._kept.add(job.address)
        return True

    def write(self, job: Job, files: dict[str, bytes]) -> None:
        """Put those files of a job that differ into the folder."""
        line = self._old.get(job.address)
        before = parse_entry(line).files if line else {}
        entry = Entry(job.fingerprint, {})
        for path, data in files.items():
            digest = blake2b(data, digest_size=SIZE).hexdigest()
            entry.files[path] = Written(digest, len(data), 0)
            if path not in before or before[path].digest != digest:
                with readable_faults(path):
                    replace_file(f"{self._folder}/files/{path}", data)
                self._tally.written += 1
        self._wanted.update(files)
        self._stale.update(before.keys() - files.keys())
        self._new[job.address] = format_entry(entry)

    def finish(self, covers: Callable[[str], bool]) -> Tally:
        """Write the list of what to take away, and the new manifest last (see `Writer`)."""
        for address, line in self._old.items():
            if address in self._new:
                continue
            if address in self._kept or not covers(address):
                self._new[address] = line
            else:
                self._stale.update(parse_entry(line).files)
        deleted = sorted(self._stale - self._wanted)
        with readable_faults("deleted.txt"):
            (self._folder / "files").mkdir(parents=True, exist_ok=True)
            replace_file(f"{self._folder}/deleted.txt", "".join(f"{path}\n" for path in deleted).encode())
        with readable_faults("manifest.tsv"):
            self.seal = save_manifest(self._folder / "manifest.tsv", self._new)
        self._tally.deleted = len(deleted)
        return self._tally

    def close(self) -> None:
        """Do nothing: every file is closed as soon as it is written."""

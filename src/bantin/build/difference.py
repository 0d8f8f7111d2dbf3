"""Only what differs from a published site: for a CI that has its manifest but not its files.

The folder of a difference holds `files/`, to be copied over the site; `deleted.txt`, what to take away from it
afterwards, a path a line; and `manifest.tsv`, the manifest of the site once both are done.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from bantin.build.disk import readable_faults, replace_file
from bantin.build.ledger import Ledger
from bantin.build.manifest import Written, load_manifest, save_manifest
from bantin.build.writer import Tally
from bantin.model import ConfigError
from bantin.model.digest import SIZE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
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
        manifest, self.seal = load_manifest(against)
        if against.exists() and not self.seal:
            raise ConfigError("config.manifest_damaged", path=against)
        self._folder = folder
        self._ledger = Ledger(manifest)
        self._tally = Tally()

    def is_current(self, job: Job) -> bool:
        """Tell whether a job's files were published as they must be."""
        if self._ledger.find(job) is None:
            return False
        self._ledger.keep(job)
        return True

    def write(self, job: Job, files: dict[str, bytes], kept: Iterable[str] = ()) -> None:
        """Put those files of a job that differ into the folder (see `Writer`)."""
        before = self._ledger.before(job.address)
        made = {
            path: Written(blake2b(data, digest_size=SIZE).hexdigest(), len(data), 0) for path, data in files.items()
        }
        for path, written in made.items():
            if path not in before or before[path].digest != written.digest:
                with readable_faults(path):
                    replace_file(f"{self._folder}/files/{path}", files[path])
                self._tally.written += 1
        self._ledger.enter(job, {path: before[path] for path in kept} | made)

    def intact(self, address: str) -> dict[str, Written]:
        """Return nothing: what was published is not at hand."""
        del address
        return {}

    def read(self, path: str) -> bytes:
        """Return nothing, as above."""
        del path
        return b""

    def paths(self, prefix: str) -> list[str]:
        """Return the files of the jobs below an address, as far as they were written or found current."""
        return self._ledger.paths(prefix)

    def finish(self, covers: Callable[[str], bool]) -> Tally:
        """Write the list of what to take away, and the new manifest last (see `Writer`)."""
        manifest = self._ledger.settle(covers)
        deleted = sorted(self._ledger.stale)
        with readable_faults("deleted.txt"):
            (self._folder / "files").mkdir(parents=True, exist_ok=True)
            replace_file(f"{self._folder}/deleted.txt", "".join(f"{path}\n" for path in deleted).encode())
        with readable_faults("manifest.tsv"):
            self.seal = save_manifest(self._folder / "manifest.tsv", manifest)
        self._tally.deleted = len(deleted)
        return self._tally

    def close(self) -> None:
        """Do nothing: every file is closed as soon as it is written."""

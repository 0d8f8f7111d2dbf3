"""Only what differs from a published site: for a CI that has its manifest but not its files.

The folder of a difference holds `files/`, to be copied over the site; `deleted.txt`, what to take away from it
afterwards, a path a line; and `manifest.tsv`, the manifest of the site once both are done.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from bantin.build.disk import readable_faults, replace_file
from bantin.build.manifest import Written, load_manifest, save_manifest
from bantin.build.sink import Put
from bantin.build.writer import Tally, Writer
from bantin.model import ConfigError
from bantin.model.digest import SIZE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from bantin.plan import Job


@dataclass(frozen=True, slots=True)
class DifferenceOutlet:
    """The folder of the files that differ."""

    root: str

    def put(self, files: Mapping[str, bytes], known: Mapping[str, Written]) -> dict[str, Put]:
        """Put those files in the folder that are not `known` to be published as they are (see `Sink`)."""
        placed = {}
        for path, data in files.items():
            written = Written(blake2b(data, digest_size=SIZE).hexdigest(), len(data), 0)
            is_new = path not in known or known[path].digest != written.digest
            if is_new:
                with readable_faults(path):
                    replace_file(f"{self.root}/{path}", data)
            placed[path] = Put(written, is_new)
        return placed


class DifferenceWriter(Writer):
    """Writes the difference to the site of a manifest into a folder of its own."""

    is_whole = True
    """What was published is taken to be as it was published."""

    def __init__(self, folder: Path, against: Path, progress: Callable[[str, int], None]) -> None:
        """`against`: the manifest of the published site; where there is none yet, everything differs.

        Raises ConfigError where the folder holds anything, or the manifest is damaged.
        """
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise ConfigError("config.delta_in_use", folder=folder)
        manifest, seal = load_manifest(against)
        if against.exists() and not seal:
            raise ConfigError("config.manifest_damaged", path=against)
        super().__init__(DifferenceOutlet(f"{folder}/files"), manifest, seal, progress)
        self._folder = folder

    def is_current(self, job: Job) -> bool:
        """Tell whether a job's files were published as they must be."""
        if self._ledger.find(job) is None:
            return False
        self._ledger.keep(job)
        return True

    def known(self, address: str) -> dict[str, Written]:
        """Return the files that the job at an address was published with."""
        return self._ledger.before(address)

    def intact(self, address: str) -> dict[str, Written]:
        """Return nothing: what was published is not at hand."""
        del address
        return {}

    def read(self, path: str) -> bytes:
        """Return nothing, as above."""
        del path
        return b""

    def finish(self, covers: Callable[[str], bool]) -> Tally:
        """Write the list of what to take away, and the new manifest last (see `Writer`)."""
        manifest = self._ledger.settle(covers)
        deleted = sorted(self._ledger.stale)
        with readable_faults("deleted.txt"):
            (self._folder / "files").mkdir(parents=True, exist_ok=True)
            replace_file(f"{self._folder}/deleted.txt", "".join(f"{path}\n" for path in deleted).encode())
        with readable_faults("manifest.tsv"):
            self.seal = save_manifest(self._folder / "manifest.tsv", manifest)
        self.tally.deleted = len(deleted)
        return self.tally

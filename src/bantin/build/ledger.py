"""What a site held, and what it will hold: the manifest while a build changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin.build.manifest import Entry, Manifest, Written, format_entry, parse_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bantin.plan import Job


class Ledger:
    """Notes what becomes of each job; what nobody speaks of stays or goes as `settle` is told."""

    def __init__(self, old: Manifest) -> None:
        """`old`: the manifest of what is there."""
        self._old = old
        self._new: Manifest = {}
        self._kept: set[str] = set()
        self._entered: set[str] = set()
        self.stale: dict[str, set[str]] = {}
        """Digests of files that were there and are no longer wanted, by path; whole after `settle`."""

    @property
    def lines(self) -> Iterable[str]:
        """What was there, a line for each job (`manifest.parse_entry`)."""
        return self._old.values()

    @property
    def is_changed(self) -> bool:
        """Whether the manifest is another one than it was; told after `settle`."""
        return self._new != self._old

    def find(self, job: Job) -> dict[str, Written] | None:
        """Return the files of a job, if they were made from the same inputs."""
        line = self._old.get(job.address)
        if line is None or not line.startswith(f"{job.fingerprint}\t"):
            return None
        return parse_entry(line).files

    def before(self, address: str) -> dict[str, Written]:
        """Return the files that the job at an address had."""
        line = self._old.get(address)
        return parse_entry(line).files if line else {}

    def keep(self, job: Job) -> None:
        """Note that the files of a job stay as they are."""
        self._kept.add(job.address)

    def enter(self, job: Job, files: dict[str, Written]) -> None:
        """Note the files that a job has now."""
        self._entered.update(files)
        self._retire({path: written for path, written in self.before(job.address).items() if path not in files})
        self._new[job.address] = format_entry(Entry(job.fingerprint, files))

    def paths(self, prefix: str) -> list[str]:
        """Return the files of the jobs below an address, as far as they were kept or entered."""
        kept = (self._old[address] for address in self._kept if address.startswith(prefix))
        new = (line for address, line in self._new.items() if address.startswith(prefix))
        return [path for line in (*kept, *new) for path in parse_entry(line).files]

    def settle(self, covers: Callable[[str], bool]) -> Manifest:
        """Return the manifest of what the site holds now.

        `covers` tells of an address whether the plan spoke of it at all; what it did not speak of stays.
        """
        for address, line in self._old.items():
            if address in self._new:
                continue
            if address in self._kept or not covers(address):
                self._new[address] = line
            else:
                self._retire(parse_entry(line).files)
        for path in self._entered & self.stale.keys():
            del self.stale[path]
        return self._new

    def _retire(self, files: dict[str, Written]) -> None:
        for path, written in files.items():
            self.stale.setdefault(path, set()).add(written.digest)

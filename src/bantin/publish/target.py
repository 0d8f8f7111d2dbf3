"""What a place must be able to do so that a site can be published there, resumably."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bantin.publish.source import Files, Held, Source

MANIFEST = ".bantin-manifest.tsv"
"""Beside the site: what the last finished publishing left there. It names nothing that is not public."""
JOURNAL = ".bantin-journal.txt"
"""Beside the site while publishing: what may no longer be what the manifest says, a path a line."""

Told = Callable[[int], None]
"""Told how many more files are done."""


class Target(Protocol):
    """A place that serves files. Each method raises BantinError with what a person can do about it."""

    def fetch(self, name: str) -> bytes | None:
        """Return one of our own notes beside the site; None where there is none."""

    def keep(self, name: str, data: bytes) -> None:
        """Put one of our own notes beside the site, whole or not at all."""

    def look(self, wanted: Mapping[str, Held], source: Source) -> Files:
        """Return which of the paths `wanted` are there: as wanted where they are just that, else as UNKNOWN."""

    def put(self, paths: Sequence[str], source: Source, told: Told) -> None:
        """Put files in place, each whole, in any order."""

    def delete(self, paths: Sequence[str], told: Told) -> None:
        """Take files away; what is gone already is no error."""

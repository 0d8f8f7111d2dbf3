"""A folder of this machine as the place to publish."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING

from bantin.build.disk import readable_faults, remove_empty, replace_file
from bantin.model.digest import SIZE
from bantin.publish.source import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from bantin.publish.source import Files, Held, Source
    from bantin.publish.target import Told


class FolderTarget:
    """Files put into a folder one by one, each whole."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def fetch(self, name: str) -> bytes | None:
        """Return a note (see `Target`)."""
        with readable_faults(name), suppress(FileNotFoundError, NotADirectoryError):
            return (self._root / name).read_bytes()
        return None

    def keep(self, name: str, data: bytes) -> None:
        """Put a note (see `Target`)."""
        with readable_faults(name):
            replace_file(f"{self._root}/{name}", data)

    def look(self, wanted: Mapping[str, Held], source: Source) -> Files:
        """Return what is there (see `Target`)."""
        del source
        found: Files = {}
        for path, held in wanted.items():
            with suppress(OSError):
                data = (self._root / path).read_bytes()
                found[path] = held if blake2b(data, digest_size=SIZE).hexdigest() == held.digest else UNKNOWN
        return found

    def put(self, paths: Sequence[str], source: Source, told: Told) -> None:
        """Put files in place (see `Target`)."""
        for path in paths:
            data = source.read(path)
            with readable_faults(path):
                replace_file(f"{self._root}/{path}", data)
            told(1)

    def delete(self, paths: Sequence[str], told: Told) -> None:
        """Take files away, and folders that are empty then (see `Target`)."""
        for path in paths:
            with readable_faults(path), suppress(FileNotFoundError, NotADirectoryError):
                (self._root / path).unlink()
            told(1)
        remove_empty(sorted({f"{self._root}/{path}".rpartition("/")[0] for path in paths}), os.fspath(self._root))

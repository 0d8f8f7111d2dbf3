"""Who has which file of the site, where two cannot have one."""

from __future__ import annotations

from collections.abc import Iterator


class Claims:
    """Files below the site and their owners. A disk that takes A for a holds one of two files that differ by it."""

    def __init__(self) -> None:
        self._owners: dict[str, str] = {}
        self._folders: dict[str, str] = {}

    def claim(self, file: str, path: str) -> str | None:
        """Give a file to `path`, or return who has it already, or its folder as a file, or a file in it."""
        file = file.casefold()
        above = next((one for one in _folders(file) if one in self._owners), None)
        if above is not None:
            return self._owners[above]
        if file in self._folders:
            return self._folders[file]
        owner = self._owners.setdefault(file, path)
        if owner != path:
            return owner
        for folder in _folders(file):
            self._folders.setdefault(folder, path)
        return None


def _folders(file: str) -> Iterator[str]:
    parts = file.split("/")
    return ("/".join(parts[:count]) for count in range(1, len(parts)))

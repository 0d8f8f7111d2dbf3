"""Who has which file of the site, where two cannot have one."""

from __future__ import annotations


class Claims:
    """Files below the site and their owners. A disk that takes A for a holds one of two files that differ by it."""

    def __init__(self) -> None:
        self._owners: dict[str, str] = {}
        self._folders: dict[str, str] = {}
        """Each with one who has a file in it; the folders above one of these are among them, and none is a file."""

    def claim(self, file: str, path: str) -> str | None:
        """Give a file to `path`, or return who has it already, or its folder as a file, or a file in it."""
        file = file.casefold()
        opened = []
        folder = file.rpartition("/")[0]
        while folder and folder not in self._folders:
            if folder in self._owners:
                return self._owners[folder]
            opened.append(folder)
            folder = folder.rpartition("/")[0]
        if file in self._folders:
            return self._folders[file]
        owner = self._owners.setdefault(file, path)
        if owner != path:
            return owner
        self._folders |= dict.fromkeys(opened, path)
        return None

"""Which files a site has, and by what content each is known: from its manifest where they are untouched."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bantin.build.manifest import Manifest, Written, load_manifest, manifest_path, parse_entry
from bantin.model import BantinError, ConfigError, name_fault
from bantin.model.digest import SIZE
from bantin.publish.source import is_difference, load_difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.build import Project


class File(NamedTuple):
    """A file of a site."""

    digest: str
    size: int
    place: str
    """Its path on the disk; '' where its bytes are not at hand."""


def take_inventory(project: Project | None, folder: Path) -> dict[str, File]:
    """Return the files of the site in `folder`, or of the whole site that a difference in it leads to.

    Raises ConfigError where there is no such folder, no site in it, or a damaged manifest.
    """
    if not folder.is_dir():
        raise ConfigError("verify.no_folder", folder=folder)
    if is_difference(folder):
        written = _written(load_difference(folder))
        return {path: _of_difference(folder / "files", path, one) for path, one in written}
    if not (folder / "index.html").is_file():
        raise ConfigError("verify.no_site", folder=folder)
    known = dict(_written(load_manifest(manifest_path(project.private, folder))[0])) if project else {}
    return {path: _of_disk(entry, known.get(path)) for path, entry in sorted(_walk(str(folder), ""))}


def _written(manifest: Manifest) -> Iterator[tuple[str, Written]]:
    for line in manifest.values():
        yield from parse_entry(line).files.items()


def _of_difference(folder: Path, path: str, written: Written) -> File:
    place = folder / path
    return File(written.digest, written.size, str(place) if place.is_file() else "")


def _walk(folder: str, prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path, f"{prefix}{entry.name}/")
            elif not entry.name.startswith("."):
                yield f"{prefix}{entry.name}", entry


def _of_disk(entry: os.DirEntry[str], known: Written | None) -> File:
    try:
        stat = entry.stat()
        if known is not None and (known.size, known.mtime) == (stat.st_size, stat.st_mtime_ns):
            return File(known.digest, known.size, entry.path)
        data = Path(entry.path).read_bytes()
    except OSError as error:
        raise BantinError("build.cannot_read", path=entry.path, reason=name_fault(error)) from error
    return File(blake2b(data, digest_size=SIZE).hexdigest(), len(data), entry.path)

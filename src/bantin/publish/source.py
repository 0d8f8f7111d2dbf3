"""What is to be published: a built site, or the difference to a published one."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from bantin.build.manifest import (
    Entry,
    Manifest,
    dump_manifest,
    format_entry,
    load_manifest,
    manifest_path,
    parse_entry,
)
from bantin.build.sink import FolderSink
from bantin.model import BantinError, ConfigError, name_fault
from bantin.model.digest import SIZE

if TYPE_CHECKING:
    from pathlib import Path

    from bantin.build import Project


class Held(NamedTuple):
    """A file by its content."""

    digest: str
    size: int


Files = dict[str, Held]
"""By path below the site."""

UNKNOWN = Held("", -1)
"""A file of which only is known that it is there."""


@dataclass(frozen=True, slots=True)
class Source:
    """A site to publish, whole or as far as it differs."""

    folder: Path
    """Where the bytes lie."""
    files: Files
    """The whole site, also where the folder holds a part of it."""
    manifest: bytes
    """Kept at the target: the next `bantin build --against` starts from it."""

    def read(self, path: str) -> bytes:
        """Return the bytes of a file. Raises BantinError where they are not those of the manifest."""
        try:
            data = (self.folder / path).read_bytes()
        except FileNotFoundError as error:
            raise BantinError("publish.outdated", path=path, folder=self.folder) from error
        except OSError as error:
            raise BantinError("build.cannot_read", path=path, reason=name_fault(error)) from error
        if blake2b(data, digest_size=SIZE).hexdigest() != self.files[path].digest:
            raise BantinError("publish.altered", path=path)
        return data


def open_source(project: Project, folder: Path) -> Source:
    """Return what `folder` holds: a site, or what `bantin build --delta` wrote. Raises ConfigError for neither."""
    if is_difference(folder):
        return make_source(folder / "files", load_difference(folder))
    path = manifest_path(project.private, folder)
    manifest, seal = load_manifest(path)
    if not seal or not folder.is_dir():
        raise ConfigError("publish.not_built", folder=folder)
    if FolderSink(str(folder), str(path.with_suffix(""))).is_unfinished:
        raise ConfigError("publish.unfinished", folder=folder)
    return make_source(folder, manifest)


def is_difference(folder: Path) -> bool:
    """Tell whether a folder was written by `bantin build --delta`."""
    return all((folder / name).exists() for name in ("files", "deleted.txt", "manifest.tsv"))


def load_difference(folder: Path) -> Manifest:
    """Return the manifest of the whole site beside a difference. Raises ConfigError for a damaged one.

    Taken for an empty one, it would stand for a site of which nothing is left.
    """
    manifest, seal = load_manifest(folder / "manifest.tsv")
    if not seal:
        raise ConfigError("config.manifest_damaged", path=folder / "manifest.tsv")
    return manifest


def make_source(folder: Path, manifest: Manifest) -> Source:
    """Return the site of a manifest; when its files were written on this machine is nobody's business."""
    files: Files = {}
    plain: Manifest = {}
    for address, line in manifest.items():
        entry = parse_entry(line)
        files.update((path, Held(one.digest, one.size)) for path, one in entry.files.items())
        timeless = {path: one._replace(mtime=0) for path, one in entry.files.items()}
        plain[address] = format_entry(Entry(entry.fingerprint, timeless))
    return Source(folder, files, dump_manifest(plain)[0])


def read_files(manifest: Manifest) -> Files:
    """Return the files that a manifest names."""
    return {
        path: Held(one.digest, one.size) for line in manifest.values() for path, one in parse_entry(line).files.items()
    }

"""What was written to an output folder: kept beside the cache, never in the output."""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_HEADER = "bantin-manifest 1\n"


class Written(NamedTuple):
    """A file as it was left on the disk."""

    digest: str
    size: int
    mtime: int
    """Nanoseconds; with the size it tells whether anybody touched the file since."""


@dataclass
class Entry:
    """The files of one job."""

    fingerprint: str
    files: dict[str, Written] = field(default_factory=dict)


Manifest = dict[str, Entry]
"""Entries by the job's address."""


def manifest_path(private: Path, out: Path) -> Path:
    """Return where the manifest of the output folder `out` lies; one for each folder, however it is named."""
    name = os.path.relpath(out, private.parent) if out.drive == private.drive else str(out)
    mark = blake2b(name.replace("\\", "/").encode(), digest_size=6).hexdigest()
    return private / f"manifest-{mark}.tsv"


def load_manifest(path: Path) -> tuple[Manifest, int]:
    """Return the manifest at `path` and its seal; an absent, damaged or foreign one is empty and has the seal 0."""
    with suppress(OSError, UnicodeDecodeError, ValueError):
        text = path.read_bytes().decode()
        body, _, seal = text.rpartition("end\t")
        if body.startswith(_HEADER) and int(seal) == zlib.crc32(body.encode()):
            return _parse(body.splitlines()[1:]), int(seal)
    return {}, 0


def _parse(lines: list[str]) -> Manifest:
    manifest: Manifest = {}
    for line in lines:
        address, fingerprint, path, digest, size, mtime = line.split("\t")
        entry = manifest.setdefault(address, Entry(fingerprint))
        if path:
            entry.files[path] = Written(digest, int(size), int(mtime))
    return manifest


def save_manifest(path: Path, manifest: Manifest) -> int:
    """Write the manifest whole or not at all; return its seal."""
    lines = [_HEADER.rstrip()]
    for address, entry in manifest.items():
        for file, written in entry.files.items():
            lines.append(f"{address}\t{entry.fingerprint}\t{file}\t{written.digest}\t{written.size}\t{written.mtime}")
        if not entry.files:
            lines.append(f"{address}\t{entry.fingerprint}\t\t\t0\t0")
    body = "\n".join(lines) + "\n"
    seal = zlib.crc32(body.encode())
    data = f"{body}end\t{seal}".encode()
    temporary = path.with_suffix(".tmp")
    with temporary.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(path)
    return seal

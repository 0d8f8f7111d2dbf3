"""What was written to an output folder: kept beside the cache, never in the output."""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_HEADER = b"bantin-manifest 2\n"
_END = b"end\t"
"""Before the seal, on the last line. The manifest of a hundred thousand pages has 35 MB: few copies are made of it."""


class Written(NamedTuple):
    """A file as it was left on the disk."""

    digest: str
    size: int
    mtime: int
    """Nanoseconds; with the size it tells whether anybody touched the file since."""


class Entry(NamedTuple):
    """The files of one job."""

    fingerprint: str
    files: dict[str, Written]


Manifest = dict[str, str]
"""Entries by the job's address, each as its line stands in the file: few of many are ever looked at."""


def manifest_path(private: Path, out: Path) -> Path:
    """Return where the manifest of the output folder `out` lies; one for each folder, however it is named."""
    name = os.path.relpath(out, private.parent) if out.drive == private.drive else str(out)
    mark = blake2b(name.replace("\\", "/").encode(), digest_size=6).hexdigest()
    return private / f"manifest-{mark}.tsv"


def load_manifest(path: Path) -> tuple[Manifest, str]:
    """Return the manifest at `path` and its seal; an absent, damaged or foreign one is empty and has the seal ''."""
    with suppress(OSError):
        return parse_manifest(path.read_bytes())
    return {}, ""


def parse_manifest(data: bytes) -> tuple[Manifest, str]:
    """Return the manifest in `data` and its seal; a damaged or foreign one is empty and has the seal ''."""
    end = data.rfind(_END)
    with suppress(UnicodeDecodeError, ValueError):
        if data.startswith(_HEADER) and end >= 0:
            seal = data[end + len(_END) :].decode()
            if seal == _seal(memoryview(data)[:end]):
                return dict(line.split("\t", 1) for line in data[len(_HEADER) : end].decode().splitlines()), seal
    return {}, ""


def _seal(body: bytes | memoryview) -> str:
    return f"{zlib.crc32(body):08x}"


def parse_entry(line: str) -> Entry:
    """Return the entry of a manifest's line."""
    fingerprint, *rest = line.split("\t")
    files = zip(rest[::4], rest[1::4], map(int, rest[2::4]), map(int, rest[3::4]), strict=True)
    return Entry(fingerprint, {path: Written(digest, size, mtime) for path, digest, size, mtime in files})


def format_entry(entry: Entry) -> str:
    """Return an entry as a manifest's line."""
    files = (f"\t{path}\t{one.digest}\t{one.size}\t{one.mtime}" for path, one in entry.files.items())
    return entry.fingerprint + "".join(files)


def save_manifest(path: Path, manifest: Manifest) -> str:
    """Write the manifest whole or not at all; return its seal."""
    data, seal = dump_manifest(manifest)
    temporary = path.with_suffix(".tmp")
    with temporary.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(path)
    return seal


def dump_manifest(manifest: Manifest) -> tuple[bytes, str]:
    """Return the bytes of a manifest's file, and its seal."""
    lines = (f"{address}\t{line}\n" for address, line in sorted(manifest.items()))
    body = _HEADER + "".join(lines).encode()
    seal = _seal(body)
    return b"%b%b%b" % (body, _END, seal.encode()), seal

"""Which content each article file has, read or not: what is known of it need not be found again."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha1
from typing import TYPE_CHECKING

from bantin.build.git import find_blobs
from bantin.model import Problem, digest, name_fault
from bantin.read.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bantin.build.pool import Payload
    from bantin.catalogue import Entry
    from bantin.model import Settings

_AT_HAND = 64_000_000
"""Bytes of files that are kept for the reading that follows; beyond, they are read again."""
MANY = 300
"""Unfamiliar files above which it pays to ask git about them."""


@dataclass
class Identities:
    """The content of every article file that can be opened."""

    keys: dict[str, str] = field(default_factory=dict)
    """By path, in the order of the scan: names the content together with all that reading is told."""
    contents: dict[str, bytes] = field(default_factory=dict)
    """The bytes of some that had to be read for it."""
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Seen:
    """Files as an earlier build saw them."""

    signatures: Mapping[str, str]
    entries: Mapping[str, Entry]


def identify(folder: Path, signatures: Mapping[str, str], seen: Seen, payload: Payload) -> Identities:
    """Return the identities of the articles in `folder` (content/): by signature, by git, else by reading."""
    found, settings = Identities(), payload.host.settings
    ending = f".{_reading_digest(settings, payload.phrases)}"
    keys = {
        path: seen.entries[path].key
        for path, signature in signatures.items()
        if signature and seen.signatures.get(path) == signature and path in seen.entries
    }
    if any(not key.endswith(ending) for key in keys.values()):
        keys = {path: key.partition(".")[0] + ending for path, key in keys.items()}
    strange = [path for path in signatures if path not in keys]
    blobs = find_blobs(folder / "news") if len(strange) > MANY and seen.entries else {}
    room = _AT_HAND
    for path in strange:
        blob = blobs.get(path.removeprefix("news/"))
        if blob is None:
            try:
                data = read_file(folder, path, settings)
            except OSError as error:
                found.problems.append(describe_unreadable(path, error))
                continue
            blob, room = blob_id(data), room - len(data)
            if room > 0:
                found.contents[path] = data
        keys[path] = blob + ending
    found.keys.update((path, keys[path]) for path in signatures if path in keys)
    return found


def blob_id(data: bytes) -> str:
    """Return git's id of a file with these bytes; of one with Windows line ends that of the same with LF."""
    data = data.replace(b"\r\n", b"\n")
    return sha1(b"blob %d\0%b" % (len(data), data), usedforsecurity=False).hexdigest()


def read_file(folder: Path, path: str, settings: Settings) -> bytes:
    """Return the bytes of a file, of one that is too large only so many that it shows. Raises OSError."""
    with (folder / path).open("rb") as file:
        return file.read(settings.article_limit_kb * 1024 + 1)


def describe_unreadable(path: str, error: OSError) -> Problem:
    """Return the problem of a file that the system does not let us read."""
    findings = Findings(path)
    findings.error("file-unreadable", reason=name_fault(error))
    return findings.problems[0]


def _reading_digest(settings: Settings, phrases: tuple[tuple[str, ...], ...]) -> str:
    """Return what, besides a file's bytes, decides what the file gives."""
    told = (settings.language, settings.markdown_extensions, settings.extension_configs, settings.article_limit_kb)
    return digest(*told, settings.ignored_rules, settings.title_limit, phrases)[:12]

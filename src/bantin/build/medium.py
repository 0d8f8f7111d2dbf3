"""Which content each picture and attachment has."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from bantin.model.digest import SIZE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class Medium(NamedTuple):
    """A file as it was seen: its signature, and what names its content."""

    signature: str
    key: str
    size: int


def identify_media(content: Path, signatures: Mapping[str, str], known: Mapping[str, Medium]) -> dict[str, Medium]:
    """Return what each file holds; those that `known` has under the same signature are not read.

    A file that cannot be read has no key.
    """
    found = {}
    for path, signature in signatures.items():
        before = known.get(path)
        if before is None or not signature or before.signature != signature:
            try:
                before = Medium(signature, *_identify(content / path))
            except OSError:
                before = Medium("", "", 0)
        found[path] = before
    return found


def _identify(path: Path) -> tuple[str, int]:
    """Return (what equal files share, size)."""
    hasher = blake2b(digest_size=SIZE)
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            hasher.update(block)
        return f"{hasher.hexdigest()}{suffix_of(path.name)}", file.tell()


def suffix_of(path: str) -> str:
    """Return the ending of a file's name, in lower case, with its dot."""
    return path[path.rfind(".") :].lower() if "." in path.rpartition("/")[2] else ""

"""The digest of the program itself: what a rebuilt or updated bantin made before is made again."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from pathlib import Path

from bantin.model import digest

_LIBRARIES = ("markdown", "nh3", "jinja2", "pyyaml", "pymdown-extensions")
"""Their versions change what a body or a page looks like."""


@cache
def digest_code() -> str:
    """Return the digest of bantin's own files and of the libraries that write its pages."""
    package = Path(__file__).resolve().parents[1]
    files = sorted(
        path
        for path in package.rglob("*")
        if path.suffix in {".py", ".yml"} and "theme" not in path.relative_to(package).parts
    )
    parts: list[object] = [version(library) for library in _LIBRARIES]
    for path in files:
        parts += [path.relative_to(package).as_posix(), path.read_bytes().replace(b"\r\n", b"\n")]
    return digest(*parts)

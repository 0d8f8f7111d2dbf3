"""The folders of a theme: ours, and a ward's own laid over it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bantin.model import digest

if TYPE_CHECKING:
    from collections.abc import Iterable


def theme_dir() -> Path:
    """Return the folder of our theme: inside the wheel, or beside src/ in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "theme"
    return installed if installed.is_dir() else package.parents[1] / "theme"


def join_stylesheets(theme: Path) -> bytes:
    """Return the one stylesheet of the site: tokens, base, components by name, print."""
    styles = theme / "styles"
    ordered = [
        styles / "tokens.css",
        styles / "base.css",
        *sorted(theme.glob("components/*/*.css")),
        styles / "print.css",
    ]
    return b"\n".join(path.read_bytes().replace(b"\r\n", b"\n") for path in ordered)


def digest_folders(folders: Iterable[Path]) -> str:
    """Return the digest of every file below `folders`, names included."""
    parts: list[object] = []
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            parts += [path.relative_to(folder).as_posix(), path.read_bytes()]
    return digest(*parts)

"""The project's own files, and what stands in them."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "bantin"
THEME = ROOT / "theme"

MODULES = {
    path.relative_to(ROOT).as_posix(): path
    for folder in (PACKAGE, ROOT / "scripts")
    for path in sorted(folder.rglob("*.py"))
}
"""Every Python file that is no test, by its path."""

SCRIPTS = sorted([*THEME.rglob("*.mjs"), *THEME.rglob("*.js")])

TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


def read(name: str) -> str:
    """Return a text file of the repository."""
    return (ROOT / name).read_text(encoding="utf-8")

"""A project with content in Greek: whatever a site says in Latin letters, and no message holds, stands in the code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from conftest import unpack

HERE = Path(__file__).parent
_ARTICLES = 45
"""So many short ones that lists have pages."""


def lay_out(root: Path) -> None:
    """Write the files of the project."""
    unpack((HERE / "content.txt").read_text(encoding="utf-8"), root)
    for number in range(_ARTICLES):
        head = f"title: Νέο {number}\ndate: 2024-03-{number % 28 + 1:02}\nward: palia\ntags: [ergo]"
        unpack(f"-- content/news/2024/03/neo-{number}.md --\n---\n{head}\n---\n\nΚείμενο.\n", root)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run bantin in the pseudo-language, in a folder."""
    command = [sys.executable, str(HERE / "pseudo.py"), *arguments]
    env = os.environ | {"BANTIN_NOW": "2025-12-01", "NO_COLOR": "1"}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False)


def build(root: Path) -> Path:
    """Lay the project out and build it; return the folder of its site."""
    lay_out(root)
    done = run(root, "build", "--workers", "1")
    if done.returncode:
        raise RuntimeError(done.stderr)
    return root / "site"

"""The commands as an editor and MkDocs' users start them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

NOW = "2025-12-01"


def run(module: str, *arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m module arguments` in `folder`, with a fixed instant."""
    env = os.environ | {"BANTIN_NOW": NOW} | environment
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False)


def bantin(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run bantin."""
    return run("bantin", *arguments, folder=folder, **environment)


def mkdocs(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs."""
    return run("mkdocs", *arguments, folder=folder, **environment)

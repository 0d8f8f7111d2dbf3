"""What git knows of the work tree, so that a fresh checkout need not be read to be recognised."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_WAIT = 60
"""Seconds: a git that takes longer is no help."""


def find_blobs(folder: Path) -> dict[str, str]:
    """Return {path below `folder`: blob id} of the files that are as the index has them; nothing where git cannot tell.

    Files that git was told not to look at (`assume-unchanged`, `skip-worktree`) are not among them.
    """
    listed = run_git(folder, "ls-files", "-z", "-s", "-v")
    touched = run_git(folder, "diff-files", "-z", "--name-only", "--relative")
    if listed is None or touched is None:
        return {}
    blobs = {}
    for line in listed.split("\0"):
        head, _, path = line.partition("\t")
        if head.startswith("H 100"):  # cached and looked at; a plain file
            blobs[path] = head.split(" ")[2]
    for path in touched.split("\0"):
        blobs.pop(path, None)
    return blobs


def run_git(folder: Path, *arguments: str) -> str | None:
    """Return what git prints in `folder`, None where it fails, is missing, or takes too long."""
    # The name is the reader's own git, found as their shell finds it; the monitor could start any program.
    command = ("git", "-C", str(folder), "-c", "core.fsmonitor=false", *arguments)
    environment = os.environ | {"GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=_WAIT, env=environment)  # noqa: S603 - no word of a stranger
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", errors="surrogateescape")

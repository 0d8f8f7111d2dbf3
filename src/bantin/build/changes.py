"""Which files git knows as new or changed since a branch began."""

from __future__ import annotations

import subprocess
from pathlib import Path

_BASES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""Where a branch usually began, tried in this order."""


def changed_files(root: Path, base: str | None) -> frozenset[str] | None:
    """Return paths below `root`, with forward slashes; None where git cannot tell.

    Changed are files that differ from the commit where the branch left `base` (by default the main branch), committed
    or not, and files that git does not know yet.
    """
    start = next(
        (found for name in ((base,) if base else _BASES) if (found := _git(root, "merge-base", "HEAD", name))), None
    )
    if start is None:
        return None
    listed = _git(root, "diff", "--name-only", "--relative", "-z", "--diff-filter=d", start.strip())
    unknown = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    if listed is None or unknown is None:
        return None
    return frozenset(path for path in (listed + unknown).split("\0") if path)


def _git(root: Path, *arguments: str) -> str | None:
    """Return what git prints, None where it fails or is missing."""
    command = ["git", "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=False)  # noqa: S603 - git, with words of ours
    except OSError:
        return None
    return done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else None

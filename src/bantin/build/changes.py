"""Which files git knows as new or changed since a branch began."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin.build.git import run_git

if TYPE_CHECKING:
    from pathlib import Path

_BASES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""Where a branch usually began, tried in this order."""


def find_start(root: Path, base: str | None) -> str | None:
    """Return the commit where the branch left `base` (by default the main branch); None where git cannot tell."""
    if run_git(root, "rev-parse", "--verify", "--quiet", "HEAD") is None:
        return None
    names = (base,) if base else _BASES
    found = (run_git(root, "merge-base", "HEAD", name) for name in names)
    return next((start.strip() for start in found if start), None)


def changed_files(root: Path, base: str | None) -> frozenset[str] | None:
    """Return paths below `root`, with forward slashes; None where git cannot tell.

    Changed are files that differ from the commit where the branch left `base` (by default the main branch), committed
    or not, and files that git does not know yet.
    """
    start = find_start(root, base)
    if start is None:
        return None
    listed = run_git(root, "diff", "--name-only", "--relative", "-z", "--diff-filter=d", start)
    unknown = run_git(root, "ls-files", "--others", "--exclude-standard", "-z")
    if listed is None or unknown is None:
        return None
    return frozenset(path for path in (listed + unknown).split("\0") if path)

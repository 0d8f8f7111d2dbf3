"""Which files git knows as new or changed since a branch began."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin.build.git import run_git
from bantin.model import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

_BASES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""Where a branch usually began, tried in this order."""


def find_start(root: Path, base: str | None) -> str | None:
    """Return the commit where the branch left `base` (by default the main branch); None where git cannot tell.

    Raises ConfigError for a `base` that git does not know, or that has no commit in common with the branch.
    """
    if base is not None:
        if run_git(root, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}") is None:
            raise ConfigError("check.no_base", value=base)
        start = run_git(root, "merge-base", "HEAD", base)
        if start is None:
            raise ConfigError("check.no_common", value=base)
        return start.strip()
    if run_git(root, "rev-parse", "--verify", "--quiet", "HEAD") is None:
        return None
    found = (run_git(root, "merge-base", "HEAD", name) for name in _BASES)
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

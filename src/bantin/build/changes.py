"""Which files git knows as new or changed since a branch began."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin.build.git import run_git

if TYPE_CHECKING:
    from pathlib import Path

_BASES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""Where a branch usually began, tried in this order."""


def changed_files(root: Path, base: str | None) -> frozenset[str] | None:
    """Return paths below `root`, with forward slashes; None where git cannot tell.

    Changed are files that differ from the commit where the branch left `base` (by default the main branch), committed
    or not, and files that git does not know yet.
    """
    start = next(
        (found for name in ((base,) if base else _BASES) if (found := run_git(root, "merge-base", "HEAD", name))), None
    )
    if start is None:
        return None
    listed = run_git(root, "diff", "--name-only", "--relative", "-z", "--diff-filter=d", start.strip())
    unknown = run_git(root, "ls-files", "--others", "--exclude-standard", "-z")
    if listed is None or unknown is None:
        return None
    return frozenset(path for path in (listed + unknown).split("\0") if path)

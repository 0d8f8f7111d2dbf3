"""Published articles as git has them, beside what they have become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin.build.changes import find_start
from bantin.build.git import run_git
from bantin.build.identity import read_file
from bantin.check.untold import find_untold
from bantin.read import read_article
from bantin.text.dates import VIETNAM

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from bantin.model import Problem, Settings


def find_untold_changes(root: Path, settings: Settings, base: str | None, now: datetime) -> Iterator[Problem]:
    """Yield a warning for each article that was published at `base` and changed since without saying so.

    `base`: a commit or branch; None: the main branch, of which on that branch itself only what is not yet committed
    differs. Paths are below content/. Nothing where git cannot tell.
    """
    if "change-untold" in settings.ignored_rules or (start := find_start(root, base)) is None:
        return
    content = settings.content_dir
    instant = now.astimezone(VIETNAM).isoformat()
    for old, new in _find_changed(root, start, f"{content}/news"):
        text = run_git(root, "show", f"{start}:./{old}")
        if text is None:
            continue
        path = new.removeprefix(f"{content}/")
        try:
            data = read_file(root / content, path, settings)
        except OSError:
            continue
        limit = settings.article_limit_kb
        before = read_article(path, text.encode("utf-8", errors="surrogateescape"), limit)
        yield from find_untold(before, read_article(path, data, limit), instant)


def _find_changed(root: Path, start: str, folder: str) -> Iterator[tuple[str, str]]:
    """Yield (path then, path now) of the files that exist in both; relative to `root`."""
    listed = run_git(root, "diff", "--name-status", "--relative", "-z", "-M", "--diff-filter=MR", start, "--", folder)
    parts = iter((listed or "").split("\0"))
    for status in parts:
        if status.startswith("R"):
            yield next(parts), next(parts)
        elif status:
            path = next(parts)
            yield path, path

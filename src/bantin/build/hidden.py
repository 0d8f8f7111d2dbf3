"""What a site must not tell: drafts, what is embargoed, what was withdrawn."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from bantin.build.edition import make_edition
from bantin.build.publish import workplace
from bantin.build.snapshot import take_snapshot
from bantin.build.state import load_state
from bantin.catalogue import is_shown

if TYPE_CHECKING:
    from bantin.build.cache import Cache
    from bantin.build.options import BuildOptions
    from bantin.build.project import Project
    from bantin.model import Host


class Hidden(NamedTuple):
    """An article of which nothing may be seen but, where it was withdrawn, its title on its own page."""

    path: str
    """Below content/."""
    is_withdrawn: bool
    title: str
    words: str
    """Its summary, and its first paragraph."""


class Kept(NamedTuple):
    """What the content keeps back, and which files of it anybody may read."""

    hidden: tuple[Hidden, ...]
    public: tuple[str, ...]
    """Below content/."""


def find_kept(project: Project, host: Host, cache: Cache, options: BuildOptions) -> Kept:
    """Return what a site built as of `options.now` keeps back. Raises ConfigError."""
    found = take_snapshot(project, host, None, time.time_ns())
    with workplace(found, cache, options) as place:
        edition = make_edition(host, found, place, options.now, load_state(cache, None))
        loaded, now = edition.loaded, edition.catalogue.now
        hidden, public = [], [*found.scan.pages, *found.scan.registry]
        for path, entry in sorted(loaded.entries.items()):
            if entry.status == "faulty":
                continue
            if entry.status != "withdrawn" and is_shown(entry, now):
                public.append(path)
                continue
            record = loaded.records.record(entry)
            summary = record.article.summary if record.article else ""
            hidden.append(
                Hidden(path, entry.status == "withdrawn", entry.title, f"{summary or ''}\n{record.body.lead}")
            )
    return Kept(tuple(hidden), tuple(public))

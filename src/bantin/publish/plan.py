"""In which order files go, so that a reader who follows links meets no missing page, at no moment.

At every moment a target holds *settled* files, each of which links to settled files only, and *pending* ones, to which
no settled file links. New files come as pending. When all are there, everything is settled: what changes may then link
to anything that is wanted, and is put in place, the front page last. At the end what is no longer wanted has become
pending, and is deleted. `transfer` keeps the account of it, so that this also holds after a publishing that broke off.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bantin.publish.source import Files, Held

_MACHINE_ENTRIES = frozenset(("sitemap.xml", "robots.txt", "search/manifest.bin", "_redirects", "_headers"))
"""Files that nothing links to and machines ask for by their names."""
_FRONT_PAGE = "index.html"
_PAGES = (".html", "feed.xml", "feed.json", ".opml")
"""Endings of what readers and their programs open."""
_HASHED = re.compile(r".*[.-](?:[0-9a-f]{6,})\.(?:min\.)?[a-z0-9]+")
_HASHED_FOLDERS = ("assets/", "search/")


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a target holds of what is ours."""

    settled: Files = field(default_factory=dict)
    pending: Files = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done to a target, in the order of the fields; every path once."""

    junk: tuple[str, ...] = ()
    """Pending files that nobody wants any more, to be deleted first."""
    arrived: tuple[str, ...] = ()
    """Pending files that are there already."""
    new: tuple[str, ...] = ()
    """To be put while nothing links to them."""
    changed: tuple[str, ...] = ()
    """To be put when everything new is there, in batches by `step`."""
    closed: tuple[str, ...] = ()
    """Entrances to be deleted."""
    deleted: tuple[str, ...] = ()
    """To be deleted when nothing links to them any more."""

    @property
    def written(self) -> tuple[str, ...]:
        """What is written."""
        return self.new + self.changed

    @property
    def removed(self) -> tuple[str, ...]:
        """What is deleted."""
        return self.junk + self.closed + self.deleted

    @property
    def is_empty(self) -> bool:
        """Whether the target is as it must be."""
        return not (self.arrived or self.written or self.removed)


def make_plan(held: Holdings, wanted: Mapping[str, Held]) -> Plan:
    """Return how a target comes to hold the files `wanted`."""
    due = [path for path in wanted if held.settled.get(path) != wanted[path]]
    arrived = {path for path in due if path in held.pending and held.pending[path] == wanted[path]}
    fresh = {path for path in due if path not in held.settled and step(path) == 0 and path not in arrived}
    gone = held.settled.keys() - wanted.keys()
    return Plan(
        junk=tuple(sorted(held.pending.keys() - wanted.keys())),
        arrived=tuple(sorted(path for path in arrived if step(path) == 0)),
        new=tuple(sorted(fresh)),
        changed=tuple(sorted((path for path in due if path not in fresh | arrived or step(path)), key=_order)),
        closed=tuple(sorted(path for path in gone if step(path))),
        deleted=tuple(sorted(path for path in gone if not step(path))),
    )


def step(path: str) -> int:
    """Return when a file comes among those that change: 0 with the most, 1 the front page, 2 entrances of machines."""
    return 2 if path in _MACHINE_ENTRIES else int(path == _FRONT_PAGE)


def _order(path: str) -> tuple[int, bool, int, str]:
    """Sort by step; within, what pages show before the pages, and the deepest pages first."""
    return step(path), path.endswith(_PAGES), -path.count("/"), path


def is_immutable(path: str) -> bool:
    """Tell whether a file's name holds the hash of its content, so that readers may keep it for ever."""
    return path.startswith(_HASHED_FOLDERS) and _HASHED.fullmatch(path) is not None

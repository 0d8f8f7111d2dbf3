"""Old addresses: a page at each that leads on, and the rules by which hosts do it better. And what robots may read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bantin import urls
from bantin.catalogue import ALIASES
from bantin.check.aliases import read_alias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.catalogue import Entry
    from bantin.plan.jobs import Job
    from bantin.plan.sources import Sources


@dataclass(frozen=True)
class Redirects:
    """The old addresses of one article."""

    target: str
    title: str
    files: tuple[str, ...]
    """What a host serves at each of them, below the site."""


class Move(NamedTuple):
    """An old address and where it leads, both below the site."""

    path: str
    """As `check.aliases.OldAddress` has it."""
    query: str
    is_file: bool
    """Whether it ends in the name of a page, rather than being a folder."""
    target: str


@dataclass(frozen=True)
class HostRules:
    """All old addresses, for hosts that lead on by themselves."""

    moves: tuple[Move, ...]


@dataclass(frozen=True)
class Robots:
    """What programs may read, and where the sitemap is."""


def plan_moves(sources: Sources) -> Iterator[Job]:
    """Yield the redirects of each article, the rules for hosts where there are any, and robots.txt."""
    entries = [entry for entry in sources.catalogue.entries if entry.aliases]
    for entry in entries:
        if sources.wants_article(entry.path):
            files = tuple(dict.fromkeys(_file(move) for move in _moves(entry) if not move.query))
            inputs = Redirects(urls.article(entry.path), entry.title, files)
            yield sources.file(urls.article(entry.path) + urls.OLD, inputs)
    if entries and sources.wants_list(ALIASES):
        moves = tuple(sorted(move for entry in entries for move in _moves(entry)))
        yield sources.file(urls.HOST_RULES, HostRules(moves))
    if sources.settings.site_url and urls.ROBOTS not in {file.address for file in sources.host.files}:
        yield sources.file(urls.ROBOTS, Robots())


def _moves(entry: Entry) -> Iterator[Move]:
    own = urls.article(entry.path)
    for alias in entry.aliases.split("\n"):
        old = read_alias(alias)
        if old is not None and f"{old.path}/" != own:
            yield Move(old.path, old.query, old.file == old.path, own)


def _file(move: Move) -> str:
    return move.path if move.is_file else f"{move.path}/index.html"


def find_moved(sources: Sources, path: str) -> str:
    """Return the article that was once at the file `path` of the site, by its path below content/; '' for none."""
    for entry in sources.catalogue.entries:
        if entry.aliases and any(not move.query and _file(move) == path for move in _moves(entry)):
            return entry.path
    return ""

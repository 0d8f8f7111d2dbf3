"""The content on the disk becomes checked facts, by way of what an earlier build knew of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bantin.build.articles import Workplace, read_records
from bantin.build.delta import find_mentioning
from bantin.build.identity import Identities, Seen, describe_unreadable, identify
from bantin.build.media import measure_media
from bantin.build.outline import Outline
from bantin.build.shelf import Shelf
from bantin.build.state import State, judge_together
from bantin.catalogue import Entry, is_shown, make_entry
from bantin.check import Content, Subject, check_aliases, check_article, check_hidden_links, check_site
from bantin.check.media import check_media
from bantin.model import Place, Problem, Registry, digest
from bantin.read import read_registry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from bantin.build.medium import Medium
    from bantin.build.records import Record
    from bantin.build.scan import Scan
    from bantin.check import MediaFile


@dataclass(frozen=True, slots=True)
class Loaded:
    """The content, read and judged."""

    content: Content
    entries: dict[str, Entry]
    """Of every article file that can be opened, by path."""
    own: dict[str, Entry]
    """The same before conflicts between files were found."""
    excluded: frozenset[str]
    """The articles that such conflicts keep out."""
    renewed: list[str]
    """Paths of the entries that were not taken over from before."""
    flawed: dict[str, tuple[Problem, ...]]
    """What is wrong in each file by itself."""
    problems: tuple[Problem, ...]
    """Everything that is wrong, sorted; paths below content/."""
    ground: str
    """Digest of all but the articles."""
    shelf: Shelf


@dataclass(frozen=True, slots=True)
class Ground:
    """What is beside the articles."""

    registry: Registry
    media: dict[str, MediaFile]
    problems: tuple[Problem, ...]
    base: str
    """Digest of what cards depend on besides their article."""
    digest: str


def load_ground(scan: Scan, media: Mapping[str, Medium], place: Workplace, base: str) -> Ground:
    """Return registry and media; `base` is the digest of the program, the settings and the host."""
    problems = list(scan.problems)
    registry, found = read_registry(_read_registry_files(scan.registry, place.folder, problems))
    measured = measure_media(place.folder, media, place.cache)
    known = (registry.wards, registry.officials, registry.topics)
    entries = [[(one.id, one.digest) for one in entries.values()] for entries in known]
    mark = digest(base, entries, registry.persons, registry.namesakes, sorted(measured.items()), scan.pages, scan.files)
    return Ground(registry, measured, (*problems, *found, *check_media(measured)), base, mark)


def load_content(scan: Scan, ground: Ground, place: Workplace, now: str, known: State | None) -> Loaded:
    """Return everything in content/, with all problems of all files.

    `known` spares the work on what has not changed since; the answer is the same without it.
    """
    seen = Seen(known.outline.signatures, known.entries) if known else Seen({}, {})
    found = identify(place.folder, scan.articles, seen, place.crew.payload.host.settings)
    content = Content(
        ground.registry, dict.fromkeys(found.keys, True), ground.media, frozenset(scan.pages), frozenset(scan.files)
    )
    if known is None or known.outline.ground != ground.digest:
        known = State(Outline(ground.digest, "", "", "", 0, {}, {}, ()))
    shelf = Shelf(place.folder, place.cache, place.crew.payload)
    due = _find_due(found, known)
    own = {path: known.entries[path] for path in found.keys if path in known.entries}
    flawed = {path: problems for path, problems in known.problems.items() if path in own}
    for path, record in read_records(due, found, place):
        own[path], flawed[path] = _judge(path, record, found.keys[path], content, ground.base)
        shelf.keep(path, record)
    own = {path: own[path] for path in found.keys if path in own}
    conflicts = check_aliases(_find_aliased(own, shelf), own, scan.pages)
    excluded = frozenset(problem.path for problem in conflicts if problem.severity == "error")
    entries = judge_together(own, excluded)
    shown = {path: is_shown(entry, now) for path, entry in entries.items()}
    content = Content(ground.registry, shown, ground.media, content.pages, content.files)
    problems = [*ground.problems, *found.problems, *conflicts, *check_site(scan.pages, scan.files)]
    problems += [problem for one in flawed.values() for problem in one]
    problems += _check_hidden(entries, shelf, content)
    flawed = {path: one for path, one in flawed.items() if one}
    return Loaded(content, entries, own, excluded, due, flawed, tuple(sorted(problems)), ground.digest, shelf)


def _find_due(found: Identities, known: State) -> list[str]:
    """Return the files to judge: new or changed ones, and those that a file's coming or going may touch."""
    before = known.entries
    due = {path for path, key in found.keys.items() if path not in before or before[path].key != key}
    moved = before.keys() ^ found.keys.keys()
    if moved:
        due |= find_mentioning(moved, before.values())
        due |= known.problems.keys()  # a file that came may be what a broken link meant
    return [path for path in found.keys if path in due]


def _judge(path: str, record: Record, key: str, content: Content, base: str) -> tuple[Entry, tuple[Problem, ...]]:
    article = record.article
    if article is None:
        return Entry(path, key), record.problems
    problems = record.problems + check_article(Subject(article, record.places, record.body), content)
    is_faulty = any(problem.severity == "error" for problem in problems)
    entry = Entry(path, key) if is_faulty else make_entry(key, article, record.body.references, content, base)
    return entry, problems


def _find_aliased(entries: Mapping[str, Entry], shelf: Shelf) -> dict[str, dict[str, Place]]:
    """Return where each old address is written, by article and address."""
    return {
        path: {
            alias: shelf.record(entry).places.get(f"aliases:{alias}", Place(1)) for alias in entry.aliases.split("\n")
        }
        for path, entry in entries.items()
        if entry.aliases
    }


def _check_hidden(entries: Mapping[str, Entry], shelf: Shelf, content: Content) -> Iterator[Problem]:
    """Judge the links that lead to what the site does not show."""
    hidden = [path for path, is_seen in content.articles.items() if not is_seen]
    for path in sorted(find_mentioning(hidden, entries.values())):
        if entries[path].status != "faulty":
            yield from check_hidden_links(path, shelf.references(entries[path]), content)


def _read_registry_files(paths: Iterable[str], folder: Path, problems: list[Problem]) -> dict[str, bytes]:
    files = {}
    for path in paths:
        try:
            files[path] = (folder / path).read_bytes()
        except OSError as error:
            problems.append(describe_unreadable(path, error))
    return files

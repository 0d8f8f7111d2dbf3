"""The content on the disk becomes checked facts, by way of what an earlier build knew of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bantin.build.articles import Workplace, read_records
from bantin.build.build_summary import BuildSummary
from bantin.build.delta import find_mentioning
from bantin.build.identity import Identities, Seen, identify
from bantin.build.record_store import RecordStore
from bantin.build.state import State, judge_together
from bantin.catalogue import Entry, is_shown, make_entry
from bantin.check import Content, Subject, check_aliases, check_article, check_hidden_links, check_site
from bantin.model import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bantin.build.records import Record
    from bantin.build.scan import Scan
    from bantin.build.shared_content import SharedContent


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
    errors: dict[str, tuple[Problem, ...]]
    """What keeps each file out by itself, by path."""
    warnings: dict[str, int]
    """How many warnings each file has by itself, by path."""
    problems: tuple[Problem, ...]
    """Every error, and the warnings about what was judged anew, sorted; paths below content/."""
    untold: int
    """How many warnings are not among them."""
    shared: str
    """Digest of all but the articles."""
    records: RecordStore


def load_content(
    scan: Scan, shared: SharedContent, place: Workplace, now: str, known: State | None, *, is_thorough: bool = False
) -> Loaded:
    """Return everything in content/.

    `known` spares the work on what has not changed since; but for the warnings that are told, the answer is the same
    without it. `is_thorough`: judge every file anew.
    """
    seen = Seen(known.summary.signatures, known.entries) if known else Seen({}, {})
    found = identify(place.folder, scan.articles, seen, place.pool.payload)
    content = Content(
        shared.registry, dict.fromkeys(found.keys, True), shared.media, frozenset(scan.pages), frozenset(scan.files)
    )
    if known is None or is_thorough or known.summary.shared != shared.digest:
        known = State(BuildSummary(shared.digest, "", "", "", 0, 0, {}, {}, (), 0))
    records = RecordStore(place.folder, place.cache, place.pool.payload)
    due = _find_due(found, known)
    own = {path: known.entries[path] for path in found.keys if path in known.entries}
    told = _Told({path: known.errors[path] for path in known.errors if path in own}, dict(known.warnings))
    for path, record in read_records(due, found, place):
        own[path], problems = _judge(path, record, found.keys[path], content, shared.base)
        told.note(path, problems)
        records.keep(path, record)
    own = {path: own[path] for path in found.keys if path in own}
    conflicts = check_aliases(_find_aliased(own, records), own, scan.pages, scan.files)
    excluded = frozenset(problem.path for problem in conflicts if problem.severity == "error")
    entries = judge_together(own, excluded)
    shown = {path: is_shown(entry, now) for path, entry in entries.items()}
    content = Content(shared.registry, shown, shared.media, content.pages, content.files)
    between = (*conflicts, *check_site(scan.pages, scan.files), *_check_hidden(entries, records, content))
    every = (*shared.problems, *found.problems, *between, *told.problems())
    warnings = {path: count for path, count in told.warnings.items() if count and path in own}
    untold = sum(count for path, count in warnings.items() if path not in told.fresh)
    state = (own, excluded, due, told.errors, warnings, tuple(sorted(every)), untold)
    return Loaded(content, entries, *state, shared.digest, records)


class _Told:
    """What is wrong in each file by itself. Of files that were not judged anew the warnings are only counted."""

    def __init__(self, errors: dict[str, tuple[Problem, ...]], warnings: dict[str, int]) -> None:
        self.errors = errors
        self.warnings = warnings
        self.fresh: dict[str, tuple[Problem, ...]] = {}
        """Warnings about what was judged anew, by path."""

    def note(self, path: str, problems: tuple[Problem, ...]) -> None:
        """Note what was found in a file."""
        errors = tuple(problem for problem in problems if problem.severity == "error")
        self.errors.pop(path, None)
        if errors:
            self.errors[path] = errors
        self.warnings[path] = len(problems) - len(errors)
        self.fresh[path] = tuple(problem for problem in problems if problem.severity == "warning")

    def problems(self) -> list[Problem]:
        """Return every error, and the warnings about what was judged anew."""
        return [problem for found in (*self.errors.values(), *self.fresh.values()) for problem in found]


def _find_due(found: Identities, known: State) -> list[str]:
    """Return the files to judge: new or changed ones, and those that a file's coming or going may touch."""
    before = known.entries
    due = {path for path, key in found.keys.items() if path not in before or before[path].key != key}
    moved = before.keys() ^ found.keys.keys()
    if moved:
        due |= find_mentioning(moved, before.values())
        # A file that came may be what a broken link meant.
        due |= {path for path, found in known.errors.items() if any(one.rule == "link-broken" for one in found)}
    return [path for path in found.keys if path in due]


def _judge(path: str, record: Record, key: str, content: Content, base: str) -> tuple[Entry, tuple[Problem, ...]]:
    article = record.article
    if article is None:
        return Entry(path, key), record.problems
    problems = record.problems + check_article(Subject(article, record.places, record.body), content)
    is_faulty = any(problem.severity == "error" for problem in problems)
    entry = Entry(path, key) if is_faulty else make_entry(key, article, record.body.references, content, base)
    return entry, problems


def _find_aliased(entries: Mapping[str, Entry], records: RecordStore) -> dict[str, dict[str, Place]]:
    """Return where each old address is written, by article and address."""
    return {
        path: {
            alias: records.record(entry).places.get(f"aliases:{alias}", Place(1)) for alias in entry.aliases.split("\n")
        }
        for path, entry in entries.items()
        if entry.aliases
    }


def _check_hidden(entries: Mapping[str, Entry], records: RecordStore, content: Content) -> Iterator[Problem]:
    """Judge the links that lead to what the site does not show."""
    hidden = [path for path, is_seen in content.articles.items() if not is_seen]
    for path in sorted(find_mentioning(hidden, entries.values())):
        if entries[path].status != "faulty":
            yield from check_hidden_links(path, records.references(entries[path]), content)

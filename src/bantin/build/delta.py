"""From what changed since the last build to the part of the plan that it can touch.

Right only while all else is the same: program, settings, registry, media and standing pages. Then the page of an
article depends on the article, on the twelve before it in each of its lists, and on what it links to; a list depends
on its members, and its feed on what these link to.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from bantin.catalogue import ALIASES, CORRECTIONS, is_expired, is_shown
from bantin.catalogue.related import NEAREST
from bantin.check import name_of
from bantin.plan.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from bantin.catalogue import Catalogue, Entry

MOST = 200
"""Changed articles beyond which planning everything is no slower."""

_FEW = 8
"""Names that are looked for one by one in less time than taking apart what an article mentions."""


class Then(NamedTuple):
    """The entries of the last build."""

    entries: Mapping[str, Entry]
    now: str
    """Its instant."""
    due: str
    """The next one at which the same entries give another site; empty for never."""


def find_scope(before: Then, after: Mapping[str, Entry], catalogue: Catalogue) -> Scope | None:
    """Return what to plan again now that the entries are those of `after`, or None for everything."""
    changed = _find_changed(before, after, catalogue.now)
    if len(changed) > MOST:
        return None
    old = before.entries
    versions = [old[path] for path in changed if path in old and is_shown(old[path], before.now)]
    versions += [after[path] for path in changed if path in after and is_shown(after[path], catalogue.now)]
    mentioning = find_mentioning(changed, after.values())
    paths = changed | mentioning
    lists = {key for path in mentioning for key in _full_feeds(after[path])}
    for entry in versions:
        keys = entry.lists.split(" ")
        lists.update(keys)
        if entry.corrections:
            lists.add(CORRECTIONS)
        if entry.aliases:
            lists.add(ALIASES)
        place = bisect_left(catalogue.entries, _moment(entry), key=_moment)
        for key in keys:
            members = catalogue.lists.get(key, ())
            start = bisect_left(members, place)
            paths.update(catalogue.entries[one].path for one in members[start : start + NEAREST + 2])
    # A withdrawn article stands in no list, so the lists do not tell what stands after it.
    paths.update(entry.path for entry in catalogue.entries if entry.status == "withdrawn")
    months = frozenset((int(entry.date[:4]), int(entry.date[5:7])) for entry in versions)
    return Scope(frozenset(paths), frozenset(lists), months)


def _moment(entry: Entry) -> tuple[str, str]:
    """Return what the catalogue is sorted by."""
    return entry.date, entry.path


def _full_feeds(entry: Entry) -> Iterator[str]:
    """Yield the lists whose feeds hold the text of an article, and with it the titles of what it links to."""
    return (key for key in entry.lists.split(" ") if key.startswith("ward/"))


def _find_changed(before: Then, after: Mapping[str, Entry], now: str) -> set[str]:
    """Return the paths of articles that were added, taken away, edited, or became visible or expired."""
    old = before.entries
    changed = old.keys() ^ after.keys()
    changed.update(path for path, entry in after.items() if path in old and old[path] != entry)
    if now < before.now or (before.due and now >= before.due):
        changed.update(path for path, entry in after.items() if _phase(entry, before.now) != _phase(entry, now))
    return changed


def _phase(entry: Entry, now: str) -> tuple[bool, bool]:
    return is_shown(entry, now), is_expired(entry, now)


def find_mentioning(paths: Collection[str], entries: Collection[Entry]) -> set[str]:
    """Return the articles with a link that may lead to any of `paths`: names decide, folders do not count."""
    names = {name_of(path) for path in paths}
    some: Iterable[Entry] = entries
    if len(names) <= _FEW:
        # Most articles are out of the question at a glance.
        some = [entry for name in names for entry in entries if name in entry.names]
    return {entry.path for entry in some if entry.names and not names.isdisjoint(entry.names.split("\n"))}


def find_due(entries: Iterable[Entry], now: str) -> str:
    """Return the next instant after `now` at which the same files give another site, or ''."""
    moments = (
        moment
        for entry in entries
        if entry.date > now or entry.expires or entry.pinned_until
        for moment in _moments(entry)
        if moment > now
    )
    return min(moments, default="")


def _moments(entry: Entry) -> tuple[str, ...]:
    """Return when an article comes, expires and is no longer pinned; a notice of withdrawal only comes."""
    if entry.status == "published":
        return entry.date, entry.expires, entry.pinned_until
    return (entry.date,) if entry.status == "withdrawn" else ()

"""What articles call a person: the evidence of posts, as written; the view reads the posts out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.catalogue import list_key
from bantin.plan.evidence import Seen, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bantin.catalogue import Catalogue, Entry


def collect_statements(catalogue: Catalogue, positions: Sequence[int], official: str) -> tuple[Statement, ...]:
    """Return each role that articles of a ward state of a person, with the first and the last article that does."""
    found: dict[tuple[str, str], list[int]] = {}
    for position in positions:
        entry = catalogue.entries[position]
        for role in _roles_of(entry, official):
            found.setdefault((role, first_ward(entry)), []).append(position)
    wards = catalogue.registry.wards
    return tuple(
        Statement(
            role,
            wards[ward].full_name,
            see(catalogue.entries[evidence[0]]),
            see(catalogue.entries[evidence[-1]]),
        )
        for (role, ward), evidence in found.items()
    )


_FARTHEST = 50
"""Articles back from the newest one within which the directory looks for a role."""


def find_latest(catalogue: Catalogue, official: str) -> tuple[tuple[str, str], ...]:
    """Return the (role, ward's id) that the last article which states any calls a person; mostly one, or nothing.

    Not the day, so that the directory changes only when a post does.
    """
    positions = catalogue.lists.get(list_key("official", official), ())
    for position in reversed(positions[-_FARTHEST:]):
        entry = catalogue.entries[position]
        if stated := tuple((role, first_ward(entry)) for role in _roles_of(entry, official)):
            return stated
    return ()


def first_ward(entry: Entry) -> str:
    """Return the id of an article's first ward."""
    return entry.lists.partition(" ")[0].partition("/")[2]


def roles_by_official(entry: Entry) -> dict[str, tuple[str, ...]]:
    """Return what an article calls each official with an entry, by their ids."""
    found: dict[str, tuple[str, ...]] = {}
    for line in entry.roles.split("\n"):
        one, _, role = line.partition("\t")
        if role:
            found[one] = (*found.get(one, ()), role)
    return found


def _roles_of(entry: Entry, official: str) -> Iterator[str]:
    for line in entry.roles.split("\n"):
        one, _, role = line.partition("\t")
        if one == official:
            yield role


def see(entry: Entry) -> Seen:
    """Return an article as evidence."""
    return Seen(entry.date, entry.title, urls.article(entry.path))

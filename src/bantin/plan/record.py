"""What articles call a person: the evidence of posts, as written; the view reads the posts out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.plan.evidence import Seen, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
            urls.entity("ward", ward),
            _see(catalogue.entries[evidence[0]]),
            _see(catalogue.entries[evidence[-1]]),
        )
        for (role, ward), evidence in found.items()
    )


def collect_roles(entries: Iterable[Entry]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return by official the (role, ward's id) that articles state, in the order of text, so that no date shows."""
    found: dict[str, set[tuple[str, str]]] = {}
    for roles, ward in {(entry.roles, first_ward(entry)) for entry in entries if entry.roles}:
        for line in roles.split("\n"):
            official, _, role = line.partition("\t")
            found.setdefault(official, set()).add((role, ward))
    return {official: tuple(sorted(stated)) for official, stated in found.items()}


def first_ward(entry: Entry) -> str:
    """Return the id of an article's first ward."""
    return entry.lists.partition(" ")[0].partition("/")[2]


def _roles_of(entry: Entry, official: str) -> Iterator[str]:
    for line in entry.roles.split("\n"):
        one, _, role = line.partition("\t")
        if one == official:
            yield role


def _see(entry: Entry) -> Seen:
    return Seen(entry.date, entry.title, urls.article(entry.path))

"""Small values of the record: wards before and after one another, roles with the articles that state them, months."""

from __future__ import annotations

from typing import NamedTuple


class Kin(NamedTuple):
    """A ward before or after another one."""

    name: str
    """With its kind."""
    address: str
    place: str
    """District and province."""
    is_part: bool
    """Whether only a part of the former ward went into the new one."""


class Seen(NamedTuple):
    """An article as evidence."""

    date: str
    """ISO 8601."""
    title: str
    address: str


class Statement(NamedTuple):
    """What articles of one ward call a person, as written."""

    role: str
    ward: str
    """With its kind."""
    first: Seen
    last: Seen


class Seated(NamedTuple):
    """A person in an office of a ward."""

    name: str
    address: str
    roles: tuple[str, ...]
    """As written."""
    ward: str
    """With its kind."""
    seen: Seen | None
    """The last article that says so; None where the registry does."""
    since: str
    """First day by the registry, dd/mm/yyyy."""


class Month(NamedTuple):
    """The articles of a list in a month."""

    year: int
    month: int
    articles: int
    """How many."""
    address: str
    """Of the page that shows the newest of them; empty for the list's landing page."""


class Gathering(NamedTuple):
    """A ward or a topic on the front page, with its newest articles."""

    name: str
    address: str
    note: str
    cards: tuple[str, ...]
    """By their keys."""


class Renamed(NamedTuple):
    """A former ward and what it is called today."""

    name: str
    address: str
    place: str
    heirs: tuple[tuple[str, str, str], ...]
    """(name with kind, address, province) of each."""

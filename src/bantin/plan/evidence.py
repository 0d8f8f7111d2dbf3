"""Small values of the record: wards before and after one another, roles with the articles that state them."""

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

"""Inputs of the open data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from bantin.model import Official, Ward
from bantin.plan.evidence import Statement


@dataclass(frozen=True)
class WardData:
    """The wards of the registry as open data."""

    wards: tuple[Ward, ...]


@dataclass(frozen=True)
class PeopleData:
    """The officials of the registry as open data."""

    officials: tuple[Official, ...]


@dataclass(frozen=True)
class PersonData:
    """One official as open data, with what articles document."""

    official: Official
    statements: tuple[Statement, ...]
    held_in: tuple[str, ...]
    """The wards of the registry's posts, with their kinds; empty where a post names none."""


class Row(NamedTuple):
    """An article in the open data of its month."""

    address: str
    title: str
    date: str
    changed: str
    wards: tuple[str, ...]
    officials: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True)
class MonthData:
    """The articles of a month as open data, oldest first."""

    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Schemas:
    """The JSON Schemas of the open data."""

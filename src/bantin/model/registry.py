"""What editors keep in registry/*.yml: wards, officials and topics, by id."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Ward:
    """A commune-level unit (phường, xã, đặc khu), valid in time."""

    id: str
    name: str
    """Without its kind: Bến Nghé."""
    kind: str
    province: str
    code: str = ""
    district: str = ""
    """The district it belonged to, before 1 July 2025."""
    since: date | None = None
    """First day (key `from`)."""
    until: date | None = None
    """Last day."""
    successors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    description: str = ""
    line: int = field(default=1, compare=False)
    digest: str = field(default="", compare=False)

    @property
    def full_name(self) -> str:
        """Kind and name, as in a sentence: phường Bến Nghé."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Official:
    """A person who holds or held an office."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    posts: tuple[dict[str, Any], ...] = ()
    description: str = ""
    line: int = field(default=1, compare=False)
    digest: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that articles are tagged with."""

    id: str
    name: str
    description: str = ""
    synonyms: tuple[str, ...] = ()
    line: int = field(default=1, compare=False)
    digest: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Registry:
    """All entries, by id, in the order of their files."""

    wards: dict[str, Ward] = field(default_factory=dict)
    officials: dict[str, Official] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    persons: dict[str, str] = field(default_factory=dict)
    """Official's id by the key of each spelling (`text.names.name_key`)."""
    phrases: tuple[tuple[str, ...], ...] = ()
    """Groups of words that search takes for one another (registry/search.yml)."""

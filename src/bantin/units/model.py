"""Units of the country as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

Era = Literal["former", "current"]
"""Until 30 June 2025, with districts; since 1 July 2025, without."""

REFORM = date(2025, 7, 1)
"""First day of the communes and provinces of today (Law 72/2025/QH15; resolution 202/2025/QH15 on provinces)."""


@dataclass(frozen=True, slots=True)
class Area:
    """A province or, in the former era, a district."""

    code: str
    era: Era
    name: str
    """Without its kind: Hồ Chí Minh, Long Xuyên, 1."""
    kind: str
    """tỉnh, thành phố; quận, huyện, thị xã, thành phố."""
    keys: frozenset[str] = frozenset()
    """What else it is called, as `query.key` writes it: names that it bore before, abbreviations."""

    @property
    def label(self) -> str:
        """The name as ward officers write it: TP. Hồ Chí Minh, An Giang, Quận 1, Huyện Cần Giờ."""
        if self.kind == "tỉnh":
            return self.name
        return f"TP. {self.name}" if self.kind == "thành phố" else f"{self.kind.capitalize()} {self.name}"


@dataclass(frozen=True, slots=True)
class Unit:
    """A commune-level unit: phường, xã, thị trấn, đặc khu, and the five island districts without communes."""

    code: str
    era: Era
    name: str
    """Without its kind: Cầu Kho."""
    kind: str
    """In lower case."""
    province: Area
    """Of its own era."""
    district: Area | None = None
    earlier: frozenset[str] = frozenset()
    """Names that it bore, or that what had merged into it bore, as `query.key` writes them; known of some only."""

    @property
    def full_name(self) -> str:
        """Kind and name: phường Cầu Kho."""
        return f"{self.kind} {self.name}"

    @property
    def since(self) -> date | None:
        """First day; None where the source does not tell."""
        return REFORM if self.era == "current" else None

    @property
    def until(self) -> date | None:
        """Last day; None while the unit exists."""
        return REFORM - timedelta(days=1) if self.era == "former" else None


class Relation(NamedTuple):
    """The other unit of a change."""

    unit: Unit
    partial: bool
    """Whether the former unit was split, so that only a part of it went into this new one."""


class Match(NamedTuple):
    """A unit that a text may mean."""

    unit: Unit
    surplus: int
    """Words of the text that say nothing about this unit; 0: all of them fit."""
    by_earlier_name: bool
    """Whether only a name fits that the unit bore before."""
    misspelt: bool
    """Whether the name fits only with other letters or diacritics than were typed."""

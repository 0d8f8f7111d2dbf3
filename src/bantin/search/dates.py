"""Days and months as Vietnamese texts write them, in one notation: 24/2/2023, 24-02-2023, ngày 24 tháng 2 năm 2023."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_GAP = r"[ \t\n\u00a0]"
_DATE = re.compile(
    rf"(?:([0-9]{{4}})-([0-9]{{1,2}})-([0-9]{{1,2}})"
    rf"|([0-9]{{1,2}})(?:{_GAP}?([/.-]){_GAP}?|{_GAP}+th[aá]ng{_GAP}+)([0-9]{{1,2}})"
    rf"(?:(?:{_GAP}?[/.-]{_GAP}?|,?{_GAP}+n[aă]m{_GAP}+)([0-9]{{4}}))?"
    rf"|([0-9]{{1,2}})(?:{_GAP}?[/-]{_GAP}?|{_GAP}+n[aă]m{_GAP}+)([0-9]{{4}}))(?![0-9])",
    re.IGNORECASE,
)
_START = re.compile(rf"[0-9](?<![0-9].)(?<![0-9][.,/-].)[0-9]*(?={_GAP}*(?:[/.-]|th[aá]ng|n[aă]m))", re.IGNORECASE)
"""Digits with which a date may begin: what stands before them makes them no rest of a number, what follows may go on.

The pattern begins with one sign, not with some: `re` leaps to where it can begin.
"""
_BEFORE_DAY = re.compile(rf"(?:ng[aà]y|s[aá]ng|tr[uư]a|chi[eề]u|t[oố]i|[dđ][eê]m|h[oô]m){_GAP}+$", re.IGNORECASE)
"""What makes "7-10" a day and not a score or a range."""
_LOOK_BACK = 8
_YEARS = range(1900, 2100)
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day, a day without a year, or a month, and where it stands."""

    start: int
    end: int
    day: int
    """0 for a month."""
    month: int
    year: int
    """0 where the text names none."""

    @property
    def term(self) -> str:
        """What a query for this very date asks the index for."""
        if not self.day:
            return f"m:{self.year:04}{self.month:02}"
        return f"d:{self.year:04}{self.month:02}{self.day:02}" if self.year else f"e:{self.month:02}{self.day:02}"


def find_dates(text: str) -> Iterator[FoundDate]:
    """Yield the dates in `text` (NFC) that a calendar has."""
    done = 0
    for digits in _START.finditer(text):
        start = digits.start()
        match = None if start < done else _DATE.match(text, start)
        if match is None:
            continue
        groups = match.groups()
        if groups[0]:
            year, month, day = map(int, groups[:3])
        elif groups[3]:
            day, month, year = int(groups[3]), int(groups[5]), int(groups[6] or 0)
            if not year and not _stands_alone(groups[4], text, start):
                continue
        else:
            day, month, year = 0, int(groups[7]), int(groups[8])
        if _exists(day, month, year) and (day or groups[7]):
            done = match.end()
            yield FoundDate(start, done, day, month, year)


def _stands_alone(separator: str | None, text: str, start: int) -> bool:
    """Tell whether day and month without a year are a date: "7/10" is, "7.10" is not, "7-10" is after "ngày"."""
    if separator == "-":
        return _BEFORE_DAY.search(text[max(0, start - _LOOK_BACK) : start]) is not None
    return separator != "."


def _exists(day: int, month: int, year: int) -> bool:
    if not 1 <= month <= len(_LONGEST_MONTHS) or (year and year not in _YEARS):
        return False
    if day and year:
        try:
            date(year, month, day)
        except ValueError:
            return False
    return day <= _LONGEST_MONTHS[month - 1]


def date_terms(text: str, published: date) -> Iterator[str]:
    """Yield the terms under which the dates of a text are found; one without a year is the nearest to `published`."""
    for found in find_dates(text):
        if not found.day:
            yield found.term
            continue
        year = found.year or _nearest_year(found, published)
        yield f"e:{found.month:02}{found.day:02}"
        if year:
            yield f"d:{year:04}{found.month:02}{found.day:02}"
            yield f"m:{year:04}{found.month:02}"


def _nearest_year(found: FoundDate, published: date) -> int:
    years = (year for year in (published.year - 1, published.year, published.year + 1))
    days = [(year, found.month, found.day) for year in years if _exists(found.day, found.month, year)]
    return min(days, key=lambda one: (abs((date(*one) - published).days), one))[0] if days else 0


def publication_terms(published: date) -> tuple[str, str]:
    """Return the terms under which an article is found by the day and the month of its publication."""
    return f"d:{published:%Y%m%d}", f"m:{published:%Y%m}"

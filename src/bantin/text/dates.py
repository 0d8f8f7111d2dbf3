"""Dates of front matter: ISO 8601, Vietnamese time assumed, and a proposal for what was written otherwise."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from bantin.text.written_dates import find_dates

VIETNAM = timezone(timedelta(hours=7))
"""Viet Nam has had one time and no summer time since 1975."""

_ISO = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[Tt ]\s*(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)\s*(Z|z|[+-]\d{2}:?\d{2})?)?",
)
_VIETNAMESE = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_LOOSE_ISO = re.compile(r"(\d{4})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})")


class ImpossibleDate(ValueError):  # noqa: N818 - it names what was found, in the editor's words
    """Raised by `parse_instant` for a date of the right form that no calendar has, such as 2025-02-30."""


def parse_instant(text: str) -> tuple[datetime, bool] | None:
    """Return (instant at +07:00, whether a time is given), or None where the form is not ISO 8601.

    Raises ImpossibleDate where the form is right but no such day or time exists.
    """
    match = _ISO.fullmatch(text.strip())
    if not match:
        return None
    day, time, offset = match.groups()
    try:
        instant = datetime.fromisoformat(f"{day}T{time or '00:00'}")
        zone = _zone(offset)
        return instant.replace(tzinfo=zone).astimezone(VIETNAM), time is not None
    except (ValueError, OverflowError) as error:
        raise ImpossibleDate(text) from error


def _zone(offset: str | None) -> timezone:
    if offset is None:
        return VIETNAM
    if offset in "Zz":
        return UTC
    hours, minutes = int(offset[1:3]), int(offset[-2:])
    span = timedelta(hours=hours, minutes=minutes)
    return timezone(span if offset[0] == "+" else -span)


def propose_date(text: str) -> str:
    """Return the ISO form of a day written otherwise ("27/12/2022"), with its time where one is, or '' for none."""
    day = next((day for _, day in _read_days(text) if day), None)
    if day is None:
        return ""
    clock = next((one.clock for one in find_dates(text) if one.whole == day and one.clock), None)
    return f"{day}T{clock:%H:%M}" if clock else day.isoformat()


def find_impossible(text: str) -> str:
    """Return the day in `text` that no calendar has, as it is written there ("31/2/2025"), or '' where none is so."""
    days = _read_days(text)
    return next((written for written, _ in days), "") if not any(day for _, day in days) else ""


def _read_days(text: str) -> list[tuple[str, date | None]]:
    """Return (as written, the day; None where no calendar has it) for each way of reading a day in `text`."""
    found: list[tuple[str, date | None]] = []
    for pattern, order in ((_VIETNAMESE, (3, 2, 1)), (_LOOSE_ISO, (1, 2, 3))):
        if match := pattern.search(text):
            try:
                found.append((match[0], date(*(int(match[part]) for part in order))))
            except ValueError:
                found.append((match[0], None))
    return found

"""Dates as Vietnamese writes them: "Sáng 21/8", "15:55 ngày 21/08/2025", "05 Tháng Mười Hai 2011 2:00:00 CH".

The grammar finds what is written and what stands beside it; which of the dates an article is about is not its matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

_MONTH_WORDS = (
    *("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"),
    *("giêng", "bốn", "bẩy", "chạp"),
)
_MONTH_NUMBERS = {word: number % 12 or 12 for number, word in enumerate(_MONTH_WORDS[:12], 1)} | {
    "giêng": 1,
    "bốn": 4,
    "bẩy": 7,
    "chạp": 12,
}
_WEEKDAYS = {"hai": 1, "2": 1, "ba": 2, "3": 2, "tư": 3, "4": 3, "năm": 4, "5": 4, "sáu": 5, "6": 5, "bảy": 6, "7": 6}

_WORDED = "|".join(sorted(_MONTH_WORDS, key=len, reverse=True))
_CLOCK = r"\d{1,2}\s*(?:(?::|h|g(?:iờ)?)\s*\d{2}(?:\s*(?:[:.]\s*\d{2}|phút|'))*|h|giờ)(?:\s*(?:AM|PM|SA|CH)\b)?"
_DAYS = r"(?:(?P<first>\d{1,2})\s*(?:[-–,]|và|đến(?:\s+ngày)?)\s*(?:ngày\s+)?)?(?P<day>\d{1,2})"
_DATE = re.compile(
    r"(?<![\d/.,\-–])(?=\d)(?:"
    rf"{_DAYS}\s*(?P<slash>[/.\-–])\s*(?P<month>\d{{1,2}})(?:\s*(?P=slash)\s*(?P<year>\d{{4}}|\d{{2}}(?!\d)))?"
    r"|(?P<iso_year>(?:19|20)\d\d)[-/](?P<iso_month>\d{1,2})[-/](?P<iso_day>\d{1,2})"
    r"|(?P<first2>\d{1,2}\s*(?:[-–,]|và|đến(?:\s+ngày)?)\s*(?:ngày\s+)?)?(?P<day2>\d{1,2})\s*,?\s*tháng\s+"
    rf"(?:(?P<month2>\d{{1,2}})|(?P<worded>{_WORDED}))\b(?:\s*[,/-]?\s*(?:năm\s+)?(?P<year2>(?:19|20)\d\d))?"
    r")(?![\d/]|[.,]\d|\s*%)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?<!\w)(?P<lead>(?:(?:sáng|trưa|chiều|tối|đêm|khuya|hôm|rạng\s+sáng)\s+)?(?:mùng\s+|mồng\s+)?ngày|"
    r"mùng|mồng|sáng|trưa|chiều|tối|đêm|khuya|hôm|(?:sáng|trưa|chiều|tối|đêm|hôm)\s+nay,?|vào|lúc|đăng|nhật)"
    r"\s*:?\s*\(?\s*$",
    re.IGNORECASE,
)
_LONGEST_LEAD = 24
"""Characters before a date among which the words stand that announce it."""
_CLOCK_BEFORE = re.compile(
    rf"(?P<clock>{_CLOCK})\s*(?:[,|\-–]|phút|(?:sáng|trưa|chiều|tối|cùng))?\s*,?\s*"
    r"(?:(?:thứ|chủ)\s+\w+\s*,?\s*)?(?:ngày\s*)?:?\s*$",
    re.IGNORECASE,
)
_CLOCK_AFTER = re.compile(rf"\s*(?:[,|\-–]|lúc|vào\s+lúc|T)?\s*(?P<clock>{_CLOCK})", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"(?P<sunday>chủ\s+nhật|\bCN)|\b(?:thứ\s+|T)(?P<day>hai|ba|tư|năm|sáu|bảy|[2-7])\b(?=[^.;]{0,30}$)", re.IGNORECASE
)
_CLOCK_PARTS = re.compile(r"(\d{1,2})\D*(\d{2})?")
_YEARS = range(1900, 2100)
_NEAR = 40
"""Characters before a date among which its time and weekday stand."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """One date in a text."""

    start: int
    end: int
    """Of the text between: the date with its lead words, without the time."""
    day: int
    """Of a range, the first."""
    month: int
    year: int | None
    """None where the text leaves it out."""
    lead: str = ""
    """The words that announce it, in lower case: "sáng ngày"; '' for a bare number."""
    clock: time | None = None
    weekday: int | None = None
    """As written, 1 for Monday to 7 for Sunday."""

    def at(self, year: int) -> date | None:
        """Return the day in `year`, or None where that year has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def whole(self) -> date | None:
        """The day, where the year is written too."""
        return None if self.year is None else self.at(self.year)


@lru_cache(maxsize=1024)
def find_dates(text: str) -> tuple[WrittenDate, ...]:
    """Return the dates written in `text`, in order. Fractions, ratings and numbers of documents are none.

    A number without a year ("7-10") counts only behind a word that announces a date, in brackets, or behind a time.
    """
    found = []
    for match in _DATE.finditer(text):
        made = _read(match, text)
        if made is not None:
            found.append(made)
    return tuple(found)


def _read(match: re.Match[str], text: str) -> WrittenDate | None:
    first, day, month, year = _numbers(match)
    announced = _LEAD.search(text, max(0, match.start() - _LONGEST_LEAD), match.start())
    lead = " ".join(announced["lead"].lower().rstrip(" ,").split()) if announced else ""
    start = announced.start() if announced else match.start()
    if not lead and match["first"] and "," in text[start : match.start("day")]:
        # "Thứ 5, 21/08/2025", "10:00, 23/11/2023": the number before is another's.
        first, start = None, match.start("day")
    before = text[max(0, start - _NEAR) : start]
    clock_match = _CLOCK_BEFORE.search(before) or _CLOCK_AFTER.match(text, match.end())
    weekday = _find_weekday(before)
    if year is None and not (lead or clock_match or weekday or _is_bracketed(match, text)) and not match["day2"]:
        return None
    if not _fits(day, month, year) or _is_numbering(match, before, text, lead):
        return None
    if first is not None and not 0 < first < day:
        return None
    return WrittenDate(
        start,
        match.end(),
        day if first is None else first,
        month,
        year,
        lead,
        _read_clock(clock_match["clock"]) if clock_match else None,
        weekday,
    )


def _numbers(match: re.Match[str]) -> tuple[int | None, int, int, int | None]:
    """Return (first day of a range, day, month, year)."""
    if match["iso_year"]:
        return None, int(match["iso_day"]), int(match["iso_month"]), int(match["iso_year"])
    if match["day2"]:
        first = re.match(r"\d+", match["first2"] or "")
        worded = " ".join((match["worded"] or "").lower().split())
        month = int(match["month2"]) if match["month2"] else _MONTH_NUMBERS[worded]
        return int(first[0]) if first else None, int(match["day2"]), month, _year(match["year2"])
    return (
        (int(match["first"]) if match["first"] else None),
        int(match["day"]),
        int(match["month"]),
        _year(match["year"]),
    )


def _year(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)  # noqa: PLR2004 - digits of a full year


def _fits(day: int, month: int, year: int | None) -> bool:
    try:
        date(year if year is not None else 2024, month, day)  # a leap year: 29/2 may be meant
    except ValueError:
        return False
    return year is None or year in _YEARS


def _is_bracketed(match: re.Match[str], text: str) -> bool:
    return text[: match.start()].endswith("(") and text[match.end() : match.end() + 1] in {")", ","}


_NUMBERED = re.compile(
    r"(?:số|điều|khoản|mục|hẻm|ngõ|nhà|tổ|khu phố|quốc lộ|đường|tỉ lệ|tỷ lệ|đạt)\s*:?\s*$", re.IGNORECASE
)


def _is_numbering(match: re.Match[str], before: str, text: str, lead: str) -> bool:
    """Tell a document's or a house's number, or a share ("số 12/5", "12/7-CT"), from a date."""
    if not lead and _NUMBERED.search(before):
        return True
    after = text[match.end() : match.end() + 3]
    return bool(re.match(r"[/-](?:[A-ZĐ]{2}|[A-Z]Đ)", after))


def _find_weekday(before: str) -> int | None:
    found = list(_WEEKDAY.finditer(before))
    if not found:
        return None
    last = found[-1]
    return 7 if last["sunday"] else _WEEKDAYS[last["day"].lower()]


def _read_clock(written: str) -> time | None:
    parts = _CLOCK_PARTS.match(written)
    if not parts:
        return None
    hour, minute = int(parts[1]), int(parts[2] or 0)
    lower = written.lower()
    if lower.endswith(("pm", "ch")) and hour < 12:  # noqa: PLR2004 - noon
        hour += 12
    elif lower.endswith(("am", "sa")) and hour == 12:  # noqa: PLR2004 - midnight
        hour = 0
    try:
        return time(hour, minute)
    except ValueError:
        return None

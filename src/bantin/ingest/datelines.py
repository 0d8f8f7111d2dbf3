"""Lines that say when a text was published: "Thứ năm: 15:55 ngày 21/08/2025", "Ngày đăng: 05/06/2023"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from bantin.ingest.chrome import is_chrome
from bantin.text.written_dates import WrittenDate, find_dates

_LABEL = re.compile(
    r"(?P<published>ngày\s+(?:đăng|xuất\s+bản|đưa\s+tin|ban\s+hành|viết|tạo)(?:\s+(?:tin|bài))?|"
    r"(?:được\s+)?đăng(?:\s+(?:lúc|ngày|vào|tin|bài))*|"
    r"(?:đã\s+)?xuất\s+bản(?:\s+lúc)?|published|posted(?:\s+on)?|thời\s+gian\s+đăng|đưa\s+lên\s+lúc|"
    r"cập\s+nhật\s+tin)"
    r"|(?P<updated>(?:lần\s+)?(?:cập\s+nhật|sửa)(?:\s+(?:lần\s+)?cuối)?(?:\s+(?:lúc|ngày|vào|mới\s+nhất))*|updated|"
    r"cập\s+nhật\s+lần\s+cuối)",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\b(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|CN|T[2-7]|ngày|lúc|vào|hồi|sáng|trưa|chiều|tối|giờ|phút|"
    r"AM|PM|SA|CH|GMT|UTC|hôm\s+nay|tin|bài|by|admin|administrator|quản\s+trị(?:\s+viên)?|biên\s+tập(?:\s+viên)?)\b|"
    r"GMT\s*\+\s*\d+|[+]\s?0?7(?::?00)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}\s*(?:[:hg]|giờ)\s*(?:\d{2})?(?:\s*[:.]\s*\d{2})?(?:\s*(?:AM|PM|SA|CH)\b)?", re.IGNORECASE)
_PARTS = re.compile(r"\s*[|•·]\s*|\s+[-–]\s+|\s{2,}")
_COUNTER = re.compile(
    r"(?:lượt\s+(?:xem|đọc)|đã\s+xem|số\s+lần\s+xem|views?|phản\s+hồi|bình\s+luận|xem|đọc)\s*:?\s*[\d.,]+|"
    r"[\d.,]+\s*(?:lượt\s+\w+|views?)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"(?:tác\s+giả|người\s+(?:đăng|viết)|bởi|đăng\s+bởi)\s*:?\s*(?P<name>[^|:]{2,40})$", re.IGNORECASE)
_GENERIC = re.compile(
    r"quản trị(?: viên)?|admin\w*|biên tập(?: viên)?|ban biên tập|btv|superadmin|editor", re.IGNORECASE
)
_PLACED = re.compile(r"[A-ZĐ][^,.:;\d]{1,40},\s*(?:ngày|Ngày)\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}\.?")
"""Where and when a letter was written: "Bến Cát, ngày 20 tháng 11 năm 2026"."""
_LONGEST = 140
_MOST_LEFT = 3
"""Letters that may be left of a line when all that belongs to a date is taken away."""

Label = Literal["published", "updated", ""]


class Dateline(NamedTuple):
    """A line of a page that tells a moment and nothing else."""

    date: WrittenDate
    label: Label
    author: str
    """Who is named in the same line, '' for nobody."""
    section: str
    """What else stands in it: a section, a newspaper."""
    line: str
    """The line as it was written."""


@lru_cache(maxsize=1024)
def read_dateline(text: str) -> Dateline | None:
    """Return what a line tells about the moment of publication, or None where it is no such line."""
    if len(text) > _LONGEST or not any(letter.isdigit() for letter in text):
        return None
    dates = [one for one in find_dates(text) if one.year is not None]
    if not dates:
        return None
    chosen = dates[0]
    label = _LABEL.search(text)
    rest = text[: chosen.start] + " | " + text[chosen.end :]
    author = ""
    left = []
    for part in _PARTS.split(_COUNTER.sub(" | ", rest)):
        named = _AUTHOR.search(part)
        if named:
            author, part = _GENERIC.sub("", named["name"]).strip(), part[: named.start()]  # noqa: PLW2901 - the part without its author
        bare = _CLOCK.sub(" ", _REST.sub(" ", _LABEL.sub(" ", part)))
        if len(re.sub(r"[\W\d_]+", "", bare)) > _MOST_LEFT and not is_chrome(part):
            left.append(part.strip(" :,()[]"))
    if len(left) > 1 or (left and not _is_section(left[0], text, chosen)):
        return None
    return Dateline(chosen, _name_label(label), author, left[0] if left else "", text)


def _is_section(part: str, text: str, found: WrittenDate) -> bool:
    """Tell a section or place beside a date ("Xây dựng Đảng - 21/08/2025 15:55") from a sentence that holds one."""
    if _PLACED.fullmatch(text):
        return True
    bordered = re.search(r"[|•·]|\s[-–]\s", text) is not None
    return bordered and len(part.split()) <= 5 and found.lead in {"", "ngày"} and part[:1].isupper()


def _name_label(label: re.Match[str] | None) -> Label:
    if label is None:
        return ""
    return "published" if label["published"] else "updated"

"""Which of the lines above the text is the title, told apart from menus, sections and banners."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from bantin.ingest.caption import is_caption
from bantin.ingest.chrome import begins_tail, is_chrome, is_contact, is_trail
from bantin.ingest.datelines import read_dateline
from bantin.ingest.material import Hints, Line
from bantin.ingest.names import FAMILY_NAMES
from bantin.ingest.places import load_gazetteer
from bantin.ingest.signature import is_person_like
from bantin.text.capitals import is_shouted
from bantin.text.fold import fold

_STOP = frozenset("va cua cac la cho voi tai trong ve nhung mot co duoc den tu nam ngay".split())
_NEAR_DATE = 0.35
"""Worth of standing just above or below the line with the date."""
_DECLARED = 0.98
"""How sure a title is that stands in front matter."""
_HINTED = 0.6
_MARKED = 0.5
"""Worth of a heading by the file's own format."""
_MARGIN = 0.2
"""Candidates so near to the best are equals: the first of them is the title, a banner comes later."""
_LEAST = 0.3
"""Share of a title's words that the text must repeat."""
_WORDS = range(3, 45)
_BANNER = 0.3
_ROW = 0.15
"""What a shout, and each phrase that begins within the line, count against a candidate."""
_LEVELS = frozenset("phường xã trấn khu quận huyện phố thị tỉnh ấp thôn khóm tổ bản buôn làng đường trường".split())
_CAPITALISED = frozenset(
    "Đảng Bí Chủ Phó Ban Hội Ủy Uỷ Tỉnh Thành Quận Huyện Việt Mặt Đoàn Công Ngày Nghị Luật Trung Quốc Nhà Nhân Đại "
    "Tết Bác Trưởng "
    "Giám Văn Sở Bộ Phòng Tổ Chi Khu Tháng Tuần Lễ Năm Kỳ Quý Hà Sài Hồ Thủ Tổng Chính Cựu Liên Phụ Nông Thanh".split()
)
_TELLS = re.compile(
    r"\b(?:phường|xã|thị trấn|đặc khu|khu phố|tổ chức|thăm|làm việc|ra mắt|khai mạc|tổng kết|sơ kết|trao|tặng|"
    r"kiểm tra|khảo sát|phát động|triển khai|"
    r"họp|hội nghị|lễ|ngày hội|ra quân|đại hội|khởi công|khánh thành|tiếp xúc|tập huấn|đối thoại|gặp mặt|công bố|"
    r"bàn giao|hưởng ứng|tuyên dương|"
    r"thông báo|kế hoạch|lịch|tiếp tục|đẩy mạnh|tăng cường)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(?:thông báo|kế hoạch|quyết định|công văn|báo cáo|hướng dẫn|tờ trình|thông cáo|giấy mời|thư mời|lời kêu gọi|"
    r"chỉ thị|nghị quyết|công điện|kết luận|chương trình|phương án)",
    re.IGNORECASE,
)
"""What an office's letter calls itself, in a line of its own above what it is about."""
_ABOUT = re.compile(r"(?:(?:về việc|v/v)\s*:?\s+|(?P<short>về)\s+)(?P<matter>\S.*)", re.IGNORECASE)
_NUMBER = re.compile(r"\(?số\s*:.*", re.IGNORECASE)
_ADDRESSEE = re.compile(r"kính gửi\b", re.IGNORECASE)
_LETTERHEAD = re.compile(
    r"(?:UBND|HĐND|UBMTTQ|MTTQ|Đảng\s+[uủ][yỷ]|[UỦ][yỷ]\s+ban\s+(?:nhân\s+dân|MTTQ|Mặt\s+trận\s+Tổ\s+quốc)|"
    r"Hội\s+đồng\s+nhân\s+dân|Công\s+an|Trạm\s+y\s+tế|Văn\s+phòng)(?:\s+Việt\s+Nam)?\s+"
    r"(?:phường|xã|đặc\s+khu|thị\s+trấn|quận|huyện|tỉnh|thành\s+phố)\s+(?P<name>\S.{0,40})",
    re.IGNORECASE,
)
"""A line that names an authority and nothing else: it stands above what the authority says."""
_TELLING = 0.25
"""Worth of a word that tells of a place or an act, which a row of sections seldom holds."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The title as written, and how sure it is (0 to 1)."""

    text: str = ""
    confidence: float = 0.0
    found_in_body: bool = False
    """Whether it is the first line of what looked like running text."""


def choose_headline(head: list[Line], body: list[Line], hints: Hints) -> tuple[Headline, list[Line], list[Line]]:
    """Return (title, lines between it and the text, lines above it).

    `head` holds the lines before the first paragraph. A title that the file declares leaves all of them to the text.
    """
    hint = hints.title
    if hints.is_declared:
        return Headline(hint, _DECLARED), head, []
    letter = _read_letter(head)
    if letter is not None:
        return letter
    candidates = _score(head, body, hint)
    if not candidates:
        return _from_hint(head, body, hint)
    best = max(score for _, score in candidates)
    start, score = next((index, one) for index, one in candidates if one >= best - _MARGIN)
    end = start + 1
    text = head[start].text
    while end < len(head) and _continues(text, head[end]):
        text = f"{text} {head[end].text}"
        end += 1
    confidence = round(min(0.98, 0.55 + 0.4 * min(1.0, score)), 2)
    return Headline(text, confidence), head[end:], head[:start]


def _read_letter(head: list[Line]) -> tuple[Headline, list[Line], list[Line]] | None:
    """Return the title of an office's letter: "THÔNG BÁO" and, below it, "Về việc …" make one."""
    for start, line in enumerate(head):
        if not _PAPER.fullmatch(line.text):
            continue
        below = start + 1
        while below < len(head) and _NUMBER.fullmatch(head[below].text):
            below += 1
        about = _ABOUT.fullmatch(head[below].text) if below < len(head) else None
        if about is None:
            continue
        matter, end = about["matter"], below + 1
        while end < len(head) and _continues(matter, head[end]):
            matter = f"{matter} {head[end].text}"
            end += 1
        matter = matter.rstrip(".")
        shouted = is_shouted(matter)
        called = f"{line.text[:1].upper()}{line.text[1:].lower()} {'về' if about['short'] else 'về việc'}"
        title = f"{called.upper() if shouted else called} {matter}"
        return Headline(title, 0.9), head[end:], [*head[:start], *head[start + 1 : below]]
    return None


def _from_hint(head: list[Line], body: list[Line], hint: str) -> tuple[Headline, list[Line], list[Line]]:
    if hint:
        return Headline(hint, 0.8), head, []
    if body and _is_title_with_stop(body):
        return Headline(body[0].text.rstrip("."), 0.6, found_in_body=True), [], head
    return Headline(), head, []


def _is_title_with_stop(body: list[Line]) -> bool:
    """Tell a title that somebody ended with a full stop: short, one sentence, above longer paragraphs."""
    text = body[0].text
    if len(body) < 3 or len(text.split()) > 22 or ", " in text or text.endswith((":", ";", ",")):
        return False
    return not re.match(r"(?:Ngày|Sáng|Chiều|Tối|Vừa qua|Trong|Tại|Nhằm|Thực hiện|Với|Theo)\b", text) and all(
        len(line.text) > len(text) for line in body[1:3]
    )


def _score(head: list[Line], body: list[Line], hint: str) -> list[tuple[int, float]]:
    text = " ".join(line.text for line in body[:8])
    known = set(re.findall(r"\w+", fold(text)))
    dated = {index for index, line in enumerate(head) if read_dateline(line.text)}
    found = []
    for index, line in enumerate(head):
        if not _can_be_title(line):
            continue
        words = [word for word in re.findall(r"\w+", fold(line.text)) if word not in _STOP]
        share = sum(word in known for word in words) / len(words) if words else 0.0
        marked = _MARKED if line.kind == "heading" else 0.0
        hinted = _HINTED if hint and _is_same(line.text, hint) else 0.0
        near = _NEAR_DATE if dated & {index - 1, index + 1} else 0.0
        faults = _BANNER * (line.text.isupper() and line.text.endswith("!")) + _ROW * _count_breaks(line.text)
        telling = _TELLING if _TELLS.search(line.text) else 0.0
        if share >= _LEAST or telling or marked or hinted or near or len(head) == 1:
            found.append((index, telling + share * min(1.0, 0.4 + len(words) / 10) + marked + hinted + near - faults))
    return found


def _count_breaks(text: str) -> int:
    """Return how often a new phrase seems to begin within a line: often in a row of sections, never in a title."""
    words = text.split()
    return sum(
        word[:1].isupper()
        and not word.isupper()
        and above.islower()
        and above not in _LEVELS
        and word.strip(",") not in _CAPITALISED
        and word not in FAMILY_NAMES
        for above, word in pairwise(words)
    )


def _can_be_title(line: Line) -> bool:
    text = line.text
    count = len(text.split())
    if line.kind in {"caption", "picture", "table", "item", "footnote"} or count not in _WORDS:
        return False
    if (
        is_chrome(text)
        or is_contact(text)
        or is_trail(text)
        or begins_tail(text)
        or read_dateline(text)
        or _ADDRESSEE.match(text)
    ):
        return False
    if (head := _LETTERHEAD.fullmatch(text)) and load_gazetteer().is_place(head["name"].strip(" .:-")):
        return False
    if is_person_like(text) and not text.isupper() and count <= 4:
        return False
    return not re.match(r"\(?Ảnh\s*:", text)


def _continues(text: str, line: Line) -> bool:
    """Tell the second line of a title that was too long for one."""
    if line.apart or line.kind not in {"text", "heading"} or not _can_be_title(line):
        return False
    if text.rstrip().endswith((".", "!", "?", "…")):
        return False
    both_capitals = text.isupper() and line.text.isupper()
    return both_capitals or (line.text[:1].islower() and not is_caption(line.text, alone=False))


def _is_same(text: str, hint: str) -> bool:
    one, other = fold(text), fold(hint)
    return one == other or (len(one) > 15 and (one in other or other in one))

"""Lines as typed become lines as meant: blanks cleaned, hard wraps joined, what was glued together parted again."""

from __future__ import annotations

import re

from bantin.ingest.encodings import clean_text
from bantin.ingest.material import Line

_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_SENTENCE_END = re.compile(r"[.!?:;…]['\"”’)\]]*$|/\.$")
_WRAP_WIDTHS = range(50, 121)
"""Characters a line of e-mail or an old editor."""
_FULL = 0.72
"""Of the widest line: from here on a line may have been broken for want of room."""
_MOST_PARAGRAPHS = 0.45
"""Share of the lines that may end a sentence in a wrapped text; more, and each line is a paragraph."""
_GLUED = re.compile(
    r"(?<=[a-zà-ỹđ.!?”)…])(?=(?:(?:Quang|Toàn) cảnh|Ảnh ?:|Tin, ảnh ?:|Sáng (?:ngày )?\d|Chiều (?:ngày )?\d|"
    r"Ngày \d{1,2}[/-]\d|"
    r"Phát biểu tại|Tại (?:buổi|hội nghị)|Đ/c |Đồng chí |Các đại biểu |Tin cùng chuyên mục|Tin liên quan|"
    r"\([A-ZĐ]{2,8}\) ?[-–]))"
)
_LISTED = re.compile(r"[-–•+*]\s|\d{1,2}[.)]\s|[a-zđ]\)\s")
_DOUBLED_LEAST = 12
"""Characters of a caption that stands twice in one line."""


def clean_line(text: str) -> str:
    """Return one line with single blanks, in NFC, without what shows nothing, soft hyphens among it."""
    return _BLANKS.sub(" ", clean_text(text).replace("\u00ad", "")).strip()


def split_lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a plain text, hard wraps joined, glued captions parted."""
    lines: list[Line] = []
    blank = True
    for raw in text.split("\n"):
        cleaned = clean_line(raw)
        if cleaned:
            lines += _part(cleaned, apart=blank)
        blank = not cleaned
    return tuple(_join_wrapped(lines))


def _part(text: str, *, apart: bool) -> list[Line]:
    pieces = [piece.strip() for piece in _GLUED.split(text)] if _GLUED.search(text) else [text]
    found = [Line(undouble(piece), apart=apart if index == 0 else True) for index, piece in enumerate(pieces) if piece]
    return found or [Line(text, apart=apart)]


def undouble(text: str) -> str:
    """Return the half of a line that says the same twice, as a picture's text and caption do when saved."""
    if len(text) < 2 * _DOUBLED_LEAST:
        return text
    half = len(text) // 2
    for cut in range(max(1, half - 2), half + 3):
        first, second = text[:cut].strip(" .-–|"), text[cut:].strip(" .-–|")
        if first and first == second and first[:1].isupper():
            return text[cut:].strip(" -–|") if text.rstrip().endswith(".") else first
    return text


def _join_wrapped(lines: list[Line]) -> list[Line]:
    """Join lines that were broken for want of room, and everywhere those that begin within a sentence."""
    widest = max((len(line.text) for line in lines), default=0)
    least = _FULL * widest if _is_wrapped(lines, widest) else float("inf")
    joined: list[Line] = []
    above = ""
    for line in lines:
        broken = line.text[:1].islower() and len(above) > _WRAP_WIDTHS.start and not _SENTENCE_END.search(above)
        if joined and not line.apart and (broken or (len(above) >= least and not _begins_item(line.text, above))):
            joined[-1] = Line(f"{joined[-1].text} {line.text}", joined[-1].kind, joined[-1].apart)
        else:
            joined.append(line)
        above = line.text
    return joined


def _begins_item(text: str, above: str) -> bool:
    """Tell an item of a list from a dash within a sentence that happens to begin a line."""
    return bool(_LISTED.match(text)) and (not text.startswith(("-", "–")) or bool(_SENTENCE_END.search(above)))


def _is_wrapped(lines: list[Line], widest: int) -> bool:
    """Tell text of a fixed width, in which few lines end a sentence."""
    followed = [index for index in range(1, len(lines)) if not lines[index].apart]
    ends = sum(bool(_SENTENCE_END.search(lines[index - 1].text)) for index in followed)
    return bool(followed) and widest in _WRAP_WIDTHS and ends <= _MOST_PARAGRAPHS * len(followed)

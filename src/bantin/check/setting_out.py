"""How an article is set out: title, sapo, headings, captions, pictures, and a day that cannot have come yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bantin.model import Place
from bantin.text.capitals import is_shouted
from bantin.text.written_dates import find_dates

if TYPE_CHECKING:
    from bantin.check.prose import Manuscript
    from bantin.read.findings import Findings

_HEADING = re.compile(r"^(#{1,6})\s+\S", re.MULTILINE)
_CAPTION = re.compile(r"^(?P<mark>[*_])(?P<text>[^*_\n][^\n]*?)(?P=mark)[ \t]*$", re.MULTILINE)
_PICTURE = re.compile(r"!\[(?P<alt>[^\]\n]*)\]\([^)\n]*\)[^\n]*(?:\n(?P<next>[^\n]*))?")
_CREDIT = re.compile(r"(?:ảnh|hình|nguồn)(?:\s+\w+)?\s*:", re.IGNORECASE)
_LONG_LEAD = 420
"""Characters of a first paragraph that can no longer stand for a sapo."""
_LEAD = 400
"""Characters at the beginning among which the event's day is looked for."""
_PLANNED = re.compile(r"\b(?:sẽ|dự kiến|sắp|tới|từ|đến|trước|hạn|kế hoạch|lịch|bắt đầu|vào)\b", re.IGNORECASE)


def find_setting_out_faults(manuscript: Manuscript, findings: Findings) -> None:
    """title-…, summary-missing, heading-order, caption-repeated, picture-alt, picture-credit, date-late."""
    article, text = manuscript.article, manuscript.text
    head = manuscript.places.get("date", Place(1))
    if len(article.title) > manuscript.title_limit:
        findings.warning("title-long", *_title(manuscript), length=len(article.title), limit=manuscript.title_limit)
    if article.title.isupper() and is_shouted(article.title):
        findings.warning("title-capitals", *_title(manuscript))
    if not article.has_summary and article.status == "published":
        end = text.find("\n\n")
        first = text if end < 0 else text[:end]
        if len(first) > _LONG_LEAD and not first.startswith(("#", "!", "|", "-", "<", "[")):
            findings.warning("summary-missing", *head)
    if text.startswith("#") or "\n#" in text:
        _find_headings(manuscript, findings)
    if "\n*" in text or "\n_" in text or text.startswith(("*", "_")):
        _find_captions(manuscript, findings)
    if "![" in text:
        _find_pictures(manuscript, findings)
    if any(digit in text[:_LEAD] for digit in "/-"):
        _find_late_date(manuscript, findings)


def _title(manuscript: Manuscript) -> Place:
    place = manuscript.places.get("title")
    return place or Place(2, 8)


def _find_headings(manuscript: Manuscript, findings: Findings) -> None:
    above = 1
    for match in _HEADING.finditer(manuscript.text):
        level = len(match[1])
        if level > above + 1:
            place = manuscript.place(match.start())
            findings.warning("heading-order", *place, found="#" * level, proposed="#" * (above + 1))
        above = level


def _find_captions(manuscript: Manuscript, findings: Findings) -> None:
    seen: set[str] = set()
    for match in _CAPTION.finditer(manuscript.text):
        if match["text"] in seen:
            findings.warning("caption-repeated", *manuscript.place(match.start()), text=match["text"])
        seen.add(match["text"])


def _find_pictures(manuscript: Manuscript, findings: Findings) -> None:
    for match in _PICTURE.finditer(manuscript.text):
        place = manuscript.place(match.start())
        if not match["alt"].strip():
            findings.warning("picture-alt", *place)
        caption = (match["next"] or "").strip()
        if caption.startswith(("*", "_")) and not _CREDIT.search(caption):
            findings.warning("picture-credit", *place)


def _find_late_date(manuscript: Manuscript, findings: Findings) -> None:
    """Find a day told as past though it comes after the publication: one of the two is wrong."""
    published = manuscript.article.date.date()
    lead = manuscript.text[:_LEAD]
    for found in find_dates(lead):
        day = found.whole
        before = lead[: found.start]
        if day is None or day <= published or not found.lead or _PLANNED.search(before[-30:]):
            continue
        if not before.strip() or before.rstrip().endswith((".", "\n", ":", "-", "–")):
            findings.warning(
                "date-late", *manuscript.place(found.start), day=f"{day:%d/%m/%Y}", date=f"{published:%d/%m/%Y}"
            )

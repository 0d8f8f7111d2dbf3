"""Personal data that a bulletin should not spread without a reason.

Source: Law 91/2025/QH15 on the protection of personal data (numbers, addresses, children, health, poverty). The rules
warn; an editor who has a reason writes it beside the place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bantin.text.alphabet import UPPER

if TYPE_CHECKING:
    from bantin.check.prose import Manuscript
    from bantin.read.findings import Findings

_NAME = rf"[{UPPER}][^\W\d_]*(?:\s[{UPPER}][^\W\d_]*){{1,4}}"
_NUMBER = re.compile(r"[0-9+](?:[ .-]?[0-9]){8,17}(?![0-9])")
_MOBILE = re.compile(r"(?:\+?84|0)[35789][0-9]{8}")
_IDENTITY = re.compile(r"(?:CCCD|CMND|căn cước|chứng minh nhân dân|định danh)[^.\n]{0,40}$", re.IGNORECASE)
_ACCOUNT = re.compile(r"(?:số tài khoản|STK|tài khoản(?: số)?|số TK)[^.\n]{0,40}$", re.IGNORECASE)
_OFFICIAL = re.compile(
    r"(?:đường dây nóng|hotline|trực ban|tổng đài|cơ quan|văn phòng|trụ sở|UBND|Công an|Trạm|Trung tâm|bộ phận|"
    r"tiếp nhận|quỹ|Ủy ban|Mặt trận|"
    r"điện lực|cấp nước|ban chỉ huy)[^.\n]{0,80}$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:ngụ|trú|sống|nhà)\s+(?:(?:tại|ở|số|nhà)\s+)*(?P<number>\d+[\w/.-]*)[^.\n]{0,12}?(?:đường|hẻm|ngõ|phố|ấp|tổ|"
    r"khu|thôn|,)"
)
_NAMED = re.compile(_NAME)
_MINOR = re.compile(
    rf"[CcEeBbHh](?:háu|m|é|ọc sinh)\s+(?<!\w\wem )(?P<name>{_NAME})(?P<about>[^.\n]{{0,60}})",
)
_YOUNG = re.compile(
    r"\b(?:[1-9]|1[0-5]) tuổi|lớp (?:[1-9]\b|mầm|chồi|lá)|học sinh|mầm non|sinh năm 20[12]\d|\bbị\b|mồ côi|hoàn cảnh|"
    r"bệnh|nạn nhân"
)
_HARDSHIP = re.compile(
    rf"\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Cc]háu|[Cc]ụ|[Bb]é|hộ|gia đình)\s+(?:(?:ông|bà|anh|chị|"
    rf"cụ)\s+)?(?P<name>{_NAME})"
)
_HARD_WORDS = (
    *(
        "hộ nghèo",
        "cận nghèo",
        "mắc bệnh",
        "bị bệnh",
        "bệnh hiểm",
        "bệnh tật",
        "ung thư",
        "HIV",
        "tâm thần",
        "suy thận",
    ),
    *("tai biến", "khuyết tật", "mồ côi", "neo đơn", "khó khăn", "nghiện", "nhiễm"),
)
_NOT_OF_PERSONS = (
    "tặng",
    "trao",
    "thăm",
    "cho biết",
    "phát biểu",
    "chủ trì",
    "đề nghị",
    "yêu cầu",
    "chia sẻ",
    "vận động",
)
"""Who does this to poor or sick people is not one of them."""
_HOME_WORDS = (" ngụ ", "trú ", "nhà số", "sống tại", "sống ở")
_YOUNG_WORDS = ("háu ", " em ", "Em ", " bé ", "Bé ", "ọc sinh ")
_DIGITS = re.compile("[0-9](?:[ .-]?[0-9]){8}")


def find_personal_data(manuscript: Manuscript, findings: Findings) -> None:
    """personal-number, personal-address, personal-person."""
    text = manuscript.text
    if _DIGITS.search(text):
        _find_numbers(manuscript, findings)
    if any(word in text for word in _HOME_WORDS):
        for match in _ADDRESS.finditer(text):
            if _NAMED.search(text, max(0, match.start() - 60), match.start()):
                findings.warning("personal-address", *manuscript.place(match.start("number")), found=match["number"])
    named: set[str] = set()
    if any(word in text for word in _YOUNG_WORDS):
        for match in _MINOR.finditer(text):
            if match[0].startswith(("học sinh", "Học sinh")) or _YOUNG.search(match["about"]):
                named.add(match["name"])
                place = manuscript.place(match.start("name"))
                findings.warning("personal-person", *place, variant="minor", name=match["name"])
    _find_hardship(manuscript, named, findings)


def _find_hardship(manuscript: Manuscript, named: set[str], findings: Findings) -> None:
    """Find persons named in the sentences that speak of poverty, illness or need."""
    text = manuscript.text
    for word in _HARD_WORDS:
        at = text.find(word)
        while at >= 0:
            start = max(text.rfind(sign, 0, at) for sign in (". ", "\n", "; ")) + 1
            for match in _HARDSHIP.finditer(text, start, at):
                between = text[match.end() : at]
                if match["name"] not in named and not any(act in between for act in _NOT_OF_PERSONS):
                    named.add(match["name"])
                    place = manuscript.place(match.start("name"))
                    findings.warning("personal-person", *place, variant="hardship", name=match["name"])
            at = text.find(word, at + len(word))


def _find_numbers(manuscript: Manuscript, findings: Findings) -> None:
    text = manuscript.text
    for match in _NUMBER.finditer(text):
        before = text[max(0, match.start() - 90) : match.start()]
        kind = _judge(re.sub(r"[^0-9+]", "", match[0]), before)
        word = before[max(before.rfind(" "), before.rfind("\n")) + 1 :]
        if kind and "/" not in word and "](" not in word:
            findings.warning("personal-number", *manuscript.place(match.start()), variant=kind, found=match[0])


def _judge(digits: str, before: str) -> str:
    """Return which private number this is, '' for none."""
    if _IDENTITY.search(before) and len(digits) in {9, 12}:
        return "identity"
    if _ACCOUNT.search(before):
        return "" if _OFFICIAL.search(before) else "account"
    if _MOBILE.fullmatch(digits):
        return "" if _OFFICIAL.search(before) else "phone"
    return "identity" if len(digits) == 12 and digits.startswith("0") else ""  # noqa: PLR2004 - of a citizen's card

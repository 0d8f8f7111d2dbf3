"""Who signs: persons, initials, bodies and the paper a text was taken from."""

from __future__ import annotations

import re
from typing import NamedTuple

from bantin.text.alphabet import LOWER, UPPER

_WORD = rf"[{UPPER}][{LOWER}]+"
_SYLLABLE = rf"(?:{_WORD}|[{UPPER}](?!\w|\.\w))"
_CAPITALS = rf"[{UPPER}]{{2,}}"
_INITIALS = rf"[{UPPER}]{{1,2}}(?:\s?\.\s?(?:{_WORD}|[{UPPER}]{{1,8}}))+\.?|[{UPPER}]{{2,4}}|[{UPPER}]\.?\s?{_WORD}"
_PERSON = rf"(?:{_WORD}(?:\s{_SYLLABLE}){{1,4}}|{_CAPITALS}(?:\s{_CAPITALS}){{1,4}}|{_INITIALS})"
_SINGLE = rf"(?:{_WORD})"
_BETWEEN = r"(?:\s*[-–—,;&/+]\s*|\s+và\s+)"
_ROLE = (
    r"(?:\s*[-–,(]\s*(?:tổng hợp|CTV|PV|BTV|TH|t/h|ghi|thực hiện|lược ghi|theo [^)]{2,40})\)?|\s*\((?:[^)]{2,40})\))?"
)
_PERSONS = re.compile(rf"{_PERSON}(?:{_BETWEEN}(?:{_PERSON}|{_SINGLE}))*{_ROLE}\.?")
_PERSON_AND_OFFICE = re.compile(rf"(?P<name>{_WORD}(?:\s{_SYLLABLE}){{1,4}})\s*(?:[-–,]\s+|\()[^.;:!?]{{3,60}}\)?")
_LABEL = re.compile(
    r"(?:(?:Tin|Bài|Ảnh|Hình|Clip|Video)(?:\s*(?:,|và|&|-|/|\+)?\s*(?:tin|bài|ảnh|hình|clip|video|viết))*|Thực hiện|"
    r"Tác giả(?: bài viết)?|"
    r"Người viết|Người thực hiện|Bài viết|Tin bài|PV|Phóng viên|CTV|Cộng tác viên|Biên tập|Biên soạn|Nhóm PV|"
    r"Người đưa tin|Đưa tin)\s*[:：.]\s*",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\(?\s*(?:Nguồn(?: tin)?(?:\s*:\s*|\s+(?=[A-ZĐ]))|Theo(?:\s*:\s*|\s+(?=Báo|Cổng|Trang|TTXVN|VOV|VTV|www|Đài|"
    r"Tạp chí|[A-ZĐ]{3,})))\s*(?P<name>[^()]{2,80}?)\s*\)?\.?",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:UBND|HĐND|Đảng (?:ủy|uỷ|bộ)|Ban |BBT|BTV|BAN |Văn phòng|VP |Công an|Cổng |Trang (?:thông|tin)|Đoàn |Hội |"
    r"Trung tâm|TT |Phòng |MTTQ|UBMTTQ|"
    r"VHTT|VH-XH|TT VH|Ủy ban|Uỷ ban|ỦY BAN|UỶ BAN|Mặt trận|Tổ |Bộ phận|Đài |Trạm |Trường |Liên đoàn|LĐLĐ|Công đoàn|"
    r"Cán bộ |"
    r"Công chức |Nhóm |Thường trực|Chi bộ|Văn hóa|Văn hoá|VHXH|Truyền thanh)"
)
_OF_AGENCY = re.compile(
    rf"(?P<name>{_WORD}(?:\s{_WORD}){{1,3}})\s*/\s*(?P<agency>[{UPPER}]{{2,8}}\S*|"
    rf"Báo [^/]{{3,30}})"
)
_SIGNING = re.compile(
    r"(?:(?:KT|TM|TL|TUQ|Q)\.\s*)?(?:PHÓ\s+)?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|"
    r"TRƯỞNG \S+.*|ỦY BAN.*)"
)
"""Under whose office a document is signed: no signature of an article."""
_NAMELESS = re.compile(r"(?:Ban [Bb]iên tập|BAN BIÊN TẬP|BBT|PV|CTV|BTV|TH|T/H|T\.H)\.?")
_AGENCY = re.compile(
    rf"\(\s*(?P<name>[{UPPER}]{{2,8}}(?:&[{UPPER}]+)?(?:\.VN)?|[\w.]+\.(?:vn|com)|Báo [^()]{{2,30}}|"
    rf"[{UPPER}][^()\d]{{1,24}}(?=\)\s*[-–—]))\s*\)\s*[-–:—]?\s*"
)
_BARE_AGENCY = re.compile(
    rf"^(?P<name>[{UPPER}]{{3,6}}O?|[{UPPER}]{{2,5}}\.VN)\s*[-–—]\s*(?=[{UPPER}][{LOWER}]|[{UPPER}] )"
)
_LONGEST = 90
_END = re.compile(
    r"(?:\./\.|[.!?”…)])\s*(?P<sign>\(?(?:Tin|Bài|Ảnh|Tác giả|Thực hiện)?[^.!?:]{0,12}:?\s*[^.!?:]{3,40})\.?\)?$"
)


class Signature(NamedTuple):
    """What the last lines of an article say about its origin."""

    names: tuple[str, ...]
    """Persons, initials or a body, as written."""
    source: str
    """The paper, portal or agency it was taken from."""


def read_signature(text: str) -> Signature | None:
    """Return who signs with this line, or None where it is no signature."""
    if len(text) > _LONGEST:
        return None
    inner = text.strip(" *_")
    if re.fullmatch(r"(?:Báo|Tạp chí|TTXVN|VOV|VTV)\b[^.:;,!?]{0,40}", inner):
        return Signature((), inner)
    if match := _OF_AGENCY.fullmatch(inner):
        return Signature((match["name"].strip(),), match["agency"])
    if source := _SOURCE.fullmatch(inner):
        return Signature((), source["name"].strip(" .:"))
    if inner.startswith("(") and inner.endswith(")"):
        inner = inner[1:-1].strip()
    label = _LABEL.match(inner)
    names = _read_labelled(inner[label.end() :].strip()) if label else _read_bare(inner)
    return Signature(names, "") if names else None


def _read_labelled(text: str) -> tuple[str, ...]:
    """Return the names after "Tin, ảnh:"; none where a sentence follows."""
    words = len(text.split())
    if not text or words > 12 or (text.endswith((".", ";")) and words > 6):
        return ()
    names = _names(text)
    return names if all(_is_signatory(name) for name in names) else ()


def _read_bare(text: str) -> tuple[str, ...]:
    """Return the names of a line that says nothing else."""
    words = len(text.split())
    if _SIGNING.fullmatch(text):
        return ()
    if _NAMELESS.fullmatch(text):
        return (text.rstrip("."),)
    if _PERSONS.fullmatch(text) and words <= 14:
        return _names(text)
    if match := _PERSON_AND_OFFICE.fullmatch(text):
        return (match["name"],)
    return (text,) if _BODY.match(text) and words <= 14 and not re.search(r"[.!?:;,]$", text) else ()


def is_labelled(text: str) -> bool:
    """Tell a line that says that it signs: "Tác giả: …", "(Theo Báo …)"."""
    inner = text.strip(" *_()")
    return bool(_LABEL.match(inner) or _SOURCE.fullmatch(inner))


def is_office(text: str) -> bool:
    """Tell the line of a letter under which its signatory stands: "CHỦ TỊCH"."""
    return _SIGNING.fullmatch(text.strip(" *_")) is not None


def find_author(text: str) -> tuple[str, ...]:
    """Return whom a line of counters names as the author: "Lượt xem: 1.210 | Tác giả: Thu Thảo"."""
    match = re.search(r"(?:Tác giả|Người viết|Bài viết|Thực hiện)\s*:\s*([^|:]{3,60}?)\s*(?:\||$)", text)
    return _read_labelled(match[1]) if match else ()


def is_person_like(text: str) -> bool:
    """Tell whether `text` has the form of persons' names or initials."""
    return len(text) <= _LONGEST and _PERSONS.fullmatch(text.strip(" *_()")) is not None


def split_agency(text: str) -> tuple[str, str]:
    """Return (agency's tag, text without it) of a paragraph such as "(BTNO) - Sáng 21/8 …"."""
    match = _AGENCY.match(text) if text.startswith("(") else _BARE_AGENCY.match(text)
    if not match or len(text) - match.end() < 20:
        return "", text
    return match["name"].strip(), text[match.end() :]


def split_end(text: str) -> tuple[str, Signature | None]:
    """Return (paragraph, signature glued to its end or None): "… Khánh Hậu./. Thiên Ngọc"."""
    match = _END.search(text)
    if not match:
        return text, None
    inner = match["sign"].strip("() ")
    if not (
        _LABEL.match(inner) or (_PERSONS.fullmatch(inner) and not inner.isupper()) or re.fullmatch(_INITIALS, inner)
    ):
        return text, None
    found = read_signature(match["sign"].strip())
    return (text[: match.start("sign")].rstrip(), found) if found else (text, None)


def _is_signatory(name: str) -> bool:
    """Tell a name, a pen name or a body from the words of a caption."""
    words = name.split()
    return bool(_PERSONS.fullmatch(name) or _BODY.match(name)) or (
        len(words) <= 4 and all(word[:1].isupper() or not word[:1].isalpha() for word in words)
    )


def _names(text: str) -> tuple[str, ...]:
    """Return the single signatories of a line."""
    text = re.sub(r"(?:Ảnh|Bài|Tin|Video|Clip)\s*[:：]\s*", "; ", text)
    if _BODY.match(text):
        return (text.strip(" .,-"),)
    parts = re.split(
        r"\s*[–—;&/+]\s*|\s+-\s+|\s*,\s*|\s+và\s+|(?<=[a-zà-ỹ])-(?=[A-ZĐ])|(?<=\w{2})\s*-\s+|\s+-(?=\w)", text
    )
    names = [re.sub(r"\s*\([^)]*\)?\s*$", "", part).strip(" .,-()") or part for part in parts if part and part.strip()]
    persons = [name for name in names if not _BODY.match(name)]
    names = persons or names
    kept = [name + ("." if text.endswith(f"{name}.") and re.fullmatch(r"(?:\w\.)+\w", name) else "") for name in names]
    return tuple(dict.fromkeys(name for name in kept if name and name not in {"CTV", "PV", "BTV"})) or (text,)

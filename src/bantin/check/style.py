"""House style and likely misspellings: one placement of tones, no abbreviations of courtesy, clean punctuation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bantin.read.findings import MOST_OF_A_RULE
from bantin.text.tones import IN_NAME, place_tones

if TYPE_CHECKING:
    from bantin.check.prose import Manuscript
    from bantin.read.findings import Findings

_TONES = re.compile(
    "[òóỏõọùúủũụouÒÓỎÕỌÙÚỦŨỤOU](?:(?P<old>(?<=[òóỏõọÒÓỎÕỌ])[aeAE]|(?<=[ùúủũụÙÚỦŨỤ])[yY])|"
    "(?P<new>(?<=[oO])[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<=[uU])[ỳýỷỹỵỲÝỶỸỴ]))(?<![qQ]..)(?!\\w)"
)
_NEWER = tuple(first + second for first, seconds in (("o", "àáảãạèéẻẽẹ"), ("u", "ỳýỷỹỵ")) for second in seconds)
"""What a text must hold, in small letters, to be worth the look: most articles keep to the older placement."""
_ABBREVIATED = re.compile(r"(?<!\w)(?:(?P<comrade>[Đđ]\s?/\s?[Cc]\.?)|(?P<city>T[Pp]\.?\s?HCM))(?!\w)")
_COURTESY = ("Đ/c", "đ/c", "Đ/C", "đ/C", "HCM")
_PUNCTUATION = (
    ("end", ("./.", ". /", "/ ."), re.compile(r"\.\s?/\s?\.(?!\.)")),
    ("dots", ("..", ",.", ";."), re.compile(r"[.,;]{2,}(?<![./][.][.])(?![/.,;])")),
    ("blanks", ("  ", "\t"), re.compile(r"[ \t]{2,}(?<=\S[ \t]{2})(?=\S)|(?<=\S)[ \t]{2,}(?=\S)")),
    ("before", (" ,", " ;", " :", " !", " ?", " ."), re.compile(r" [,;:!?.](?=\s)(?<=\w..)")),
    ("after", (",",), re.compile(r",(?<=[a-zà-ỹđ],)(?=[a-zà-ỹđ])")),
)
"""Each fault with what a text must hold for it, and its pattern."""
_DOUBLED = re.compile(r"\.{2}[,;]?|[,;]\.{1,2}|\.{4,}|[,;]\.{4,}")
"""Signs that stand twice; three points, and three after a comma, are usual."""
_CODE = re.compile(r"^(?: {4}|\t|\||```|~~~)|https?://|\]\(")
"""From here on the signs of a line are none of a sentence: in code, in an address."""
_TAG = re.compile(r"<[A-Za-z][^<>]{0,2000}>")
_LONGEST_TAG = 2000
TYPOS = dict(
    pair.split("=")
    for pair in (
        "vận dộng=vận động|bổ xung=bổ sung|xử dụng=sử dụng|sát nhập=sáp nhập|nổ lực=nỗ lực|cũng cố=củng cố|"
        "lảnh đạo=lãnh đạo|hướng dẩn=hướng dẫn|xuất xắc=xuất sắc|suất sắc=xuất sắc|năng xuất=năng suất|"
        "kỹ niệm=kỷ niệm|chia sẽ=chia sẻ|giúp đở=giúp đỡ|mạnh mẻ=mạnh mẽ|nghành=ngành|chuẩn đoán=chẩn đoán|"
        "thăm quan=tham quan|triễn khai=triển khai|Ban Chấp Đảng=Ban Chấp hành Đảng|hiệu qủa=hiệu quả|"
        "sữa chữa=sửa chữa|chổ ở=chỗ ở|đãm bảo=đảm bảo"
    ).split("|")
)


def find_style_faults(manuscript: Manuscript, findings: Findings) -> None:
    """tone-mixed, style-abbreviation, style-punctuation, style-quotes, typo."""
    text = manuscript.text
    _find_tones(manuscript, findings)
    if any(word in text for word in _COURTESY):
        for match in _ABBREVIATED.finditer(text):
            found = "comrade" if match["comrade"] else "city"
            findings.warning("style-abbreviation", *manuscript.place(match.start()), variant=found, found=match[0])
    _find_punctuation(manuscript, findings)
    if '"' in text and "“" in text:
        place = manuscript.place(text.index('"'))
        findings.warning("style-quotes", *place)
    for wrong, right in TYPOS.items():
        if wrong in text:
            findings.warning("typo", *manuscript.place(text.index(wrong)), found=wrong, proposed=right)


def _find_tones(manuscript: Manuscript, findings: Findings) -> None:
    """Find an article that writes "ủy" here and "uỷ" there; the first word in the newer placement is pointed at.

    Names do not count: their bearers decide how they are written.
    """
    lower = manuscript.text.lower()
    if not any(pair in lower for pair in _NEWER):
        return
    text, first = manuscript.text, dict[str, tuple[int, str]]()
    for match in _TONES.finditer(text):
        kind = match.lastgroup or ""
        if kind not in first and not IN_NAME.match(text, start := _start_of_word(text, match.start())):
            first[kind] = match.start(), text[start : match.end()]
    if len(first) > 1:
        place, found = first["new"]
        findings.warning("tone-mixed", *manuscript.place(place), found=found, proposed=place_tones(found))


def _start_of_word(text: str, at: int) -> int:
    while at and (text[at - 1].isalnum() or text[at - 1] == "_"):
        at -= 1
    return at


def _find_punctuation(manuscript: Manuscript, findings: Findings) -> None:
    text = manuscript.text
    for kind, signs, pattern in _PUNCTUATION:
        if not any(sign in text for sign in signs):
            continue
        line_end = code = -1
        found = 0
        for match in pattern.finditer(text):
            if kind == "dots" and not _DOUBLED.fullmatch(match[0]):
                continue
            if match.start() > line_end:
                line_end, code = _find_code(text, match.start())
            if match.start() >= code or _is_in_tag(text, match.start()):
                continue
            shown = match[0].strip() or "␣␣"
            findings.warning("style-punctuation", *manuscript.place(match.start()), variant=kind, found=shown)
            found += 1
            if found == MOST_OF_A_RULE:
                break


def _find_code(text: str, at: int) -> tuple[int, int]:
    """Return (end of the line around a place, where its signs are no longer those of sentences)."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    end = len(text) if end < 0 else end
    code = _CODE.search(text[start:end])
    return end, start + code.start() if code else end


def _is_in_tag(text: str, at: int) -> bool:
    """Tell whether a place lies within a tag of HTML, which is short."""
    start = text.rfind("<", max(0, at - _LONGEST_TAG), at)
    tag = _TAG.match(text, start) if start >= 0 else None
    return tag is not None and tag.end() > at

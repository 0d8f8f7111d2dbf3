"""Vietnamese text of the years before Unicode: TCVN3 (fonts .VnTime) and VNI (fonts VNI-Times).

Sources: TCVN 5712:1993, encoding 3 (VN3); the code table of VNI for Windows. Both show their letters as others of
Windows-1252, so a text in them is valid Unicode and still unreadable.
"""

from __future__ import annotations

import re
import unicodedata

from bantin.text.syllables import share_of_syllables

_TCVN3_CODES = (
    "¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ ­ư ®đ µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ Ìè Îẻ Ïẽ Ðé Ñẹ Òề Óể Ôễ "
    "Õế Öệ ×ì Øỉ "
    "Üĩ Ýí Þị ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ"
)
_TCVN3 = {ord(pair[0]): pair[1] for pair in _TCVN3_CODES.split()}
_VNI_ALONE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "ñ": "đ", "î": "ỵ"}
_BREVE, _CIRCUMFLEX = "\u0306", "\u0302"
_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_VNI_MARKS = {
    "ù": _ACUTE,
    "ø": _GRAVE,
    "û": _HOOK,
    "õ": _TILDE,
    "ï": _DOT,
    "â": _CIRCUMFLEX,
    "á": _CIRCUMFLEX + _ACUTE,
    "à": _CIRCUMFLEX + _GRAVE,
    "å": _CIRCUMFLEX + _HOOK,
    "ã": _CIRCUMFLEX + _TILDE,
    "ä": _CIRCUMFLEX + _DOT,
    "ê": _BREVE,
    "é": _BREVE + _ACUTE,
    "è": _BREVE + _GRAVE,
    "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}
_VNI = re.compile(r"([aeouyôöAEOUYÔÖ])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])|[íìæóòôöñîÍÌÆÓÒÔÖÑÎ]")
_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
"""Letters that no old encoding shows as: a line with one of them is Unicode already."""
_UNREADABLE = 0.75
"""Share of syllables below which a line is no Vietnamese as it stands; names and foreign words leave more."""
_READABLE = 0.85
"""Share of syllables that a conversion must reach to be believed."""
_EVIDENCE = 3
"""Different words, each of two letters or more, that a conversion must change in a whole text.

One or two are foreign words that happen to fit, told twice where the text repeats its title.
"""


def from_tcvn3(text: str) -> str:
    """Return TCVN3 text (its bytes seen as Windows-1252 or Latin-1) in Unicode, NFC."""
    return "\n".join(_raise_capitals(line.translate(_TCVN3)) for line in text.split("\n"))


def _raise_capitals(line: str) -> str:
    """Return a line of a capitals' font (.VnTimeH) in capitals: it shows the codes of small letters as large ones."""
    plain = [letter for letter in line if letter.isascii() and letter.isalpha()]
    return line.upper() if len(plain) > 5 and sum(map(str.isupper, plain)) > 0.9 * len(plain) else line  # noqa: PLR2004


def from_vni(text: str) -> str:
    """Return VNI text (its bytes seen as Windows-1252) in Unicode, NFC."""
    return unicodedata.normalize("NFC", _VNI.sub(_read_vni, text))


def _read_vni(match: re.Match[str]) -> str:
    base, mark = match[1], match[2]
    if base is None:
        return _vni_letter(match[0])
    return _vni_letter(base) + _VNI_MARKS[mark.lower()]


def _vni_letter(letter: str) -> str:
    plain = _VNI_ALONE.get(letter.lower(), letter.lower())
    return plain.upper() if letter.isupper() else plain


def find_legacy(text: str) -> tuple[int, str] | None:
    """Return the first line (from 1) of a text that is in an old encoding throughout, and "tcvn3" or "vni"."""
    if text.isascii() or _UNICODE.search(text):
        return None
    # A key of front matter is no Vietnamese in any encoding.
    lines = (line.partition(": ")[2] or line for line in text.split("\n"))
    restored = [(number, line, *restore_line(line)) for number, line in enumerate(lines, 1)]
    found = [(number, name) for number, _, _, name in restored if name]
    words = (pair for _, line, other, _ in restored for pair in zip(line.split(), other.split(), strict=False))
    changed = {old for old, new in words if old != new and len(old) > 1}
    return found[0] if len(changed) >= _EVIDENCE else None


def restore_line(line: str) -> tuple[str, str]:
    """Return (line in Unicode, "tcvn3", "vni" or '') of a line that may be in an old encoding.

    A line stays as it is unless a conversion turns what is unreadable into Vietnamese.
    """
    if line.isascii() or _UNICODE.search(line) or share_of_syllables(line) >= _UNREADABLE:
        return line, ""
    converted = ((from_tcvn3(line), "tcvn3"), (from_vni(line), "vni"))
    best, name = max(converted, key=lambda one: share_of_syllables(one[0]))
    return (best, name) if share_of_syllables(best) >= _READABLE else (line, "")

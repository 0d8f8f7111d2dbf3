"""A place as somebody types it, cut into words; and the keys by which names are compared.

Abbreviations are those of addresses and offices: P. phường, X. xã, TT. thị trấn, ĐK đặc khu, Q. quận, H. huyện,
TX. thị xã, TP. thành phố, T. tỉnh (decree 30/2020/NĐ-CP on office work knows no list; these are common usage).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from bantin.text.fold import fold

_SEPARATOR = re.compile(r"[,;()\[\]/|–—]+|\s-\s|-(?=\s)|(?<=\s)-")
_APOSTROPHE = re.compile(r"['’‘`ʼ]\s?")
_WORD = re.compile(r"[a-z0-9]+")
_GLUED = re.compile(r"(phuong|quan|dk|tp|tt|tx|[pqhx])0*(\d{1,2})")
"""A kind and a number without a blank: q1, p12, phuong3."""

COMMUNE_KINDS = {
    ("phuong",): "phường",
    ("p",): "phường",
    ("f",): "phường",
    ("xa",): "xã",
    ("x",): "xã",
    ("thi", "tran"): "thị trấn",
    ("tt",): "thị trấn",
    ("dac", "khu"): "đặc khu",
    ("dk",): "đặc khu",
    ("huyen", "dao"): "huyện",
}
"""What stands before the name of a commune; `huyện đảo` before one of the islands."""
AREA_KINDS = {
    ("quan",): "quận",
    ("q",): "quận",
    ("huyen",): "huyện",
    ("h",): "huyện",
    ("thi", "xa"): "thị xã",
    ("tx",): "thị xã",
    ("thanh", "pho"): "thành phố",
    ("tp",): "thành phố",
    ("tinh",): "tỉnh",
    ("t",): "tỉnh",
}
"""What stands before the name of a district or province."""
FILLERS = frozenset([("viet", "nam"), ("vn",), ("cu",), ("moi",), ("truoc", "day"), ("thuoc",), ("dao",)])
"""Words that change nothing: "cũ" and "mới" are said of names that live in both eras."""


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """Return the letters and digits of a name without diacritics, blanks and marks: "Cư M'gar" gives cumgar.

    Numbers lose their leading noughts: "Phường 04" is Phường 4.
    """
    return "".join(word.lstrip("0") if word.isdigit() else word for word in _WORD.findall(fold(name)))


@dataclass(frozen=True, slots=True)
class Query:
    """The words of a text, in order."""

    words: tuple[str, ...]
    """Folded."""
    typed: tuple[str, ...]
    """As typed, composed, in lower case: they tell namesakes apart that differ in diacritics only."""
    starts: frozenset[int]
    """Positions at which a part begins, between commas or brackets; the end of the text is one too."""


def read_query(text: str) -> Query:
    """Return the words of `text`."""
    words: list[str] = []
    typed: list[str] = []
    starts = {0}
    for part in _SEPARATOR.split(_APOSTROPHE.sub("", unicodedata.normalize("NFC", text))):
        for token in re.findall(r"[^\W_]+", part):
            folded = fold(token)
            glued = _GLUED.fullmatch(folded)
            pieces = [glued[1], glued[2]] if glued else [folded.lstrip("0") if folded.isdigit() else folded]
            words += pieces
            typed += pieces if glued else [token.lower()]
        starts.add(len(words))
    return Query(tuple(words), tuple(typed), frozenset(starts))

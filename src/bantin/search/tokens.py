"""A text becomes tokens as a reader would type them; `text.mjs` of the theme does the same in the browser.

tests/search/vectors.json holds both to one list of cases: a rule changed here changes there.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_IGNORED = "\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f"
"""Soft hyphens, marks of no width and combining accents stand inside words and say nothing to a folded one."""
_TOKEN = re.compile(rf"[0-9]+(?:[.,][0-9]+)+|[0-9]{{1,2}}:[0-5][0-9](?![0-9:])|[\w{_IGNORED}]+")
_SEPARATOR = re.compile(r"[.,]")
_HOUR = re.compile(r"([0-9]{1,2})(?:h|[hg:](?=[0-9]))(?:00|([0-5][0-9]))?")
"""An hour as it is typed: "22h", "7h30", "7g30", "18:30"."""
_MEASURED = re.compile(r"([0-9]+)(tr|k|m2?|m3|km2?|kg|ha|d|vnd)")
"""A number and its unit in one piece: "60tr", "512m2", "84000đ"."""
_LIKE_I = re.compile(r"(?:[hklmst]|qu)y")
"""Syllables that are written with i or with y: "kỉ niệm" and "kỷ niệm", "công ti" and "công ty"."""
_THOUSAND = 3
_LIKE_D = str.maketrans("đð", "dd")
"""Eth looks like đ and comes from old Windows keyboards."""


def tokenise(text: str) -> list[str]:
    """Return the tokens of `text`: folded syllables, words and numbers, in order."""
    return " ".join(map(_fold_piece, text.split())).split()


@lru_cache(maxsize=1 << 16)
def _fold_piece(piece: str) -> str:
    """Return the tokens of what stands between two blanks, joined by blanks.

    A language has few words, with or without a comma after them: nearly every call is answered from memory.
    """
    return " ".join(map(_fold_token, _TOKEN.findall(piece)))


def _fold_token(raw: str) -> str:
    if raw.isascii() and ("." in raw or "," in raw):
        return _fold_number(raw)
    plain = unicodedata.normalize("NFKD", raw).lower().translate(_LIKE_D)
    letters = "".join(
        letter
        if letter.isalnum() or letter == ":"
        else ""
        if unicodedata.category(letter) in {"Mn", "Mc", "Me", "Cf"}
        else " "
        for letter in plain
    )
    return " ".join(map(_settle, letters.split()))


def _settle(word: str) -> str:
    """Return a folded word as one of several spellings has it, hours and measures in their parts."""
    if parts := _HOUR.fullmatch(word):
        word = f"{parts[1]} gio {parts[2] or ''}"
    elif parts := _MEASURED.fullmatch(word):
        word = f"{parts[1]} {parts[2]}"
    elif _LIKE_I.fullmatch(word):
        word = f"{word[:-1]}i"
    return " ".join(map(_strip_zeros, word.split()))


def _strip_zeros(token: str) -> str:
    """Make one number of "02" and "2"."""
    return (token.lstrip("0") or "0") if token.isascii() and token.isdigit() else token


def _fold_number(raw: str) -> str:
    """Make one number of "30,149", "30.149" and "30149"; "3,5" is "3.5"; more parts than a number has stay apart."""
    first, *rest = _SEPARATOR.split(raw)
    if len(first) <= _THOUSAND and all(len(part) == _THOUSAND for part in rest):
        return _strip_zeros(first + "".join(rest))
    if len(rest) == 1:
        return f"{_strip_zeros(first)}.{rest[0]}"
    return " ".join(map(_strip_zeros, (first, *rest)))

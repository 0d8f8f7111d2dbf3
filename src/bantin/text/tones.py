"""Where a syllable bears its tone mark: "hòa", "Thùy", "ủy" (the older placement) and not "hoà", "Thuỳ", "uỷ".

Both are correct Vietnamese; the older one stands in most texts of state offices. The rule: a letter with a mark of its
own (ă â ê ô ơ ư) bears the tone, the last where there are two; else the last vowel before a final consonant; else the
middle one of three, the first of two. The u of qu and the i of gi before a vowel belong to the consonant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from bantin.text.alphabet import UPPER

TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
"""Huyền, sắc, ngã, hỏi, nặng as combining marks."""

_WORD = re.compile(r"[^\W\d_]+")
_SYLLABLE = re.compile(
    r"(ngh?|nh|ch|gh|gi(?=[aăâeêioôơuưy])|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?"
    r"([aăâeêioôơuưy]{1,3})"
    r"(ch|nh|ng|[cmnpt])?",
)
_MARKED = "ăâêôơư"
_THREE = 3
IN_NAME = re.compile(rf"(?<!\w)(?!(?i:uỷ|ủy) (?i:ban|viên)(?!\w))[{UPPER}]\w*")
"""A word with a capital, which may belong to a name; "Uỷ ban" and "Uỷ viên" name nobody."""


def place_tones(text: str) -> str:
    """Return `text`, composed, with the tone marks of its Vietnamese syllables where the older placement puts them.

    What is no Vietnamese syllable, or bears more than one tone, stays as it is.
    """
    return _WORD.sub(lambda match: _place_tone(match[0]), unicodedata.normalize("NFC", text))


def place_tones_of_prose(text: str, names: Iterable[str]) -> str:
    """Return `text` as `place_tones` does, but for names: persons and firms write theirs as they like.

    What may belong to a name (`IN_NAME`) stays, but where `names` know the whole name in the older placement.
    """
    composed = unicodedata.normalize("NFC", text)
    placed, at = "", 0
    for match in IN_NAME.finditer(composed):
        placed += place_tones(composed[at : match.start()]) + match[0]
        at = match.end()
    placed += place_tones(composed[at:])
    older = place_tones(placed)
    for name in names:
        at = older.find(name)
        while at >= 0:
            if _is_bounded(older, at, at + len(name)):
                placed = placed[:at] + name + placed[at + len(name) :]
            at = older.find(name, at + 1)
    return placed


def _is_bounded(text: str, start: int, end: int) -> bool:
    return not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()


@lru_cache(maxsize=16384)
def _place_tone(word: str) -> str:
    if word.isascii():
        return word
    marks = unicodedata.normalize("NFD", word)
    tones = [mark for mark in marks if mark in TONES]
    letters = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES))
    match = _SYLLABLE.fullmatch(letters.lower()) if len(tones) == 1 else None
    if not match:
        return word
    at = match.start(2) + _find_bearer(match[2], has_final=bool(match[3])) + 1
    return unicodedata.normalize("NFC", letters[:at] + tones[0] + letters[at:])


def _find_bearer(vowels: str, *, has_final: bool) -> int:
    """Return which of the vowels of a syllable bears its tone."""
    marked = [index for index, letter in enumerate(vowels) if letter in _MARKED]
    if marked:
        return marked[-1]
    if has_final:
        return len(vowels) - 1
    return 1 if len(vowels) == _THREE else 0

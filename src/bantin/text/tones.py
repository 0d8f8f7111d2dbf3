"""Where a syllable bears its tone mark: "hòa", "Thùy", "ủy" (the older placement) and not "hoà", "Thuỳ", "uỷ".

Both are correct Vietnamese; the older one stands in most texts of state offices. The rule: a letter with a mark of its
own (ă â ê ô ơ ư) bears the tone, the last where there are two; else the last vowel before a final consonant; else the
middle one of three, the first of two. The u of qu and the i of gi before a vowel belong to the consonant.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

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


def place_tones(text: str) -> str:
    """Return `text`, composed, with the tone marks of its Vietnamese syllables where the older placement puts them.

    What is no Vietnamese syllable, or bears more than one tone, stays as it is.
    """
    return _WORD.sub(lambda match: _place_tone(match[0]), unicodedata.normalize("NFC", text))


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

"""Vietnamese syllables: whether letters can be one. Source: the spelling rules of the school grammar (onset, rhyme)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bantin.text.tones import TONES

_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|th|tr|ch|kh|ph|gh|gi|qu|[bcdđghklmnprstvx])?"
    r"(?:"
    r"(?:iê|yê|uyê|uô|ươ|oa|oă|oe|uâ|uê|uy|oo|[aăâeêioôơuưy])(?:ch|ng|nh|[cmnpt])"
    r"|(?:oai|oay|oao|oeo|uây|uôi|ươi|ươu|iêu|yêu|uya|uyu|uai|uay"
    r"|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oa|oe|oi|ôi|ơi|ua|uâ|uê|ui|uơ|uy|ưa|ưi|ưu|ya|[aeêioôơuưy])"
    r")"
)
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_ABBREVIATION = 7
"""Letters: UBMTTQ, UBMTTQVN are written on; words in capitals of this length say nothing about an encoding."""


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Tell whether `word` (any case, NFC) is spelt as a Vietnamese syllable may be: onset, rhyme, at most one tone."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = sum(mark in TONES for mark in letters)
    bare = unicodedata.normalize("NFC", "".join(mark for mark in letters if mark not in TONES))
    return tones <= 1 and _SYLLABLE.fullmatch(bare) is not None


def share_of_syllables(text: str) -> float:
    """Return which part of the words of `text` (by letters, 0 to 1) are Vietnamese syllables; 1 for no words."""
    words = [word for word in _WORD.findall(text) if not _is_abbreviation(word)]
    total = sum(map(len, words))
    return sum(len(word) for word in words if is_syllable(word)) / total if total else 1.0


def _is_abbreviation(word: str) -> bool:
    return len(word) <= _LONGEST_ABBREVIATION and word.isupper() and word.replace("Đ", "D").isascii()

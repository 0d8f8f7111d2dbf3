"""Names of persons: when two spellings are one name, and how a directory orders them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from bantin.text.tones import TONES


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Return what equal names share: Unicode form, case, blanks and the place of the tone mark do not count.

    "Lý Thùy Giang" and "Lý Thuỳ  Giang" have one key: a syllable carries one tone, wherever it is written.
    """
    return " ".join(_syllable_key(syllable) for syllable in unicodedata.normalize("NFD", name.casefold()).split())


def _syllable_key(syllable: str) -> str:
    letters = "".join(mark for mark in syllable if mark not in TONES)
    tones = "".join(sorted(mark for mark in syllable if mark in TONES))
    return unicodedata.normalize("NFC", letters) + tones


def given_name(name: str) -> str:
    """Return the last word, by which Vietnamese directories order persons."""
    return (name.split() or [""])[-1]

"""Text as a reader types it without diacritics."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter.replace("đ", "d").replace("Đ", "d").lower())
    return "".join(mark for mark in base if not unicodedata.combining(mark))


def fold(text: str) -> str:
    """Return `text` in lower case without diacritics, đ as d: "Bến Cát" gives "ben cat"."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_letter, unicodedata.normalize("NFC", text)))

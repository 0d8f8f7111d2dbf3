"""Vietnamese order of words after CLDR's collation for `vi`.

Source: Unicode CLDR, common/collation/vi.xml: ă, â, đ, ê, ô, ơ, ư are letters of their own; tones differ only
where the letters are equal, in the order ngang, huyền, hỏi, ngã, sắc, nặng; then lower case before upper case.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTER_MARKS = {"\u0306": 1, "\u0302": 2, "\u031b": 3}
"""Breve, circumflex, horn: they make a letter (a < ă < â, o < ô < ơ)."""
_TONE_ORDER = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}

SortKey = tuple[tuple[tuple[int, str, int], ...], tuple[int, ...], str, str]


@lru_cache(maxsize=4096)
def _weigh(letter: str) -> tuple[tuple[tuple[int, str, int], ...], tuple[int, ...]]:
    """Return the primary and the secondary weights of one composed letter."""
    if letter in "đĐ":
        return ((2, "d", 1),), (0,)
    base, *marks = list(unicodedata.normalize("NFD", letter.lower()))
    group = 2 if base.isalpha() else 1 if base.isdigit() else 0
    primary = (group, base, max((_LETTER_MARKS.get(mark, 0) for mark in marks), default=0))
    secondary = max((_TONE_ORDER.get(mark, 0) for mark in marks), default=0)
    return (primary,), (secondary,)


def sort_key(text: str) -> SortKey:
    """Return a key that sorts texts as CLDR does for Vietnamese; the order is total (ties end in code points)."""
    composed = unicodedata.normalize("NFC", text)
    primary: list[tuple[int, str, int]] = []
    secondary: list[int] = []
    for letter in composed:
        if unicodedata.combining(letter):
            continue
        letter_primary, letter_secondary = _weigh(letter)
        primary += letter_primary
        secondary += letter_secondary
    return tuple(primary), tuple(secondary), composed.swapcase(), text

"""What of a text can be found: folded syllables and adjacent pairs of them."""

from __future__ import annotations

import re
from itertools import pairwise

from bantin.text.fold import fold

_SYLLABLE = re.compile(r"[^\W_]+")


def find_terms(text: str) -> frozenset[str]:
    """Return the folded syllables of `text` and the pairs of neighbours, joined by a blank."""
    syllables = _SYLLABLE.findall(fold(text))
    pairs = (f"{one} {two}" for one, two in pairwise(syllables))
    return frozenset(syllables).union(pairs)

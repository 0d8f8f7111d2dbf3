"""What a Vietnamese syllable looks like without its marks; `syllables.mjs` of the theme holds the same pattern."""

from __future__ import annotations

import re

_SYLLABLE = re.compile(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|n|ng|ngh|nh|ph?|qu|r|s|t|th|tr|v|x)?"
    r"(?:a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?|e(?:c|ch|m|n|ng|nh|o|p|t|u)?|i(?:a|ch|m|n|nh|p|t|u|e(?:c|m|n|ng|p|t|u))?"
    r"|o(?:a(?:c|ch|i|m|n|ng|nh|o|p|t|y)?|c|e(?:n|o|t)?|i|m|n|ng|o(?:c|ng)|p|t)?"
    r"|u(?:a(?:n|ng|t|y)?|c|e(?:ch|nh)?|i|m|n|ng|o(?:c|i|m|n|ng|p|t|u)?|p|t|u|y(?:a|ch|n|nh|p|t|u|e(?:n|t))?)?"
    r"|y(?:ch|n|nh|t|e(?:m|n|ng|t|u))?)"
)


def is_syllable(folded: str) -> bool:
    """Tell whether a word without diacritics can be a Vietnamese syllable: "ca" can, "ubnd" cannot."""
    return _SYLLABLE.fullmatch(folded) is not None

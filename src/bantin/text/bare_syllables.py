"""What a Vietnamese syllable looks like without its marks; `correct.mjs` of the theme holds the same pattern."""

from __future__ import annotations

import re

_SYLLABLE = re.compile(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|n|ng|ngh|nh|ph?|qu|r|s|t|th|tr|v|x)?"
    r"(?:(?:a|e|i|o|u|y|ia|ie|oa|oe|oo|ua|ue|uo|uy|uye|ye)(?:c|ch|m|n|ng|nh|p|t)?"
    r"|(?:ai|ao|au|ay|eo|eu|ia|ieu|iu|oai|oao|oay|oeo|oi|ua|uai|uay|ui|uoi|uou|uu|uya|uyu|ya|yeu))"
)


def is_syllable(folded: str) -> bool:
    """Tell whether a word without diacritics can be a Vietnamese syllable: "ca" can, "ubnd" cannot."""
    return _SYLLABLE.fullmatch(folded) is not None

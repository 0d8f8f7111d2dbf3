"""Text cut at its punctuation: words that must not be seen are found again wherever they stand."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterator

_CUTS = (" - ", "\\n", *"<>\"“”‘’'(){}[].,;:!?…|=&#*_~`–\\")
"""Replaced one after another: four times as fast as one regular expression."""
_BLANKS = 5
"""Blanks in the shortest clause that tells one text from another: six syllables."""


def split_clauses(text: str) -> Iterator[str]:
    """Yield the clauses of a text that are long enough to be known again, in one spelling of case and blanks.

    Markup counts as punctuation, so that HTML, JSON, XML, CSV and Markdown need no parser.
    """
    for cut in _CUTS:
        text = text.replace(cut, "\n")
    for piece in text.split("\n"):
        if piece.count(" ") >= _BLANKS:
            words = piece.casefold().split()
            if len(words) > _BLANKS:
                yield " ".join(words)


def hash_clauses(text: str) -> list[int]:
    """Return the hashes of a text's clauses, each once."""
    plain = unescape(text) if "&" in text else text
    return sorted({hash_clause(clause) for clause in split_clauses(plain)})


def hash_clause(clause: str) -> int:
    """Return the hash of a clause; who finds one looks at the words before saying anything."""
    return crc32(clause.encode())

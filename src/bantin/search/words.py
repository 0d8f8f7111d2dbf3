"""Texts of a file that repeat each other's words: each word once, the texts as numbers of words.

words := varint(bytes) the words as UTF-8, joined by line feeds, the most frequent first
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bantin.search.bits import varint

if TYPE_CHECKING:
    from collections.abc import Iterable


class WordTable:
    """The words of one file; the order depends on nothing but how often each occurs."""

    def __init__(self, words: Iterable[str]) -> None:
        counts = Counter(iter(words))
        self._words = sorted(counts, key=lambda word: (-counts[word], word))
        self._numbers = {word: varint(number) for number, word in enumerate(self._words)}

    def encode(self) -> bytes:
        """Return the table itself."""
        data = "\n".join(self._words).encode()
        return varint(len(data)) + data

    def one(self, word: str) -> bytes:
        """Return the number of a word."""
        return self._numbers[word]

    def several(self, words: Iterable[str]) -> bytes:
        """Return how many words follow, and their numbers."""
        found = [self._numbers[word] for word in words]
        return varint(len(found)) + b"".join(found)

"""The documents of one term, by level: each document at one level only.

    sparse := 0 gamma(count) of each level, then the documents of each level in Rice's code
    dense  := 1 ordinal …
    ordinal := for each level, until no day is left: gamma(days at that level) and which of the days left they are, or
               where they are most of these, which are not, in Rice's code

A number is a day's number times `slots` plus an ordinal in the day. A common term stands in most articles, and days
have their first ordinals rather than their last: taken ordinal by ordinal, each level among what the levels before it
left, it costs about its entropy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin.search.bits import BitReader, gamma, rice, rice_steps, to_bytes
from bantin.search.terms import BODY, LEVELS, TITLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bantin.plan.documents import TierShape

Levels = tuple[list[int], ...]
"""For each level the numbers of documents, ascending."""

_DENSE = 16
"""Documents an ordinal from which the dense form is the shorter."""
_COMMON = 4096
_COMMON_SHARE = 4
_IS = [bytes(value == level for value in range(256)) for level in range(LEVELS + 1)]
"""Tables for bytes.translate: 1 for one level, 0 for the others."""


def is_common(count: int, articles: int) -> bool:
    """Tell whether a term of `count` documents is so common that its place tells little, and its levels cost much."""
    return count > _COMMON and count * _COMMON_SHARE > articles


def level_of(level: int, *, common: bool) -> int:
    """Return the level at which a document is kept: of a common term, title or body."""
    return BODY if common and level != TITLE else level


def simplify(levels: Levels, articles: int) -> Levels:
    """Return the documents of a term at the levels at which they are kept."""
    if not is_common(sum(map(len, levels)), articles):
        return levels
    rest = sorted(number for level, numbers in enumerate(levels) if level != TITLE for number in numbers)
    return tuple(levels[TITLE] if level == TITLE else rest if level == BODY else [] for level in range(LEVELS))


def encode_postings(levels: Levels, shape: TierShape) -> bytes:
    """Return the documents of a term in a tier of that shape."""
    if sum(map(len, levels)) > _DENSE * shape.slots:
        return to_bytes("1" + _encode_dense(levels, shape))
    counts = [gamma(len(numbers)) for numbers in levels]
    return to_bytes("".join(["0", *counts, *[rice(numbers, shape.span) for numbers in levels]]))


def decode_postings(data: bytes, shape: TierShape) -> Levels:
    """Return what `encode_postings` was given. Raises ValueError or IndexError for damaged data."""
    bits = BitReader(data)
    if bits.flag():
        return _decode_dense(bits, shape)
    counts = [bits.gamma() for _ in range(LEVELS)]
    return tuple(bits.rice(count, shape.span) for count in counts)


def _encode_dense(levels: Levels, shape: TierShape) -> str:
    taken = bytearray(shape.span)
    for level, numbers in enumerate(levels, 1):
        for number in numbers:
            taken[number] = level
    parts: list[str] = []
    for ordinal in range(shape.slots):
        left = bytes(taken[ordinal :: shape.slots])
        for level in range(1, LEVELS + 1):
            if not left:
                break
            count = left.count(level)
            is_most = 2 * count > len(left)
            told = len(left) - count if is_most else count
            rows = left.translate(_IS[level]).split(b"\0" if is_most else b"\1")[:-1]
            parts += gamma(count), rice_steps([len(row) + 1 for row in rows], told, len(left))
            left = left.replace(bytes((level,)), b"")
    return "".join(parts)


def _decode_dense(bits: BitReader, shape: TierShape) -> Levels:
    levels: Levels = tuple([] for _ in range(LEVELS))
    for ordinal in range(shape.slots):
        left: Sequence[int] = range(ordinal, shape.span, shape.slots)
        for numbers in levels:
            if not left:
                break
            count = bits.gamma()
            is_most = 2 * count > len(left)
            told = set(bits.rice(len(left) - count if is_most else count, len(left)))
            numbers += [number for place, number in enumerate(left) if (place in told) != is_most]
            left = [number for place, number in enumerate(left) if (place in told) == is_most]
    return tuple(sorted(numbers) for numbers in levels)

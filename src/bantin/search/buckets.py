"""A bucket: the postings of the terms whose hashes lie in one range.

    bucket  := varint(terms) { varint(gap to the hash before) varint(bytes of the postings) } postings …
    postings := gamma(count) of each level, then the documents of each level in Rice's code; filled up to whole bytes

The numbers of documents depend on the articles alone, so a bucket changes only with its own terms: `patch` gives what
building it from all articles would.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from bantin.search.bits import BitReader, ByteReader, gamma, rice, to_bytes, varint
from bantin.search.terms import LEVELS

HASHES = 1 << 32


class Posting(NamedTuple):
    """A document holds a term."""

    term: int
    level: int
    number: int


Postings = Mapping[int, tuple[list[int], ...]]
"""By term: for each level the documents, ascending."""


def bucket_of(term: int, buckets: int) -> int:
    """Return the bucket of a term: a function of its hash alone."""
    return term * buckets >> 32


def first_hash(bucket: int, buckets: int) -> int:
    """Return the smallest hash of a bucket."""
    return -(-bucket * HASHES // buckets)


def encode_bucket(postings: Postings, start: int, span: int) -> bytes:
    """Return the file of a bucket whose smallest hash is `start`; `span` bounds the numbers of documents."""
    head, body = [varint(len(postings))], []
    for term in sorted(postings):
        levels = postings[term]
        bits = "".join([*[gamma(len(numbers)) for numbers in levels], *[rice(numbers, span) for numbers in levels]])
        data = to_bytes(bits)
        head += varint(term - start), varint(len(data))
        body.append(data)
        start = term
    return b"".join(head + body)


def decode_bucket(data: bytes, start: int, span: int) -> dict[int, tuple[list[int], ...]]:
    """Return what `encode_bucket` was given. Raises ValueError or IndexError for a damaged file."""
    reader = ByteReader(data)
    heads = [(reader.varint(), reader.varint()) for _ in range(reader.varint())]
    postings = {}
    for gap, size in heads:
        start += gap
        bits = BitReader(reader.take(size))
        counts = [bits.gamma() for _ in range(LEVELS)]
        postings[start] = tuple(bits.rice(count, span) for count in counts)
    return postings


def patch(old: bytes, start: int, span: int, removed: Iterable[Posting], added: Iterable[Posting]) -> bytes:
    """Return the bucket without the postings `removed` and with those `added`.

    Equal to `encode_bucket` of what is left, as long as the tier's `span` stays; else the bucket must be made anew.
    """
    sets: dict[int, list[set[int]]] = defaultdict(lambda: [set() for _ in range(LEVELS)])
    for term, levels in decode_bucket(old, start, span).items():
        sets[term] = [set(numbers) for numbers in levels]
    for term, level, number in removed:
        sets[term][level].discard(number)
    for term, level, number in added:
        sets[term][level].add(number)
    left = {term: tuple(sorted(numbers) for numbers in levels) for term, levels in sets.items() if any(levels)}
    return encode_bucket(left, start, span)

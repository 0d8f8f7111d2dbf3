"""A bucket: the postings of the terms whose hashes lie in one range.

    bucket := varint(terms) { varint(gap to the hash before) varint(bytes of the postings) } postings …

What postings are stands in `search.postings`; they are filled up to whole bytes.

The numbers of documents depend on the articles alone, so a bucket changes only with its own terms: `patch` gives what
building it from all articles would.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from bantin.search.bits import ByteReader, varint
from bantin.search.postings import Levels, decode_postings, encode_postings, is_common, level_of, simplify
from bantin.search.terms import LEVELS

if TYPE_CHECKING:
    from bantin.plan.documents import TierShape

HASHES = 1 << 32


class Posting(NamedTuple):
    """A document holds a term."""

    term: int
    level: int
    number: int


Postings = Mapping[int, Levels]
"""By term."""


def bucket_of(term: int, buckets: int) -> int:
    """Return the bucket of a term: a function of its hash alone."""
    return term * buckets >> 32


def first_hash(bucket: int, buckets: int) -> int:
    """Return the smallest hash of a bucket."""
    return -(-bucket * HASHES // buckets)


def encode_bucket(postings: Postings, bucket: int, shape: TierShape) -> bytes:
    """Return the file of a bucket of a tier."""
    before = first_hash(bucket, shape.buckets)
    head, body = [varint(len(postings))], []
    for term in sorted(postings):
        data = encode_postings(simplify(postings[term], shape.articles), shape)
        head += varint(term - before), varint(len(data))
        body.append(data)
        before = term
    return b"".join(head + body)


def decode_bucket(data: bytes, bucket: int, shape: TierShape) -> dict[int, Levels]:
    """Return what `encode_bucket` has kept. Raises ValueError or IndexError for a damaged file."""
    reader, term = ByteReader(data), first_hash(bucket, shape.buckets)
    heads = [(reader.varint(), reader.varint()) for _ in range(reader.varint())]
    postings = {}
    for gap, size in heads:
        term += gap
        postings[term] = decode_postings(reader.take(size), shape)
    return postings


def patch(
    old: bytes, bucket: int, shape: TierShape, removed: Iterable[Posting], added: Iterable[Posting]
) -> bytes | None:
    """Return the bucket without the postings `removed` and with those `added`: what `encode_bucket` gives of the rest.

    None where the old bucket no longer tells that: a term in it is common no more. Raises as `decode_bucket`.
    """
    kept = decode_bucket(old, bucket, shape)
    common = {term for term, levels in kept.items() if is_common(sum(map(len, levels)), shape.articles)}
    sets: dict[int, list[set[int]]] = defaultdict(lambda: [set() for _ in range(LEVELS)])
    for term, levels in kept.items():
        sets[term] = [set(numbers) for numbers in levels]
    for term, level, number in removed:
        sets[term][level_of(level, common=term in common)].discard(number)
    for term, level, number in added:
        sets[term][level_of(level, common=term in common)].add(number)
    if any(not is_common(sum(map(len, sets[term])), shape.articles) for term in common):
        return None
    left = {term: tuple(sorted(numbers) for numbers in levels) for term, levels in sets.items() if any(levels)}
    return encode_bucket(left, bucket, shape)

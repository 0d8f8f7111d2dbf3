"""Postings come back as they were written, and a patched bucket equals one made anew."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings, strategies as st

from bantin.plan.documents import TierShape
from bantin.search.bits import BitReader, ByteReader, gamma, rice, to_bytes, varint
from bantin.search.buckets import Posting, bucket_of, decode_bucket, encode_bucket, first_hash, patch
from bantin.search.postings import decode_postings, encode_postings
from bantin.search.terms import BODY, LEVELS, NAMES, TITLE
from search.node import run_node

SHAPE = TierShape("middle", articles=4200, base=0, slots=4, span=6000, buckets=2, shift=5)
BUCKET, START = 1, 1 << 31
TERM = START + 7

seeds = st.integers(0, 2**32)
numbers = st.lists(st.integers(0, SHAPE.span - 1), unique=True, max_size=60).map(sorted)
found_places = st.dictionaries(
    st.tuples(st.integers(START, START + 40), st.integers(0, SHAPE.span - 1)), st.integers(0, LEVELS - 1), max_size=60
)
"""By term and document the level, for an article has a term once."""


def make(places: dict[tuple[int, int], int]) -> bytes:
    """Return the bucket that holds exactly these."""
    rows: dict[int, tuple[list[int], ...]] = {term: tuple([] for _ in range(LEVELS)) for term, _ in places}
    for (term, number), level in sorted(places.items()):
        rows[term][level].append(number)
    return encode_bucket(rows, BUCKET, SHAPE)


def postings(places: dict[tuple[int, int], int]) -> set[Posting]:
    """Return the same, one by one."""
    return {Posting(term, level, number) for (term, number), level in places.items()}


def draw(seed: int, count: int, levels: list[int]) -> tuple[list[int], ...]:
    """Return so many random documents of a term, at random ones of `levels`."""
    random = Random(seed)
    rows: tuple[list[int], ...] = tuple([] for _ in range(LEVELS))
    for number in sorted(random.sample(range(SHAPE.span), count)):
        rows[random.choice(levels)].append(number)
    return rows


def common(seed: int, count: int) -> dict[tuple[int, int], int]:
    """Return a term that so many documents have, at random levels."""
    random = Random(seed)
    return {(TERM, number): random.randrange(LEVELS) for number in random.sample(range(SHAPE.span), count)}


@given(numbers)
def test_numbers_come_back(found: list[int]) -> None:
    """Dense or sparse, many or none."""
    assert BitReader(to_bytes(rice(found, SHAPE.span))).rice(len(found), SHAPE.span) == found


@given(st.lists(st.integers(0, 10**6), max_size=20))
def test_counts_come_back(found: list[int]) -> None:
    """In bits and in bytes."""
    bits, data = BitReader(to_bytes("".join(map(gamma, found)))), ByteReader(b"".join(map(varint, found)))
    assert [bits.gamma() for _ in found] == found
    assert [data.varint() for _ in found] == found


@settings(max_examples=30)
@given(seeds, st.integers(0, SHAPE.span), st.lists(st.integers(0, 3), min_size=1))
def test_the_documents_of_a_term_come_back(seed: int, count: int, levels: list[int]) -> None:
    """Of one that no article has as of one that all have, at few levels or all."""
    rows = draw(seed, count, levels)
    assert decode_postings(encode_postings(rows, SHAPE), SHAPE) == rows


def test_a_browser_reads_the_documents_of_a_term() -> None:
    """The same lists, at any count and any mix of levels."""
    cases = [
        draw(count, count, levels) for count in (0, 1, 64, 65, 900, 4000, 6000) for levels in ([3], [0, 1, 2, 3, 3])
    ]
    data = [encode_bucket({TERM: rows}, BUCKET, SHAPE) for rows in cases]
    asked = [[[*bucket], START, TERM, {"span": SHAPE.span, "slots": SHAPE.slots}] for bucket in data]
    kept = [list(decode_bucket(bucket, BUCKET, SHAPE)[TERM]) for bucket in data]
    assert run_node("buckets.mjs", asked) == kept


@given(found_places, found_places, st.sets(st.integers(0, 59)))
def test_a_patched_bucket_equals_one_made_anew(
    old: dict[tuple[int, int], int], new: dict[tuple[int, int], int], kept: set[int]
) -> None:
    """Whatever goes and comes, the bytes are those of what is left."""
    now = {place: level for at, (place, level) in enumerate(old.items()) if at in kept} | new
    before, after = postings(old), postings(now)
    assert patch(make(old), BUCKET, SHAPE, before - after, after - before) == make(now)


@settings(max_examples=10)
@given(seeds, st.integers(0, 60), st.integers(0, 60))
def test_a_common_term_is_patched_where_the_bucket_still_tells_enough(seed: int, less: int, more: int) -> None:
    """Around the count from which the levels below the title are one: the same bytes, or a plain no."""
    old = common(seed, 4130)
    free = [(TERM, number) for number in range(SHAPE.span) if (TERM, number) not in old]
    new = dict(list(old.items())[less:]) | dict.fromkeys(free[:more], NAMES)
    before, after = postings(old), postings(new)
    patched = patch(make(old), BUCKET, SHAPE, before - after, after - before)
    assert patched == (make(new) if len(new) > 4096 else None)


def test_a_common_term_is_known_by_title_or_body() -> None:
    """Where a word stands in most articles of a large site, names and summary tell nothing and cost much."""
    old = {(TERM, number): number % LEVELS for number in range(4097)}
    levels = decode_bucket(make(old), BUCKET, SHAPE)[TERM]
    assert [len(found) for found in levels] == [1025, 0, 0, 3072]
    assert levels[TITLE][:3] == [0, 4, 8]
    assert levels[BODY][:3] == [1, 2, 3]


@given(found_places)
def test_a_bucket_comes_back(found: dict[tuple[int, int], int]) -> None:
    """All its terms, levels and documents."""
    decoded = decode_bucket(make(found), BUCKET, SHAPE)
    assert postings(found) == {
        Posting(term, level, number)
        for term, levels in decoded.items()
        for level, documents in enumerate(levels)
        for number in documents
    }


@pytest.mark.parametrize("buckets", [1, 3, 16, 204, 5632])
def test_every_hash_lies_in_the_bucket_whose_range_holds_it(buckets: int) -> None:
    """The ranges follow each other without a gap."""
    starts = [first_hash(bucket, buckets) for bucket in range(buckets + 1)]
    assert starts[0] == 0
    assert starts[-1] == 1 << 32
    for bucket, (first, beyond) in enumerate(pairwise(starts)):
        assert bucket_of(first, buckets) == bucket_of(beyond - 1, buckets) == bucket

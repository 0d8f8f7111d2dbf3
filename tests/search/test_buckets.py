"""Postings come back as they were written, and a patched bucket equals one made anew."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from bantin.search.bits import BitReader, ByteReader, gamma, rice, to_bytes, varint
from bantin.search.buckets import Posting, bucket_of, decode_bucket, encode_bucket, first_hash, patch
from bantin.search.terms import LEVELS

SPAN = 5000
START = 1 << 31

numbers = st.lists(st.integers(0, SPAN - 1), unique=True, max_size=60).map(sorted)
postings = st.builds(Posting, st.integers(START, START + 40), st.integers(0, LEVELS - 1), st.integers(0, SPAN - 1))


def make(found: set[Posting]) -> bytes:
    """Return the bucket that holds exactly these postings."""
    terms = {one.term for one in found}
    levels = range(LEVELS)
    rows = {
        term: tuple(sorted(one.number for one in found if one[:2] == (term, level)) for level in levels)
        for term in terms
    }
    return encode_bucket(rows, START, SPAN)


@given(numbers)
def test_numbers_come_back(found: list[int]) -> None:
    """Dense or sparse, many or none."""
    assert BitReader(to_bytes(rice(found, SPAN))).rice(len(found), SPAN) == found


@given(st.lists(st.integers(0, 10**6), max_size=20))
def test_counts_come_back(found: list[int]) -> None:
    """In bits and in bytes."""
    bits, data = BitReader(to_bytes("".join(map(gamma, found)))), ByteReader(b"".join(map(varint, found)))
    assert [bits.gamma() for _ in found] == found
    assert [data.varint() for _ in found] == found


@given(st.sets(postings, max_size=60), st.sets(postings, max_size=20), st.sets(postings, max_size=20))
def test_a_patched_bucket_equals_one_made_anew(old: set[Posting], removed: set[Posting], added: set[Posting]) -> None:
    """Whatever is taken away and added, the bytes are those of what is left."""
    assert patch(make(old), START, SPAN, removed, added) == make((old - removed) | added)


@given(st.sets(postings, max_size=60))
def test_a_bucket_comes_back(found: set[Posting]) -> None:
    """All its terms, levels and documents."""
    decoded = decode_bucket(make(found), START, SPAN)
    assert found == {
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

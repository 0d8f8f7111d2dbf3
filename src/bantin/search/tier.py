"""One range of buckets of a tier, and its blocks of cards and columns of facets."""

from __future__ import annotations

from collections import defaultdict
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from bantin.search.bits import varint
from bantin.search.buckets import Posting, bucket_of, encode_bucket, first_hash, patch
from bantin.search.cards import encode_block
from bantin.search.columns import KINDS, encode_column, facet_term, facets_of, kin_of, names_of
from bantin.search.hashes import hash_term
from bantin.search.postings import Levels
from bantin.search.terms import BODY, LEVELS, NAMES, TITLE, cut, hash_text, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bantin.plan.documents import Document, SearchRange, TierShape
    from bantin.search.lexicon import Lexicon

Hashes = dict[tuple[str, str], frozenset[int]]
"""By kind and id of an entry, hashes of terms."""
_NONE: frozenset[int] = frozenset()
EMPTY = varint(0)
"""A bucket without terms; it has no file."""
MARK = 3
"""Bytes of a content hash in a file's name. Only versions of one bucket share the rest of it, so 24 bits are enough."""


def file_name(folder: str, part: str, data: bytes) -> str:
    """Return the path of a file that is named by its content."""
    return f"{folder}{part}-{blake2b(data, digest_size=MARK).hexdigest()}.bin"


class Names(NamedTuple):
    """What wards, officials and topics give their articles."""

    said: Hashes
    """The terms of their names."""
    filed: Hashes
    """The term that narrows an answer to them."""

    def of(self, document: Document) -> set[int]:
        """Return the terms that a document has of its own wards, officials and topics."""
        said = [self.said.get(key, _NONE) for key in names_of(document)]
        filed = [self.filed.get((kind, one), _NONE) for kind in KINDS for one in facets_of(document, kind)]
        return set().union(*said, *filed)

    def of_kin(self, document: Document) -> set[int]:
        """Return the terms that it has of the wards before and after its own."""
        return set().union(*(self.said.get(key, _NONE) for key in kin_of(document)))


def hash_names(names: Iterable[tuple[str, str, tuple[str, ...]]], lexicon: Lexicon, low: int, high: int) -> Names:
    """Return the terms that wards, officials and topics give their articles, from hash `low` below `high`."""
    said, filed = Hashes(), Hashes()
    for kind, one, texts in names:
        terms = set[int]().union(*(hash_text(text, lexicon) for text in texts))
        said[kind, one] = frozenset(term for term in terms if low <= term < high)
        term = hash_term(facet_term(kind, one))
        filed[kind, one] = frozenset([term]) if low <= term < high else _NONE
    return Names(said, filed)


def invert(documents: Sequence[Document], blobs: Iterable[bytes], names: Names) -> dict[int, Levels]:
    """Return, by term, the documents at each level; `blobs` are the documents' terms, cut to a range (`terms.cut`)."""
    levels: list[defaultdict[int, list[int]]] = [defaultdict(list) for _ in range(LEVELS)]
    for document, blob in zip(documents, blobs, strict=True):
        number = document.number
        rows = unpack(blob)
        named = names.of(document).difference(rows[TITLE], rows[NAMES])
        for term in named:
            levels[NAMES][term].append(number)
        # Least prominent: who asks for an old ward means its own articles first.
        for term in names.of_kin(document).difference(named, *rows):
            levels[BODY][term].append(number)
        for postings, row in zip(levels, rows, strict=True):
            for term in row:
                if term not in named:
                    postings[term].append(number)
    none: list[int] = []
    terms: set[int] = set().union(*levels)
    return {term: tuple(found.get(term, none) for found in levels) for term in terms}


def find_postings(document: Document, blob: bytes, names: Names, low: int, high: int) -> list[Posting]:
    """Return what one document gives the terms from hash `low` below `high`; `names` hold all hashes."""
    postings = invert([document], cut(blob, [(low, high)]), names)
    return [
        Posting(term, level, number)
        for term, levels in postings.items()
        if low <= term < high
        for level, numbers in enumerate(levels)
        for number in numbers
    ]


def patch_bucket(
    shape: TierShape, bucket: int, old: bytes, removed: Iterable[Posting], added: Iterable[Posting]
) -> dict[str, bytes] | None:
    """Return the file of a bucket after some postings went and others came; no file where none is left.

    None where it must be made anew. Raises ValueError or IndexError where `old` is damaged.
    """
    data = patch(old, bucket, shape, removed, added)
    if data is None:
        return None
    return {} if data == EMPTY else dict([_named(shape, f"b{bucket}", data)])


def range_of(inputs: SearchRange) -> tuple[int, int]:
    """Return the smallest hash of a range of buckets, and the first beyond it."""
    return first_hash(inputs.low, inputs.shape.buckets), first_hash(inputs.high, inputs.shape.buckets)


def share_out(ranges: Iterable[SearchRange], blobs: Iterable[bytes]) -> list[tuple[bytes, ...]]:
    """Return, for each of some ranges of a tier, what falls to it of the terms of each of the tier's documents."""
    bounds = [range_of(inputs) for inputs in ranges]
    return list(zip(*(cut(blob, bounds) for blob in blobs), strict=True))


def write_range(inputs: SearchRange, blobs: Iterable[bytes], lexicon: Lexicon) -> dict[str, bytes]:
    """Return the files of the buckets from `inputs.low` below `inputs.high`; empty ones have none.

    `blobs`: the range's share of the terms of its documents (`share_out`).
    """
    shape = inputs.shape
    low, high = range_of(inputs)
    names = hash_names(inputs.names, lexicon, low, high)
    postings = invert(inputs.documents, blobs, names)
    by_bucket: dict[int, dict[int, Levels]] = defaultdict(dict)
    for term, found in postings.items():
        by_bucket[bucket_of(term, shape.buckets)][term] = found
    return dict(
        _named(shape, f"b{bucket}", encode_bucket(by_bucket[bucket], bucket, shape)) for bucket in sorted(by_bucket)
    )


def write_columns(shape: TierShape, documents: Sequence[Document]) -> dict[str, bytes]:
    """Return the cards and the facets of a tier."""
    files = dict(_named(shape, kind, encode_column(documents, kind, shape.span)) for kind in KINDS)
    blocks: dict[int, list[Document]] = defaultdict(list)
    for document in documents:
        blocks[document.number >> shape.shift].append(document)
    files |= dict(_named(shape, f"c{block}", encode_block(found, shape, block)) for block, found in blocks.items())
    return files


def _named(shape: TierShape, part: str, data: bytes) -> tuple[str, bytes]:
    return file_name(f"search/{shape.name}/", part, data), data

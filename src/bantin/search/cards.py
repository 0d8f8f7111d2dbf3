"""What a hit shows before its page is fetched: title, address, wards; blocks of neighbouring documents.

block := words several facets { varint(number less the one before) title address wards officials topics } …
title := several(words)
address := several(before the title's slug) varint(words shared with it) several(after it)
           several(month's folder, where it is not the date's)
facets := varint(count) 4 bytes each: the hash of the facet's term; wards, officials, topics := numbers of these
"""

from __future__ import annotations

from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from bantin.plan.search import EPOCH
from bantin.search.bits import varint
from bantin.search.columns import KINDS, facet_term
from bantin.search.hashes import hash_term
from bantin.search.words import WordTable
from bantin.text.slugs import slugify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bantin.plan.documents import Document, TierShape

_PREFIX = "tin/"


def encode_block(documents: Sequence[Document], shape: TierShape, block: int) -> bytes:
    """Return the file of the documents whose numbers begin with `block`."""
    rows = [(document, _split_address(document, shape)) for document in documents]
    words = WordTable(word for document, address in rows for word in _words(document, address))
    facets = sorted({term for document in documents for group in _facets(document) for term in group})
    places = {term: varint(place) for place, term in enumerate(facets)}
    parts, before = [words.encode(), varint(len(facets))], block << shape.shift
    parts += (term.to_bytes(4, "big") for term in facets)
    for document, address in rows:
        parts += varint(document.number - before), words.several(document.title.split())
        parts += words.several(address.before), varint(address.shared)
        parts += words.several(address.after), words.several(address.folder)
        for group in _facets(document):
            parts += varint(len(group)), *(places[term] for term in group)
        before = document.number
    return b"".join(parts)


class _Address(NamedTuple):
    before: list[str]
    """At most one word each: what the slug has before the words of the title,"""
    shared: int
    after: list[str]
    folder: list[str]


def _words(document: Document, address: _Address) -> list[str]:
    return [*document.title.split(), *address.before, *address.after, *address.folder]


def _facets(document: Document) -> list[list[int]]:
    groups = zip(KINDS, (document.wards, document.officials, document.topics), strict=True)
    return [[hash_term(facet_term(kind, one)) for one in group] for kind, group in groups]


def _split_address(document: Document, shape: TierShape) -> _Address:
    folder, _, slug = document.address.removeprefix(_PREFIX).rstrip("/").rpartition("/")
    day = date.fromordinal(document.number // shape.slots + shape.base + EPOCH)
    own, given = slug.split("-"), slugify(document.title).split("-")
    start = own.index(given[0]) if given[0] in own else len(own)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(own[start:], given, strict=False)))
    before, after = "-".join(own[:start]), "-".join(own[start + shared :])
    return _Address(_one(before), shared, _one(after), [] if folder == f"{day:%Y/%m}" else [folder])


def _one(word: str) -> list[str]:
    return [word] if word else []

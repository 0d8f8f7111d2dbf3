"""Facets of a tier: for each ward, official and topic its documents, so that hits can be counted.

column := words(ids) varint(entries) { id varint(documents) varint(bytes) } … documents of each in Rice's code
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bantin.search.bits import rice, to_bytes, varint
from bantin.search.words import WordTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bantin.plan.documents import Document

KINDS = ("ward", "official", "topic")


def facet_term(kind: str, entry_id: str) -> str:
    """Return the term of all articles filed under an entry; no token holds a colon."""
    return f"{kind[0]}:{entry_id}"


def facets_of(document: Document, kind: str) -> tuple[str, ...]:
    """Return the ids of a kind under which a document is counted."""
    return {"ward": document.filed, "official": document.officials, "topic": document.topics}[kind]


def names_of(document: Document) -> Iterator[tuple[str, str]]:
    """Yield (kind, id) of all that a document is about."""
    groups = zip(KINDS, (document.wards, document.officials, document.topics), strict=True)
    return ((kind, one) for kind, group in groups for one in group)


def kin_of(document: Document) -> Iterator[tuple[str, str]]:
    """Yield (kind, id) of the wards before and after its own, whose names find it, too."""
    return (("ward", one) for one in document.lineage if one not in document.wards)


def encode_column(documents: Sequence[Document], kind: str, span: int) -> bytes:
    """Return the file of one kind of facet; `documents` in ascending order of their numbers."""
    members: dict[str, list[int]] = defaultdict(list)
    for document in documents:
        for one in facets_of(document, kind):
            members[one].append(document.number)
    words = WordTable(members)
    parts, body = [words.encode(), varint(len(members))], []
    for one in sorted(members):
        data = to_bytes(rice(members[one], span))
        parts += words.one(one), varint(len(members[one])), varint(len(data))
        body.append(data)
    return b"".join(parts + body)

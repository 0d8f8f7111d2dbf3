"""The terms of an article: what of it can be found, and how prominent it stands.

A term is a folded syllable, a pair of neighbours, a date, or a facet; the index knows it by its hash.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import normalize

from bantin.render.markdown import plain_text
from bantin.search.dates import date_terms, publication_terms
from bantin.search.hashes import hash_phrase, hash_term, hash_tokens
from bantin.search.numbers import number_phrases
from bantin.search.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bantin.model import Article
    from bantin.search.lexicon import Lexicon

TITLE, NAMES, SUMMARY, BODY = range(4)
"""Levels, the most prominent first. Names: officials with their roles, wards, topics, byline."""
LEVELS = 4
_HEADER = 4 * LEVELS
_ALT = re.compile(r' alt="([^"]*)"')


def hash_text(text: str, lexicon: Lexicon) -> set[int]:
    """Return the hashes of the terms of `text`, those of other words for its phrases included; dates apart."""
    tokens = tokenise(text)
    found, extra = hash_tokens(tokens), set[int]()
    for before, after, phrase in lexicon.occurrences(tokens, found):
        extra |= hash_phrase(tuple(filter(None, (before, *phrase, after))))
    for phrase in number_phrases(text):
        extra |= hash_tokens(phrase)
    return found | extra


def article_terms(article: Article, html: str, lexicon: Lexicon) -> bytes:
    """Return the terms of all that stands in an article's file, packed: for each level its sorted hashes.

    `html` is the rendered body. Depends on nothing but the file and the lexicon, so the cache may keep it.
    """
    day = article.date.date()
    text = plain_text(html)
    captions = [caption for caption in _captions(article, html) if caption and caption not in text]
    fields = [article.title, "\n".join(_names(article)), article.summary, "\n".join([text, *captions])]
    seen: set[int] = set()
    levels = []
    for level, field in enumerate(fields):
        found = hash_text(field, lexicon)
        found.update(map(hash_term, date_terms(normalize("NFC", field), day)))
        if level == NAMES:
            found.update(map(hash_term, publication_terms(day)))
        found -= seen
        seen |= found
        levels.append(array("I", sorted(found)))
    return pack(levels)


def _names(article: Article) -> Iterator[str]:
    for mention in article.officials:
        yield f"{mention.role} {mention.name}"
    yield from article.byline
    if article.source:
        yield article.source.name


def _captions(article: Article, html: str) -> Iterator[str]:
    """Yield what a reader sees or hears of pictures and attachments."""
    yield from map(unescape, _ALT.findall(html))
    if article.image:
        yield from (article.image.alt, article.image.caption, article.image.credit)
    yield from (attachment.title for attachment in article.attachments)


def pack(levels: Iterable[array[int]]) -> bytes:
    """Return sorted hashes by level as one value."""
    rows = list(levels)
    return array("I", map(len, rows)).tobytes() + b"".join(row.tobytes() for row in rows)


def unpack(blob: bytes) -> list[array[int]]:
    """Return what `pack` took. Raises ValueError for anything else."""
    counts = array("I", blob[:_HEADER])
    hashes = array("I", blob[_HEADER:])
    if len(counts) != LEVELS or len(hashes) != sum(counts):
        raise ValueError("no terms")
    ends = [0]
    for count in counts:
        ends.append(ends[-1] + count)
    return [hashes[start:end] for start, end in pairwise(ends)]


def cut(blob: bytes, ranges: Iterable[tuple[int, int]]) -> list[bytes]:
    """Return, for each range, the packed terms whose hash is at least its first number and below its second."""
    rows = unpack(blob)
    return [pack(row[bisect_left(row, low) : bisect_left(row, high)] for row in rows) for low, high in ranges]

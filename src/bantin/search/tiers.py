"""One tier of the index: terms hashed into bucket files that are named by their content."""

from __future__ import annotations

import json
from collections import defaultdict
from hashlib import blake2b
from typing import TYPE_CHECKING

from bantin import urls
from bantin.search.terms import find_terms

if TYPE_CHECKING:
    from bantin.model import Card
    from bantin.plan.jobs import SearchTier

ARTICLES_A_BUCKET = 4
"""So many articles' terms fill a bucket of some kilobytes; depends on nothing but the tier's number of articles."""


def bucket_of(term: str, buckets: int) -> int:
    """Return the bucket of a term: a function of its hash alone."""
    return int.from_bytes(blake2b(term.encode(), digest_size=4).digest(), "big") % buckets


def write_tier(inputs: SearchTier, texts: tuple[str, ...]) -> dict[str, bytes]:
    """Return the files of a tier: its manifest and its buckets. `texts` are the articles' words, oldest first."""
    folder = f"search/{inputs.name}"
    buckets: list[dict[str, list[str]]] = [defaultdict(list) for _ in range(-(-len(texts) // ARTICLES_A_BUCKET))]
    documents = _number(inputs.cards)
    for number, card, text in zip(documents, inputs.cards, texts, strict=True):
        for term in find_terms(f"{card.title}\n{text}"):
            buckets[bucket_of(term, len(buckets))][term].append(number)
    files = {}
    names = []
    for bucket in buckets:
        data = _encode(dict(sorted(bucket.items())))
        names.append(f"{blake2b(data, digest_size=8).hexdigest()}.json")
        files[f"{folder}/{names[-1]}"] = data
    articles = {
        number: [urls.article(card.path), card.title] for number, card in zip(documents, inputs.cards, strict=True)
    }
    files[f"{folder}/index.json"] = _encode({"articles": articles, "buckets": names})
    return files


def _number(cards: tuple[Card, ...]) -> list[str]:
    """Return the number of each article: its day and its ordinal among the tier's articles of that day."""
    numbers: list[str] = []
    seen: dict[str, int] = defaultdict(int)
    for card in cards:
        day = f"{card.date:%Y%m%d}"
        numbers.append(f"{day}-{seen[day]}")
        seen[day] += 1
    return numbers


def _encode(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()

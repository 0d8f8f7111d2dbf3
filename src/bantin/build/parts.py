"""What earlier work left in the cache for a page or for a part of the search index."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING

from bantin.plan.documents import SearchRange
from bantin.plan.jobs import CardHtml, Parts
from bantin.search.terms import cut
from bantin.search.tier import range_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bantin.build.cache import Rows
    from bantin.plan import Job
    from bantin.plan.documents import TierShape

_CHUNK = 50
"""Articles whose terms are fetched at once."""


def find_parts(rows: Rows, jobs: Sequence[Job]) -> list[Parts | None]:
    """Return what each job needs; None where the cache has lost some of it."""
    bodies = {key: row.decode() for key, row in rows.get("body", {key for job in jobs for key in job.bodies}).items()}
    cards = {key: open_card(row) for key, row in rows.get("card", {key for job in jobs for key in job.cards}).items()}
    terms = _find_terms(rows, jobs)
    found: list[Parts | None] = []
    for job in jobs:
        try:
            own = terms[job.address] if isinstance(job.inputs, SearchRange) else ()
            found.append(Parts(tuple(bodies[key] for key in job.bodies), tuple(cards[key] for key in job.cards), own))
        except KeyError:
            found.append(None)
    return found


def open_card(row: bytes) -> CardHtml:
    """Return a card as the workers gave it."""
    return CardHtml(*json.loads(row))


def _find_terms(rows: Rows, jobs: Iterable[Job]) -> dict[str, tuple[bytes, ...]]:
    """Return the terms of the documents of each range of buckets, by its address; nothing of a tier that lacks some."""
    tiers: dict[TierShape, list[tuple[str, SearchRange]]] = defaultdict(list)
    for job in jobs:
        if isinstance(job.inputs, SearchRange):
            tiers[job.inputs.shape].append((job.address, job.inputs))
    found: dict[str, tuple[bytes, ...]] = {}
    for ranges in tiers.values():
        keys = [document.key for document in ranges[0][1].documents]
        bounds = [range_of(inputs) for _, inputs in ranges]
        try:
            blobs = [
                cut(blob, bounds)
                for start in range(0, len(keys), _CHUNK)
                for blob in _get(rows, keys[start : start + _CHUNK])
            ]
        except KeyError:
            continue
        found |= {address: terms for (address, _), terms in zip(ranges, zip(*blobs, strict=True), strict=True)}
    return found


def _get(rows: Rows, keys: Sequence[str]) -> list[bytes]:
    """Return the terms of articles, in their order. Raises KeyError where the cache has lost one."""
    found = rows.get("terms", set(keys))
    return [found[key] for key in keys]

"""What earlier work left in the cache for a page or for a part of the search index."""

from __future__ import annotations

import json
from collections import defaultdict
from contextlib import suppress
from typing import TYPE_CHECKING

from bantin.plan.documents import SearchRange
from bantin.plan.jobs import CardHtml, Parts
from bantin.search.tier import share_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
    for tier in tiers.values():
        ranges = [inputs for _, inputs in tier]
        with suppress(KeyError):
            shares = share_out(ranges, _get_terms(rows, [document.key for document in ranges[0].documents]))
            found |= {address: share for (address, _), share in zip(tier, shares, strict=True)}
    return found


def _get_terms(rows: Rows, keys: Sequence[str]) -> Iterator[bytes]:
    """Yield the terms of articles, in their order. Raises KeyError where the cache has lost one."""
    for start in range(0, len(keys), _CHUNK):
        chunk = keys[start : start + _CHUNK]
        found = rows.get("terms", set(chunk))
        yield from (found[key] for key in chunk)

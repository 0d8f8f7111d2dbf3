"""The search index between cache, workers and disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.build.workers import perform_batch
from bantin.plan.search import plan_manifest
from bantin.read.phrases import PHRASES, read_phrases
from bantin.search.lexicon import Lexicon, load_lexicon
from bantin.search.terms import cut
from bantin.search.tier import range_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bantin.build.cache import Cache
    from bantin.build.workers import Payload
    from bantin.build.writer import SiteWriter
    from bantin.plan.documents import SearchRange
    from bantin.plan.sources import Sources

_FETCH = 500
"""Articles whose terms are fetched from the cache at once."""


def read_lexicon(content: Path) -> Lexicon:
    """Return the phrases of equal meaning before all else is read: what an article gives depends on them."""
    try:
        return load_lexicon(read_phrases((content / PHRASES).read_bytes())[0])
    except OSError:
        return load_lexicon(())


def fetch_terms(
    cache: Cache, inputs: SearchRange, keys: tuple[str, ...], make: Callable[[str], bytes]
) -> Iterator[bytes]:
    """Yield the terms of each document, cut to a job's range; `make` gives what the cache has lost."""
    low, high = range_of(inputs)
    for start in range(0, len(keys), _FETCH):
        chunk = keys[start : start + _FETCH]
        found = cache.get("terms", set(chunk))
        for key in chunk:
            yield cut(found[key] if key in found else make(key), low, high)


def name_index_files(sources: Sources, payload: Payload, writer: SiteWriter) -> None:
    """Write the manifest of the index, once all other files of it are known."""
    job = plan_manifest(sources, writer.paths(urls.INDEX))
    if not writer.is_current(job):
        writer.write(job, perform_batch(payload, [(job, ())])[0])

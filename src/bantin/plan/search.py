"""The tiers of the search index. What lies in which tier is a pure function of the number of articles.

Of n listed articles in the order (date, address), `archive` holds the first whole 4,096s, `middle` the whole 64s of the
rest, `open` what remains: the newest article rewrites the smallest tier only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin.plan.jobs import SearchTier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.plan.jobs import Job
    from bantin.plan.sources import Sources

ARCHIVE_STEP, MIDDLE_STEP = 4096, 64
FOLDER = "search/"


def tier_bounds(count: int) -> tuple[int, int]:
    """Return (end of `archive`, end of `middle`) among `count` listed articles."""
    return count // ARCHIVE_STEP * ARCHIVE_STEP, count // MIDDLE_STEP * MIDDLE_STEP


def plan_search(sources: Sources) -> Iterator[Job]:
    """Yield the `open` tier, the first to be built; the others follow the same rule."""
    catalogue = sources.catalogue
    _, middle_end = tier_bounds(len(catalogue.listed))
    positions = catalogue.listed[middle_end:]
    articles = [catalogue.article(position) for position in positions]
    cards = tuple(catalogue.card(position) for position in positions)
    bodies = tuple(catalogue.entries[position].key for position in positions)
    inputs = SearchTier("open", cards, tuple(article.digest for article in articles))
    yield sources.file(f"{FOLDER}open/", inputs, bodies)

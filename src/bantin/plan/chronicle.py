"""What a list is about in time and by subject, from its own articles alone."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from bantin import urls
from bantin.plan.evidence import Month
from bantin.plan.jobs import Link

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bantin.catalogue import Catalogue

_RECENT = 200
"""Articles of which a ward's subjects are told."""
MOST_TOPICS = 8


def count_months(
    positions: Sequence[int],
    catalogue: Catalogue,
    years: Mapping[int, tuple[tuple[int, ...], ...]],
    landing: str,
) -> tuple[Month, ...]:
    """Return the months that have articles, newest first, each with the archive page on which its newest one stands.

    The address is empty where that page is not written yet: then the landing page itself shows the article.
    """
    found = []
    for key, members in groupby(positions, lambda position: catalogue.entries[position].date[:7]):
        month = list(members)
        year, pages = int(key[:4]), years.get(int(key[:4]), ())
        number = next((number for number, page in enumerate(pages, 1) if page[-1] >= month[-1]), 0)
        address = urls.archive_page(landing, year, number) if number else ""
        found.append(Month(year, int(key[5:]), len(month), address))
    return tuple(reversed(found))


def find_topics(positions: Sequence[int], catalogue: Catalogue) -> tuple[Link, ...]:
    """Return the subjects of a list's recent articles, the most frequent first."""
    topics = catalogue.registry.topics
    counted: Counter[str] = Counter()
    for position in positions[-_RECENT:]:
        keys = catalogue.entries[position].lists.split(" ")
        counted.update(key.removeprefix("topic/") for key in keys if key.startswith("topic/"))
    ordered = sorted((one for one in counted if one in topics), key=lambda one: (-counted[one], one))
    return tuple(Link(topics[one].name, urls.entity("topic", one)) for one in ordered[:MOST_TOPICS])

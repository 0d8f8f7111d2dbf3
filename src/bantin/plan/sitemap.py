"""An index of monthly sitemaps: publishing an article changes one month and the index."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bantin import urls
from bantin.plan.jobs import Sitemap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bantin.plan.jobs import Job
    from bantin.plan.sources import Sources

PAGES = "sitemap/trang.xml"
"""Pages that are no articles; without dates, so that it changes only with their number."""


def plan_sitemap(sources: Sources) -> Iterator[Job]:
    """Yield the sitemaps; none without `site_url`, for they hold absolute addresses only."""
    if not sources.settings.site_url:
        return
    catalogue = sources.catalogue
    months: dict[tuple[int, int], list[tuple[str, datetime | None]]] = defaultdict(list)
    for position in catalogue.listed:
        article = catalogue.articles[position]
        changed = max(article.date, article.updated) if article.updated else article.date
        months[article.date.year, article.date.month].append((article.path, changed))
    registry = catalogue.registry
    entries = (("ward", registry.wards), ("official", registry.officials), ("topic", registry.topics))
    # The search page asks not to be indexed.
    addresses = [urls.HOME, *(section for section in urls.SECTIONS if section != urls.SEARCH)]
    addresses += [page.address for page in sources.host.pages]
    addresses += [urls.entity(kind, one) for kind, known in entries for one in known]
    yield sources.file(PAGES, Sitemap(tuple((address, None) for address in addresses)))
    index: list[tuple[str, datetime | None]] = [(PAGES, None)]
    for month, members in sorted(months.items()):
        name = urls.month_sitemap(*month)
        if sources.wants_month(*month):
            yield sources.file(name, Sitemap(tuple((urls.article(path), changed) for path, changed in members)))
        index.append((name, max(changed for _, changed in members if changed)))
    yield sources.file(urls.SITEMAP, Sitemap(tuple(index), is_index=True))

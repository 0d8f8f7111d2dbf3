"""An index of monthly sitemaps: publishing an article changes one month and the index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.plan.jobs import Sitemap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.plan.jobs import Job
    from bantin.plan.sources import Sources

PAGES = "sitemap/trang.xml"
"""Pages that are no articles; without dates, so that it changes only with their number."""


def plan_sitemap(sources: Sources) -> Iterator[Job]:
    """Yield the sitemaps; none without `site_url`, for they hold absolute addresses only."""
    if not sources.settings.site_url:
        return
    catalogue = sources.catalogue
    registry = catalogue.registry
    entries = (("ward", registry.wards), ("official", registry.officials), ("topic", registry.topics))
    # The search page asks not to be indexed.
    addresses = [urls.HOME, *(section for section in urls.SECTIONS if section != urls.SEARCH)]
    addresses += [page.address for page in sources.host.pages]
    addresses += [urls.entity(kind, one) for kind, known in entries for one in known]
    yield sources.file(PAGES, Sitemap(tuple((address, "") for address in addresses)))
    index = [(PAGES, "")]
    for month, positions in catalogue.months.items():
        name = urls.month_sitemap(*month)
        members = [catalogue.entries[position] for position in positions]
        if sources.wants_month(*month):
            yield sources.file(name, Sitemap(tuple((urls.article(one.path), one.changed) for one in members)))
        index.append((name, max(one.changed for one in members)))
    yield sources.file(urls.SITEMAP, Sitemap(tuple(index), is_index=True))

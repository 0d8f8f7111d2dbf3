"""The values of the page of corrections and of its archive."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bantin import urls
from bantin.views.page import Page, Site, Values, day

if TYPE_CHECKING:
    from bantin.plan.syndication import Corrected, CorrectionsPage


def view_corrections(inputs: CorrectionsPage, site: Site, root: str) -> Page:
    """Return the newest corrections, or a page of a year."""
    texts = site.texts
    name = title = texts("corrections.title")
    breadcrumb: tuple[tuple[str, str], ...] = ()
    if inputs.number:
        title = texts("listing.page", name=name, year=inputs.year, number=inputs.number)
        breadcrumb = ((name, urls.CORRECTIONS),)
    newer = None
    if inputs.newer:
        key = "listing.newest" if inputs.newer == urls.CORRECTIONS else "corrections.newer"
        newer = {"href": urls.link(root, inputs.newer), "label": texts(key, name=name)}
    values: Values = {
        "title": title,
        "lead": "" if inputs.number else texts("corrections.lead"),
        "items": [_item(one, site, root) for one in inputs.corrections],
        "years": [
            {"year": year, "pages": [_page(year, number, root) for number in range(count, 0, -1)]}
            for year, count in inputs.years
        ],
        "older": {"href": urls.link(root, inputs.older), "label": texts("corrections.older")} if inputs.older else None,
        "newer": newer,
    }
    description = texts("corrections.description", site=site.settings.site_name)
    feed = None if inputs.number else urls.CORRECTIONS
    return Page("corrections", values, title, description, breadcrumb, feed=feed)


def _item(one: Corrected, site: Site, root: str) -> Values:
    return {
        "date": day(site, date.fromisoformat(one.date)),
        "title": one.title,
        "href": urls.link(root, one.address),
        "wards": list(one.wards),
        "was": one.was,
        "now": one.now,
    }


def _page(year: int, number: int, root: str) -> Values:
    return {"number": number, "href": urls.link(root, urls.archive_page(urls.CORRECTIONS, year, number))}

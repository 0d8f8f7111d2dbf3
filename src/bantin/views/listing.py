"""The values of the front page, of landing pages and of archive pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.text.slots import Slotted
from bantin.views.page import Page, Site, Values, card, cards, link, sentence

if TYPE_CHECKING:
    from bantin.plan.jobs import HomePage, ListPage, Parts

_SECTIONS = {"ward": "wards", "official": "officials", "topic": "topics", "month": "archive"}


def view_home(inputs: HomePage, site: Site, root: str, parts: Parts) -> Page:
    """Return the front page."""
    settings = site.settings
    title = inputs.title or settings.site_name
    values: Values = {
        "title": title,
        "introduction": Slotted(inputs.introduction).fill_references(inputs.references),
        "pinned": cards(site, inputs.pinned, pinned=True),
        "lead": card(site, inputs.lead) if inputs.lead else None,
        "cards": [one.card for one in parts.cards],
        "wards": [link(root, ward) for ward in inputs.wards],
        "topics": [link(root, topic) for topic in inputs.topics],
        "archive_href": urls.link(root, urls.ARCHIVE),
        "wards_href": urls.link(root, urls.WARDS),
        "topics_href": urls.link(root, urls.TOPICS),
    }
    return Page("home", values, title, inputs.description or settings.site_description, edit="index.md")


def view_list(inputs: ListPage, site: Site, root: str, parts: Parts) -> Page:
    """Return a landing page or a page of an archive."""
    texts = site.texts
    section = _SECTIONS[inputs.kind]
    name = texts("listing.month", month=inputs.title) if inputs.kind == "month" else sentence(inputs.title)
    title, breadcrumb = name, [(texts(f"sections.{section}"), urls.FOLDERS.get(inputs.kind, urls.ARCHIVE))]
    if inputs.kind == "month":
        year = inputs.landing.split("/")[1]
        breadcrumb.append((year, urls.year(int(year))))
    if inputs.number:
        key = "listing.month_page" if inputs.kind == "month" else "listing.page"
        title = texts(key, name=name, year=inputs.year, number=inputs.number)
        breadcrumb.append((name, inputs.landing))
    values: Values = {
        "title": title,
        "kicker": texts(f"sections.{section}"),
        "lead": getattr(inputs.entry, "description", "") if not inputs.number else "",
        "facts": [{**link(root, fact), "text": fact.name, "name": texts(f"facts.{key}")} for key, fact in inputs.facts],
        "cards": [] if inputs.number else [one.card for one in parts.cards],
        "headlines": [one.headline for one in parts.cards] if inputs.number else [],
        "years": _years(inputs, root),
        "older": {"href": urls.link(root, inputs.older)} if inputs.older else None,
        "newer": _newer(inputs, site, root, name),
    }
    description = texts("listing.description", name=name, site=site.settings.site_name)
    return Page("listing", values, title, description, tuple(breadcrumb))


def _years(inputs: ListPage, root: str) -> list[Values]:
    return [
        {
            "year": year,
            "pages": [
                {"number": number, "href": urls.link(root, _page_address(inputs, year, number))}
                for number in range(count, 0, -1)
            ],
        }
        for year, count in inputs.years
    ]


def _page_address(inputs: ListPage, year: int, number: int) -> str:
    if inputs.kind == "month":
        return f"{inputs.landing}{number}/"
    return urls.archive_page(inputs.landing, year, number)


def _newer(inputs: ListPage, site: Site, root: str, name: str) -> Values | None:
    if not inputs.newer:
        return None
    key = "listing.newest" if inputs.newer == inputs.landing else "listing.newer"
    return {"href": urls.link(root, inputs.newer), "text": site.texts(key, name=name)}

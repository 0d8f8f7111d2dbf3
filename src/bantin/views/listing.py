"""The values of the front page, of landing pages and of archive pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.model import Official, Ward
from bantin.text.slots import Slotted
from bantin.views.metadata import describe_list, describe_site
from bantin.views.page import Page, Site, Values, card, cards, kin, link, sentence
from bantin.views.posts import view_held, view_posts

if TYPE_CHECKING:
    from bantin.plan.jobs import HomePage, Link, ListPage, Parts

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
    description = inputs.description or settings.site_description
    metadata = describe_site(settings)
    return Page("home", values, title, description, edit="index.md", metadata=metadata, feed=urls.HOME)


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
        "facts": [_fact(key, fact, site, root) for key, fact in inputs.facts],
        "ended": _ended(inputs, site),
        "successors": kin(inputs.successors, site, root),
        "posts": view_posts(inputs.statements, site, root),
        "held": view_held(zip(inputs.entry.posts, inputs.held_in, strict=False), site)
        if isinstance(inputs.entry, Official)
        else [],
        "predecessors": kin(inputs.predecessors, site, root),
        "cards": [] if inputs.number else [one.card for one in parts.cards],
        "headlines": [one.headline for one in parts.cards] if inputs.number else [],
        "years": _years(inputs, root),
        "older": {"href": urls.link(root, inputs.older)} if inputs.older else None,
        "newer": _newer(inputs, site, root, name),
    }
    description = texts("listing.description", name=name, site=site.settings.site_name)
    feed = inputs.landing if not inputs.number and inputs.kind != "month" else None
    metadata = describe_list(inputs, site.settings, (post["label"] for post in (*values["held"], *values["posts"])))
    return Page("listing", values, title, description, tuple(breadcrumb), metadata=metadata, feed=feed)


def _fact(key: str, fact: Link, site: Site, root: str) -> Values:
    """Return a row of facts; an address with a scheme leads out of the site."""
    href = fact.address if "://" in fact.address else link(root, fact)["href"]
    return {"name": site.texts(f"facts.{key}"), "text": fact.name, "href": href}


def _ended(inputs: ListPage, site: Site) -> Values | None:
    """Return what a reader of a former ward's page must know first."""
    ward = inputs.entry
    if not isinstance(ward, Ward) or inputs.number or ward.until is None:
        return None
    name, day = sentence(ward.full_name), f"{ward.until:%d/%m/%Y}"
    return {"title": site.texts("ward_page.ended", name=name, day=day), "text": site.texts("ward_page.kept")}


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

"""The values of landing pages and of archive pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.model import Official, Topic, Ward
from bantin.text.contacts import contact_link
from bantin.views.metadata import describe_list
from bantin.views.page import Page, Site, Values, kin, link, sentence
from bantin.views.plots import plot_months, view_years
from bantin.views.posts import plot_posts, view_held, view_posts, view_seated

if TYPE_CHECKING:
    from bantin.plan.jobs import Link, ListPage, Parts

CARDS = 10
"""Articles that a landing page shows with their summaries; the others are headlines."""
_CONTACTS = ("address", "hours", "phone", "hotline", "email", "website")
_SECTIONS = {"ward": "wards", "official": "officials", "topic": "topics", "month": "archive"}


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
        "kicker": _kicker(inputs, site, section),
        "lead": getattr(inputs.entry, "description", "") if not inputs.number else "",
        **_front(inputs, site, root),
        "facts": [_fact(key, fact, site, root) for key, fact in inputs.facts],
        "ended": _ended(inputs, site),
        "successors": kin(inputs.successors, site, root),
        "posts": view_posts(inputs.statements, site, root),
        "held": view_held(zip(inputs.entry.posts, inputs.held_in, strict=False), site)
        if isinstance(inputs.entry, Official)
        else [],
        "predecessors": kin(inputs.predecessors, site, root),
        "cards": [] if inputs.number else [one.card for one in parts.cards[:CARDS]],
        "headlines": [one.headline for one in (parts.cards if inputs.number else parts.cards[CARDS:])],
        "years": _years(inputs, root),
        "older": {"href": urls.link(root, inputs.older)} if inputs.older else None,
        "newer": _newer(inputs, site, root, name),
    }
    description = texts("listing.description", name=name, site=site.settings.site_name)
    feed = inputs.landing if not inputs.number and inputs.kind != "month" else None
    metadata = describe_list(inputs, site.settings, (post["label"] for post in (*values["held"], *values["posts"])))
    return Page("listing", values, title, description, tuple(breadcrumb), metadata=metadata, feed=feed)


def _kicker(inputs: ListPage, site: Site, section: str) -> str:
    topic = inputs.entry
    is_dossier = isinstance(topic, Topic) and (topic.introduction or topic.since or topic.until)
    return site.texts("topic_page.dossier" if is_dossier else f"sections.{section}")


def _front(inputs: ListPage, site: Site, root: str) -> Values:
    """Return what only a landing page shows: whom to turn to, who is in office, what it is about, and when."""
    entry = inputs.entry if not inputs.number else None
    months = view_years(inputs.months, root, site)
    contacts = _contacts(entry, site) if isinstance(entry, Ward) else []
    seated = view_seated(inputs.seated, site, root)
    return {
        "jumps": _jumps(inputs, site, {"contacts": contacts, "seated": seated, "months": months}),
        "contacts": contacts,
        "seated": seated,
        "topics": [link(root, one) for one in inputs.topics],
        "aliases": list(entry.aliases) if isinstance(entry, Official) else [],
        "introduction": list(entry.introduction) if isinstance(entry, Topic) else [],
        "period": _period(entry, site) if isinstance(entry, Topic) else "",
        "plot": plot_months(inputs.months, site, entry.since if isinstance(entry, Ward) else None),
        "lanes": plot_posts(inputs.statements),
        "months": months,
    }


def _jumps(inputs: ListPage, site: Site, parts: dict[str, list[Values]]) -> list[Values]:
    """Return links to the parts of a ward's page that stand below its news on a phone."""
    if inputs.kind != "ward":
        return []
    return [
        {"name": site.texts(key), "href": f"#{anchor}"}
        for part, key, anchor in (
            ("contacts", "contacts.title", "lien-he"),
            ("seated", "seated.title", "duong-nhiem"),
            ("months", "listing.months", "theo-thang"),
        )
        if parts[part]
    ]


def _contacts(ward: Ward, site: Site) -> list[Values]:
    found = ((key, getattr(ward.contacts, key)) for key in _CONTACTS)
    return [
        {"name": site.texts(f"contacts.{key}"), "text": text, "href": contact_link(key, text) or None}
        for key, text in found
        if text
    ]


def _period(topic: Topic, site: Site) -> str:
    """Return the days of a dossier as far as they are known."""
    since, until = (f"{day:%d/%m/%Y}" if day else "" for day in (topic.since, topic.until))
    key = "both" if since and until else "since" if since else "until" if until else ""
    return sentence(site.texts(f"posts.{key}", since=since, until=until)) if key else ""


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

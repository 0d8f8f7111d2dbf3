"""What every page has, and the small values that views share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bantin import urls
from bantin.views.metadata import NOTHING, Metadata

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from bantin.messages import Messages
    from bantin.model import Card, CardWard, Settings, Ward
    from bantin.plan.evidence import Kin
    from bantin.plan.jobs import Link

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Site:
    """What all views may know besides their inputs; every job depends on it."""

    settings: Settings
    texts: Messages


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is rendered."""

    layout: str
    """Name of the template below theme/layouts/."""
    values: Values
    """What the template gets as `page`."""
    title: str
    description: str = ""
    breadcrumb: tuple[tuple[str, str], ...] = ()
    """(name, address) of the pages above; the page itself is not among them."""
    edit: str = ""
    """Path below content/ of the file that an editor changes to change the page."""
    lang: str = ""
    is_indexed: bool = True
    """Whether search engines may list it."""
    metadata: Metadata = NOTHING
    """What it tells machines beside that."""
    feed: str | None = None
    """Address of the landing page beside which its feeds stand, None for a page without any."""


def sentence(text: str) -> str:
    """Return `text` with a capital first letter and the rest untouched: "phường Bến Cát" heads a page as "Phường …"."""
    return text[:1].upper() + text[1:]


def day(site: Site, instant: datetime | date, *, has_time: bool = False) -> Values:
    """Return a date for `<time>`: machine form and text."""
    iso = instant.isoformat() if has_time else instant.isoformat()[:10]
    return {"iso": iso, "text": site.texts.day(instant, has_time=has_time)}  # type: ignore[arg-type]


def card(site: Site, value: Card, *, pinned: bool = False) -> Values:
    """Return a card; its links start with `urls.ROOT`."""
    image = None
    if value.image:
        path, alt, width, height = value.image
        image = {"src": urls.ROOT + path, "alt": alt, "width": width, "height": height}
    return {
        "href": urls.ROOT + urls.article(value.path),
        "title": value.title,
        "date": {"iso": value.date.isoformat()[:10], "text": site.texts("dates.short", at=value.date)},
        "wards": [_card_ward(site, ward) for ward in value.wards],
        "summary": value.summary,
        "image": image,
        "pinned": pinned,
        "lang": value.lang,
    }


def _card_ward(site: Site, ward: CardWard) -> Values:
    """Return the ward of a card; of a former one also what it lay in."""
    then = ward_then(site, ward.then, is_split=ward.is_split)
    return {"name": ward.name, "href": urls.ROOT + urls.entity("ward", ward.id), "then": then}


def ward_then(site: Site, place: str, *, is_split: bool) -> str:
    """Return what a ward that has come to an end lay in, '' for one of today (`place` is '')."""
    key = "card.split" if is_split else "card.then"
    return site.texts(key, place=place) if place else ""


def cards(site: Site, values: Iterable[Card], *, pinned: bool = False) -> list[Values]:
    """Return cards in their order."""
    return [card(site, value, pinned=pinned) for value in values]


def link(root: str, value: Link) -> Values:
    """Return a link for templates; without an address its `href` is None."""
    return {"name": value.name, "href": urls.link(root, value.address) if value.address else None, "note": value.note}


def kin(values: Iterable[Kin], site: Site, root: str) -> list[Values]:
    """Return wards before or after another one, each with its place and whether it is only a part."""
    found = []
    for one in values:
        part = site.texts("lineage.part" if one.is_part else "lineage.whole")
        note = site.texts("lineage.note", place=one.place, part=part)
        found.append({"name": sentence(one.name), "href": urls.link(root, one.address), "note": note})
    return found


def ward_link(root: str, ward: Ward) -> Values:
    """Return a ward with its kind, leading to its page."""
    return {"name": ward.full_name, "href": urls.link(root, urls.entity("ward", ward.id))}

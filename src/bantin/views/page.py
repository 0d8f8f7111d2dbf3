"""What every page has, and the small values that views share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bantin import urls
from bantin.views.metadata import NOTHING, Metadata
from bantin.views.picture import Values, view_picture

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from bantin.messages import Messages
    from bantin.model import Card, CardWard, Settings, Ward
    from bantin.plan.evidence import Kin
    from bantin.plan.jobs import Link

__all__ = ["Page", "Site", "Values", "card", "cards", "day", "foreign", "kin", "link", "sentence", "ward_link"]


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
    pictures: tuple[Values, ...] = ()
    """Of the component `picture`, in the order of their places in a text (`views.picture.place`)."""
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
    short = site.texts("dates.short", at=instant)
    return {"iso": iso, "text": site.texts.day(instant, has_time=has_time), "short": short}  # type: ignore[arg-type]


def card(site: Site, value: Card, *, pinned: bool = False) -> Values:
    """Return a card; its links start with `urls.ROOT`."""
    return {
        "href": urls.ROOT + urls.article(value.path),
        "title": value.title,
        "date": {"iso": value.date.isoformat()[:10], "text": site.texts("dates.short", at=value.date)},
        "wards": [_card_ward(site, ward) for ward in value.wards],
        "summary": value.summary,
        "image": view_picture(*value.image, urls.ROOT) if value.image else None,
        "pinned": pinned,
        "lang": foreign(site, value.lang),
    }


def _card_ward(site: Site, ward: CardWard) -> Values:
    """Return the ward of a card; of a former one also what it lay in."""
    then = ward_then(site, ward.then, is_split=ward.is_split)
    return {"name": ward.name, "href": urls.ROOT + urls.entity("ward", ward.id), "then": then}


def foreign(site: Site, lang: str) -> str | None:
    """Return the language of an article where it is another one than the site's."""
    return lang if lang and lang != site.settings.language else None


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
        found.append(
            {"name": sentence(one.name), "href": urls.link(root, one.address), "note": note, "is_part": one.is_part}
        )
    return found


def ward_link(root: str, ward: Ward) -> Values:
    """Return a ward with its kind, leading to its page."""
    return {"name": ward.full_name, "href": urls.link(root, urls.entity("ward", ward.id))}

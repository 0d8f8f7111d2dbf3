"""The values of an article's page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bantin import urls
from bantin.text.contacts import contact_link
from bantin.views.metadata import describe_article
from bantin.views.page import Page, Site, Values, day, foreign, kin, link, sentence, ward_link
from bantin.views.picture import view_picture
from bantin.views.qr import draw_qr
from bantin.views.references import fill_references
from bantin.views.share import share_links

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bantin.model import Article, Ward
    from bantin.plan.evidence import Kin
    from bantin.plan.jobs import ArticlePage, Link, Parts

_KILO = 1024
_TAGS = re.compile(r"<[^>]*>")
_SYLLABLES_A_MINUTE = 230
"""Vietnamese is written in syllables; newspapers reckon with about this many."""


def view_article(inputs: ArticlePage, site: Site, root: str, parts: Parts) -> Page:
    """Return the page of one article; of a withdrawn one only the notice."""
    article = inputs.article
    withdrawn = _withdrawal(inputs, site)
    image = None if withdrawn else _image(inputs, root)
    text = parts.bodies[0] if parts.bodies else ""
    body, pictures = fill_references(text, inputs.references, root, is_top=image is None)
    values: Values = {
        **_head(inputs, site, root),
        **_ways_on(inputs, site, root, parts),
        "summary": article.summary if article.has_summary and not withdrawn else "",
        "image": image,
        "body": body,
        "minutes": _minutes(text) if text else 0,
        "officials": [] if withdrawn else _officials(inputs, root),
        "source": {"name": article.source.name, "url": article.source.url or None} if article.source else None,
        "attachments": _attachments(inputs, site, root),
        "corrections": [] if withdrawn else _corrections(article, site),
        "withdrawn": withdrawn,
        "expired": day(site, article.expires) if inputs.is_expired and article.expires else None,
    }
    ward = inputs.wards[0]
    home = (sentence(ward.full_name), urls.entity("ward", ward.id))
    breadcrumb = ((site.texts("sections.wards"), urls.WARDS), home)
    summary = withdrawn["reason"] if withdrawn else article.summary
    told = (article.title, str(summary), breadcrumb, article.path, values["lang"] or "")
    metadata = describe_article(inputs, site.settings)
    return Page("article", values, *told, is_indexed=withdrawn is None, pictures=pictures, metadata=metadata)


def _withdrawal(inputs: ArticlePage, site: Site) -> Values | None:
    told = inputs.article.withdrawn if inputs.article.status == "withdrawn" else None
    return {"date": day(site, told.date), "reason": told.reason} if told else None


def _corrections(article: Article, site: Site) -> list[Values]:
    return [{"date": day(site, one.date), "was": one.was, "now": one.now} for one in article.corrections]


def _older(older: Link, site: Site, root: str) -> Values:
    return link(root, older) | {"lang": foreign(site, older.lang)}


def _head(inputs: ArticlePage, site: Site, root: str) -> Values:
    """Return what an article is about, when and where."""
    article = inputs.article
    return {
        "title": article.title,
        "lang": foreign(site, article.lang),
        "date": day(site, article.date, has_time=article.has_time),
        "updated": day(site, article.updated) if article.updated else None,
        "event_date": day(site, article.event_date) if article.event_date else None,
        "byline": list(article.byline),
        "wards": [ward_link(root, ward) for ward in inputs.wards],
        "then": _then(inputs, site, root),
        "places": [_place(ward, heirs, site, root) for ward, heirs in zip(inputs.wards, inputs.heirs, strict=True)],
    }


def _ways_on(inputs: ArticlePage, site: Site, root: str, parts: Parts) -> Values:
    """Return where a reader goes from here, and how the article goes to others."""
    article, settings = inputs.article, site.settings
    is_shared = bool(settings.site_url) and article.status != "withdrawn"
    address = urls.absolute(settings.site_url, urls.article(article.path)) if is_shared else ""
    return {
        "topics": [
            {"name": topic.name, "href": urls.link(root, urls.entity("topic", topic.id))} for topic in inputs.topics
        ],
        "share": share_links(article.title, address, site),
        "site_name": settings.site_name,
        "address": address,
        "qr": draw_qr(address) if address and settings.qr_codes else None,
        "related": [one.headline for one in parts.cards],
        "older": _older(inputs.older, site, root) if inputs.older else None,
        "newer": ward_link(root, inputs.wards[0]),
    }


def _then(inputs: ArticlePage, site: Site, root: str) -> list[Values]:
    """Return, for each ward that has come to an end, what it was and what became of it."""
    found = []
    for ward, heirs in zip(inputs.wards, inputs.heirs, strict=True):
        if ward.is_former:
            was = ", ".join(part for part in (ward.full_name, ward.district or ward.province) if part)
            key = "then.part" if ward.is_split else "then.now"
            now = [{"name": one.name, "href": urls.link(root, one.address)} for one in heirs]
            found.append({"was": was, "label": site.texts(key) if now else "", "wards": now})
    return found


def _place(ward: Ward, heirs: Sequence[Kin], site: Site, root: str) -> Values:
    """Return a ward of the article with what helps to place and to reach it."""
    reach = next(((key, text) for key in ("hotline", "phone") if (text := getattr(ward.contacts, key))), None)
    rows: list[tuple[str, str, str | None]] = [
        ("then.place" if ward.is_former else "facts.ward.province", ward.district or ward.province, None),
        ("facts.ward.code", ward.code, None),
    ]
    if reach:
        rows.append((f"contacts.{reach[0]}", reach[1], contact_link(*reach) or None))
    return {
        **ward_link(root, ward),
        "name": sentence(ward.full_name),
        "rows": [{"name": site.texts(key), "text": text, "href": href} for key, text, href in rows if text],
        "heirs": kin(heirs, site, root),
    }


def _minutes(html: str) -> int:
    """Return how long reading takes, at least one minute."""
    tags: list[str] = _TAGS.findall(html)
    blanks = html.count(" ") + html.count("\n") - sum(tag.count(" ") for tag in tags)
    return max(1, round(blanks / _SYLLABLES_A_MINUTE))


def _image(inputs: ArticlePage, root: str) -> Values | None:
    image = inputs.article.image
    if image is None or inputs.image is None:
        return None
    picture = view_picture(inputs.image, image.alt, root, is_first=True)
    return {"picture": picture, "caption": image.caption, "credit": image.credit}


def _officials(inputs: ArticlePage, root: str) -> list[Values]:
    pairs = zip(inputs.article.officials, inputs.officials, strict=True)
    return [
        {
            "name": official.name if official and official.id == mention.name else mention.name,
            "role": mention.role,
            "href": urls.link(root, urls.entity("official", official.id)) if official else None,
        }
        for mention, official in pairs
    ]


def _attachments(inputs: ArticlePage, site: Site, root: str) -> list[Values]:
    found = []
    for attachment, (address, size) in zip(inputs.article.attachments, inputs.attachments, strict=False):
        kind = address.rpartition(".")[2].upper()
        note = site.texts("attachment.note", kind=kind, size=max(1, round(size / _KILO))) if size else kind
        found.append({"title": attachment.title, "href": urls.link(root, address), "note": note})
    return found

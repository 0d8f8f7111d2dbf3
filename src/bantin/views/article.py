"""The values of an article's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.views.page import Page, Site, Values, day, foreign, link, sentence, ward_link
from bantin.views.picture import view_picture
from bantin.views.references import fill_references

if TYPE_CHECKING:
    from bantin.plan.jobs import ArticlePage, Link, Parts

_KILO = 1024


def view_article(inputs: ArticlePage, site: Site, root: str, parts: Parts) -> Page:
    """Return the page of one article; of a withdrawn one only the notice."""
    article = inputs.article
    withdrawn = _withdrawal(inputs, site)
    image = None if withdrawn else _image(inputs, root)
    text = parts.bodies[0] if parts.bodies else ""
    body, pictures = fill_references(text, inputs.references, root, is_top=image is None)
    values: Values = {
        "title": article.title,
        "lang": foreign(site, article.lang),
        "date": day(site, article.date, has_time=article.has_time),
        "updated": day(site, article.updated) if article.updated else None,
        "event_date": day(site, article.event_date) if article.event_date else None,
        "wards": [ward_link(root, ward) for ward in inputs.wards],
        "then": _then(inputs, site, root),
        "summary": article.summary if article.has_summary and not withdrawn else "",
        "image": image,
        "body": body,
        "officials": [] if withdrawn else _officials(inputs, root),
        "topics": [
            {"name": topic.name, "href": urls.link(root, urls.entity("topic", topic.id))} for topic in inputs.topics
        ],
        "byline": list(article.byline),
        "source": {"name": article.source.name, "url": article.source.url or None} if article.source else None,
        "attachments": _attachments(inputs, site, root),
        "corrections": [{"date": day(site, one.date), "was": one.was, "now": one.now} for one in article.corrections],
        "withdrawn": withdrawn,
        "expired": day(site, article.expires) if inputs.is_expired and article.expires else None,
        "related": [one.headline for one in parts.cards],
        "older": _older(inputs.older, site, root) if inputs.older else None,
        "newer": ward_link(root, inputs.wards[0]),
    }
    ward = inputs.wards[0]
    home = (sentence(ward.full_name), urls.entity("ward", ward.id))
    breadcrumb = ((site.texts("sections.wards"), urls.WARDS), home)
    summary = withdrawn["reason"] if withdrawn else article.summary
    told = (article.title, str(summary), breadcrumb, article.path, values["lang"] or "")
    return Page("article", values, *told, is_indexed=withdrawn is None, pictures=pictures)


def _withdrawal(inputs: ArticlePage, site: Site) -> Values | None:
    told = inputs.article.withdrawn if inputs.article.status == "withdrawn" else None
    return {"date": day(site, told.date), "reason": told.reason} if told else None


def _older(older: Link, site: Site, root: str) -> Values:
    return link(root, older) | {"lang": foreign(site, older.lang)}


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

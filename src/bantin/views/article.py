"""The values of an article's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.views.metadata import describe_article
from bantin.views.page import Page, Site, Values, day, link, sentence, ward_link
from bantin.views.references import fill_references

if TYPE_CHECKING:
    from bantin.model import Article
    from bantin.plan.jobs import ArticlePage, Parts

_KILO = 1024


def view_article(inputs: ArticlePage, site: Site, root: str, parts: Parts) -> Page:
    """Return the page of one article; of a withdrawn one only the notice."""
    article = inputs.article
    withdrawn = None
    if article.status == "withdrawn" and article.withdrawn:
        withdrawn = {"date": day(site, article.withdrawn.date), "reason": article.withdrawn.reason}
    values: Values = {
        "title": article.title,
        "lang": article.lang or None,
        "date": day(site, article.date, has_time=article.has_time),
        "updated": day(site, article.updated) if article.updated else None,
        "event_date": day(site, article.event_date) if article.event_date else None,
        "wards": [ward_link(root, ward) for ward in inputs.wards],
        "then": _then(inputs, site, root),
        "summary": article.summary if article.has_summary and not withdrawn else "",
        "image": None if withdrawn else _image(inputs, root),
        "body": fill_references(parts.bodies[0], inputs.references, root) if parts.bodies else "",
        "officials": [] if withdrawn else _officials(inputs, root),
        "topics": [
            {"name": topic.name, "href": urls.link(root, urls.entity("topic", topic.id))} for topic in inputs.topics
        ],
        "byline": list(article.byline),
        "source": {"name": article.source.name, "url": article.source.url or None} if article.source else None,
        "attachments": _attachments(inputs, site, root),
        "corrections": [] if withdrawn else _corrections(article, site),
        "withdrawn": withdrawn,
        "expired": day(site, article.expires) if inputs.is_expired and article.expires else None,
        "related": [one.headline for one in parts.cards],
        "older": link(root, inputs.older) if inputs.older else None,
        "newer": ward_link(root, inputs.wards[0]),
    }
    ward = inputs.wards[0]
    breadcrumb = (
        (site.texts("sections.wards"), urls.WARDS),
        (sentence(ward.full_name), urls.entity("ward", ward.id)),
    )
    summary = str(withdrawn["reason"]) if withdrawn else article.summary
    rest = (article.path, article.lang, withdrawn is None, describe_article(inputs, site.settings))
    return Page("article", values, article.title, summary, breadcrumb, *rest)


def _corrections(article: Article, site: Site) -> list[Values]:
    return [{"date": day(site, one.date), "was": one.was, "now": one.now} for one in article.corrections]


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
    address, width, height = inputs.image
    return {
        "src": urls.link(root, address),
        "alt": image.alt,
        "caption": image.caption,
        "credit": image.credit,
        "width": width,
        "height": height,
    }


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
        note = site.texts("attachment.note", kind=kind, size=max(1, round(size / _KILO)))
        found.append({"title": attachment.title, "href": urls.link(root, address), "note": note})
    return found

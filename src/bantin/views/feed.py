"""The values of an article in a feed: read far from the site, so every address is absolute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.views.page import Site, Values, ward_then
from bantin.views.references import fill_references

if TYPE_CHECKING:
    from bantin.plan.syndication import Corrected, FeedArticle


def view_entry(entry: FeedArticle, site: Site, body: str) -> Values:
    """Return what the full text of an article in a feed consists of."""
    article, root = entry.article, site.settings.site_url
    return {
        "wards": [
            {
                "name": ward.full_name,
                "href": urls.absolute(root, urls.entity("ward", ward.id)),
                "then": ward_then(
                    site, (ward.district or ward.province) if ward.is_former else "", is_split=ward.is_split
                ),
            }
            for ward in entry.wards
        ],
        "summary": article.summary if article.has_summary else "",
        "image": _image(entry, root),
        "body": _fill(body, entry, root),
        "source": {"name": article.source.name, "href": article.source.url or None} if article.source else None,
        "attachments": [
            {"title": attachment.title, "href": urls.absolute(root, address)}
            for attachment, (address, _) in zip(article.attachments, entry.attachments, strict=True)
        ],
        "corrections": [
            {"date": site.texts("dates.short", at=one.date), "was": one.was, "now": one.now}
            for one in article.corrections
        ],
    }


def _image(entry: FeedArticle, root: str) -> Values | None:
    image = entry.article.image
    if image is None or entry.image is None:
        return None
    shown = {"src": urls.absolute(root, entry.image.path), "width": entry.image.width, "height": entry.image.height}
    return shown | {"alt": image.alt, "caption": image.caption, "credit": image.credit}


def _fill(body: str, entry: FeedArticle, root: str) -> str:
    """Return a body whose addresses are absolute, those of its notes, too; pictures in their one form."""
    targets = [target._replace(picture=None) for target in entry.references]
    own = urls.absolute(root, urls.article(entry.article.path))
    filled, _ = fill_references(body, targets, root)
    return filled.replace(' href="#', f' href="{own}#')


def view_correction(corrected: Corrected, site: Site) -> Values:
    """Return what a correction in a feed consists of."""
    return {
        "title": corrected.title,
        "href": urls.absolute(site.settings.site_url, corrected.address),
        "was": corrected.was,
        "now": corrected.now,
    }

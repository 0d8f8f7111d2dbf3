"""What a page tells machines about itself: Open Graph for messengers, schema.org for search engines.

All addresses are absolute, so a site without `site_url` tells nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bantin import urls
from bantin.plan.syndication import SHARE_SIZE, is_shown_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bantin.model import Official, Settings, Ward
    from bantin.plan.jobs import ArticlePage, ListPage

Thing = dict[str, Any]
"""A thing after schema.org, as JSON-LD has it; values that are empty are left out when it is written."""

_BODY = re.compile(
    r"(?:UBND|HĐND|UBMTTQ|MTTQ|[UỦ]y ban|Uỷ ban|Hội|Đảng|Ban|Mặt trận|Công an|Phòng|Trung tâm|Trạm|Trường|Báo|Đài|Tổ|"
    r"Văn phòng|Cổng|Nhóm|Liên đoàn|Sở|Khu phố|Phường|Xã|Đặc khu|Đoàn (?:thanh niên|TNCS|phường|xã))\b",
    re.IGNORECASE,
)
"""How the name of a body begins that stands where an author does."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself beside title and description."""

    kind: str = "website"
    """Type of Open Graph: website, article, profile."""
    things: tuple[Thing, ...] = ()
    """What the page is about."""
    picture: tuple[str, str, int, int] | None = None
    """(address below the site, alt, width, height) of the picture that messengers show."""
    published: str = ""
    """ISO 8601."""
    modified: str = ""
    """ISO 8601; empty where nothing has changed since."""


NOTHING = Metadata()


def describe_site(settings: Settings) -> Metadata:
    """Return what the front page is about."""
    site = {
        "@type": "WebSite",
        "name": settings.site_name,
        "url": settings.site_url,
        "description": settings.site_description,
        "inLanguage": settings.language,
        "publisher": publisher(settings),
    }
    return Metadata(things=(site,))


def publisher(settings: Settings) -> Thing:
    """Return who answers for the site, by whose address others in the same data may name it."""
    return {"@type": "GovernmentOrganization", "@id": settings.site_url, "name": settings.site_name}


def describe_article(inputs: ArticlePage, settings: Settings) -> Metadata:
    """Return what the page of an article is about; nothing for a withdrawn one."""
    article, root = inputs.article, settings.site_url
    if article.status == "withdrawn":
        return NOTHING
    published = article.date.isoformat()
    modified = inputs.changed if inputs.changed != published else ""
    image = inputs.image
    picture = (image.path, article.image.alt, image.width, image.height) if image and article.image else None
    thing = {
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": published,
        "dateModified": modified,
        "inLanguage": article.lang or settings.language,
        "author": [_author(name) for name in article.byline] or {"@id": root},
        "publisher": publisher(settings),
        "image": urls.absolute(root, picture[0]) if picture else "",
        "about": [
            *(
                {"@type": "Thing", "name": one.name, "url": root + urls.entity("topic", one.id)}
                for one in inputs.topics
            ),
            *_people(inputs, root),
        ],
        "contentLocation": [_place(ward, root) for ward in inputs.wards],
        "correction": [
            {"@type": "CorrectionComment", "datePublished": one.date.isoformat(), "text": f"{one.was} → {one.now}"}
            for one in article.corrections
        ],
    }
    shown = picture if is_shown_elsewhere(article) else None
    if shown is None and settings.share_pictures:
        shown = (urls.share_picture(article.path), article.title, *SHARE_SIZE)
    return Metadata("article", (thing,), shown, published, modified)


def _author(name: str) -> Thing:
    return {"@type": "Organization" if _BODY.match(name) else "Person", "name": name}


def _people(inputs: ArticlePage, root: str) -> list[Thing]:
    pairs = zip(inputs.article.officials, inputs.officials, strict=True)
    return [
        {
            "@type": "Person",
            "name": official.name if official else mention.name,
            "jobTitle": mention.role,
            "url": root + urls.entity("official", official.id) if official else "",
        }
        for mention, official in pairs
    ]


def _place(ward: Ward, root: str) -> Thing:
    within = ", ".join(part for part in (ward.district, ward.province) if part)
    return {
        "@type": "AdministrativeArea",
        "name": ward.full_name,
        "url": root + urls.entity("ward", ward.id),
        "containedInPlace": {"@type": "AdministrativeArea", "name": within},
    }


def describe_list(inputs: ListPage, settings: Settings, posts: Iterable[str]) -> Metadata:
    """Return what a landing page is about: a ward, or a person with the names of the `posts`; else nothing."""
    if inputs.number or inputs.entry is None:
        return NOTHING
    if inputs.kind == "ward":
        return Metadata(things=(_describe_ward(inputs.entry, settings),))  # type: ignore[arg-type]  # of that kind
    if inputs.kind == "official":
        return Metadata("profile", (_describe_person(inputs.entry, settings, posts),))  # type: ignore[arg-type]  # likewise
    return NOTHING


def _describe_ward(ward: Ward, settings: Settings) -> Thing:
    return {
        "@type": "GovernmentOrganization",
        "name": ward.full_name,
        "alternateName": list(ward.aliases),
        "description": ward.description,
        "url": settings.site_url + urls.entity("ward", ward.id),
        "sameAs": ward.contacts.website,
        "telephone": ward.contacts.hotline or ward.contacts.phone,
        "email": ward.contacts.email,
        "address": ward.contacts.address,
        "identifier": ward.code,
        "foundingDate": ward.since.isoformat() if ward.since else "",
        "dissolutionDate": ward.until.isoformat() if ward.until else "",
        "areaServed": _place(ward, settings.site_url),
    }


def _describe_person(person: Official, settings: Settings, posts: Iterable[str]) -> Thing:
    return {
        "@type": "Person",
        "name": person.name,
        "alternateName": list(person.aliases),
        "description": person.description,
        "url": settings.site_url + urls.entity("official", person.id),
        "jobTitle": list(dict.fromkeys(posts)),
    }

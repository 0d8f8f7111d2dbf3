"""Feeds in two forms: Atom (RFC 4287) and JSON Feed 1.1, from the same items.

Ids are tag URIs (RFC 4151) made from the address under which an article was first published: they outlive a new title,
a file that moved, and, where mkdocs.yml names the authority, another host.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from bantin import urls
from bantin.outputs.atom import write_atom
from bantin.outputs.json_feed import write_json_feed
from bantin.views.feed import view_correction, view_entry
from bantin.views.page import sentence, ward_then

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bantin.model import Settings, Ward
    from bantin.plan.syndication import Corrected, Feed, FeedArticle
    from bantin.views import Site

NEVER = "1970-01-01T00:00:00+00:00"
"""When a feed without entries changed last: Atom asks for an instant."""
_SINCE = "2026"
"""A year in which whoever has a host now had it (RFC 4151 asks for one); it must stay as it is."""
_TYPES = {
    "pdf": "application/pdf",
    "zip": "application/zip",
    "txt": "text/plain",
    "csv": "text/csv",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "avif": "image/avif",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
}
"""By ending; the operating system's own table differs from machine to machine."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 has no way to write."""


class Enclosure(NamedTuple):
    """A file that comes with an item."""

    url: str
    title: str
    type: str
    size: int


class Item(NamedTuple):
    """An entry of a feed, addresses absolute."""

    id: str
    url: str
    title: str
    published: str
    """RFC 3339, as all instants."""
    updated: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    summary: str
    html: str
    """Empty in a feed of summaries."""
    image: str
    enclosures: tuple[Enclosure, ...]
    lang: str
    """Where it differs from the feed's."""


class Channel(NamedTuple):
    """A feed's own values, addresses absolute."""

    id: str
    title: str
    description: str
    home: str
    atom: str
    json: str
    updated: str
    publisher: str
    site: str
    lang: str
    items: tuple[Item, ...]


def write_feed(inputs: Feed, site: Site, render: Callable[..., str], bodies: Sequence[str]) -> dict[str, bytes]:
    """Return both files of a feed; `render` gives the HTML of a component, `bodies` are those of its articles."""
    items = tuple(_items(inputs, site, render, bodies))
    settings, root = site.settings, site.settings.site_url
    channel = Channel(
        id=_tag(settings, urls.feed(inputs.landing)),
        title=_title(inputs, site),
        description=_describe(inputs, site),
        home=root + inputs.landing,
        atom=root + urls.feed(inputs.landing),
        json=root + urls.json_feed(inputs.landing),
        updated=max((item.updated for item in items), default=NEVER),
        publisher=settings.site_name,
        site=root,
        lang=settings.language,
        items=items,
    )
    return {
        urls.feed(inputs.landing): _finish(write_atom(channel)),
        urls.json_feed(inputs.landing): _finish(write_json_feed(channel)),
    }


def _items(inputs: Feed, site: Site, render: Callable[..., str], bodies: Sequence[str]) -> Iterator[Item]:
    for corrected in inputs.corrections:
        yield _correction_item(corrected, site, render)
    for index, article in enumerate(inputs.articles):
        html = render("feed-entry", view_entry(article, site, bodies[index])) if inputs.is_full else ""
        yield _article_item(article, site, html)


def _article_item(entry: FeedArticle, site: Site, html: str) -> Item:
    article, root = entry.article, site.settings.site_url
    pairs = zip(article.attachments, entry.attachments, strict=False)
    return Item(
        id=_tag(site.settings, entry.mark),
        url=urls.absolute(root, urls.article(article.path)),
        title=article.title,
        published=article.date.isoformat(),
        updated=entry.changed,
        authors=article.byline,
        tags=(*(_name(ward, site) for ward in entry.wards), *entry.topics),
        summary=article.summary,
        html=html,
        image=urls.absolute(root, entry.image.path) if entry.image else "",
        enclosures=tuple(
            Enclosure(urls.absolute(root, address), attachment.title, _type_of(address), size)
            for attachment, (address, size) in pairs
        ),
        lang=article.lang,
    )


def _correction_item(corrected: Corrected, site: Site, render: Callable[..., str]) -> Item:
    instant = f"{corrected.date}T00:00:00+07:00"
    return Item(
        id=_tag(site.settings, corrected.mark),
        url=urls.absolute(site.settings.site_url, corrected.address),
        title=site.texts("corrections.entry", title=corrected.title),
        published=instant,
        updated=instant,
        authors=(),
        tags=corrected.wards,
        summary="",
        html=render("feed-correction", view_correction(corrected, site)),
        image="",
        enclosures=(),
        lang="",
    )


def _name(ward: Ward, site: Site) -> str:
    """Return a ward as it was called on the day of its article, and where it lay if it has come to an end."""
    then = ward_then(site, (ward.district or ward.province) if ward.is_former else "", is_split=ward.is_split)
    return f"{ward.full_name} ({then})" if then else ward.full_name


def feed_title(kind: str, name: str, site: Site) -> str:
    """Return the title of the feed of a list, or of the whole site."""
    if kind == "home":
        return site.settings.site_name
    name = site.texts("corrections.title") if kind == "corrections" else sentence(name)
    return site.texts("feeds.title", name=name, site=site.settings.site_name)


def _title(inputs: Feed, site: Site) -> str:
    return feed_title(inputs.kind, inputs.name, site)


def _describe(inputs: Feed, site: Site) -> str:
    if inputs.kind == "home":
        return site.settings.site_description
    if inputs.kind == "corrections":
        return site.texts("corrections.description", site=site.settings.site_name)
    return site.texts("listing.description", name=sentence(inputs.name), site=site.settings.site_name)


def _tag(settings: Settings, mark: str) -> str:
    parts = urlsplit(settings.site_url)
    host = (parts.hostname or "").encode("idna").decode()
    return f"tag:{settings.feed_authority or f'{host},{_SINCE}:{parts.path}'}{mark}"


def _type_of(address: str) -> str:
    return _TYPES.get(address.rpartition(".")[2].lower(), "application/octet-stream")


def _finish(text: str) -> bytes:
    return unicodedata.normalize("NFC", _FORBIDDEN.sub("", text)).encode()

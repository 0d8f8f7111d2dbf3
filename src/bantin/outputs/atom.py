"""Atom 1.0 (RFC 4287), written as text: a tree of a hundred kilobytes of articles would cost more than the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin.outputs.xml import attribute, escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.outputs.feeds import Channel, Item


def write_atom(feed: Channel) -> str:
    """Return the Atom document of a feed."""
    return "\n".join(_lines(feed)) + "\n"


def _lines(feed: Channel) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{attribute(feed.lang)}">'
    yield f"<id>{escape(feed.id)}</id>"
    yield f"<title>{escape(feed.title)}</title>"
    if feed.description:
        yield f"<subtitle>{escape(feed.description)}</subtitle>"
    yield f"<updated>{feed.updated}</updated>"
    yield f"<author><name>{escape(feed.publisher)}</name><uri>{escape(feed.site)}</uri></author>"
    yield f'<link rel="self" type="application/atom+xml" href="{attribute(feed.atom)}"/>'
    yield f'<link rel="alternate" type="text/html" href="{attribute(feed.home)}"/>'
    yield f'<link rel="alternate" type="application/feed+json" href="{attribute(feed.json)}"/>'
    yield "<generator>bantin</generator>"
    for item in feed.items:
        yield from _entry(item)
    yield "</feed>"


def _entry(item: Item) -> Iterator[str]:
    yield f'<entry xml:lang="{attribute(item.lang)}">' if item.lang else "<entry>"
    yield f"<id>{escape(item.id)}</id>"
    yield f"<title>{escape(item.title)}</title>"
    yield f'<link rel="alternate" type="text/html" href="{attribute(item.url)}"/>'
    yield f"<published>{item.published}</published>"
    yield f"<updated>{item.updated}</updated>"
    for author in item.authors:
        yield f"<author><name>{escape(author)}</name></author>"
    for tag in item.tags:
        yield f'<category term="{attribute(tag)}"/>'
    for one in item.enclosures:
        kind = f'type="{one.type}" length="{one.size}" title="{attribute(one.title)}"'
        yield f'<link rel="enclosure" {kind} href="{attribute(one.url)}"/>'
    if item.summary:
        yield f"<summary>{escape(item.summary)}</summary>"
    if item.html:
        yield f'<content type="html">{escape(item.html)}</content>'
    yield "</entry>"

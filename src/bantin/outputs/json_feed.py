"""JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bantin.outputs.feeds import Channel, Item


def write_json_feed(feed: Channel) -> str:
    """Return the JSON Feed of a feed."""
    values = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.json,
        "description": feed.description,
        "authors": [{"name": feed.publisher, "url": feed.site}],
        "language": feed.lang,
        "items": [_item(item) for item in feed.items],
    }
    return json.dumps(_without_empty(values, kept="items"), ensure_ascii=False, indent=1) + "\n"


def _item(item: Item) -> dict[str, Any]:
    # One of the two contents must be there; a feed of summaries has text only.
    content = {"content_html": item.html} if item.html else {"content_text": item.summary}
    values = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        **content,
        "summary": item.summary if item.html else "",
        "image": item.image,
        "date_published": item.published,
        "date_modified": item.updated if item.updated != item.published else "",
        "authors": [{"name": author} for author in item.authors],
        "tags": list(item.tags),
        "language": item.lang,
        "attachments": [
            {"url": one.url, "mime_type": one.type, "title": one.title, "size_in_bytes": one.size}
            for one in item.enclosures
        ],
    }
    return _without_empty(values, kept="content_text")


def _without_empty(values: dict[str, Any], kept: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value or key == kept}

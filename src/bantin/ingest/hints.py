"""What a page's head tells machines of its article: title, day, author, address."""

from __future__ import annotations

import json
import re

from bantin.ingest.elements import Element
from bantin.ingest.material import Hints
from bantin.ingest.tidy import clean_line


def read_hints(root: Element) -> Hints:
    """Return what `meta` elements and JSON-LD say; what is missing is empty."""
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        if name and element.get("content"):
            meta.setdefault(name, clean_line(element.get("content")))
    linked = _linked_data(root)
    published = (
        meta.get("article:published_time")
        or meta.get("datepublished")
        or meta.get("pubdate")
        or linked.get("datePublished")
        or meta.get("dc.date.issued")
        or ""
    )
    title = meta.get("og:title") or linked.get("headline") or clean_line(root.findtext(".//title") or "")
    author = meta.get("article:author") or meta.get("author") or linked.get("author") or ""
    if re.search(r"https?:|@|admin|quản trị|\.vn\b", author, re.IGNORECASE) or len(author) > 60:
        author = ""
    return Hints(
        title, published, "", (author,) if author else (), meta.get("og:site_name", ""), meta.get("og:url", "")
    )


def _linked_data(root: Element) -> dict[str, str]:
    """Return what a page's JSON-LD says of its article."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "") or len(script.text or "") > 200_000:
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for one in data if isinstance(data, list) else [data]:
            if isinstance(one, dict) and "rticle" in str(one.get("@type", "")):
                author = one.get("author")
                author = author[0] if isinstance(author, list) and author else author
                name = author.get("name") if isinstance(author, dict) else author
                return {
                    key: str(value) for key, value in {**one, "author": name or ""}.items() if isinstance(value, str)
                }
    return {}

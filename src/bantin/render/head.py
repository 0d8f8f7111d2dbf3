"""What a page has in its head for programs: feeds, Open Graph, schema.org.

JSON-LD is data, no script: the policy of the page neither runs nor refuses it.
"""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

from bantin import urls

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bantin.model import Settings
    from bantin.views import Page

_LOCALES = {"vi": "vi_VN", "en": "en_US", "km": "km_KH"}


def render_head(page: Page, address: str, root: str, settings: Settings, trail: Sequence[tuple[str, str]]) -> str:
    """Return the elements; `root` leads to the site, `trail` are (name, address) of the pages above and of this one.

    The description is apart (`describe`).
    """
    if not page.is_indexed:
        return meta("robots", "noindex")
    if not settings.site_url:
        return ""
    return "\n".join((*_feeds(page, root), *_open_graph(page, address, settings), *_linked_data(page, settings, trail)))


def meta(name: str, content: str) -> str:
    """Return a `<meta>` of that name, or '' where there is nothing to say."""
    return f'<meta name="{name}" content="{escape(content)}">' if content else ""


def describe(page: Page, settings: Settings) -> str:
    """Return the description of a page, one element for search engines and for messengers; '' where there is none."""
    shared = ' property="og:description"' if page.is_indexed and settings.site_url else ""
    return f'<meta name="description"{shared} content="{escape(page.description)}">' if page.description else ""


def _feeds(page: Page, root: str) -> Iterator[str]:
    if page.feed is None:
        return
    for kind, address in (("atom+xml", urls.feed(page.feed)), ("feed+json", urls.json_feed(page.feed))):
        title = escape(page.title)
        yield f'<link rel="alternate" type="application/{kind}" title="{title}" href="{root}{address}">'


def _open_graph(page: Page, address: str, settings: Settings) -> Iterator[str]:
    known = page.metadata
    language = page.lang or settings.language
    values = [
        ("og:type", known.kind),
        ("og:title", page.title),
        ("og:url", urls.absolute(settings.site_url, address)),
        ("og:site_name", settings.site_name),
        ("og:locale", _LOCALES.get(language, language)),
    ]
    if known.picture:
        path, alt, width, height = known.picture
        values += [("og:image", urls.absolute(settings.site_url, path)), ("og:image:alt", alt)]
        values += [("og:image:width", str(width)), ("og:image:height", str(height))]
    values += [("article:published_time", known.published), ("article:modified_time", known.modified)]
    for name, value in values:
        if value:
            yield f'<meta property="{name}" content="{escape(value)}">'


def _linked_data(page: Page, settings: Settings, trail: Sequence[tuple[str, str]]) -> Iterator[str]:
    things = [_without_empty(thing) for thing in page.metadata.things]
    if page.breadcrumb:
        things.append(_breadcrumb(settings, trail))
    if things:
        whole: dict[str, Any] = {"@graph": things} if len(things) > 1 else things[0]
        text = json.dumps({"@context": "https://schema.org"} | whole, ensure_ascii=False, separators=(",", ":"))
        # No text of an author ends the element or opens a comment in it.
        yield f'<script type="application/ld+json">{text.replace("<", _LESS)}</script>'


_LESS = "\\u003c"


def _breadcrumb(settings: Settings, trail: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Return the way to a page. The page itself need not be in it (Google Search Central, "Breadcrumb markup")."""
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": urls.absolute(settings.site_url, address)}
        for place, (name, address) in enumerate(trail[:-1], 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_empty(one) for key, one in value.items() if one}
    return [_without_empty(one) for one in value] if isinstance(value, list) else value

"""Ways to hand an article on that ask nobody's leave: plain addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from bantin.views.page import Site, Values

_WAYS = {
    "zalo": "https://zalo.me/share?url={url}",
    "facebook": "https://www.facebook.com/sharer/sharer.php?u={url}",
    "mail": "mailto:?subject={title}&body={url}",
}
"""Pages of the networks that take an address; no script of theirs is loaded, nobody is followed."""


def share_links(title: str, address: str, site: Site) -> list[Values]:
    """Return the links that share an absolute address; none where the site does not know its own."""
    if not address:
        return []
    values = {"title": quote(title, safe=""), "url": quote(address, safe="")}
    return [
        {"kind": kind, "name": site.texts(f"share.{kind}"), "href": pattern.format_map(values)}
        for kind, pattern in _WAYS.items()
    ]

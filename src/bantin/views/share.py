"""Ways to hand an article on that ask nobody's leave: plain addresses, and its own as a QR code on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from bantin.views.page import Site, Values

_WAYS = {
    "zalo": "https://zalo.me/share?url={url}&title={title}",
    "facebook": "https://www.facebook.com/sharer/sharer.php?u={url}",
    "mail": "mailto:?subject={title}&body={url}",
}
"""Pages of the networks that take an address; no script of theirs is loaded, nobody is followed."""
_MASK = 3
"""One of the eight masks of a QR code: comparing all would take five times as long, and every reader reads each."""


def share_links(title: str, address: str, site: Site) -> list[Values]:
    """Return the links that share an absolute address; none where the site does not know its own."""
    if not address:
        return []
    values = {"title": quote(title, safe=""), "url": quote(address, safe="")}
    return [
        {"kind": kind, "name": site.texts(f"share.{kind}"), "href": pattern.format_map(values)}
        for kind, pattern in _WAYS.items()
    ]


def draw_qr(text: str) -> Values:
    """Return a QR code as the address of a small picture (PNG, one pixel a module) with its width in modules."""
    import segno  # noqa: PLC0415 - only articles need it, and only where the site knows its address

    code = segno.make_qr(text, error="l", boost_error=False, mask=_MASK)
    # Not compressed: the few bytes would differ from one zlib to the next.
    return {"src": code.png_data_uri(scale=1, compresslevel=0), "size": code.symbol_size()[0]}

"""The values of the component `picture`, and its places in texts that were rendered before pictures were known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bantin import urls

if TYPE_CHECKING:
    from bantin.model import Picture

Values = dict[str, Any]


def view_picture(picture: Picture, alt: str, root: str, *, is_first: bool = False) -> Values:
    """Return a picture with its smaller forms. `is_first`: on top of its page, so that it must not wait."""
    sources: dict[str, list[str]] = {}
    for one in picture.variants():
        address = urls.link(root, urls.variant(picture, one))
        sources.setdefault(f"image/{one.format}", []).append(f"{address} {one.width}w")
    return {
        "src": urls.link(root, picture.path),
        "alt": alt,
        "width": picture.width or None,
        "height": picture.height or None,
        "sources": [{"type": kind, "srcset": ", ".join(found)} for kind, found in sources.items()],
        "eager": is_first,
    }

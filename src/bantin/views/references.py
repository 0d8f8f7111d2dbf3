"""The references of a text get their addresses, and pictures their places, when the page is made."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

from bantin.model.body import REFERENCE
from bantin.views.picture import Values, view_picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bantin.plan.jobs import Target

_NUMBER = r"(?:" + re.escape(REFERENCE) + r"(\d+)|\[\[bantin:ref-(\d+)\]\])"
"""A reference of an article's body, or of a page that MkDocs made."""
_ATTRIBUTE = re.compile(rf' (href|src)="{_NUMBER}"')
_EMPTY_LINK = re.compile(rf'(<a [^>]*href="{_NUMBER}"[^>]*>)\s*(</a>)')
_IMAGE = re.compile(r'<img\b(?:[^">]|"[^"]*")*>')
_WORD = re.compile(r'\s(alt|class|title)="([^"]*)"')
_PLACE = re.compile("\x00picture-(\\d+)\x00")
"""Stands for a picture until the page is rendered: how a picture is written is the theme's matter."""


def fill_references(
    html: str, targets: Sequence[Target], root: str, *, is_top: bool = True
) -> tuple[str, tuple[Values, ...]]:
    """Return a text with its references put in, and the pictures whose places it holds (`place_pictures`).

    A link that the editor left empty gets its article's title; a link to what the site does not show yet loses its
    address and keeps its text. `is_top`: nothing stands above the first picture, which must not wait then.
    """
    pictures: list[Values] = []

    def image(match: re.Match[str]) -> str:
        found = _ATTRIBUTE.search(match[0])
        picture = targets[_index(found.group(2, 3))].picture if found else None
        if picture is None:
            return match[0]
        words = {name: unescape(value) for name, value in _WORD.findall(match[0])}
        is_first = is_top and not pictures
        pictures.append(words | view_picture(picture, words.get("alt", ""), root, is_first=is_first))
        return f"\x00picture-{len(pictures) - 1}\x00"

    def title(match: re.Match[str]) -> str:
        return f"{match[1]}{escape(targets[_index(match.group(2, 3))].title)}{match[4]}"

    def attribute(match: re.Match[str]) -> str:
        target = targets[_index(match.group(2, 3))]
        if target.href is None:
            return ""
        return f' {match[1]}="{escape(f"{root}{target.href}" or "./")}"'

    return _ATTRIBUTE.sub(attribute, _EMPTY_LINK.sub(title, _IMAGE.sub(image, html))), tuple(pictures)


def place_pictures(html: str, rendered: Sequence[str]) -> str:
    """Return a text with the rendered pictures in their places."""
    return _PLACE.sub(lambda match: rendered[int(match[1])], html) if rendered else html


def _index(groups: Sequence[str | None]) -> int:
    return int(next(one for one in groups if one))

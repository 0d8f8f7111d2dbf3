"""The references of a body get their addresses when the page is made."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from bantin import urls
from bantin.model.body import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bantin.plan.jobs import Target

_ATTRIBUTE = re.compile(r' (href|src)="' + re.escape(REFERENCE) + r'(\d+)"')
_EMPTY_LINK = re.compile(r'(<a [^>]*href="' + re.escape(REFERENCE) + r'(\d+)"[^>]*>)\s*(</a>)')


def fill_references(html: str, targets: Sequence[Target], root: str) -> str:
    """Return a body with its references put in.

    A link that the editor left empty gets its article's title; a link to what the site does not show yet loses its
    address and keeps its text; a picture gets its size, so that the page does not jump when it loads.
    """

    def title(match: re.Match[str]) -> str:
        return f"{match[1]}{escape(targets[int(match[2])].title)}{match[3]}"

    def attribute(match: re.Match[str]) -> str:
        target = targets[int(match[2])]
        if target.address is None:
            return ""
        size = f' width="{target.width}" height="{target.height}" loading="lazy"' if target.width else ""
        return f' {match[1]}="{escape(urls.link(root, target.address))}"{size}'

    return _ATTRIBUTE.sub(attribute, _EMPTY_LINK.sub(title, html))

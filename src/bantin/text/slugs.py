"""Ids and addresses: lower-case ASCII words joined by single hyphens."""

from __future__ import annotations

import re

from bantin.text.fold import fold

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{digit}" for port in ("com", "lpt") for digit in range(10)))
)
"""Names that Windows keeps for devices, whatever the ending: git cannot check out such a file there.

Source: learn.microsoft.com, "Naming Files, Paths, and Namespaces".
"""
MAX_FILE_NAME = 80
"""Characters of an article's file name without its ending (contract of an article)."""


def is_slug(text: str) -> bool:
    """Tell whether `text` can stand in an address as it is."""
    return SLUG.fullmatch(text) is not None and text not in _DEVICES


def slugify(text: str, limit: int = 0) -> str:
    """Return the slug of a Vietnamese text, cut at a word where longer than `limit` characters (0: no limit).

    The result is empty where the text has no letter or digit.
    """
    slug = _join_words(text)
    if slug in _DEVICES:
        return f"{slug}-1"
    if not limit or len(slug) <= limit:
        return slug
    return slug[: limit + 1].rpartition("-")[0] or slug[:limit]


def _join_words(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")


def heading_id(text: str, separator: str) -> str:
    """Return the id of a heading, in the form that Python-Markdown's `toc` asks of its `slugify`."""
    return (_join_words(text) or "muc").replace("-", separator)

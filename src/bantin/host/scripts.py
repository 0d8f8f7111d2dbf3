"""A script of the theme as readers get it: without what only developers read."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"^[ \t]*(?:/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*|//[^\n]*)\n", re.MULTILINE)
"""Whole lines only: within a line a comment's signs may be part of a text or of a regular expression."""
_CAST = re.compile(r"/\*\* @type (?:[^*]|\*(?!/))*\*/ ?")
_BLANK = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


ALTERNATES = b"link[rel=alternate]"
"""What the host's script looks for, to fetch a sitemap beside each: it takes every such link for another language."""


def spare_feeds(script: bytes) -> bytes:
    """Return a script of the host that leaves links to feeds alone, for which it would ask for what is not there."""
    return script.replace(ALTERNATES, ALTERNATES + b"[hreflang]")


def strip_script(text: str) -> str:
    """Return a script without comments and indentation, a third of its bytes; no text in it may run over lines."""
    return _BLANK.sub("", _COMMENT.sub("", _CAST.sub("", text.replace("\r\n", "\n"))))

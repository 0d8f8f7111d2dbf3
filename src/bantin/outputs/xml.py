"""Text in XML 1.0, as `xml.sax.saxutils` would write it, which imports the whole of urllib for it at each start."""

from __future__ import annotations

import html


def escape(text: str) -> str:
    """Return `text` as the content of an element."""
    return html.escape(text, quote=False)


def attribute(text: str) -> str:
    """Return `text` as the value of an attribute in double quotes; line breaks count as blanks there."""
    return html.escape(text).replace("\n", " ").replace("\t", " ")

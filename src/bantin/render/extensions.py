"""Which Markdown extensions a text can use at all: without its mark an extension changes nothing, and costs time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARKS = {
    "abbr": re.compile(r"\*\["),
    "admonition": re.compile(r"!!!"),
    "attr_list": re.compile(r"\{"),
    "def_list": re.compile(r"^[ ]{0,3}:", re.MULTILINE),
    "fenced_code": re.compile(r"```|~~~"),
    "footnotes": re.compile(r"\[\^"),
    "md_in_html": re.compile(r"<"),
    "tables": re.compile(r"\|"),
    # Headings of either kind, or HTML, which may hold some.
    "toc": re.compile(r"[#<]|^[ ]{0,3}(?:=+|-+)[ \t]*$", re.MULTILINE),
}
"""What a text must hold for one of Python-Markdown's own extensions to have any effect."""
_REWRITTEN = re.compile(r"[\x02\x03\r]")
"""What Python-Markdown takes out or replaces before it looks for marks."""


def may_use(extension: str, text: str, config: Mapping[str, Any]) -> bool:
    """Tell whether an extension can change what becomes of `text`; one that we do not know always may."""
    name = extension.removeprefix("markdown.extensions.")
    mark = _MARKS.get(name)
    if mark is None or mark.search(text) or _REWRITTEN.search(text):
        return True
    if name == "toc":
        return str(config.get("marker", "[TOC]")) in text
    return name == "footnotes" and str(config.get("PLACE_MARKER", "///Footnotes Go Here///")) in text

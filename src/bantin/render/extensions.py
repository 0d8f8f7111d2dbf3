"""Which Markdown extensions a text can use at all: without its mark an extension changes nothing, and costs time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_MARKS: dict[str, tuple[str, ...]] = {
    "abbr": ("*[",),
    "admonition": ("!!!",),
    "attr_list": ("{",),
    "def_list": (),
    "fenced_code": ("```", "~~~"),
    "footnotes": ("[^",),
    "md_in_html": ("<",),
    "tables": ("|",),
    # Headings, or HTML and quotations, which may hold some.
    "toc": ("#", "<", ">"),
}
"""What a text must hold for one of Python-Markdown's own extensions to have any effect."""
_LINES = {"def_list": re.compile(r"\n[ \t>]*:"), "toc": re.compile(r"\n[ \t]*[=-]")}
"""Or how a line of it must begin, within whatever holds it: the other kind of heading is a line below its words."""
_REWRITTEN = ("\x02", "\x03", "\r")
"""What Python-Markdown takes out or replaces before it looks for marks."""


def may_use(extension: str, text: str, config: Mapping[str, Any]) -> bool:
    """Tell whether an extension can change what becomes of `text`; one that we do not know always may."""
    name = extension.removeprefix("markdown.extensions.")
    marks = _MARKS.get(name)
    if marks is None or any(mark in text for mark in (*marks, *_REWRITTEN)):
        return True
    if (line := _LINES.get(name)) and line.search(f"\n{text}"):
        return True
    if name == "toc":
        return str(config.get("marker", "[TOC]")) in text
    return name == "footnotes" and str(config.get("PLACE_MARKER", "///Footnotes Go Here///")) in text

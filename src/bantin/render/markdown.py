"""Markdown of one article becomes a `Body`: safe HTML in which links still wait for the rest of the site."""

from __future__ import annotations

import html as html_module
import re
from typing import TYPE_CHECKING, Any

from markdown import Markdown

from bantin.model import Body, Reference
from bantin.model.body import REFERENCE
from bantin.render.markdown_extension import BantinExtension
from bantin.render.sanitise import find_removed, sanitise
from bantin.render.tables import wrap_tables

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bantin.messages import Messages

SUMMARY_LENGTH = 220
"""Characters of a summary taken from the text: two lines on a phone."""

_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_MARKUP = re.compile(r"<sup.*?</sup>|<[^>]+>", re.DOTALL)
ABSOLUTE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//|#)", re.IGNORECASE)
"""An address that needs nothing of the site: with a scheme, of another host, or inside the page."""
_EMBEDDED = re.compile(r'<img\b[^>]*\bsrc\s*=\s*["\']?\s*data:', re.IGNORECASE)


class BodyRenderer:
    """Renders bodies with one Python-Markdown instance, reset between them."""

    def __init__(self, extensions: Sequence[str], configs: Mapping[str, Any], texts: Messages) -> None:
        self._texts = texts
        self._markdown = Markdown(extensions=[*extensions, BantinExtension()], extension_configs=dict(configs))

    def render(self, text: str, first_line: int) -> Body:
        """Return the body of `text`, which starts at `first_line` of its file.

        Raises RecursionError and whatever else an extension raises for text nested beyond reason.
        """
        raw = self._markdown.reset().convert(text)
        finder = Places(text, first_line)
        references: list[Reference] = []

        def number(tag: str, _: str, value: str) -> str | None:
            if value.startswith(REFERENCE):
                return None
            if tag == "img" or not ABSOLUTE.match(value):
                references.append(Reference(value, *finder.find(value), is_picture=tag == "img"))
                return f"{REFERENCE}{len(references) - 1}"
            return value

        safe = sanitise(raw, number)
        if _EMBEDDED.search(raw):
            references.append(Reference("data:", *finder.find("data:"), is_picture=True))
        removed = tuple((name, finder.find(name.strip(">"))[0]) for name in find_removed(raw))
        safe = wrap_tables(safe, lambda number: self._texts("article.table", number=number))
        return Body(safe, tuple(references), _lead(safe), removed)


class Places:
    """Finds where in the file a text stands; each further search for the same text goes on after the last."""

    def __init__(self, text: str, first_line: int) -> None:
        self._text = text
        self._first_line = first_line
        self._after: dict[str, int] = {}

    def find(self, wanted: str) -> tuple[int, int]:
        """Return (line, column) of `wanted` in the file; the first line where it does not stand literally."""
        lowered = wanted not in self._text
        source = self._text.lower() if lowered else self._text
        at = source.find(wanted, self._after.get(wanted, 0))
        if at < 0:
            return self._first_line, 1
        self._after[wanted] = at + len(wanted)
        line_start = source.rfind("\n", 0, at) + 1
        return self._first_line + source.count("\n", 0, at), at - line_start + 1


def plain_text(html: str) -> str:
    """Return the words of an HTML fragment, blanks joined; footnote marks are left out."""
    return " ".join(html_module.unescape(_MARKUP.sub(" ", html)).split())


def shorten(text: str, limit: int = SUMMARY_LENGTH) -> str:
    """Return `text`, cut after a word with "…" where it is longer than `limit` characters."""
    if len(text) <= limit:
        return text
    return f"{text[:limit].rpartition(' ')[0].rstrip(' ,;:.–-')}…"


def _lead(html: str) -> str:
    paragraphs = (_MARKUP.sub("", found[1]) for found in _PARAGRAPH.finditer(html))
    return next((shorten(" ".join(html_module.unescape(text).split())) for text in paragraphs if text.strip()), "")

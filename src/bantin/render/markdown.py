"""Markdown of one article becomes a `Body`: safe HTML in which links still wait for the rest of the site."""

from __future__ import annotations

import html as html_module
import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.extensions.toc import slugify

from bantin.model import Body, Reference
from bantin.model.body import REFERENCE
from bantin.render.extensions import may_use
from bantin.render.fast_blocks import FastBlocksExtension
from bantin.render.fast_inline import FastInlineExtension
from bantin.render.markdown_extension import BantinExtension
from bantin.render.plain import Dialect, render_plain
from bantin.render.sanitise import Sanitiser, find_removed
from bantin.render.tables import wrap_tables

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bantin.messages import Messages

_TOC, _TABLES, _SANE_LISTS = "toc", "tables", "sane_lists"
_MOST_SEARCHES = 200
SUMMARY_LENGTH = 220
"""Characters of a summary taken from the text: two lines on a phone."""

_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_MARKUP = re.compile(r"<sup.*?</sup>|<[^>]+>", re.DOTALL)
ABSOLUTE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//|#)", re.IGNORECASE)
"""An address that needs nothing of the site: with a scheme, of another host, or inside the page."""
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!-])")
_WRITTEN = re.compile(
    r"""(?:\]\([ \t]*<?|\]:[ \t]*<?|(?:href|src)[ \t]*=[ \t]*["']?)([^\s()<>"'](?:[^()<>"'\n]*[^\s()<>"'])?)"""
)
"""An address where Markdown or HTML has one."""
_WINDOWS = re.compile(r"\.\\|\\[^\W_]")
"""What a path of Windows has, and an escape of Markdown has not: ..\\media\\hop.jpg"""


class BodyRenderer:
    """Renders bodies with Python-Markdown, each text with the extensions that it can use."""

    def __init__(self, extensions: Sequence[str], configs: Mapping[str, Any], texts: Messages) -> None:
        self._texts = texts
        self._extensions = extensions
        self._configs = configs
        self._sanitiser = Sanitiser()
        self._instances: dict[tuple[str, ...], Markdown] = {}
        slugs = configs.get(_TOC, {}).get("slugify", slugify)
        self._dialect = Dialect(slugs if _TOC in extensions else None, _TABLES in extensions)

    def _needed(self, text: str) -> tuple[str, ...]:
        return tuple(name for name in self._extensions if may_use(name, text, self._configs.get(name, {})))

    def _is_usual(self, text: str) -> bool:
        """Tell whether a text needs nothing but core Markdown, tables and our own ids of headings.

        What plain text can have of lists is the same with sane ones.
        """
        needed = set(self._needed(text)) - {_TABLES, _SANE_LISTS}
        return needed <= {_TOC} and self._configs.get(_TOC, {}).keys() <= {"slugify"}

    def _markdown(self, text: str) -> Markdown:
        """Return the instance for a text, kept for the next one that needs the same."""
        needed = self._needed(text)
        if needed not in self._instances:
            configs = {name: config for name, config in self._configs.items() if name in needed}
            ours = (BantinExtension(video=self._texts("article.video")), FastInlineExtension(), FastBlocksExtension())
            self._instances[needed] = Markdown(extensions=[*needed, *ours], extension_configs=configs)
        return self._instances[needed].reset()

    def render(self, text: str, first_line: int) -> Body:
        """Return the body of `text`, which starts at `first_line` of its file.

        Raises RecursionError and whatever else an extension raises for text nested beyond reason.
        """
        finder = Places(text, first_line)
        references: list[Reference] = []

        def number(address: str, *, is_picture: bool = False) -> str:
            references.append(Reference(*finder.find(address), is_picture=is_picture))
            return f"{REFERENCE}{len(references) - 1}"

        def keep(tag: str, _: str, value: str) -> str | None:
            if value.startswith(REFERENCE) or tag not in {"a", "img"}:
                return None
            return number(value, is_picture=tag == "img") if tag == "img" or not ABSOLUTE.match(value) else value

        plain = render_plain(text, self._dialect, number) if self._is_usual(text) else None
        if plain is not None:
            plain = self._wrap_tables(plain)
            return Body(plain, tuple(references), _lead(plain), ())
        raw = self._markdown(text).convert(text)
        safe = self._wrap_tables(self._sanitiser.clean(raw, keep))
        lost = find_removed(raw)
        for target, is_picture in lost.addresses:
            number(target, is_picture=is_picture)
        removed = tuple((name, *finder.find_text(name.strip(">"))) for name in lost.names)
        return Body(safe, tuple(references), _lead(safe), removed)

    def _wrap_tables(self, html: str) -> str:
        return wrap_tables(html, lambda number: self._texts("article.table", number=number))


class Places:
    """Finds where in the file an address stands; each further search for the same one goes on after the last."""

    def __init__(self, text: str, first_line: int) -> None:
        self._text = text
        self._first_line = first_line
        self._searches = 0
        self._found: set[int] = set()
        """Where addresses that were found begin."""

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line starts."""
        return [0, *(match.end() for match in re.finditer("\n", self._text))]

    @cached_property
    def _written(self) -> dict[str, list[re.Match[str]]]:
        """Where each address is written, as written and as Markdown and HTML read it; the first place last."""
        written: dict[str, list[re.Match[str]]] = {}
        for match in reversed([*_WRITTEN.finditer(self._text)]):
            for address in {match[1], html_module.unescape(_ESCAPED.sub(r"\1", match[1]))}:
                written.setdefault(address, []).append(match)
        return written

    def find(self, wanted: str) -> tuple[str, int, int]:
        """Return (address, line, column) of `wanted`, an address as Markdown read it.

        Of a path of Windows, in which Markdown took some signs for escapes, the address is what the editor typed.
        """
        places = self._written.get(wanted)
        if not places:
            return (wanted, *self.find_text(wanted))
        while len(places) > 1 and places[-1].start(1) in self._found:
            places.pop()
        match = places[-1]
        self._found.add(match.start(1))
        return (match[1] if _WINDOWS.search(match[1]) else wanted, *self._place(match.start(1)))

    def find_text(self, wanted: str) -> tuple[int, int]:
        """Return (line, column) of `wanted`, in whatever case; the first line where it does not stand literally."""
        self._searches += 1
        # A search reads all of the text; an editor finds the hundredth mistake by mending those before.
        at = -1 if self._searches > _MOST_SEARCHES else self._text.find(wanted)
        if at < 0 and self._searches <= _MOST_SEARCHES:
            at = self._text.lower().find(wanted.lower())
        return self._place(at) if at >= 0 else (self._first_line, 1)

    def _place(self, at: int) -> tuple[int, int]:
        row = bisect_right(self._starts, at) - 1
        return self._first_line + row, at - self._starts[row] + 1


def plain_text(html: str) -> str:
    """Return the words of an HTML fragment, blanks joined; footnote marks are left out."""
    return " ".join(html_module.unescape(_MARKUP.sub(" ", html)).split())


def shorten(text: str, limit: int = SUMMARY_LENGTH) -> str:
    """Return `text`, cut after a word with "…" where it is longer than `limit` characters."""
    if len(text) <= limit:
        return text
    return f"{text[:limit].rpartition(' ')[0].rstrip(' ,;:.–-')}…"


def _lead(html: str) -> str:
    # A link left empty gets its title only when the page is made: without it the sentence would have a hole.
    whole = (found[1] for found in _PARAGRAPH.finditer(html) if "></a>" not in found[1])
    paragraphs = (_MARKUP.sub("", text) for text in whole)
    return next((shorten(" ".join(html_module.unescape(text).split())) for text in paragraphs if text.strip()), "")

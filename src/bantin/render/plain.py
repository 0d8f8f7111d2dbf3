"""What editors write most, as HTML without Python-Markdown.

News is plain text with few marks. A text all of whose blocks are paragraphs, headings, lists, quotations, tables and
pictures, written without any sign that could mean more, gives what Python-Markdown, our extension and the safe list
give, in a tenth of the time; a test compares them. Any other block leaves the whole text to Python-Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from markdown.extensions.toc import unique

from bantin.render.figures import CREDIT

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHARACTER = r"[^\x00-\x1f\x7f-\x9f\u2028\u2029`\\\[\]<>&*_]"
_WORDS = rf"(?!\s){_CHARACTER}++(?<!\s)"
_ADDRESS = r"[A-Za-z0-9.][A-Za-z0-9._/-]*+(?:#[A-Za-z0-9-]++)?"
"""Relative, and nothing in it to escape."""
_STRONG = rf"(?<!\*)\*\*(?P<strong>{_WORDS})\*\*(?!\*)"
_LINK = rf"(?<!!)\[(?P<text>{_WORDS})\]\((?P<address>{_ADDRESS})\)"
_INLINE = re.compile(f"{_STRONG}|{_LINK}")
_ANY_INLINE = re.sub(r"\?P<\w+>", "?:", f"{_STRONG}|{_LINK}")
_FIRST = r"(?=[^\W\d_]|[\"'“”‘’«(–—…]|\d(?!\d*+\.)|\*\*[^\W_]|\[)"
"""What no block of another kind begins with."""
_LINE = rf"{_FIRST}(?:{_CHARACTER}++|{_ANY_INLINE})+(?<!\s)"
"""Only single characters repeat possessively: Python before 3.11.5 fails on groups that do (CPython issue 106052). No
group has two ways to match a text, so giving back costs little."""
_CELL = rf" *+(?:(?:{_CHARACTER.replace('[^', '[^|')}++|{_ANY_INLINE})+(?<![^\S ]))?"
_ROW = rf"\|(?:{_CELL}\|)+"
_RULE = r"\|(?: *:?-+:? *\|)+"
_KINDS = {
    "picture": re.compile(rf"!\[(?:{_WORDS})?\]\({_ADDRESS}\)(?:\n\*{_WORDS}\*)?"),
    "paragraph": re.compile(rf"{_LINE}(?:\n{_LINE})*"),
    "heading": re.compile(rf"#{{1,6}} (?=\w)(?!.*#){_WORDS}"),
    "list": re.compile(rf"- {_LINE}(?:\n- {_LINE})*"),
    "quote": re.compile(rf"> ?{_LINE}(?:\n> ?{_LINE})*"),
    "table": re.compile(rf"{_ROW}\n{_RULE}(?:\n{_ROW})+"),
}
_JOINED = {"picture", "quote"}
"""Neighbours of such a kind make one block."""
_NEVER_TWICE = {"list"}
"""Neighbours of such a kind are not what they look like."""
_QUOTED = re.compile(r"^> ?", re.MULTILINE)
_FILM = re.compile(r"\.(?:mp4|webm)", re.IGNORECASE)
_LAST_LEVEL = 6
_ALIGN = {(False, False): "", (True, False): "left", (False, True): "right", (True, True): "center"}

_PICTURE = re.compile(r"!\[(.*)\]\((.*)\)(?:\n\*(.*)\*)?")


class NumberLink(Protocol):
    """Notes an address."""

    def __call__(self, address: str, *, is_picture: bool = False) -> str:
        """Return what stands for an address until the whole site is known."""


class Dialect(NamedTuple):
    """What the extensions in use make of a text."""

    heading_id: Callable[[str, str], str] | None
    """Makes an id of (a heading's text, what separates its words)."""
    has_tables: bool


def render_plain(text: str, dialect: Dialect, number: NumberLink) -> str | None:
    """Return the HTML of a text, or None where it is not of the plain kind, before anything is numbered."""
    blocks = list(_cut(text))
    kinds = {kind for kind, _ in blocks}
    if "" in kinds or ("table" in kinds and not dialect.has_tables):
        return None
    writer = _Writer(dialect, number, is_lower=any(block.startswith("# ") for _, block in blocks))
    return "\n".join([getattr(writer, f"write_{kind}")(block) for kind, block in blocks])


def _cut(text: str) -> Iterator[tuple[str, str]]:
    """Yield (kind, block) of a text; '' is the kind of what is not plain."""
    waiting: tuple[str, str] = ("", "")
    for block in re.split(r"\n\n+", text):
        kind = _kind(block)
        if kind == waiting[0] and kind in _JOINED:
            waiting = (kind, f"{waiting[1]}\n\n{block}")
            continue
        if kind == waiting[0] and kind in _NEVER_TWICE:
            kind = ""
        if waiting[1]:
            yield waiting
        waiting = (kind, block)
    yield waiting


def _kind(block: str) -> str:
    for kind, pattern in _KINDS.items():
        if pattern.fullmatch(block):
            return "" if kind in _DECEPTIVE and _DECEPTIVE[kind](block) else kind
    return ""


def _is_film(block: str) -> bool:
    """Tell whether a paragraph, or a quoted one, may become more: it has a bare address, or leads to a film."""
    return "://" in block or _FILM.search(block) is not None


def _is_uneven(block: str) -> bool:
    """Tell whether a table is none: its head has not as many cells as the rule below it."""
    head, rule, *_ = block.split("\n")
    return head.count("|") != rule.count("|")


_DECEPTIVE = {"paragraph": _is_film, "quote": _is_film, "table": _is_uneven}


class _Writer:
    """Writes the blocks of one text; a method for each kind of `_KINDS`."""

    def __init__(self, dialect: Dialect, number: NumberLink, *, is_lower: bool) -> None:
        """`is_lower`: a `#` in the text moves all headings one level down, for the page's title is the only h1."""
        self._heading_id = dialect.heading_id
        self._number = number
        self._is_lower = is_lower
        self._used: set[str] = set()

    def write_paragraph(self, block: str) -> str:
        return f"<p>{self._inline(block)}</p>"

    def write_heading(self, block: str) -> str:
        marks, _, text = block.partition(" ")
        level = min(len(marks) + self._is_lower, _LAST_LEVEL)
        place = f' id="{unique(self._heading_id(text, "-"), self._used)}"' if self._heading_id else ""
        return f"<h{level}{place}>{_escape(text)}</h{level}>"

    def write_list(self, block: str) -> str:
        items = [f"<li>{self._inline(line[2:])}</li>\n" for line in block.split("\n")]
        return f"<ul>\n{''.join(items)}</ul>"

    def write_quote(self, block: str) -> str:
        parts = [f"{self.write_paragraph(_QUOTED.sub('', part))}\n" for part in block.split("\n\n")]
        return f"<blockquote>\n{''.join(parts)}</blockquote>"

    def write_table(self, block: str) -> str:
        head, rule, *rows = ([cell.strip(" ") for cell in row[1:-1].split("|")] for row in block.split("\n"))
        sides = [_ALIGN[cell.startswith(":"), cell.endswith(":")] for cell in rule]
        marks = [f' class="bt-align-{side}"' if side else "" for side in sides]
        # Links are numbered as they stand: the head comes first.
        top = self._row("th", head, marks)
        body = "".join([self._row("td", row, marks) for row in rows])
        return f"<table>\n<thead>\n{top}</thead>\n<tbody>\n{body}</tbody>\n</table>"

    def write_picture(self, block: str) -> str:
        figures = [self._figure(*_PICTURE.fullmatch(part).groups("")) for part in block.split("\n\n")]  # type: ignore[union-attr]  # it is a picture
        return "\n".join(('<div class="bt-gallery">', *figures, "</div>")) if len(figures) > 1 else figures[0]

    def _figure(self, alt: str, address: str, caption: str) -> str:
        credit = CREDIT.search(caption)
        text = f'{caption[: credit.start()]} <span class="bt-figure__credit">{credit[1]}</span>' if credit else caption
        under = f"<figcaption>{text}</figcaption>\n" if caption else ""
        src, alt = self._number(address, is_picture=True), alt.replace('"', "&quot;")
        return _escape(f'<figure class="bt-figure"><img alt="{alt}" src="{src}">\n{under}</figure>')

    def _row(self, tag: str, cells: list[str], marks: list[str]) -> str:
        """Return a row with as many cells as there are `marks`; a link's number follows its place in the text."""
        texts = [*map(self._inline, cells[: len(marks)])] + [""] * (len(marks) - len(cells))
        row = [f"<{tag}{mark}>{text}</{tag}>\n" for mark, text in zip(marks, texts, strict=True)]
        return f"<tr>\n{''.join(row)}</tr>\n"

    def _inline(self, text: str) -> str:
        return _escape(_INLINE.sub(self._replace, text) if "[" in text or "*" in text else text)

    def _replace(self, match: re.Match[str]) -> str:
        if match["strong"]:
            return f"<strong>{match['strong']}</strong>"
        return f'<a href="{self._number(match["address"])}">{match["text"]}</a>'


def _escape(text: str) -> str:
    """Write blanks that must not break as HTML's serialisation has them; nothing else is left to escape."""
    return text.replace("\u00a0", "&nbsp;")

"""Saved pages and what Word files turn into: elements become lines, what the page itself marks as chrome goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import lxml.etree
import lxml.html

from bantin.ingest.body import escape
from bantin.ingest.elements import (
    Element,
    is_chrome,
    kind_below,
    kind_of,
    labels_of,
    note_name,
    number_items,
    read_number,
    text_of,
)
from bantin.ingest.encodings import clean_text
from bantin.ingest.hints import read_hints
from bantin.ingest.left_out import LeftOut
from bantin.ingest.material import Kind, Line, Material, Note, note
from bantin.ingest.tables import Cell, write_table
from bantin.ingest.tidy import clean_line, undouble
from bantin.text.legacy import restore_line

_SKIPPED = frozenset(
    "script style noscript template nav footer iframe object embed svg select button input textarea canvas "
    "audio video dialog menu head".split()
)
_BLOCKS = frozenset(
    "p div section article main header aside h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th "
    "blockquote pre figure figcaption caption form "
    "address center body html fieldset details summary hr br img".split()
)
_DEEPEST = 200
"""Elements within elements that are told apart; of those within them only the lines are."""
_SENTENCE = 14
"""Words of a heading element that is a sapo and no heading."""
_LONGEST_CELL = 300
"""Characters of a cell; a longer one shows that the table only arranges paragraphs."""
_ADDRESSES = ("data-src", "data-original", "data-lazy-src", "src")
"""Where a picture is; one that is loaded late has only a stand-in at `src`."""
_BACK = re.compile(r"#(?:footnote|endnote)-ref-\d+|#_(?:ftn|edn)ref\d+")
"""From a footnote to its mark in the text, as mammoth and Word itself name them."""


def read_html(text: str, notes: tuple[Note, ...] = ()) -> Material:
    """Return the lines of a page with what its head states. Never raises for what the page holds."""
    left = LeftOut()
    root = _parse(text, left)
    if root is None:
        return Material((), notes=notes)
    number_items(root)
    lines = list(_read_lines(root, left))
    return Material(
        tuple(lines),
        read_hints(root),
        notes=(*notes, *dict.fromkeys(left.notes)),
        dropped=tuple(dict.fromkeys(left.dropped)),
        holds_pictures=True,
    )


def _parse(text: str, left: LeftOut) -> Element | None:
    """Return the root element of a page, or None where there is nothing in it."""
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text).replace("\0", "")
    if not text.strip():
        return None
    parser = lxml.html.HTMLParser(huge_tree=True)
    try:
        root = lxml.html.document_fromstring(text, parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    if any(one.type == lxml.etree.ErrorTypes.ERR_RESOURCE_LIMIT for one in parser.error_log):
        left.notes.append(note("page_cut"))
    return root


def _read_lines(root: Element, left: LeftOut) -> Iterator[Line]:
    body = root.find("body")
    pieces: list[str] = []
    plain: list[str] = []
    kind: Kind = "text"
    mark = ""
    for event, element, value in _walk(body if body is not None else root, left, 0):
        if event == "text":
            pieces.append(value if element == "markdown" else escape_inline(value))
            plain.append("" if element == "markdown" else value)
            continue
        line = _make_line(plain, pieces, kind, mark)
        if line is not None:
            yield line
        pieces, plain, kind = [], [], value or "text"
        mark = element if event == "break" else ""
        if event == "line":
            yield element
    line = _make_line(plain, pieces, kind, mark)
    if line is not None:
        yield line


def escape_inline(text: str) -> str:
    """Return text for the middle of a Markdown line."""
    return re.sub(r"([\\`*_<\[])", r"\\\1", re.sub(r"\s+", " ", text))


def _make_line(plain: list[str], pieces: list[str], kind: Kind, mark: str) -> Line | None:
    text, markdown = _read_words("".join(plain), "".join(pieces))
    if not text:
        return None
    if kind == "heading" and ((len(text.split()) > _SENTENCE and text.endswith((".", "…"))) or len(text.split()) > 40):
        kind = "text"
    single = undouble(text)
    has_marks = bool(re.search(r"\*\*|\]\(|(?<!\\)\*|(?<!\\)\[\^", markdown))
    shown = markdown if has_marks and single == text and kind not in {"caption", "heading"} else ""
    if kind in {"item", "footnote"}:
        shown = f"{mark}{shown or escape(single)}"
    return Line(single, kind, markdown=shown)


def _read_words(plain: str, written: str) -> tuple[str, str]:
    """Return (text, Markdown) of a line in Unicode; a soft hyphen is a letter of TCVN3."""
    restored, encoding = restore_line(" ".join(clean_text(plain).split()))
    text = clean_line(restored)
    return text, escape_inline(text) if encoding else clean_line(written)


def _walk(element: Element, left: LeftOut, depth: int) -> Iterator[tuple[str, Any, Any]]:
    """Yield ("break", mark, kind), ("text", "plain" or "markdown", text) and ("line", line, None) in order."""
    if depth > _DEEPEST:
        yield from _walk_deep(element)
        return
    yield from _text_of(element.text)
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if not tag or tag in _SKIPPED:
            left.skip(child, tag)
        elif tag in _BLOCKS and is_chrome(child, tag):
            left.dropped.extend(labels_of(child))
            for link in child.iter("a"):
                left.link(link, files_only=True)
            yield "break", "", None
        else:
            yield from _walk_child(child, tag, left, depth + 1)
        yield from _text_of(child.tail)


def _walk_deep(element: Element) -> Iterator[tuple[str, Any, Any]]:
    """Yield the lines and pictures of what lies too deep to be followed; libxml2 itself stops at 2,048 elements."""
    walk = lxml.etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, one in walk:
        if one.tag in _BLOCKS:
            yield "break", "", None
        if event == "start" and one.tag in _SKIPPED:
            walk.skip_subtree()
        elif event == "start":
            yield from [("line", _picture(one), None)] if one.tag == "img" else _text_of(one.text)
        elif one is not element:
            yield from _text_of(one.tail)


def _walk_child(child: Element, tag: str, left: LeftOut, depth: int) -> Iterator[tuple[str, Any, Any]]:
    if tag == "img":
        yield "line", _picture(child), None
    elif tag == "table" and (table := _data_table(child, left, depth)):
        for caption in child.iter("caption"):
            yield from _walk_child(caption, "caption", left, depth)
        yield "line", table, None
    elif tag == "br":
        yield "break", *kind_below(child)
    elif tag in _BLOCKS:
        yield "break", *kind_of(child, tag)
        yield from _walk(child, left, depth)
        yield "break", "", None
    elif tag in {"b", "strong", "i", "em", "a"} and not any(
        one.tag in _BLOCKS or (one.tag == "a" and one is not child) for one in child.iter()
    ):
        yield from _inline(child, tag, left)
    else:
        if tag == "a" and text_of(child).strip():
            left.link(child)
        yield from _walk(child, left, depth)


def _text_of(text: str | None) -> Iterator[tuple[str, Any, Any]]:
    if text:
        yield "text", "plain", text


def _inline(element: Element, tag: str, left: LeftOut) -> Iterator[tuple[str, Any, Any]]:
    text = re.sub(r"\s+", " ", text_of(element))
    inner = text.strip()
    href = (element.get("href") or "").strip()
    opening, closing = ("**", "**") if tag in {"b", "strong"} else ("*", "*")
    if tag == "a" and (name := note_name(href)):
        yield "text", "markdown", f"[^{name}]"
        return
    if tag == "a" and _BACK.fullmatch(href):
        return
    if tag == "a":
        linked = re.match(r"https?://[^\s()<>]+$", href) and inner
        opening, closing = ("[", f"]({href})") if linked else ("", "")
        if not linked:
            left.link(element)
    if not inner:
        yield "text", "plain", text
        return
    yield "text", "plain", text[: len(text) - len(text.lstrip())]
    yield "text", "markdown", opening
    yield "text", "plain", inner
    yield "text", "markdown", closing
    yield "text", "plain", text[len(text.rstrip()) :]


def _picture(element: Element) -> Line:
    source = next((said for name in _ADDRESSES if (said := element.get(name))), "")
    alt = clean_line(re.sub(r"\s+", " ", element.get("alt") or ""))
    return Line(source.strip() or alt or "?", "picture", markdown=alt)


def _data_table(table: Element, left: LeftOut, depth: int) -> Line | None:
    """Return a table of figures; None for one that only arranges pictures, paragraphs or other tables."""
    if next(table.iter("img"), None) is not None or sum(1 for _ in table.iter("table")) > 1:
        return None
    told = LeftOut()
    rows = [[_cell(cell, told, depth) for cell in row if cell.tag in {"td", "th"}] for row in table.iter("tr")]
    if any(len(" ".join(cell.lines)) > _LONGEST_CELL for row in rows for cell in row):
        return None
    text, markdown = write_table(rows)
    if not markdown:
        return None
    left.dropped.extend(told.dropped)
    left.notes.extend(told.notes)
    return Line(text, "table", markdown=markdown)


def _cell(cell: Element, left: LeftOut, depth: int) -> Cell:
    lines: list[tuple[str, str]] = [("", "")]
    for event, element, value in _walk(cell, left, depth + 1):
        if event == "text":
            plain, written = lines[-1]
            said = "" if element == "markdown" else value
            lines[-1] = plain + said, written + (value if element == "markdown" else escape_inline(value))
        else:
            lines.append(("", ""))
    cleaned = [_read_words(plain, written) for plain, written in lines]
    return Cell(
        tuple(plain for plain, _ in cleaned if plain),
        tuple(written for plain, written in cleaned if plain),
        read_number(cell.get("rowspan"), 1),
        read_number(cell.get("colspan"), 1),
    )

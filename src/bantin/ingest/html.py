"""Saved pages and what Word files turn into: elements become lines, what the page itself marks as chrome goes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import lxml.etree
import lxml.html

from bantin.ingest.body import escape
from bantin.ingest.material import Hints, Kind, Line, Material, Note
from bantin.ingest.tidy import clean_line, undouble
from bantin.text.legacy import restore_line

Element = Any
"""lxml's elements have no types of their own."""

_SKIPPED = frozenset(
    "script style noscript template nav footer form iframe object embed svg select button input textarea canvas "
    "audio video dialog menu head".split()
)
_BLOCKS = frozenset(
    "p div section article main header aside h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th "
    "blockquote pre figure figcaption caption "
    "address center body html fieldset details summary hr br img".split()
)
_CHROME = re.compile(
    r"\b(?:nav(?:bar|igation)?|menu|breadcrumbs?|footer|sidebar|side-?bar|related|lienquan|tin-?lien-?quan|tin-?khac|"
    r"share|social|comments?|binhluan|advert\w*|ads?|quangcao|"
    r"banner|popup|modal|cookie|pagination|tool-?bar|toolbox|skip|hotline|newsletter|tags?|rating|counter|widget|"
    r"copyright|hidden-print|no-?print|print-hidden|search-?box|login)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"caption|chu-?thich|image-?note|img-?desc|photo-?desc|pic-?desc|note-?image|figcaption", re.IGNORECASE
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MOST_LINKS = 0.7
"""Share of a block's letters in links, from which on it is a menu."""
_DEEPEST = 200
"""Elements within elements that are followed; libxml2 itself stops a little later."""
_SENTENCE = 14
"""Words of a heading element that is a sapo and no heading."""


def read_html(text: str, notes: tuple[Note, ...] = ()) -> Material:
    """Return the lines of a page with what its head states. Never raises for what the page holds."""
    root = parse_html(text)
    if root is None:
        return Material((), notes=notes)
    dropped: list[str] = []
    lines = list(_read_lines(root, dropped))
    return Material(tuple(lines), _read_hints(root), notes=notes, dropped=tuple(dict.fromkeys(dropped)))


def parse_html(text: str) -> Element | None:
    """Return the root element of a page, or None where there is nothing in it."""
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text).replace("\0", "")
    if not text.strip():
        return None
    try:
        return lxml.html.document_fromstring(text)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def _read_lines(root: Element, dropped: list[str]) -> Iterator[Line]:
    body = root.find("body")
    pieces: list[str] = []
    plain: list[str] = []
    kind: Kind = "text"
    for event, element, value in _walk(body if body is not None else root, dropped, 0):
        if event == "text":
            pieces.append(value if element == "markdown" else escape_inline(value))
            plain.append("" if element == "markdown" else value)
            continue
        line = _make_line(plain, pieces, kind)
        if line is not None:
            yield line
        pieces, plain, kind = [], [], value or "text"
        if event == "picture":
            yield element
    line = _make_line(plain, pieces, kind)
    if line is not None:
        yield line


def escape_inline(text: str) -> str:
    """Return text for the middle of a Markdown line."""
    return re.sub(r"([\\`*_<\[])", r"\\\1", re.sub(r"\s+", " ", text))


def _make_line(plain: list[str], pieces: list[str], kind: Kind) -> Line | None:
    text = clean_line(re.sub(r"\s+", " ", "".join(plain)))
    if not text:
        return None
    restored, encoding = restore_line(text)
    markdown = "" if encoding else clean_line("".join(pieces))
    if kind == "heading" and ((len(text.split()) > _SENTENCE and text.endswith((".", "…"))) or len(text.split()) > 40):
        kind = "text"
    single = undouble(restored)
    has_marks = bool(re.search(r"\*\*|\]\(|(?<!\\)\*", markdown))
    shown = markdown if has_marks and single == text and kind not in {"caption", "heading"} else ""
    if kind == "item":
        shown = f"- {shown or escape(single)}"
    return Line(single, kind, markdown=shown)


def _walk(element: Element, dropped: list[str], depth: int) -> Iterator[tuple[str, Any, Any]]:
    """Yield ("break", None, kind), ("text", "plain" or "markdown", text) and ("picture", line, None) in order."""
    if depth > _DEEPEST:
        yield "text", "plain", _text(element)
        return
    yield from _text_of(element.text)
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if not tag or tag in _SKIPPED:
            dropped += _labels(child) if tag in {"nav", "footer", "form", "button"} else []
        elif tag in _BLOCKS and _is_chrome(child, tag):
            dropped += _labels(child)
            yield "break", None, None
        else:
            yield from _walk_child(child, tag, dropped, depth + 1)
        yield from _text_of(child.tail)


def _walk_child(child: Element, tag: str, dropped: list[str], depth: int) -> Iterator[tuple[str, Any, Any]]:
    if tag == "img":
        yield "picture", _picture(child), None
    elif tag == "table" and (table := _data_table(child)):
        yield "picture", Line(_text(child), "table", markdown=table), None
    elif tag in _BLOCKS:
        yield "break", None, _kind(child, tag)
        yield from _walk(child, dropped, depth)
        yield "break", None, None
    elif tag in {"b", "strong", "i", "em", "a"} and not any(one.tag in _BLOCKS for one in child.iter()):
        yield from _inline(child, tag)
    else:
        yield from _walk(child, dropped, depth)


def _text_of(text: str | None) -> Iterator[tuple[str, Any, Any]]:
    if text:
        yield "text", "plain", text


def _inline(element: Element, tag: str) -> Iterator[tuple[str, Any, Any]]:
    text = re.sub(r"\s+", " ", _text(element))
    inner = text.strip()
    href = element.get("href") or ""
    opening, closing = ("**", "**") if tag in {"b", "strong"} else ("*", "*")
    if tag == "a":
        linked = re.match(r"https?://[^\s()<>]+$", href) and inner
        opening, closing = ("[", f"]({href})") if linked else ("", "")
    if not inner:
        yield "text", "plain", text
        return
    yield "text", "plain", text[: len(text) - len(text.lstrip())]
    yield "text", "markdown", opening
    yield "text", "plain", inner
    yield "text", "markdown", closing
    yield "text", "plain", text[len(text.rstrip()) :]


def _text(element: Element) -> str:
    return "".join(str(part) for part in element.itertext())


def _labels(element: Element) -> list[str]:
    return [cleaned for line in element.itertext() if (cleaned := clean_line(str(line))) and len(cleaned) < 300][:40]


def _is_chrome(element: Element, tag: str) -> bool:
    if tag in {"body", "html", "main", "article", "p", "img", "br", "h1"}:
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}".replace("_", "-")
    text = _text(element)
    if _CHROME.search(names) and not _is_story(element):
        return True
    linked = sum(len(_text(link)) for link in element.iter("a"))
    letters = len(text.strip())
    return (
        tag in {"ul", "ol", "table", "div", "section", "aside", "header"}
        and letters > 0
        and linked > _MOST_LINKS * letters
        and letters < 4000
    )


def _is_story(element: Element) -> bool:
    """Tell a part that holds the article though its class sounds like chrome ("main-content no-sidebar")."""
    long = [one for one in element.iter("p") if len(_text(one).split()) > 25]
    return len(long) >= 3


def _kind(element: Element, tag: str) -> Kind:
    if tag in _HEADINGS:
        return "heading"
    if tag in {"figcaption", "caption"} or _CAPTION.search(f"{element.get('class') or ''}"):
        return "caption"
    return "item" if tag == "li" else "quote" if tag == "blockquote" else "text"


def _picture(element: Element) -> Line:
    source = element.get("data-src") or element.get("src") or ""
    alt = clean_line(element.get("alt") or "")
    return Line(source.strip() or alt or "?", "picture", markdown=alt)


def _data_table(table: Element) -> str:
    """Return a table of figures in Markdown; '' for one that only arranges pictures and paragraphs."""
    rows = [
        [clean_line(re.sub(r"\s+", " ", _text(cell))) for cell in row if cell.tag in {"td", "th"}]
        for row in table.iter("tr")
    ]
    rows = [row for row in rows if any(row)]
    width = max((len(row) for row in rows), default=0)
    if (
        len(rows) < 2
        or width < 2
        or any(True for _ in table.iter("img"))
        or max(len(cell) for row in rows for cell in row) > 300
    ):
        return ""
    full = [[escape_inline(cell).replace("|", "\\|") for cell in row] + [""] * (width - len(row)) for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in full]
    return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])


def _read_hints(root: Element) -> Hints:
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        if name and element.get("content"):
            meta.setdefault(name, clean_line(element.get("content")))
    linked = _linked_data(root)
    published = (
        meta.get("article:published_time")
        or meta.get("datepublished")
        or meta.get("pubdate")
        or linked.get("datePublished")
        or meta.get("dc.date.issued")
        or ""
    )
    title = meta.get("og:title") or linked.get("headline") or clean_line(root.findtext(".//title") or "")
    author = meta.get("article:author") or meta.get("author") or linked.get("author") or ""
    if re.search(r"https?:|@|admin|quản trị|\.vn\b", author, re.IGNORECASE) or len(author) > 60:
        author = ""
    return Hints(
        title, published, "", (author,) if author else (), meta.get("og:site_name", ""), meta.get("og:url", "")
    )


def _linked_data(root: Element) -> dict[str, str]:
    """Return what a page's JSON-LD says of its article."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "") or len(script.text or "") > 200_000:
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for one in data if isinstance(data, list) else [data]:
            if isinstance(one, dict) and "rticle" in str(one.get("@type", "")):
                author = one.get("author")
                author = author[0] if isinstance(author, list) and author else author
                name = author.get("name") if isinstance(author, dict) else author
                return {
                    key: str(value) for key, value in {**one, "author": name or ""}.items() if isinstance(value, str)
                }
    return {}

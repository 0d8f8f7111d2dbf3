"""Saved pages and what Word files turn into: elements become lines, what the page itself marks as chrome goes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import lxml.etree
import lxml.html

from bantin.ingest.body import escape
from bantin.ingest.material import Hints, Kind, Line, Material, Note, note
from bantin.ingest.tables import Cell, write_table
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
_DATED = re.compile(
    r"\b(?:date\w*|time\w*|ngay-?(?:dang|gio)|published\w*|pub-?date|posted-?(?:on|at|date)|post-?date|news-?date|"
    r"article-?(?:date|time)|entry-date|created?-?(?:date|at))\b",
    re.IGNORECASE,
)
"""Classes of the element in which a page says when it was published."""
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MOST_LINKS = 0.7
"""Share of a block's letters in links, from which on it is a menu."""
_DEEPEST = 200
"""Elements within elements that are followed; libxml2 itself stops a little later."""
_SENTENCE = 14
"""Words of a heading element that is a sapo and no heading."""
_LONGEST_CELL = 300
"""Characters of a cell; a longer one shows that the table only arranges paragraphs."""
_FRAMES = frozenset("iframe object embed audio video".split())
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|zip|rar|7z|jpe?g|png|mp[34])(?:[?#]|$)", re.IGNORECASE)
_NOWHERE = re.compile(r"#|(?:javascript|mailto|tel|about|data):|$", re.IGNORECASE)
_FOOTNOTE = re.compile(r"#?_?(?:footnote-|ftn)(\d+)")
_ENDNOTE = re.compile(r"#?_?(?:endnote-|edn)(\d+)")
_BACK = re.compile(r"#(?:footnote|endnote)-ref-\d+|#_(?:ftn|edn)ref\d+")
"""From a footnote to its mark in the text, as mammoth and Word itself name them."""


@dataclass(frozen=True, slots=True)
class _LeftOut:
    """What of a page does not become text."""

    dropped: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def link(self, words: str, address: str) -> None:
        """Tell that the words stay and the address goes."""
        self.notes.append(note("link_left_out", words=clean_line(words) or address, address=address))


def read_html(text: str, notes: tuple[Note, ...] = ()) -> Material:
    """Return the lines of a page with what its head states. Never raises for what the page holds."""
    root = parse_html(text)
    if root is None:
        return Material((), notes=notes)
    left = _LeftOut()
    lines = list(_read_lines(root, left))
    return Material(
        tuple(lines),
        _read_hints(root),
        notes=(*notes, *dict.fromkeys(left.notes)),
        dropped=tuple(dict.fromkeys(left.dropped)),
        holds_pictures=True,
    )


def parse_html(text: str) -> Element | None:
    """Return the root element of a page, or None where there is nothing in it."""
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text).replace("\0", "")
    if not text.strip():
        return None
    try:
        return lxml.html.document_fromstring(text)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def _read_lines(root: Element, left: _LeftOut) -> Iterator[Line]:
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
    text = clean_line(re.sub(r"\s+", " ", "".join(plain)))
    if not text:
        return None
    restored, encoding = restore_line(text)
    markdown = "" if encoding else clean_line("".join(pieces))
    if kind == "heading" and ((len(text.split()) > _SENTENCE and text.endswith((".", "…"))) or len(text.split()) > 40):
        kind = "text"
    single = undouble(restored)
    has_marks = bool(re.search(r"\*\*|\]\(|(?<!\\)\*|(?<!\\)\[\^", markdown))
    shown = markdown if has_marks and single == text and kind not in {"caption", "heading"} else ""
    if kind in {"item", "footnote"}:
        shown = f"{mark}{shown or escape(single)}"
    return Line(single, kind, markdown=shown)


def _walk(element: Element, left: _LeftOut, depth: int) -> Iterator[tuple[str, Any, Any]]:
    """Yield ("break", mark, kind), ("text", "plain" or "markdown", text) and ("line", line, None) in order."""
    if depth > _DEEPEST:
        yield "text", "plain", _text(element)
        return
    yield from _text_of(element.text)
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if not tag or tag in _SKIPPED:
            _skip(child, tag, left)
        elif tag in _BLOCKS and _is_chrome(child, tag):
            left.dropped.extend(_labels(child))
            for link in child.iter("a"):
                _tell_link(link, left, files_only=True)
            yield "break", "", None
        else:
            yield from _walk_child(child, tag, left, depth + 1)
        yield from _text_of(child.tail)


def _skip(element: Element, tag: str, left: _LeftOut) -> None:
    """Note what goes with an element that never becomes text."""
    if tag in {"nav", "footer", "form", "button"}:
        left.dropped.extend(_labels(element))
    if tag in _FRAMES:
        inner = [one.get("src") for one in element.iter("source", "embed")]
        address = next((one for one in (element.get("src"), element.get("data"), *inner) if one), "")
        if not _NOWHERE.match(address.strip()):
            left.notes.append(note("frame_left_out", address=address.strip()))


def _walk_child(child: Element, tag: str, left: _LeftOut, depth: int) -> Iterator[tuple[str, Any, Any]]:
    if tag == "img":
        yield "line", _picture(child), None
    elif tag == "table" and (table := _data_table(child, left, depth)):
        for caption in child.iter("caption"):
            yield from _walk_child(caption, "caption", left, depth)
        yield "line", table, None
    elif tag == "br":
        yield "break", *_kind_below(child)
    elif tag in _BLOCKS:
        yield "break", *_kind(child, tag)
        yield from _walk(child, left, depth)
        yield "break", "", None
    elif tag in {"b", "strong", "i", "em", "a"} and not any(
        one.tag in _BLOCKS or (one.tag == "a" and one is not child) for one in child.iter()
    ):
        yield from _inline(child, tag, left)
    else:
        yield from _walk(child, left, depth)


def _text_of(text: str | None) -> Iterator[tuple[str, Any, Any]]:
    if text:
        yield "text", "plain", text


def _inline(element: Element, tag: str, left: _LeftOut) -> Iterator[tuple[str, Any, Any]]:
    text = re.sub(r"\s+", " ", _text(element))
    inner = text.strip()
    href = (element.get("href") or "").strip()
    opening, closing = ("**", "**") if tag in {"b", "strong"} else ("*", "*")
    if tag == "a" and (name := _note_name(href)):
        yield "text", "markdown", f"[^{name}]"
        return
    if tag == "a" and _BACK.fullmatch(href):
        return
    if tag == "a":
        linked = re.match(r"https?://[^\s()<>]+$", href) and inner
        opening, closing = ("[", f"]({href})") if linked else ("", "")
        if not linked:
            _tell_link(element, left, files_only=False)
    if not inner:
        yield "text", "plain", text
        return
    yield "text", "plain", text[: len(text) - len(text.lstrip())]
    yield "text", "markdown", opening
    yield "text", "plain", inner
    yield "text", "markdown", closing
    yield "text", "plain", text[len(text.rstrip()) :]


def _tell_link(link: Element, left: _LeftOut, *, files_only: bool) -> None:
    """Note an address that goes: that of a file always, that of a page where its words stand in a sentence."""
    href = (link.get("href") or "").strip()
    if _NOWHERE.match(href):
        return
    parent = link.getparent()
    in_sentence = parent is not None and len(_text(parent).split()) > len(_text(link).split()) + 2
    if _FILE.search(href) or (in_sentence and not files_only):
        left.link(_text(link), href)


def _note_name(address: str) -> str:
    """Return the name of the footnote or endnote that a link or an element's id names, '' for any other."""
    if match := _FOOTNOTE.fullmatch(address):
        return match[1]
    return f"e{match[1]}" if (match := _ENDNOTE.fullmatch(address)) else ""


def _text(element: Element) -> str:
    return "".join(str(part) for part in element.itertext())


def _labels(element: Element) -> list[str]:
    return [cleaned for line in element.itertext() if (cleaned := clean_line(str(line))) and len(cleaned) < 300][:40]


def _is_chrome(element: Element, tag: str) -> bool:
    if tag in {"body", "html", "main", "article", "p", "img", "br", "h1"} or _holds_notes(element):
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


def _holds_notes(element: Element) -> bool:
    """Tell a footnote, and the list of them."""
    return any(_note_name(one.get("id") or "") for one in (element, *element[:1]))


def _kind(element: Element, tag: str) -> tuple[str, Kind]:
    """Return (mark of the list or footnote that begins with this element, kind)."""
    if tag in _HEADINGS:
        return "", "heading"
    if tag in {"figcaption", "caption"} or _CAPTION.search(f"{element.get('class') or ''}"):
        return "", "caption"
    if _is_dated(element):
        return "", "dateline"
    above = element.getparent()
    first = tag in {"p", "div"} and above is not None and above[0] is element and not (above.text or "").strip()
    for owner in (element, above) if first else (element,):
        if name := _note_name(owner.get("id") or ""):
            return f"[^{name}]: ", "footnote"
        if owner.tag == "li":
            return _mark(owner), "item"
    return "", "quote" if tag == "blockquote" else "text"


def _is_dated(element: Element) -> bool:
    """Tell the element of a page's own date: by its name, or because it holds a `time` and nothing else."""
    if _DATED.search(f"{element.get('class') or ''} {element.get('itemprop') or ''}".replace("_", "-")):
        return True
    clock = next(element.iter("time"), None)
    return clock is not None and _text(clock).strip() == _text(element).strip()


def _kind_below(line_break: Element) -> tuple[str, Kind]:
    """Return the same for what follows a line break: within an item it goes on, indented below it."""
    depth = sum(1 for _ in line_break.iterancestors("li"))
    return ("    " * depth, "item") if depth else ("", "text")


def _mark(item: Element) -> str:
    """Return the sign of an item, its number where the list counts, behind four blanks for each item around it."""
    indent = "    " * sum(1 for _ in item.iterancestors("li"))
    items = item.getparent()
    if items is None or items.tag != "ol":
        return f"{indent}- "
    start, number = _number(items.get("start"), 1), 0
    for one in items.iterchildren("li"):
        number = _number(one.get("value"), number + 1 if number else start)
        if one is item:
            break
    return f"{indent}{number}. "


def _number(said: str | None, otherwise: int) -> int:
    return int(said) if said and re.fullmatch(r"\s*\d{1,6}\s*", said) else otherwise


def _picture(element: Element) -> Line:
    source = element.get("data-src") or element.get("src") or ""
    alt = clean_line(element.get("alt") or "")
    return Line(source.strip() or alt or "?", "picture", markdown=alt)


def _data_table(table: Element, left: _LeftOut, depth: int) -> Line | None:
    """Return a table of figures; None for one that only arranges pictures, paragraphs or other tables."""
    if next(table.iter("img"), None) is not None or sum(1 for _ in table.iter("table")) > 1:
        return None
    told = _LeftOut()
    rows = [[_cell(cell, told, depth) for cell in row if cell.tag in {"td", "th"}] for row in table.iter("tr")]
    if any(len(" ".join(cell.lines)) > _LONGEST_CELL for row in rows for cell in row):
        return None
    text, markdown = write_table(rows)
    if not markdown:
        return None
    left.dropped.extend(told.dropped)
    left.notes.extend(told.notes)
    return Line(text, "table", markdown=markdown)


def _cell(cell: Element, left: _LeftOut, depth: int) -> Cell:
    lines: list[tuple[str, str]] = [("", "")]
    for event, element, value in _walk(cell, left, depth + 1):
        if event == "text":
            plain, written = lines[-1]
            said = "" if element == "markdown" else value
            lines[-1] = plain + said, written + (value if element == "markdown" else escape_inline(value))
        else:
            lines.append(("", ""))
    cleaned = [(clean_line(re.sub(r"\s+", " ", plain)), clean_line(written)) for plain, written in lines]
    return Cell(
        tuple(plain for plain, _ in cleaned if plain),
        tuple(written for plain, written in cleaned if plain),
        _number(cell.get("rowspan"), 1),
        _number(cell.get("colspan"), 1),
    )


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

"""What an element of a saved page is: a part of the article, of its frame, an item, a caption, a footnote, a date."""

from __future__ import annotations

import re
from typing import Any

from bantin.ingest.material import Kind
from bantin.ingest.tidy import clean_line

Element = Any
"""lxml's elements have no types of their own."""

_PARTS_AROUND = (
    r"nav(?:bar|igation)?|menu|breadcrumbs?|footer|side-?bar|related(?:-[\w-]+)?|(?:tin-?)?lien-?quan|tin-?khac|"
    r"share|social|comment(?:s|-?form|-?list|-?respond)?|binh-?luan|advert\w*|ads?|quang-?cao|"
    r"banner|popup|modal|cookie|pagination|tool-?bar|toolbox|skip|hotline|newsletter|tags?|rating|counter|widget|"
    r"copyright|hidden-print|no-?print|print-hidden|search-?box|login"
)
_CHROME = re.compile(rf"(?<!\S)(?:{_PARTS_AROUND})(?!\S)", re.IGNORECASE)
"""Names of the parts around an article."""
_LIKE_CHROME = re.compile(rf"\b(?:{_PARTS_AROUND})\b", re.IGNORECASE)
"""The same within a name: "main-menu", and as well "tag-ben-cat" or "theme-post-content elementor-widget-body"."""
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
_MOST_LABELS, _LONGEST_LABEL = 40, 300
"""Lines of a part that is left out which are told, and characters of each."""
_SENTENCE = 8
"""Words of a paragraph that tells something, no label of a field."""
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)\]]*$")
_FOOTNOTE = re.compile(r"#?_?(?:footnote-|ftn)(\d+)")
_ENDNOTE = re.compile(r"#?_?(?:endnote-|edn)(\d+)")


def note_name(address: str) -> str:
    """Return the name of the footnote or endnote that a link or an element's id names, '' for any other."""
    if match := _FOOTNOTE.fullmatch(address):
        return match[1]
    return f"e{match[1]}" if (match := _ENDNOTE.fullmatch(address)) else ""


def text_of(element: Element) -> str:
    """Return all text within an element."""
    return "".join(str(part) for part in element.itertext())


def labels_of(element: Element) -> list[str]:
    """Return the first lines within an element, long ones cut, to tell what of a page was left out."""
    lines = [cleaned for line in element.itertext() if (cleaned := clean_line(str(line)))][:_MOST_LABELS]
    return [line if len(line) <= _LONGEST_LABEL else f"{line[:_LONGEST_LABEL].rstrip()}…" for line in lines]


def is_chrome(element: Element, tag: str) -> bool:
    """Tell a part of the page around the article: by its name, or because it is little but links."""
    if tag in {"body", "html", "main", "article", "p", "img", "br", "h1"} or _holds_notes(element):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}".replace("_", "-")
    if tag == "form":
        return next(element.iter("h1"), None) is None and (bool(_LIKE_CHROME.search(names)) or not _tells(element))
    text = text_of(element)
    if (_CHROME.search(names) and not _is_story(element)) or (_LIKE_CHROME.search(names) and not _tells(element)):
        return True
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    letters = len(text.strip())
    return (
        tag in {"ul", "ol", "table", "div", "section", "aside", "header"}
        and letters > 0
        and linked > _MOST_LINKS * letters
        and letters < 4000
    )


def _tells(element: Element) -> bool:
    """Tell a part that holds a sentence, as no menu does and no form but the one some portals put their page in."""
    said = (*element.itertext("*"), *map(text_of, element.iter("p")))
    return any(len(text.split()) >= _SENTENCE and _SENTENCE_END.search(text.rstrip()) for text in said)


def _is_story(element: Element) -> bool:
    """Tell a part that holds the article though its class sounds like chrome ("main-content no-sidebar")."""
    if next(element.iter("h1"), None) is not None and _tells(element):
        return True
    long = [one for one in element.iter("p") if len(text_of(one).split()) > 25]
    return len(long) >= 3


def _holds_notes(element: Element) -> bool:
    """Tell a footnote, and the list of them."""
    return any(note_name(one.get("id") or "") for one in (element, *element[:1]))


def number_items(root: Element) -> None:
    """Give each item of the lists that count its number as its `value`, as a browser shows it."""
    for items in root.iter("ol"):
        number = read_number(items.get("start"), 1)
        for item in items.iterchildren("li"):
            number = read_number(item.get("value"), number)
            item.set("value", str(number))
            number += 1


def kind_of(element: Element, tag: str) -> tuple[str, Kind]:
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
        if name := note_name(owner.get("id") or ""):
            return f"[^{name}]: ", "footnote"
        if owner.tag == "li":
            return _mark(owner), "item"
    return "", "quote" if tag == "blockquote" else "text"


def _is_dated(element: Element) -> bool:
    """Tell the element of a page's own date: by its name, or because it holds a `time` and nothing else."""
    if _DATED.search(f"{element.get('class') or ''} {element.get('itemprop') or ''}".replace("_", "-")):
        return True
    clock = next(element.iter("time"), None)
    return clock is not None and text_of(clock).strip() == text_of(element).strip()


def kind_below(line_break: Element) -> tuple[str, Kind]:
    """Return the same for what follows a line break: within an item it goes on, indented below it."""
    depth = sum(1 for _ in line_break.iterancestors("li"))
    return ("    " * depth, "item") if depth else ("", "text")


def _mark(item: Element) -> str:
    """Return the sign of an item, its number where the list counts, behind four blanks for each item around it."""
    indent = "    " * sum(1 for _ in item.iterancestors("li"))
    items = item.getparent()
    return f"{indent}- " if items is None or items.tag != "ol" else f"{indent}{item.get('value')}. "


def read_number(said: str | None, otherwise: int) -> int:
    """Return the number that an attribute says, `otherwise` where it says none."""
    return int(said) if said and re.fullmatch(r"\s*\d{1,6}\s*", said) else otherwise

"""The numbers of a Word file's lists, written out where Markdown would count otherwise: "I.", "a)", "Điều 5."."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import lxml.etree

from bantin.ingest.word_levels import Level, Numbering, number_of, read_numbering, value_of, write_number
from bantin.ingest.word_package import Element, Package
from bantin.ingest.word_runs import WORD

_SHOWN = tuple(f"{WORD}{name}" for name in ("t", "drawing", "pict", "object", "sym"))

_DEEPEST = 8
"""Of the levels that Word has, counted from 0."""
_NONE, _NUMBERS, _BULLETS = "0", "bantin-numbers", "bantin-bullets"
"""Lists of our own: none, whatever the style of the paragraph says, and what Markdown has."""
_OWN = "".join(
    [
        f'<w:numbering xmlns:w="{WORD[1:-1]}">',
        *(
            f'<w:abstractNum w:abstractNumId="{key}">'
            + "".join(f'<w:lvl w:ilvl="{depth}"><w:numFmt w:val="{form}"/></w:lvl>' for depth in range(_DEEPEST + 1))
            + f'</w:abstractNum><w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'
            for key, form in ((_NUMBERS, "decimal"), (_BULLETS, "bullet"))
        ),
        "</w:numbering>",
    ]
)


@dataclass(frozen=True, slots=True)
class _Item:
    """A paragraph of a list, or any other that is not empty (without a label)."""

    paragraph: Element
    label: str | None = None
    depth: int = 0
    is_bullet: bool = False
    stands_apart: bool = False
    """In a cell or as a heading, where Markdown has no lists."""


def write_numbers(root: Element, package: Package) -> dict[str, bytes]:
    """Write the labels of a document's lists as text, but for those that Markdown counts alike.

    What it counts alike: "1.", "2." … from one on, without a paragraph between, and what stands so within an item.
    Return the changed definition of lists by its path; nothing where the document has no list.
    """
    path = package.related(package.main, "numbering")
    items = list(_read_items(root, read_numbering(package))) if path else []
    if path is None or all(item.label is None for item in items):
        return {}
    group: list[_Item] = []
    for item in items:
        if item.label is not None and not item.stands_apart:
            group.append(item)
            continue
        _write_group(group)
        group = []
        if item.label is not None:
            (_join if item.is_bullet else _write)([item])
    _write_group(group)
    definitions = package.parse(path)
    definitions.extend(lxml.etree.fromstring(_OWN))
    return {path: lxml.etree.tostring(definitions, xml_declaration=True, encoding="UTF-8", standalone=True)}


def _read_items(root: Element, numbering: Numbering) -> Iterator[_Item]:
    """Yield the paragraphs in their order, counted as Word does."""
    counts: dict[str, dict[int, int]] = {}
    begun: set[tuple[str, int]] = set()
    for paragraph in root.iter(f"{WORD}p"):
        is_empty = next(paragraph.iter(*_SHOWN), None) is None
        in_cell = next(paragraph.iterancestors(f"{WORD}tc"), None) is not None
        style = value_of(paragraph, "pPr/pStyle") or ""
        key, depth = _find_list(paragraph, style, numbering)
        level = numbering.lists[key].levels.get(depth) if key in numbering.lists else None
        if level is None or depth > _DEEPEST:
            if not is_empty:
                yield _Item(paragraph)
            continue
        counted = numbering.lists[key]
        own = counts.setdefault(counted.counter, {})
        if depth in counted.restarts and (key, depth) not in begun:
            begun.add((key, depth))
            own[depth] = counted.restarts[depth] - 1
        own[depth] = own.get(depth, level.start - 1) + 1
        for deeper in [one for one in own if one > depth]:
            del own[deeper]
        if not is_empty or in_cell:
            label = _label(level, counted.levels, own)
            yield _Item(paragraph, label, depth, level.form == "bullet", in_cell or style in numbering.headings)


def _find_list(paragraph: Element, style: str, numbering: Numbering) -> tuple[str, int]:
    """Return (list, level) of a paragraph, its own or that of its style."""
    styled, depth = numbering.styles.get(style, ("", 0))
    own = value_of(paragraph, "pPr/numPr/numId")
    return styled if own is None else own, number_of(value_of(paragraph, "pPr/numPr/ilvl"), depth)


def _label(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    def fill(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        other = levels.get(index, level)
        return write_number(counts.get(index, other.start), "decimal" if level.in_figures else other.form)

    return " ".join(re.sub(r"%([1-9])", fill, level.label).split())


def _write_group(group: list[_Item]) -> None:
    """Write the labels of a list, all or none of them; bullets are left to Markdown."""
    if _counts_alike(group):
        _join(group)
        return
    for is_bullet, items in groupby(group, key=lambda item: item.is_bullet):
        (_join if is_bullet else _write)(list(items))


def _counts_alike(group: list[_Item]) -> bool:
    counts: list[int] = []
    for item in group:
        # Of the levels around it; its own count ends at a bullet, the deeper ones at any item.
        kept = counts[: item.depth + (not item.is_bullet)]
        counts = [*kept, *([0] * (item.depth + 1 - len(kept)))]
        if not item.is_bullet:
            counts[item.depth] += 1
            if item.label != f"{counts[item.depth]}.":
                return False
    return True


def _join(items: list[_Item]) -> None:
    """Let the items of a list say themselves how they are marked, as mammoth does not ask all that Word asks."""
    outermost = min((item.depth for item in items), default=0)
    for item in items:
        _set_list(item.paragraph, _BULLETS if item.is_bullet else _NUMBERS, item.depth - outermost)


def _write(items: list[_Item]) -> None:
    """Put labels before the words of paragraphs, in their format, and take the paragraphs out of their list."""
    for item in items:
        head = _set_list(item.paragraph, _NONE, 0)
        if not item.label:
            continue
        run = lxml.etree.Element(f"{WORD}r")
        first = next((one for one in item.paragraph.iter(f"{WORD}r") if one.find(f"{WORD}t") is not None), None)
        if first is not None and (format_ := first.find(f"{WORD}rPr")) is not None:
            run.append(copy.deepcopy(format_))
        lxml.etree.SubElement(run, f"{WORD}t").text = f"{item.label} "
        head.addnext(run)


def _set_list(paragraph: Element, key: str, depth: int) -> Element:
    """Put a paragraph into a list; return its format."""
    head = paragraph.find(f"{WORD}pPr")
    if head is None:
        head = lxml.etree.Element(f"{WORD}pPr")
        paragraph.insert(0, head)
    for old in head.findall(f"{WORD}numPr"):
        head.remove(old)
    numbers = lxml.etree.SubElement(head, f"{WORD}numPr")
    lxml.etree.SubElement(numbers, f"{WORD}ilvl").set(f"{WORD}val", str(depth))
    lxml.etree.SubElement(numbers, f"{WORD}numId").set(f"{WORD}val", key)
    return head

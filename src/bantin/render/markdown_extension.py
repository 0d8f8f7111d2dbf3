"""What bantin adds to Python-Markdown, for articles and standing pages alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from markdown import Markdown

_ALIGN = re.compile(r"text-align:\s*(left|center|right)")
_CREDIT = re.compile(r"\s*\(((?:Ảnh|Nguồn ảnh|Minh họa|Đồ họa)\s*:[^()]*)\)\s*$")
"""The credit at the end of a caption, as Vietnamese newspapers write it."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class BantinExtension(Extension):
    """Figures with captions, headings below the page's title, table alignment without style attributes."""

    def __init__(self, **configs: object) -> None:
        self.config = {"demote_headings": [True, "whether the page has its own h1"]}
        super().__init__(**configs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the host's name
        """Register after the inline patterns (priority 20) and before the table of contents (5)."""
        md.treeprocessors.register(_Figures(md), "bantin-figures", 15)
        md.treeprocessors.register(_TableAlignment(md), "bantin-alignment", 14)
        if self.getConfig("demote_headings"):
            md.treeprocessors.register(_HeadingLevels(md), "bantin-headings", 13)


class _Figures(Treeprocessor):
    """A paragraph of one image line, with a line in emphasis below or not, becomes a figure."""

    def run(self, root: ET.Element) -> None:
        for paragraph in root.iter("p"):
            parts = list(paragraph)
            if not parts or parts[0].tag != "img" or (paragraph.text or "").strip():
                continue
            if len(parts) == 1 and not (parts[0].tail or "").strip():
                self._convert(paragraph, None)
            elif len(parts) > 1 and self._is_captioned(parts):
                self._convert(paragraph, parts[-1])

    @staticmethod
    def _is_captioned(parts: list[ET.Element]) -> bool:
        image, *between, last = parts
        return (
            last.tag == "em"
            and [part.tag for part in between] in ([], ["br"])
            and not any((part.tail or "").strip() for part in parts)
            and ("\n" in (image.tail or "") or bool(between))
        )

    @staticmethod
    def _convert(paragraph: ET.Element, caption: ET.Element | None) -> None:
        for part in list(paragraph)[1:]:
            paragraph.remove(part)
        paragraph.tag = "figure"
        paragraph.set("class", "bt-figure")
        paragraph[0].tail = "\n"
        if caption is not None:
            caption.tag = "figcaption"
            caption.tail = "\n"
            _mark_credit(caption)
            paragraph.append(caption)


def _mark_credit(caption: ET.Element) -> None:
    last = caption[-1] if len(caption) else None
    text = (last.tail if last is not None else caption.text) or ""
    if match := _CREDIT.search(text):
        if last is not None:
            last.tail = f"{text[: match.start()]} "
        else:
            caption.text = f"{text[: match.start()]} "
        credit = ET.SubElement(caption, "span", {"class": "bt-figure__credit"})
        credit.text = match[1]


class _TableAlignment(Treeprocessor):
    """`style="text-align: right"` becomes a class: the site's policy allows no style attributes."""

    def run(self, root: ET.Element) -> None:
        for cell in root.iter():
            if cell.tag in {"td", "th"} and (match := _ALIGN.match(cell.attrib.pop("style", ""))):
                cell.set("class", f"bt-align-{match[1]}")


class _HeadingLevels(Treeprocessor):
    """A `#` in the text moves all headings one level down: the page's title is the only h1."""

    def run(self, root: ET.Element) -> None:
        headings = [element for element in root.iter() if element.tag in _HEADINGS]
        if any(heading.tag == "h1" for heading in headings):
            for heading in headings:
                heading.tag = _HEADINGS[min(_HEADINGS.index(str(heading.tag)) + 1, 5)]

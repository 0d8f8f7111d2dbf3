"""What bantin adds to Python-Markdown, for articles and standing pages alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from bantin.render.figures import Figures
from bantin.render.films import Films

if TYPE_CHECKING:
    from markdown import Markdown

_ALIGN = re.compile(r"text-align:\s*(left|center|right)")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class BantinExtension(Extension):
    """Figures, galleries and films, headings below the page's title, table alignment without style attributes."""

    def __init__(self, **configs: object) -> None:
        self.config = {
            "demote_headings": [True, "whether the page has its own h1"],
            "video": ["", "what a link to a film says that has no words of its own"],
        }
        super().__init__(**configs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the host's name
        """Register after the inline patterns (priority 20) and before the table of contents (5)."""
        md.treeprocessors.register(Figures(md), "bantin-figures", 15)
        md.treeprocessors.register(Films(md, self.getConfig("video")), "bantin-films", 15)
        md.treeprocessors.register(_TableAlignment(md), "bantin-alignment", 14)
        if self.getConfig("demote_headings"):
            md.treeprocessors.register(_HeadingLevels(md), "bantin-headings", 13)


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

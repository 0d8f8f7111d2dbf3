"""Pictures of a text become figures with their captions, as newspapers set them."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CREDIT = re.compile(r"\s*\(((?:Ảnh|Nguồn ảnh|Minh họa|Đồ họa)\s*:[^()]*)\)\s*$")
"""The credit at the end of a caption, as Vietnamese newspapers write it."""


class Figures(Treeprocessor):
    """A paragraph of one image line and a caption (a line in emphasis) or none is a figure, a row of them a gallery."""

    def run(self, root: ET.Element) -> None:
        """Change the tree."""
        for paragraph in root.iter("p"):
            parts = list(paragraph)
            if not parts or parts[0].tag != "img" or (paragraph.text or "").strip():
                continue
            if len(parts) == 1 and not (parts[0].tail or "").strip():
                self._convert(paragraph, None)
            elif len(parts) > 1 and self._is_captioned(parts):
                self._convert(paragraph, parts[-1])
        for parent in [*root.iter()]:
            if sum(child.tag == "figure" for child in parent) > 1:
                parent[:] = _gather(parent)

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
    if match := CREDIT.search(text):
        if last is not None:
            last.tail = f"{text[: match.start()]} "
        else:
            caption.text = f"{text[: match.start()]} "
        credit = ET.SubElement(caption, "span", {"class": "bt-figure__credit"})
        credit.text = match[1]


def _gather(children: Iterable[ET.Element]) -> Iterator[ET.Element]:
    """Yield the children of an element with each run of figures in a gallery."""
    for is_figure, run in groupby(children, key=lambda child: child.get("class") == "bt-figure"):
        found = list(run)
        if is_figure and len(found) > 1:
            gallery = ET.Element("div", {"class": "bt-gallery"})
            gallery.text = gallery.tail = "\n"
            gallery.extend(found)
            yield gallery
        else:
            yield from found

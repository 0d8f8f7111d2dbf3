"""Python-Markdown's block step, without asking a dozen processors about what can only be a paragraph.

A block each of whose lines begins with a letter is a paragraph to every processor that Python-Markdown ships: all
their marks are punctuation, digits or blanks. Same output, less time; a test compares it with the plain step.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension

if TYPE_CHECKING:
    from markdown import Markdown

_LETTERS = re.compile(r"[^\W\d_][^\n]*(?:\n[^\W\d_][^\n]*)*")
_KNOWN = frozenset(
    (
        *("empty", "indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference"),
        *("paragraph", "admonition", "table", "footnote", "markdown_block", "defindent", "deflist", "abbr"),
    )
)
"""Processors whose marks are known; beside any other the shortcut is not taken."""


class FastBlocksExtension(Extension):
    """Puts the shortcut before all processors, as soon as all of them are registered."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the host's name
        """Register, unless there is a processor that may want such a block; this extension must come last."""
        registry = md.parser.blockprocessors
        if len(registry) == sum(name in registry for name in _KNOWN):
            registry.register(_PlainParagraph(md.parser), "bantin-plain", 1000)


class _PlainParagraph(BlockProcessor):
    def test(self, parent: ET.Element, block: str) -> bool:  # noqa: ARG002 - the host's signature
        """Tell whether a block can only be a paragraph; in lists a paragraph is more than that."""
        return _LETTERS.fullmatch(block) is not None and not self.parser.state.isstate("list")

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        """Make the paragraph."""
        ET.SubElement(parent, "p").text = blocks.pop(0)

"""Python-Markdown's inline step, without the searches that cannot find anything.

Most paragraphs of news hold no markup, and of the sixteen patterns each paragraph needs none or one or two. A pattern
can match only where its first characters stand, so it is tried only where they do. Same output, half the time; a test
compares it with the plain step on arbitrary text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from markdown import Markdown

_TRIGGERS: dict[str, str | tuple[str, ...]] = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[^",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
    "not_strong": ("*", "_"),
    "em_strong": ("*", "_"),
    "em_strong2": "_",
}
"""What must stand in a text for the pattern of that name to match; a pattern of another name is always tried."""


class FastInlineExtension(Extension):
    """Puts the fast step in the place of the plain one."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the host's name
        """Replace `inline`, keeping its priority of 20."""
        md.treeprocessors.register(_FastInline(md), "inline", 20)


class _FastInline(InlineProcessor):
    """Overrides the one private method that decides which patterns are tried; a test pins that it exists."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._apply = getattr(self, "_InlineProcessor__applyPattern")  # noqa: B009 - a private name of the host
        self._tried: list[tuple[Any, tuple[str, ...]]] = []
        self._needed = re.compile("")

    def run(self, tree: ET.Element, ancestors: list[str] | None = None) -> ET.Element:
        """Process a tree; the patterns are known only when all extensions have registered theirs."""
        if not self._tried:
            self._tried = _pair_patterns(self.md)
            self._needed = _first_characters(self._tried)
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - the name it overrides
        if isinstance(data, AtomicString) or not self._needed.search(data):
            return data
        start = 0
        for index in range(patternIndex, len(self._tried)):
            pattern, triggers = self._tried[index]
            for trigger in triggers:
                if trigger in data:
                    break
            else:
                continue
            matched = True
            while matched:
                data, matched, start = self._apply(pattern, data, index, start)
        return data


def _pair_patterns(md: Markdown) -> list[tuple[Any, tuple[str, ...]]]:
    """Return each inline pattern, in order, with its triggers; every text holds the empty one."""
    names = {id(md.inlinePatterns[name]): name for name in _TRIGGERS if name in md.inlinePatterns}
    paired = []
    for pattern in md.inlinePatterns:
        triggers = _TRIGGERS.get(names.get(id(pattern), ""), "")
        paired.append((pattern, (triggers,) if isinstance(triggers, str) else triggers))
    return paired


def _first_characters(paired: list[tuple[Any, tuple[str, ...]]]) -> re.Pattern[str]:
    """Return what a text must hold for any pattern to be tried."""
    firsts = sorted({trigger[:1] for _, triggers in paired for trigger in triggers})
    # The line break's trigger begins with a blank, which every text has.
    whole = {" ": "  \n"}
    return re.compile("|".join(re.escape(whole.get(first, first)) for first in firsts))

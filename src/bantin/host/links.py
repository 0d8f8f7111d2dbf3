"""Links of standing pages: kept from MkDocs, so that the engine checks and resolves all links of the site alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from bantin.model import Reference
from bantin.render.markdown import ABSOLUTE, Places
from bantin.render.sanitise import Sanitiser
from bantin.render.tables import wrap_tables
from bantin.text.slots import slot

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from markdown import Markdown

_MASK = "https://link.bantin.invalid/"
"""A host that cannot exist (RFC 2606), so that MkDocs passes over the link."""


class LinkMask(Extension):
    """Hides relative links of Markdown from MkDocs; `unmask` gives them back."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the host's name
        """Register before MkDocs' own treatment of links (priority 0) and after all extensions."""
        md.treeprocessors.register(_Masking(md), "bantin-links", 1)


class _Masking(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            name = {"a": "href", "img": "src"}.get(str(element.tag), "")
            value = element.get(name, "") if name else ""
            if value and not ABSOLUTE.match(value):
                element.set(name, _MASK + value.encode().hex())


def take_links(html: str, source: str, table: Callable[[int], str]) -> tuple[str, tuple[Reference, ...]]:
    """Return the safe HTML of a standing page with a slot for each relative link, and the links.

    `source` is the page's file, in which the lines of the links are looked up; `table` names the
    page's tables.
    """
    places = Places(source, 1)
    references: list[Reference] = []

    def take(tag: str, _: str, value: str) -> str | None:
        if value.startswith(_MASK):
            value = bytes.fromhex(value.removeprefix(_MASK)).decode()
        elif ABSOLUTE.match(value):
            return value
        references.append(Reference(*places.find(value), is_picture=tag == "img"))
        return f"{_MARK}{len(references) - 1}"

    safe = Sanitiser().clean(html.replace("[[bantin:", "[&#91;bantin:"), take)
    return _MARKED.sub(lambda match: slot(f"ref-{match[1]}"), wrap_tables(safe, table)), tuple(references)


_MARK = "bantin-slot:"
_MARKED = re.compile(re.escape(_MARK) + r"(\d+)")

"""A link to a film, alone on its line, is shown as one: nothing of it is loaded until a reader follows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from markdown import Markdown

_HOSTS = {
    "YouTube": re.compile(r"(?:(?:www|m)\.)?(?:youtube\.com/(?:watch\?|shorts/|live/)|youtu\.be/)\S+"),
    "Facebook": re.compile(
        r"(?:(?:www|m|web)\.)?(?:facebook\.com/(?:watch|reel/|share/[rv]/|[^/]+/videos/)|fb\.watch/)\S+"
    ),
}
"""What follows the scheme, where a site of films shows one."""
_FILE = re.compile(r"\.(mp4|webm)", re.IGNORECASE)
_ALONE = re.compile(r"https?://\S+")


class Films(Treeprocessor):
    """A paragraph that is nothing but a link to a film, or its address, gets a class and the name of its place."""

    def __init__(self, md: Markdown, label: str) -> None:
        """`label`: what the link says where an editor pasted the address alone."""
        super().__init__(md)
        self._label = label

    def run(self, root: ET.Element) -> None:
        """Change the tree."""
        for paragraph in root.iter("p"):
            text = (paragraph.text or "").strip()
            if not len(paragraph) and _ALONE.fullmatch(text) and place_of(text):
                paragraph.text = ""
                ET.SubElement(paragraph, "a", {"href": text}).text = text
            if len(paragraph) == 1 and paragraph[0].tag == "a" and not (paragraph.text or "").strip():
                self._mark(paragraph, paragraph[0])

    def _mark(self, paragraph: ET.Element, link: ET.Element) -> None:
        place = place_of(link.get("href", ""))
        if not place or (link.tail or "").strip():
            return
        if not len(link) and link.text == link.get("href"):
            link.text = self._label
        paragraph.set("class", "bt-film")
        link.tail = "\n"
        ET.SubElement(paragraph, "span", {"class": "bt-film__place"}).text = place


def place_of(address: str) -> str:
    """Return where a film can be seen, '' where an address leads to none: a site's name, a host, or a kind of file."""
    rest = address.partition("://")[2]
    for name, pattern in _HOSTS.items():
        if pattern.fullmatch(rest):
            return name
    parts = urlsplit(address)
    kind = _FILE.search(parts.path[parts.path.rfind(".") :])
    return (parts.hostname or kind[1].upper()) if kind else ""

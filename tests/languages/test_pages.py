"""A site speaks one language, and all of it comes from its catalogue."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

from languages.pseudo import find_inline

_SPOKEN = {"alt", "aria-label", "aria-description", "aria-valuetext", "title", "placeholder", "label", "content"}
_NAMES = {"phường", "xã", "PDF", "YouTube", "Phường", "Xã"}
"""Words of the registry, of formats and of companies are the same in every language."""
_MACHINE = {"viewport", "generator", "robots", "theme-color", "color-scheme"}
"""Of `meta`, what no reader is told."""


class Words(HTMLParser):
    """What a page says: its texts, and the attributes that are read aloud or shown."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._silent = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element says."""
        found = dict(attrs)
        if tag in {"script", "style"}:
            self._silent = tag
        elif tag != "meta" or (found.get("name") or "") not in {*_MACHINE, ""}:
            self.said += [value for name, value in attrs if name in _SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        """Listen again."""
        if tag == self._silent:
            self._silent = ""

    def handle_data(self, data: str) -> None:
        """Note a text; of data for scripts those that are text."""
        if not self._silent:
            self.said.append(data)


def find_words(html: str) -> set[str]:
    """Return the words of a page that stand in no message and no content."""
    return {word for text in Words(html).said for word in find_inline(text)} - _NAMES


def test_no_word_of_a_page_is_written_into_the_code(foreign_site: Path) -> None:
    """Texts, names for screen readers, descriptions: of every page of the site."""
    pages = sorted(foreign_site.rglob("*.html"))
    assert len(pages) > 60
    found = {page.relative_to(foreign_site).as_posix(): find_words(page.read_text(encoding="utf-8")) for page in pages}
    assert {path: words for path, words in found.items() if words} == {}


def test_no_word_of_a_control_is_written_into_the_code(foreign_site: Path) -> None:
    """What a script puts into pages speaks their language."""
    (script,) = (foreign_site / "assets").glob("bantin.*.mjs")
    (told,) = re.findall(r"^const controls = (\{.*\});$", script.read_text(encoding="utf-8"), re.MULTILINE)
    controls = json.loads(told)
    assert set(controls) == {"listen", "palette", "reading", "share"}
    assert {name: find_words(html) for name, html in controls.items() if not html or find_words(html)} == {}

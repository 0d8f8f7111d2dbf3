"""What of a page does not become text: menus, forms, frames, addresses of links; the report tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bantin.ingest.elements import Element, labels_of, text_of
from bantin.ingest.material import Note, note
from bantin.ingest.tidy import clean_line

_FRAMES = frozenset("iframe object embed audio video".split())
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|zip|rar|7z|jpe?g|png|mp[34])(?:[?#]|$)", re.IGNORECASE)
_NOWHERE = re.compile(r"#|(?:javascript|mailto|tel|about|data):|$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What one page loses."""

    dropped: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    around: dict[Element, int] = field(default_factory=dict)
    """Words of each element that holds a link."""

    def skip(self, element: Element, tag: str) -> None:
        """Note what goes with an element that never becomes text."""
        if tag in {"nav", "footer", "button"}:
            self.dropped.extend(labels_of(element))
        if tag in _FRAMES:
            inner = [one.get("src") for one in element.iter("source", "embed")]
            address = next((one for one in (element.get("src"), element.get("data"), *inner) if one), "")
            if not _NOWHERE.match(address.strip()):
                self.notes.append(note("frame_left_out", address=address.strip()))

    def link(self, link: Element, *, files_only: bool = False) -> None:
        """Note an address that goes: that of a file always, that of a page where its words stand in a sentence."""
        href = (link.get("href") or "").strip()
        words = clean_line(" ".join(text_of(link).split()))
        if _NOWHERE.match(href):
            return
        if _FILE.search(href) or (not files_only and self._words_around(link) > len(words.split()) + 2):
            self.notes.append(note("link_left_out", words=words or href, address=href))

    def _words_around(self, link: Element) -> int:
        """Return how many words the element around a link holds, counted once for all its links."""
        parent = link.getparent()
        if parent not in self.around:
            self.around[parent] = len(text_of(parent).split()) if parent is not None else 0
        return self.around[parent]

"""What mammoth does not see in a Word file: text boxes come into the text, hidden words go."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from typing import Any

import lxml.etree

from bantin.ingest.material import Note, note
from bantin.ingest.refusal import Refused

Element = Any
"""lxml's elements have no types of their own."""

DAMAGED = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, NotImplementedError, EOFError, OSError),
    *(lxml.etree.XMLSyntaxError, ValueError),
)
"""What is raised where a file cannot be unpacked or a part of it is no XML."""
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARTS = frozenset(("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"))
_SAID = 120
"""Characters of hidden words that the report quotes."""


def prepare(data: bytes) -> tuple[bytes, tuple[Note, ...]]:
    """Return a Word file in which all that is to be read stands in paragraphs, and what was taken out.

    The same bytes where nothing changes. Raises Refused for a part that cannot be unpacked or is no XML.
    """
    try:
        return _prepare(data)
    except DAMAGED as error:
        raise Refused("damaged") from error


def _prepare(data: bytes) -> tuple[bytes, tuple[Note, ...]]:
    changed: dict[str, bytes] = {}
    notes: list[Note] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in sorted(_PARTS & set(archive.namelist())):
            parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True)
            root = lxml.etree.fromstring(archive.read(name), parser)
            hidden = _drop_hidden(root)
            if _place_boxes(root) or hidden:
                changed[name] = lxml.etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            words = " ".join(" ".join(hidden).split())
            if words:
                notes.append(note("hidden_left_out", words=words if len(words) <= _SAID else f"{words[:_SAID]}…"))
        return (_rewrite(archive, changed) if changed else data), tuple(notes)


def _drop_hidden(root: Element) -> list[str]:
    """Take out the runs that Word does not show; return their words."""
    words = []
    for mark in [*root.iter(f"{_WORD}vanish")]:
        run = mark.getparent().getparent()
        if run is None or run.tag != f"{_WORD}r" or mark.get(f"{_WORD}val") in {"0", "false", "off"}:
            continue
        words.append("".join(one.text or "" for one in run.iter(f"{_WORD}t")))
        run.getparent().remove(run)
    return words


def _place_boxes(root: Element) -> bool:
    """Put what text boxes hold below the paragraphs they are fixed to; tell whether there was any."""
    for choice in root.iter(f"{_CHOICES}Choice"):
        if next(choice.iter(f"{_WORD}txbxContent"), None) is not None:
            for other in choice.itersiblings(f"{_CHOICES}Fallback"):
                # The same box once more, for older programs.
                for box in [*other.iter(f"{_WORD}txbxContent")]:
                    box.getparent().remove(box)
    boxes = [*root.iter(f"{_WORD}txbxContent")]
    ends: dict[Element, Element] = {}
    for box in boxes:
        host = next(box.iterancestors(f"{_WORD}p"), None)
        box.getparent().remove(box)
        if host is None:
            continue
        for part in [*box]:
            ends.get(host, host).addnext(part)
            ends[host] = part
    return bool(boxes)


def _rewrite(archive: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as copy:
        for name, part in {part.filename: part for part in archive.infolist()}.items():
            copy.writestr(part, changed.get(name) or archive.read(part))
    return stored.getvalue()

"""A file of any kind becomes material, or a refusal with the way on."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from bantin.ingest.encodings import decode_text
from bantin.ingest.html import read_html
from bantin.ingest.markdown import read_markdown
from bantin.ingest.material import Material, Picture
from bantin.ingest.refusal import Refused
from bantin.ingest.tidy import split_lines
from bantin.ingest.word import read_word

LIMIT_MB = 50
_MOST_TEXT = 5 * 1024 * 1024
"""Bytes of an article's text or page; a longer one is a dump of a site."""
READABLE = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".md": "markdown",
    ".markdown": "markdown",
}
_WAY_ON = {
    **dict.fromkeys((".doc", ".rtf", ".odt", ".wps", ".dot"), "old_word"),
    ".pdf": "pdf",
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".tif", ".tiff", ".bmp"), "picture"),
    **dict.fromkeys((".zip", ".rar", ".7z"), "archive"),
    **dict.fromkeys((".xls", ".xlsx", ".ppt", ".pptx"), "office"),
}
_MAGIC = (
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "old_word"),
    (b"{\\rtf", "old_word"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
)
_SHOWN = 40
"""Characters of a picture within a page that a report quotes."""
_STAND_IN = 300
"""Bytes of a picture that only keeps a place."""
_OF_PAGE = "_files"
"""The folder that a browser puts beside a saved page: its frames, scripts and pictures."""
_PICTURE_LIMIT = 30 * 1024 * 1024


def find_files(path: Path) -> Iterator[Path]:
    """Yield the files to import of a file or, in order, of a folder and all below it."""
    if not path.is_dir():
        yield path
        return
    for one in sorted(path.rglob("*")):
        hidden = any(part.startswith((".", "~$")) or part.endswith(_OF_PAGE) for part in one.relative_to(path).parts)
        if (
            one.is_file()
            and not hidden
            and (one.suffix.lower() in READABLE or one.suffix.lower() in {".doc", ".pdf", ".rtf", ".odt"})
        ):
            yield one


_STAMP = re.compile(
    r"^\[(?P<clock>\d{1,2}:\d{2})(?::\d{2})?,? (?P<day>\d{1,2}/\d{1,2}/\d{4})\] [^:\n]{1,60}: *(?=\S)", re.MULTILINE
)
"""How Zalo writes when, and by whom, a message was sent that is copied: "[08:12, 07/10/2025] Nguyễn Văn A: …"."""


def read_file(path: Path) -> Material:
    """Return what a file holds. Raises Refused where it cannot be imported, OSError where it cannot be opened."""
    suffix = path.suffix.lower()
    size = path.stat().st_size
    if size > LIMIT_MB * 1024 * 1024:
        raise Refused("too_large", size=-(-size // (1024 * 1024)), limit=LIMIT_MB)
    data = path.read_bytes()
    kind = _find_kind(suffix, data)
    if kind != "docx" and len(data) > _MOST_TEXT:
        raise Refused("too_long", limit=_MOST_TEXT // (1024 * 1024))
    material = read_bytes(kind, data)
    if not material.lines:
        raise Refused("empty")
    return _attach(material, path.parent)


def _find_kind(suffix: str, data: bytes) -> str:
    for magic, way in _MAGIC:
        if data.startswith(magic):
            raise Refused(way)
    if data.startswith(b"PK\x03\x04"):
        if suffix in {".docx", ".txt", ".doc", ""}:
            return "docx"
        raise Refused(_WAY_ON.get(suffix, "archive"))
    if suffix in READABLE:
        return READABLE[suffix]
    raise Refused(_WAY_ON.get(suffix, "unknown"), suffix=suffix or "?")


def read_bytes(kind: str, data: bytes) -> Material:
    """Return what bytes of a known kind hold: "text", "html", "markdown" or "docx"."""
    if kind == "docx":
        return read_word(data)
    text, notes = decode_text(data)
    if kind == "html" or (kind == "text" and re.match(r"\s*(?:<!doctype html|<html)", text, re.IGNORECASE)):
        return read_html(text, notes)
    if kind == "markdown":
        return read_markdown(text, notes)
    text, stamps = _take_stamps(text)
    return Material(split_lines(text), notes=notes, dropped=stamps)


def _take_stamps(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text with the moments of Zalo's messages as lines of their own, and the stamps as they were."""
    stamps = tuple(match[0].strip() for match in _STAMP.finditer(text))
    return (_STAMP.sub(r"Ngày đăng: \g<clock> \g<day>\n\n", text) if stamps else text), stamps


def _attach(material: Material, folder: Path) -> Material:
    """Take along the pictures that a page holds itself, and those beside it that it names."""
    pictures = list(material.pictures)
    lines = []
    for line in material.lines:
        if line.kind != "picture" or line.text.startswith("docx:"):
            lines.append(line)
            continue
        embedded = line.text.startswith("data:")
        data = _decode_picture(line.text) if embedded else _read_picture(line.text, folder)
        shown = f"{line.text[:_SHOWN]}…" if embedded else line.text
        if data is None:
            lines.append(replace(line, text=shown))
            continue
        pictures.append(Picture(shown if embedded else Path(line.text).name, data, line.markdown))
        lines.append(replace(line, text=f"docx:{len(pictures)}"))
    return replace(material, lines=tuple(lines), pictures=tuple(pictures))


def _decode_picture(source: str) -> bytes | None:
    """Return the bytes of a picture within a page (RFC 2397); None for what stands in for one that is loaded later."""
    match = re.match(r"data:image/[\w.+-]+;base64,", source, re.IGNORECASE)
    try:
        data = b64decode(unquote(source[match.end() :])) if match else b""
    except ValueError:
        return None
    return data if len(data) > _STAND_IN else None


def _read_picture(source: str, folder: Path) -> bytes | None:
    """Return the bytes of a picture below `folder`; nothing outside of it is ever opened."""
    if re.match(r"[a-z][a-z0-9+.-]*:|/|\\", source, re.IGNORECASE):
        return None
    try:
        path = (folder / source).resolve()
        if not path.is_file():
            path = (folder / unquote(source)).resolve()
        if not path.is_relative_to(folder.resolve()) or not path.is_file() or path.stat().st_size > _PICTURE_LIMIT:
            return None
        return path.read_bytes()
    except (OSError, ValueError):
        return None

"""Word files (.docx) through mammoth, with limits: a small file may unpack to more than the machine holds."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any
from xml.parsers.expat import ExpatError

from bantin.ingest.html import read_html
from bantin.ingest.material import Material, Note, Picture, note
from bantin.ingest.refusal import Refused
from bantin.ingest.word_package import DAMAGED, Package
from bantin.ingest.word_parts import prepare

_MOST_UNPACKED = 200 * 1024 * 1024
_MOST_OF_TEXT = 40 * 1024 * 1024
"""Bytes of one part in XML; a book has fewer."""
_MOST_RATIO = 200
_MOST_PARTS = 5000
_PICTURES = {"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp"}


def read_word(data: bytes) -> Material:
    """Return the lines and pictures of a Word file. Raises Refused for one that is damaged, locked or a bomb."""
    _check(data)
    data, notes = prepare(data)
    import mammoth  # noqa: PLC0415 - only Word files need it

    pictures: list[Picture] = []
    lost: list[Note] = []

    def keep(image: Any) -> list[Any]:
        ending = _PICTURES.get(image.content_type)
        if ending is None:
            lost.append(note("picture_unreadable", name=image.alt_text or image.content_type or "?"))
            return []
        try:
            with image.open() as stream:
                pictures.append(Picture(f"{len(pictures) + 1}{ending}", stream.read(), image.alt_text or ""))
        except (*DAMAGED, KeyError):
            lost.append(note("picture_missing"))
            return []
        return [mammoth.html.element("img", {"src": f"docx:{len(pictures)}", "alt": image.alt_text or ""})]

    try:
        result = mammoth.convert_to_html(io.BytesIO(data), convert_image=keep)
    except (*DAMAGED, ExpatError, KeyError, AttributeError, RecursionError, IndexError, TypeError) as error:
        raise Refused("damaged") from error
    notes = (*notes, *dict.fromkeys(lost))
    return replace(read_html(f"<html><body>{result.value}</body></html>", notes), pictures=tuple(pictures))


def _check(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise Refused("locked")
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > _MOST_PARTS or unpacked > _MOST_UNPACKED or unpacked > _MOST_RATIO * max(len(data), 10_000):
                raise Refused("bomb")
            texts = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
            if any(part.file_size > _MOST_OF_TEXT for part in texts):
                raise Refused("bomb")
            for part in texts:
                with archive.open(part) as stream:
                    if b"<!DOCTYPE" in stream.read(4096):
                        raise Refused("bomb")
            package = Package(archive)
            if package.main not in package.names:
                raise Refused("damaged")
    except DAMAGED as error:
        raise Refused("damaged") from error

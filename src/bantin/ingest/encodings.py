"""Bytes of any text file become Unicode: UTF-8, UTF-16, Windows-1258, TCVN3, VNI; NFC; nothing invisible."""

from __future__ import annotations

import re
import unicodedata

from bantin.ingest.material import Note, note
from bantin.text.legacy import from_tcvn3, from_vni, restore_line
from bantin.text.syllables import share_of_syllables

_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    r"\ufffe\uffff\ufdd0-\ufdef\ue000-\uf8ff]"
)
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SAMPLE = 20_000
"""Characters that an encoding is judged by."""


def decode_text(data: bytes) -> tuple[str, tuple[Note, ...]]:
    """Return (text with LF, NFC, only visible characters, notes on what was converted). Never raises."""
    text, encoding = _decode(data)
    notes = [note("encoding", name=encoding)] if encoding else []
    text = clean_text(text)
    lines, converted = [], set()
    for line in text.split("\n"):
        restored, name = restore_line(line)
        lines.append(restored)
        converted |= {name} - {""}
    notes += [note("encoding", name=name.upper()) for name in sorted(converted)]
    return clean_text("\n".join(lines)) if converted else text, tuple(notes)


def clean_text(text: str) -> str:
    """Return `text` with LF, in NFC, without characters that show nothing."""
    text = _BREAKS.sub("\n", text)
    if text.isascii():
        return _UNSEEN.sub("", text)
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode("utf-8")))


def _decode(data: bytes) -> tuple[str, str]:
    """Return (text, name of the encoding where it is not UTF-8)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), "UTF-16"
    if data.count(0) * 3 > len(data):
        order = "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be"
        return data.decode(order, "replace"), "UTF-16"
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _guess(data)


def _guess(data: bytes) -> tuple[str, str]:
    """Return the reading of old bytes that gives most Vietnamese syllables; damaged UTF-8 is one of them."""
    windows = data.decode("cp1252", "replace")
    readings = (
        (data.decode("utf-8", "replace"), "UTF-8"),
        (unicodedata.normalize("NFC", data.decode("cp1258", "replace")), "Windows-1258"),
        (from_tcvn3(windows), "TCVN3"),
        (from_vni(windows), "VNI"),
    )
    return max(readings, key=lambda one: share_of_syllables(one[0][:_SAMPLE]) - one[0][:_SAMPLE].count("\ufffd") / 100)

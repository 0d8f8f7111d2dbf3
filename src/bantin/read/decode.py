"""Bytes of a file become text: UTF-8 without BOM, LF, NFC, or the reason why not."""

from __future__ import annotations

import re
import unicodedata

from bantin.read.findings import Findings
from bantin.text.legacy import find_legacy

_WINDOWS_1258 = frozenset(b"\xf0\xd0\xfd\xf5\xea\xf4\xe2\xe3\xec\xcc\xd2\xde\xf2")
"""đ Đ ư ơ ê ô â ă and the five combining tone marks."""
_BOM = "\ufeff"
_TCVN3 = frozenset(b"\xae\xa7\xad\xac\xaa\xab\xa9\xa8\xb5\xb6\xb7\xb8\xb9")
"""đ Đ ư ơ ê ô â ă and à ả ã á ạ in TCVN 5712:1993, encoding 3 (the fonts named .VnTime)."""
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
"""Characters that show nothing, end a line for YAML alone, or turn the direction of text and so hide what is there."""
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: [^\n]*)?$", re.MULTILINE)
"""Lines by which git tells where two versions meet that nobody has joined yet."""


def find_conflict(text: str, findings: Findings) -> bool:
    """Find what git left where two people changed one place (`merge-conflict`)."""
    marks = [*_CONFLICT.finditer(text)] if "<<<<<<<" in text or ">>>>>>>" in text else []
    if marks:
        first, last = (text.count("\n", 0, mark.start()) + 1 for mark in (marks[0], marks[-1]))
        findings.error("merge-conflict", first, end=last)
    return bool(marks)


def decode(data: bytes, findings: Findings) -> str | None:
    """Return the text of a file, or None after a finding (`encoding`, `control-character`, `merge-conflict`)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        findings.error("encoding", variant="utf16")
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        sound = data[: fault.start].decode("utf-8").lstrip(_BOM)
        findings.error("encoding", *_end(sound), variant=_guess(data))
        return None
    # Tools that join files leave more than one.
    text = text.lstrip(_BOM).replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        findings.error("encoding", *_end(text[: text.index("\0")]), variant="utf16" if _is_utf16(data) else "nul")
        return None
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if legacy := find_legacy(text):
        findings.error("encoding", legacy[0], variant=legacy[1])
        return None
    if fault_at := CONTROL.search(text):
        place = _end(text[: fault_at.start()])
        findings.error("control-character", *place, code=f"U+{ord(fault_at[0]):04X}")
        return None
    return None if find_conflict(text, findings) else text


def _end(text: str) -> tuple[int, int]:
    """Return line and column of what follows `text` in its file."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _is_utf16(data: bytes) -> bool:
    """Tell Vietnamese text in UTF-16 without a mark: most of its letters have a zero byte."""
    return data.count(0) * 3 > len(data)


def _guess(data: bytes) -> str:
    if _is_utf16(data):
        return "utf16"
    if b"\0" in data:
        return "unknown"
    high = [byte for byte in data if byte > 0x7F]  # noqa: PLR2004 - beyond ASCII
    windows = sum(byte in _WINDOWS_1258 for byte in high)
    tcvn3 = sum(byte in _TCVN3 for byte in high)
    if max(windows, tcvn3) * 3 < len(high):
        return "unknown"
    return "windows1258" if windows >= tcvn3 else "tcvn3"

"""Bytes of a file become text: UTF-8 without BOM, LF, NFC, or the reason why not."""

from __future__ import annotations

import re
import unicodedata

from bantin.read.findings import Findings

_WINDOWS_1258 = frozenset(b"\xf0\xd0\xfd\xf5\xea\xf4\xe2\xe3\xec\xcc\xd2\xde\xf2")
"""đ Đ ư ơ ê ô â ă and the five combining tone marks."""
_TCVN3 = frozenset(b"\xae\xa7\xad\xac\xaa\xab\xa9\xa8\xb5\xb6\xb7\xb8\xb9")
"""đ Đ ư ơ ê ô â ă and à ả ã á ạ in TCVN 5712:1993, encoding 3 (the fonts named .VnTime)."""
_CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that show nothing, or turn the direction of text and so hide what is written."""


def decode(data: bytes, findings: Findings) -> str | None:
    """Return the text of a file, or None after a finding (`encoding`, `control-character`)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        findings.error("encoding", variant="utf16")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        findings.error("encoding", data.count(b"\n", 0, fault.start) + 1, variant=_guess(data))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        findings.error("encoding", text.count("\n", 0, text.index("\0")) + 1, variant="nul")
        return None
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if fault_at := _CONTROL.search(text):
        line_start = text.rfind("\n", 0, fault_at.start()) + 1
        findings.error(
            "control-character",
            text.count("\n", 0, line_start) + 1,
            fault_at.start() - line_start + 1,
            code=f"U+{ord(fault_at[0]):04X}",
        )
        return None
    return text


def _guess(data: bytes) -> str:
    high = [byte for byte in data if byte > 0x7F]  # noqa: PLR2004 - beyond ASCII
    windows = sum(byte in _WINDOWS_1258 for byte in high)
    tcvn3 = sum(byte in _TCVN3 for byte in high)
    if max(windows, tcvn3) * 3 < len(high):
        return "unknown"
    return "windows1258" if windows >= tcvn3 else "tcvn3"

"""What a picture tells besides its pixels is taken out of its file; the pixels stay as they are, bit by bit.

Each format is a row of parts, and parts are kept only when they are known to be needed: what a camera or a messenger
puts between them, or behind the end, goes. Raises ValueError where a file is not built as its format says.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    (
        b"IHDR",
        b"PLTE",
        b"tRNS",
        b"IDAT",
        b"IEND",
        b"acTL",
        b"fcTL",
        b"fdAT",
        b"gAMA",
        b"cHRM",
        b"sRGB",
        b"sBIT",
        b"bKGD",
    )
)
_WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"))
_WEBP_FLAGS = 0b0001_0010
"""Of the extended header: animation and transparency stay true, profile, EXIF and XMP do not."""
_GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def strip_metadata(kind: str, data: bytes) -> bytes:
    """Return a picture of format `kind` (as Pillow calls it) without metadata. Raises ValueError, also for others."""
    try:
        return b"".join(_READERS[kind](data))
    except (KeyError, IndexError, struct.error) as error:
        message = f"no {kind} that could be taken apart"
        raise ValueError(message) from error


def _jpeg(data: bytes) -> Iterator[bytes]:
    """Keep tables, frames and scans, JFIF (density) and Adobe (what the colours mean): ITU-T T.81, annex B."""
    if data[:2] != b"\xff\xd8":
        raise IndexError
    yield data[:2]
    at = 2
    while True:
        while data[at + 1] == 0xFF:  # fill bytes
            at += 1
        if data[at] != 0xFF:
            raise IndexError
        marker = data[at + 1]
        if marker == 0xD9:
            yield b"\xff\xd9"
            return
        (length,) = struct.unpack_from(">H", data, at + 2)
        end = at + 2 + length
        if marker == 0xDA:
            end = _end_of_scan(data, end)
        is_told = 0xE1 <= marker <= 0xEF and marker != 0xEE
        if not is_told and marker != 0xFE:
            yield data[at:end]
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    """Return where the next marker stands that is neither a byte of the picture nor a restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0:
            raise IndexError
        following = data[at + 1]
        if following != 0 and not 0xD0 <= following <= 0xD7 and following != 0xFF:
            return at
        at += 1 if following == 0xFF else 2


def _png(data: bytes) -> Iterator[bytes]:
    if not data.startswith(_PNG):
        raise IndexError
    yield _PNG
    at, name = len(_PNG), b""
    while name != b"IEND":
        (length,) = struct.unpack_from(">I", data, at)
        name, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data):
            raise IndexError
        if name in _PNG_KEPT:
            yield data[at:end]
        at = end


def _webp(data: bytes) -> Iterator[bytes]:
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise IndexError
    (size,) = struct.unpack_from("<I", data, 4)
    kept, at = [], 12
    while at < 8 + size:
        name = data[at : at + 4]
        (length,) = struct.unpack_from("<I", data, at + 4)
        end = at + 8 + length + length % 2
        if at + 8 + length > len(data):
            raise IndexError
        if name == b"VP8X":
            kept.append(data[at : at + 8] + bytes((data[at + 8] & _WEBP_FLAGS,)) + data[at + 9 : end])
        elif name in _WEBP_KEPT:
            kept.append(data[at:end])
        at = end
    body = b"".join(kept)
    yield b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body


def _gif(data: bytes) -> Iterator[bytes]:
    """Keep screen, pictures, their timing and the number of rounds: GIF89a, section 17 and following."""
    if data[:3] != b"GIF":
        raise IndexError
    at = 13 + _table(data[10])
    yield data[:at]
    while data[at] != 0x3B:
        start = at
        if data[at] == 0x2C:
            at = _end_of_blocks(data, at + 11 + _table(data[at + 9]))
            yield data[start:at]
        elif data[at] == 0x21:
            at = _end_of_blocks(data, at + 2)
            is_loop = data[start + 1] == 0xFF and data[start + 3 : start + 14] in _GIF_LOOPS
            if data[start + 1] == 0xF9 or is_loop:
                yield data[start:at]
        else:
            raise IndexError
    yield b";"


def _table(packed: int) -> int:
    """Return the bytes of a colour table, as its flags say."""
    return 3 << (packed & 7) + 1 if packed & 0x80 else 0


def _end_of_blocks(data: bytes, at: int) -> int:
    while data[at]:
        at += 1 + data[at]
    return at + 1


_READERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {"JPEG": _jpeg, "PNG": _png, "WEBP": _webp, "GIF": _gif}

"""The address of an article as a QR code (ISO/IEC 18004), a small picture for paper.

segno draws one code of each size, and long addresses. What differs between two codes of one size, the codewords and
their error correction, is worked out here and put into segno's drawing, which takes a tenth of the time.
"""

from __future__ import annotations

import struct
from base64 import b64encode
from functools import lru_cache
from itertools import chain, product
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple
from zlib import compress, crc32

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segno import QRCode

_MASK = 3
"""One of the eight masks: comparing all would take five times as long, and every reader reads each."""
_BLOCKS = (
    *((1, 19, 7), (1, 34, 10), (1, 55, 15), (1, 80, 20), (1, 108, 26)),
    *((2, 68, 18), (2, 78, 20), (2, 97, 24), (2, 116, 30)),
)
"""Versions 1 to 9 at level L: blocks, codewords of a block for data, for error correction. Table 9 of the standard."""
_BYTE_MODE = 0b0100
_HEADER = 2
"""Bytes of the mode (4 bits), the length (8) and the end (4), up to version 9."""
_PADS = b"\xec\x11"
"""What fills a code, after a byte 0: segno sets one, which the standard allows, and so the two can be compared."""
_FIELD = 0x11D
"""The polynomial of the Galois field of 256 elements: 7.5.2 of the standard."""
_SAMPLE = b"https"
"""Any text: its codewords are taken out of segno's drawing again."""
_TIMING = 6
"""The row and the column that give the pace."""
_CORNER = 9
"""Modules of a corner's side, its blank and the notes on the format included."""


class Bitmap(NamedTuple):
    """A picture in black and white: its bits as one number, row after row, a byte 0 before each; white is 1."""

    size: int
    bits: int

    @property
    def src(self) -> str:
        """Return the picture as the address of a PNG file. Not compressed: zlibs differ in the bytes they make."""
        head = struct.pack(">2I5B", self.size, self.size, 1, 0, 0, 0, 0)
        rows = self.bits.to_bytes(self.size * _stride(self.size) // 8, "big")
        chunks = (b"IHDR" + head, b"IDAT" + compress(rows, 0), b"IEND")
        parts = (struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", crc32(chunk)) for chunk in chunks)
        return "data:image/png;base64," + b64encode(b"\x89PNG\r\n\x1a\n" + b"".join(parts)).decode()


def draw_qr(text: str) -> Bitmap:
    """Return the QR code of an address, one pixel a module, white border included.

    Its level of error correction is the lowest: paper is read from near, and a smaller code has larger modules.
    """
    data = text.encode()
    for number, (blocks, size, _) in enumerate(_BLOCKS, start=1):
        if len(data) + _HEADER <= blocks * size:
            return _version(number).draw(data)
    return _picture(_draw(data))


def _draw(data: bytes, version: int | None = None) -> QRCode:
    import segno  # noqa: PLC0415 - only articles need it, and only where the site knows its address

    return segno.make_qr(data, error="l", boost_error=False, mask=_MASK, mode="byte", version=version)


def _picture(code: QRCode) -> Bitmap:
    rows = ["0" * 8 + "".join("10"[module] for module in row) for row in code.matrix_iter()]
    size = len(rows)
    return Bitmap(size, int("".join(row.ljust(_stride(size), "0") for row in rows), 2))


def _stride(width: int) -> int:
    """Return the bits of a row: a byte of its own before it, and blanks to the next byte after it."""
    return 8 + (width + 7) // 8 * 8


class _Version:
    """What all codes of one size have in common."""

    def __init__(self, number: int) -> None:
        self._blocks, self._size, self._checks = _BLOCKS[number - 1]
        code = _draw(_SAMPLE, number)
        drawn = _picture(code)
        bits = 8 * self._blocks * (self._size + self._checks)
        places = dict(zip(_zigzag(code), range(bits), strict=False))  # after them, up to 7 that are always 0
        self._spread = itemgetter(*(places.get(place, bits) for place in range(drawn.size * _stride(drawn.size))))
        self._width = drawn.size
        self._empty = drawn.bits ^ self._place(_SAMPLE)

    def draw(self, data: bytes) -> Bitmap:
        return Bitmap(self._width, self._empty ^ self._place(data))

    def _place(self, data: bytes) -> int:
        message = self._message(data)
        bits = f"{int.from_bytes(message, 'big'):0{8 * len(message)}b}"
        return int("".join(self._spread(bits + "0")), 2)

    def _message(self, data: bytes) -> bytes:
        """Return the codewords of `data`, those of the blocks by turns, and of their error correction: 7.4 and 7.6."""
        head = (_BYTE_MODE << 8 | len(data)) << 8 * len(data) | int.from_bytes(data, "big")
        words = (head << 4).to_bytes(len(data) + _HEADER, "big") + b"\0"
        words = (words + _PADS * self._size)[: self._blocks * self._size]
        blocks = [words[start : start + self._size] for start in range(0, len(words), self._size)]
        checks = [_check(block, self._checks) for block in blocks]
        return bytes(chain(*zip(*blocks, strict=True), *zip(*checks, strict=True)))


_version = lru_cache(maxsize=len(_BLOCKS))(_Version)


def _zigzag(code: QRCode) -> Iterator[int]:
    """Yield the places of the bits of codewords in the picture: columns by two, from the right, up and down by turns.

    See 7.7.3 of the standard.
    """
    border, size = code.default_border_size, len(code.matrix)
    taken = _taken(code)
    columns = [*range(size - 1, _TIMING, -2), *range(_TIMING - 1, 0, -2)]
    for turn, right in enumerate(columns):
        for row in range(size) if turn % 2 else reversed(range(size)):
            for column in (right, right - 1):
                if (row, column) not in taken:
                    yield (border + row) * _stride(size + 2 * border) + 8 + border + column


def _taken(code: QRCode) -> set[tuple[int, int]]:
    """Return the modules, by row and column, where no codeword stands: see 6.3 of the standard."""
    from segno import consts  # noqa: PLC0415 - see above

    size = len(code.matrix)
    kinds = {consts.TYPE_ALIGNMENT_PATTERN_DARK, consts.TYPE_ALIGNMENT_PATTERN_LIGHT}
    kinds |= {consts.TYPE_VERSION_DARK, consts.TYPE_VERSION_LIGHT}
    near, far = range(_CORNER), range(size - _CORNER + 1, size)
    corners = [(near, near), (near, far), (far, near)]
    return {
        *(place for rows, columns in corners for place in product(rows, columns)),
        *((_TIMING, place) for place in range(size)),
        *(
            (row, column)
            for row, line in enumerate(code.matrix_iter(border=0, verbose=True))
            for column, kind in enumerate(line)
            if kind in kinds
        ),
    }


@lru_cache(maxsize=len(_BLOCKS))
def _divisors(checks: int) -> list[int]:
    """Return the generator polynomial of `checks` codewords, see annex A, times each element of the field."""
    generator, root = [1], 1
    for _ in range(checks):
        shifted, multiplied = [*generator, 0], [0, *(_multiply(factor, root) for factor in generator)]
        generator = [one ^ other for one, other in zip(shifted, multiplied, strict=True)]
        root = _multiply(root, 2)
    return [
        int.from_bytes(bytes(_multiply(factor, element) for factor in generator[1:]), "big") for element in range(256)
    ]


def _multiply(one: int, other: int) -> int:
    result = 0
    while other:
        result ^= one * (other & 1)
        one <<= 1
        one ^= _FIELD * (one >> 8)
        other >>= 1
    return result


def _check(block: bytes, checks: int) -> bytes:
    """Return the codewords of error correction of a block: the remainder of a division, see 7.5.2."""
    divisors, top, rest = _divisors(checks), 8 * (checks - 1), 0
    for word in block:
        rest = (rest & ((1 << top) - 1)) << 8 ^ divisors[word ^ rest >> top]
    return rest.to_bytes(checks, "big")

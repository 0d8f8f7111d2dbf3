"""The QR code of an article's address, on paper."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO

import pytest
import segno
from hypothesis import given, strategies as st
from PIL import Image

from bantin.views.qr import draw_qr

_ADDRESS = "https://tin.example/tin/2026/05/tong-ket-quy-hoach/"
_MOST = 300
"""Bytes; up to 230 bantin fills the codes itself, longer ones segno draws."""


def _modules(src: str) -> list[list[int]]:
    """Return the modules of a picture row by row, 1 where it is black."""
    with Image.open(BytesIO(b64decode(src.removeprefix("data:image/png;base64,")))) as image:
        width, height = image.size
        return [[int(not image.getpixel((column, row))) for column in range(width)] for row in range(height)]


def _drawn_by_segno(text: str) -> list[list[int]]:
    code = segno.make_qr(text.encode(), error="l", boost_error=False, mask=3, mode="byte")
    return [list(row) for row in code.matrix_iter()]


@given(st.text(st.characters(codec="ascii"), min_size=1, max_size=_MOST))
def test_a_code_is_the_one_that_segno_draws(text: str) -> None:
    """Module by module, whatever the text."""
    assert _modules(draw_qr(text).src) == _drawn_by_segno(text)


@pytest.mark.parametrize("length", [17, 18, 32, 33, 53, 54, 78, 79, 106, 107, 134, 135, 154, 155, 192, 193, 230, 231])
def test_codes_of_every_size_are_those_that_segno_draws(length: int) -> None:
    """The last length of each version and the first of the next."""
    text = (_ADDRESS * 5)[:length]

    assert _modules(draw_qr(text).src) == _drawn_by_segno(text)


def test_a_page_learns_how_many_modules_wide_the_picture_is() -> None:
    """So the space is there before the picture is."""
    code = draw_qr(_ADDRESS)

    assert code.size == len(_modules(code.src))

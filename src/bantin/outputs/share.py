"""The picture that messengers show beside a link: title and ward, in the font of the site.

The font comes in two files, as browsers get it: one for the letters that only Vietnamese has, one for the rest. Letters
are composed (NFC), so each is whole in one of them. Loaded by who draws only: Pillow is heavy.
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from bantin.plan.syndication import SHARE_SIZE
from bantin.render.folders import theme_dir
from bantin.views.page import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.plan.syndication import SharePicture

_MARGIN = 80
_PAPER, _INK, _SOFT, _BAR = "#fbf8f2", "#211b17", "#595047", "#7c1417"
_BAND = 28
_SIZES = (76, 68, 60, 52, 46)
"""Of the title, the largest that fits."""
_LEADING = 1.28
_SMALL = 34
_COLOURS = 32
_BOLD, _PLAIN = "700", "400"
_TITLE_TOP, _TITLE_BOTTOM = 170, 500


class _Face:
    """One weight of the font in one size."""

    def __init__(self, weight: str, size: int) -> None:
        folder = theme_dir() / "assets/fonts"
        fonts = [ImageFont.truetype(folder / f"bvp-{part}-{weight}.woff2", size) for part in ("latin", "vietnamese")]
        self._latin, self._vietnamese = fonts

    def _runs(self, text: str) -> Iterator[tuple[str, ImageFont.FreeTypeFont]]:
        """Yield the parts of a text with the file that has their letters."""
        run, current = "", self._latin
        for letter in text:
            font = self._vietnamese if _is_vietnamese(letter) else self._latin
            if font is not current and run:
                yield run, current
                run = ""
            run, current = run + letter, font
        if run:
            yield run, current

    def width(self, text: str) -> float:
        """Return how wide a text is."""
        return sum(font.getlength(run) for run, font in self._runs(text))

    def draw(self, draw: ImageDraw.ImageDraw, place: tuple[float, float], text: str, colour: str) -> None:
        """Write a text on its base line."""
        x, y = place
        for run, font in self._runs(text):
            draw.text((x, y), run, colour, font, anchor="ls")
            x += font.getlength(run)


def _is_vietnamese(letter: str) -> bool:
    """Tell whether a letter stands in the Vietnamese file: the ranges of theme/styles/tokens.css."""
    return letter in "ĂăĐđĨĩŨũƠơƯư₫" or "\u1ea0" <= letter <= "\u1ef9" or "\u0300" <= letter <= "\u0329"


@lru_cache(maxsize=16)
def _face(weight: str, size: int) -> _Face:
    return _Face(weight, size)


def draw_share_picture(inputs: SharePicture) -> bytes:
    """Return a PNG of `SHARE_SIZE`."""
    width, height = SHARE_SIZE
    image = Image.new("RGB", (width, height), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width, _BAND), _BAR)
    room = width - 2 * _MARGIN
    small = _face(_PLAIN, _SMALL)
    small.draw(draw, (_MARGIN, 120), _cut(sentence(inputs.wards), small, room), _BAR)
    size, lines = _set_title(inputs.title, room)
    for number, line in enumerate(lines, 1):
        _face(_BOLD, size).draw(draw, (_MARGIN, _TITLE_TOP + number * size * _LEADING - size * 0.28), line, _INK)
    small.draw(draw, (_MARGIN, height - 60), _cut(inputs.site, small, room), _SOFT)
    stream = io.BytesIO()
    image.quantize(_COLOURS, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _set_title(title: str, room: int) -> tuple[int, list[str]]:
    """Return (size, lines) of a title; one that is too long for the smallest size ends in an ellipsis."""
    for size in _SIZES:
        face, most = _face(_BOLD, size), int((_TITLE_BOTTOM - _TITLE_TOP) / (size * _LEADING))
        lines = _break(title, face, room)
        if len(lines) <= most and all(face.width(line) <= room for line in lines):
            return size, lines
    face, size = _face(_BOLD, _SIZES[-1]), _SIZES[-1]
    most = int((_TITLE_BOTTOM - _TITLE_TOP) / (size * _LEADING))
    lines = _break(title, face, room)
    shown = [*lines[: most - 1], _cut(" ".join(lines[most - 1 :]), face, room)]
    return size, [_cut(line, face, room) for line in shown]


def _break(text: str, face: _Face, room: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and face.width(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _cut(text: str, face: _Face, room: int) -> str:
    if face.width(text) <= room:
        return text
    while text and face.width(f"{text}…") > room:
        text = text[:-1].rstrip()
    return f"{text}…"

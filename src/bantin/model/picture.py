"""A picture as the site publishes it, and the smaller forms of it that browsers may choose from."""

from __future__ import annotations

from typing import NamedTuple

FULL = 2400
"""Pixels of the longer side of what stands at a picture's own address: a screen of twice the density, an A4 scan that
can be read."""
_WIDTHS = {"avif": (320, 640, 960, 1600), "webp": (640, 960)}
"""By format, the better first: a card, a phone, a phone of high density or a desktop's column, its whole width.

Nine in ten readers get AVIF; WebP is for Edge before 121 and iPhones before iOS 16, and few widths serve them.
"""


class Variant(NamedTuple):
    """A smaller form of a picture."""

    format: str
    """avif or webp: the name of the type and the ending of the file."""
    width: int
    height: int


class Picture(NamedTuple):
    """A picture at its own address: upright, not larger than `FULL`, without anything but its pixels."""

    path: str
    """Below content/, and below the site."""
    width: int
    """Pixels; 0 where unknown (a drawing without a size)."""
    height: int
    mark: str = ""
    """Stands in the names of the variants, so that another picture has other names; empty: there are none."""

    def variants(self) -> tuple[Variant, ...]:
        """Return the smaller forms by format, narrow ones first; none is wider than the picture."""
        if not self.mark:
            return ()
        return tuple(
            Variant(kind, width, max(1, round(self.height * width / self.width)))
            for kind, widths in _WIDTHS.items()
            for width in sorted({min(width, self.width) for width in widths})
        )


def fit(width: int, height: int) -> tuple[int, int]:
    """Return the size of a picture once its longer side is at most `FULL`."""
    longer = max(width, height)
    if longer <= FULL:
        return width, height
    return max(1, round(width * FULL / longer)), max(1, round(height * FULL / longer))

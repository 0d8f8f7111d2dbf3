"""Whether a picture can be shown, and how large it is. Its size is asked before anything is unpacked."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple
from warnings import catch_warnings

from PIL import Image, ImageFile

MOST_PIXELS = {"JPEG": 100_000_000, "MPO": 100_000_000}
"""More is a bomb or a scan by mistake. A JPEG can be unpacked to an eighth of its size; phones make 12 to 50."""
_MOST_PIXELS = 50_000_000
_GLANCE = 64
"""Pixels asked of a JPEG to see whether all of it is there: the decoder takes the smallest scale."""
_GPS, _ORIENTATION = 0x8825, 0x0112
"""Tags of EXIF 2.3, sections 4.6.3 and 4.6.4."""
_ON_ITS_SIDE = 5
"""The first of the four orientations that swap width and height."""


class Judgement(NamedTuple):
    """What is to be known of a picture before it is used."""

    width: int = 0
    """Pixels, once it is upright."""
    height: int = 0
    fault: str = ""
    """Why it cannot be published: a wording of `picture-unreadable`."""
    is_located: bool = False
    is_still: bool = False


def judge(data: bytes) -> Judgement:
    """Return what is to be known of a picture of pixels."""
    try:
        with catch_warnings(action="ignore"), Image.open(BytesIO(data)) as image:
            width, height = image.size
            if width * height > MOST_PIXELS.get(image.format or "", _MOST_PIXELS):
                return Judgement(fault="bomb")
            return _judge(image)
    except Image.DecompressionBombError:
        return Judgement(fault="bomb")
    except Exception:  # noqa: BLE001 - decoders raise anything for damaged bytes
        return Judgement(fault="damaged")


def _judge(image: ImageFile.ImageFile) -> Judgement:
    width, height = image.size
    # A still photograph of a phone may hold a second, small picture (MPO); what moves has another format.
    is_still = image.format == "MPO" or getattr(image, "n_frames", 1) == 1
    if image.format == "PNG":
        image.verify()  # PNG alone has checksums; asking for its EXIF would unpack all of it
        return Judgement(width, height, is_still=is_still)
    exif = image.getexif()
    is_located = bool(exif.get_ifd(_GPS))
    if exif.get(_ORIENTATION, 1) >= _ON_ITS_SIDE and is_still:
        width, height = height, width
    image.draft(None, (_GLANCE, _GLANCE))
    image.load()
    return Judgement(width, height, is_located=is_located, is_still=is_still)

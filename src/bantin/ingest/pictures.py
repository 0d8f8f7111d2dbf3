"""Pictures of raw material, fit for the repository: upright, not larger than a page shows, without place or camera."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

_LARGEST = 2400
"""Pixels of the longer side."""
_ENDINGS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "GIF": ".gif"}
_GPS = 0x8825
"""Tag of the location (EXIF 2.3, section 4.6.3)."""


@dataclass(frozen=True, slots=True)
class CleanPicture:
    """A picture to store."""

    data: bytes
    ending: str
    had_location: bool


def clean_picture(data: bytes) -> CleanPicture | None:
    """Return a picture without anything but its pixels, or None for what is no picture that a page can show."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as opened:
                return _clean(opened, data)
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ):
        return None


def _clean(opened: Image.Image, data: bytes) -> CleanPicture | None:
    kind = opened.format or ""
    ending = _ENDINGS.get(kind)
    if ending is None:
        return None
    had_location = bool(opened.getexif().get_ifd(_GPS))
    if getattr(opened, "n_frames", 1) > 1:
        return CleanPicture(data, ending, had_location=False)
    picture = ImageOps.exif_transpose(opened)
    picture.thumbnail((_LARGEST, _LARGEST))
    picture.info = {key: value for key, value in picture.info.items() if key in {"transparency", "icc_profile"}}
    stored = io.BytesIO()
    if kind == "JPEG":
        picture.convert("RGB").save(stored, "JPEG", quality=88, icc_profile=picture.info.get("icc_profile"))
    else:
        picture.save(stored, kind)
    return CleanPicture(stored.getvalue(), ending, had_location)

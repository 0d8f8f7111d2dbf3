"""Pictures of raw material, fit for the repository: upright, not larger than a page shows, without place or camera."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageOps, UnidentifiedImageError

_LARGEST = 2400
"""Pixels of the longer side."""
_ENDINGS = {"JPEG": ".jpg", "MPO": ".jpg", "PNG": ".png", "WEBP": ".webp", "GIF": ".gif"}
"""MPO is what Pillow calls the JPEG of a telephone with further pictures behind the first: a depth map, a preview."""
_GPS = 0x8825
"""Tag of the location (EXIF 2.3, section 4.6.3)."""
_TELLING = frozenset((b"EXIF", b"XMP ", b"eXIf", b"iTXt", b"tEXt", b"zTXt"))
"""Chunks of WebP and PNG that hold metadata."""


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
    if kind != "MPO" and getattr(opened, "n_frames", 1) > 1:
        return CleanPicture(_clean_animation(opened, data), ending, had_location)
    picture = ImageOps.exif_transpose(opened)
    picture.thumbnail((_LARGEST, _LARGEST))
    picture.info = {key: value for key, value in picture.info.items() if key in {"transparency", "icc_profile"}}
    stored = io.BytesIO()
    if ending == ".jpg":
        picture.convert("RGB").save(stored, "JPEG", quality=88, icc_profile=picture.info.get("icc_profile"))
    else:
        picture.save(stored, kind)
    return CleanPicture(stored.getvalue(), ending, had_location)


def _clean_animation(opened: Image.Image, data: bytes) -> bytes:
    """Return an animation with its pictures as they are, and without what tells of place or camera."""
    if opened.format == "WEBP":
        kept = b"".join(_without_marks(chunk) for chunk in _chunks(data, 12, "little") if chunk[:4] not in _TELLING)
        return b"RIFF" + (4 + len(kept)).to_bytes(4, "little") + b"WEBP" + kept
    if opened.format == "PNG":
        return data[:8] + b"".join(chunk for chunk in _chunks(data, 8, "big") if chunk[4:8] not in _TELLING)
    if "xmp" not in opened.info:
        return data
    stored = io.BytesIO()
    opened.info.pop("xmp")
    opened.save(stored, opened.format, save_all=True)
    return stored.getvalue()


def _chunks(data: bytes, at: int, order: Literal["little", "big"]) -> Iterator[bytes]:
    """Yield the chunks of a RIFF ("little") or PNG file from `at` on."""
    while at + 8 <= len(data):
        if order == "little":
            size = int.from_bytes(data[at + 4 : at + 8], order)
            length = 8 + size + size % 2
        else:
            length = 12 + int.from_bytes(data[at : at + 4], order)
        yield data[at : at + length]
        at += length


def _without_marks(chunk: bytes) -> bytes:
    """Return a WebP chunk, its head without the flags that announce EXIF and XMP."""
    return chunk[:8] + bytes((chunk[8] & ~0x0C,)) + chunk[9:] if chunk.startswith(b"VP8X") and chunk[8:] else chunk

"""A picture becomes what the site shows of it: itself without its secrets, and smaller forms.

Everything here, the versions of the codecs included, decides the bytes: `recipe` names it, and another recipe makes
all pictures anew.
"""

from __future__ import annotations

from contextlib import suppress
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from warnings import catch_warnings

from bantin.build.pictures.strip import strip_metadata
from bantin.model import digest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PIL.Image import Image

    from bantin.model import Picture, Variant

_AVIF: dict[str, object] = {"quality": 55, "max_threads": 1}
_AVIF_SPEED, _AVIF_SPEED_SMALL, _SMALL = 9, 6, 320
"""Speed 9 takes a tenth of the time of speed 6 and 5 % more bytes; at the width of a card, where lists show twenty of
them, it would be 20 %."""
_WEBP: dict[str, object] = {"quality": 75, "method": 2}
_WRITTEN: dict[str, dict[str, object]] = {
    "JPEG": {"quality": 82, "optimize": True},
    "WEBP": {"quality": 82, "method": 4},
    "AVIF": {"quality": 65, "speed": 8, "max_threads": 1},
}
_TURNED: dict[str, dict[str, object]] = {"JPEG": {"quality": 90}, "WEBP": {"quality": 90}, "AVIF": {"quality": 75}}
"""For a picture that keeps its size and is written again only to be upright, or in other colours."""
_ORIENTATION = 0x0112
"""Tag of EXIF 2.3, section 4.6.4."""
_SRGB = b"sRGB"
"""Stands in the name of the profile that browsers assume, as ASCII or UTF-16 (ICC.1:2010, section 9.2.41)."""


def recipe() -> str:
    """Return the digest of what decides, besides a picture, the bytes that become of it."""
    sources = (Path(__file__).with_name(name).read_bytes() for name in ("develop.py", "strip.py"))
    return digest(version("pillow"), *(source.replace(b"\r\n", b"\n") for source in sources))


def develop(data: bytes, picture: Picture) -> list[bytes]:
    """Return what stands at the picture's address, then its variants in their order.

    Raises OSError, ValueError and whatever else decoders raise.
    """
    from PIL import Image, ImageOps  # noqa: PLC0415 - `recipe` is asked in every build

    with catch_warnings(action="ignore"), Image.open(BytesIO(data)) as image:
        kind = "JPEG" if image.format == "MPO" else image.format or ""
        if not picture.mark and kind != "AVIF":
            return [strip_metadata(kind, data)]
        orientation = 1 if kind == "PNG" else image.getexif().get(_ORIENTATION, 1)
        is_turned = orientation != 1
        is_large = max(image.size) > max(picture.width, picture.height)
        is_proper = not is_turned and not is_large and _is_srgb(image)
        if is_large:
            longer = max(picture.width, picture.height)
            width, height = (-(-side * longer // max(image.size)) for side in image.size)
            image.draft(None, (width, height))
        upright = _in_srgb(image)
        if is_large:
            # Before it is turned: of the small picture that is little work. Hamming shrinks as sharply as a bicubic
            # filter in half its time.
            upright = upright.resize(_sensor_size(orientation, picture), Image.Resampling.HAMMING)
        if is_turned:
            upright.getexif()[_ORIENTATION] = orientation
            upright = ImageOps.exif_transpose(upright)
            upright.info = {}
        full = _keep(kind, data, image.info) if is_proper else b""
        variants = _variants(upright, picture.variants(), is_drawn=kind in {"PNG", "GIF"})
        return [full or _write(upright, kind, is_shrunk=is_large), *variants]


def _sensor_size(orientation: int, picture: Picture) -> tuple[int, int]:
    """Return the size of a picture before it is turned."""
    lies = orientation >= 5  # noqa: PLR2004 - EXIF orientations 5 to 8 lie on their side
    return (picture.height, picture.width) if lies else (picture.width, picture.height)


def _is_srgb(image: Image) -> bool:
    profile = image.info.get("icc_profile") or b""
    is_standard = not profile or _SRGB in profile or _SRGB.decode().encode("utf-16-be") in profile
    return is_standard and image.mode != "CMYK"


def _in_srgb(image: Image) -> Image:
    """Return a picture in RGB or RGBA, in the colours that browsers take for granted, and with nothing else."""
    plain = _in_eight_bits(image)
    if not _is_srgb(image) and (profile := image.info.get("icc_profile")):
        plain = _convert(plain, profile)
    has_alpha = plain.has_transparency_data
    plain = plain.convert("RGBA" if has_alpha else "RGB")
    plain.info = {}
    return plain


def _in_eight_bits(image: Image) -> Image:
    if image.mode.startswith("I"):
        return image.point(lambda value: value * (1 / 256)).convert("L")
    return image if image.mode in {"RGB", "RGBA", "CMYK", "L"} else image.convert(_whole_mode(image))


def _whole_mode(image: Image) -> str:
    return "RGBA" if image.has_transparency_data else "RGB"


def _convert(image: Image, profile: bytes) -> Image:
    """Return a picture in sRGB; one with a profile that is none keeps its numbers."""
    from PIL import ImageCms  # noqa: PLC0415 - few pictures have another profile

    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    with suppress(ImageCms.PyCMSError, OSError, ValueError):
        found = ImageCms.profileToProfile(image, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode=mode)
        return found or image
    return image


def _keep(kind: str, data: bytes, info: Mapping[str | tuple[int, int], object]) -> bytes:
    """Return the file without metadata and with the very same pixels; nothing where that cannot be."""
    if kind == "AVIF":
        return b"" if info.get("exif") or info.get("xmp") else data
    with suppress(ValueError):
        return strip_metadata(kind, data)
    return b""


def _write(image: Image, kind: str, *, is_shrunk: bool) -> bytes:
    options = _WRITTEN.get(kind, {})
    return _save(image, kind, options if is_shrunk else options | _TURNED.get(kind, {}))


def _variants(image: Image, variants: Sequence[Variant], *, is_drawn: bool) -> list[bytes]:
    """Return the variants of an upright picture, each shrunk from the next larger one."""
    from PIL import Image as Images  # noqa: PLC0415 - as above

    shrunk = {}
    for size in sorted({(one.width, one.height) for one in variants}, reverse=True):
        if size != image.size:
            image = image.resize(size, Images.Resampling.HAMMING)
        shrunk[size] = image
    return [_save_variant(shrunk[one.width, one.height], one, is_drawn=is_drawn) for one in variants]


def _save_variant(image: Image, one: Variant, *, is_drawn: bool) -> bytes:
    if one.format == "webp":
        return _save(image, "WEBP", _WEBP)
    speed = _AVIF_SPEED_SMALL if one.width <= _SMALL else _AVIF_SPEED
    # Coloured letters on a screenshot would get a fringe.
    subsampling = "4:4:4" if is_drawn else "4:2:0"
    return _save(image, "AVIF", {**_AVIF, "speed": speed, "subsampling": subsampling})


def _save(image: Image, kind: str, options: Mapping[str, object]) -> bytes:
    stored = BytesIO()
    image.save(stored, kind, **options)
    return stored.getvalue()

"""Pictures and attachments: their size on the page, and whether they can be published at all."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import TYPE_CHECKING
from warnings import catch_warnings
from xml.etree import ElementTree as ET

from bantin.build.medium import suffix_of
from bantin.check import MediaFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bantin.build.cache import Cache
    from bantin.build.medium import Medium

RASTER = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
MOST_PIXELS = 100_000_000
"""A picture of more is a bomb or a scan by mistake; a phone's photograph has 12 to 50 million."""

_LENGTH = re.compile(r"\s*([\d.]+)\s*(?:px)?\s*")
_LOADS = re.compile(rb"@import|url\(\s*[\"']?\s*(?!#|[\"'\s])|<\?xml-stylesheet", re.IGNORECASE)
"""Styles that fetch another file; `url(#gradient)` stays inside."""
_ACTIVE = ("script", "foreignobject", "iframe", "embed", "object", "handler", "animate", "set")


def measure_media(content: Path, identities: Mapping[str, Medium], cache: Cache) -> dict[str, MediaFile]:
    """Return what pages need to know of each file."""
    known = cache.get("media", {one.key for one in identities.values() if one.key})
    found: dict[str, MediaFile] = {}
    fresh: dict[str, bytes] = {}
    for path, (_, key, size) in identities.items():
        if not key:
            found[path] = MediaFile(0, "", fault="locked")
            continue
        row = known.get(key) or fresh.get(key)
        if row is None:
            row = fresh[key] = json.dumps(_measure_file(content / path)).encode()
        found[path] = MediaFile(size, key, *json.loads(row))
    cache.put("media", fresh)
    cache.prune("media", (one.key for one in identities.values()))
    return found


def _measure_file(path: Path) -> tuple[int, int, str, bool]:
    suffix = suffix_of(path.name)
    # Attachments may be as large as videos; nothing is asked of them.
    return measure(suffix, path.read_bytes() if suffix in {*RASTER, ".svg"} else b"")


def measure(suffix: str, data: bytes) -> tuple[int, int, str, bool]:
    """Return (width, height, fault, whether it tells its place) of a picture; (0, 0, "", False) of any other file."""
    if suffix == ".svg":
        return (*_measure_svg(data), False)
    if suffix not in RASTER:
        return 0, 0, "", False
    return _measure_raster(data)


def _measure_raster(data: bytes) -> tuple[int, int, str, bool]:
    from PIL import Image  # noqa: PLC0415 - slow to import, needed for new pictures only

    turned = is_located = False
    try:
        with catch_warnings(action="ignore"), Image.open(BytesIO(data)) as image:
            width, height = image.size
            if width * height > MOST_PIXELS:
                return 0, 0, "bomb", False
            if image.format == "PNG":
                image.verify()  # PNG alone has checksums; asking for its EXIF would unpack all of it
            else:
                exif = image.getexif()
                is_located = bool(exif.get_ifd(0x8825))
                turned = exif.get(0x0112, 1) >= 5  # noqa: PLR2004 - EXIF orientations 5 to 8 lie on their side
    except Image.DecompressionBombError:
        return 0, 0, "bomb", False
    except Exception:  # noqa: BLE001 - decoders raise anything for damaged bytes
        return 0, 0, "damaged", False
    return (height, width, "", is_located) if turned else (width, height, "", is_located)


def _measure_svg(data: bytes) -> tuple[int, int, str]:
    """Measure a drawing, and refuse one that could do more than be looked at."""
    if b"\0" in data:  # UTF-16, in which the next search would find nothing
        return 0, 0, "damaged"
    if b"<!ENTITY" in data.upper() or _LOADS.search(data):
        return 0, 0, "active"
    try:
        root = ET.fromstring(data)  # noqa: S314 - no entities, see above
    except (ET.ParseError, ValueError, LookupError):  # the last two: encodings that expat does not know
        return 0, 0, "damaged"
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2].lower()
        if name.startswith(_ACTIVE) or any(_is_active(*attribute) for attribute in element.attrib.items()):
            return 0, 0, "active"
    return (*_svg_size(root), "")


def _is_active(name: str, value: str) -> bool:
    local = name.rpartition("}")[2].lower()
    if local.startswith("on"):
        return True
    return local in {"href", "src"} and not value.strip().startswith("#")


def _svg_size(root: ET.Element) -> tuple[int, int]:
    width, height = (_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height"))
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    if width and height:
        sides = (width[1], height[1])
    elif len(box) == 4:  # noqa: PLR2004 - min-x, min-y, width, height
        sides = (box[2], box[3])
    else:
        return 0, 0
    try:
        return round(float(sides[0])), round(float(sides[1]))
    except (ValueError, OverflowError):
        return 0, 0

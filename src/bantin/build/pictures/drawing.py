"""Whether a drawing (SVG) can be shown, and how large it is. Nothing in it may run, and it may fetch nothing."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

_LENGTH = re.compile(r"\s*([\d.]+)\s*(?:px)?\s*")
_LOADS = re.compile(rb"@import|url\(\s*[\"']?\s*(?!#|[\"'\s])|<\?xml-stylesheet", re.IGNORECASE)
"""Styles that fetch another file; `url(#gradient)` stays inside."""
_ACTIVE = ("script", "foreignobject", "iframe", "embed", "object", "handler", "animate", "set")


def judge_drawing(data: bytes) -> tuple[int, int, str]:
    """Return (width, height, fault) of a drawing, and refuse one that could do more than be looked at."""
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

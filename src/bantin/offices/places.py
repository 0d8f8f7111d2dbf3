"""Places at the end of an office: "phường Bến Nghé, quận 1, thành phố Hồ Chí Minh"."""

from __future__ import annotations

import re
from dataclasses import replace

from bantin.offices.model import Place
from bantin.text.fold import fold

_QUARTERS = ("khu phố", "tổ dân phố", "khu dân cư", "khu vực", "khóm", "ấp", "thôn", "bản", "buôn", "làng", "xóm")
_WARDS = ("phường", "xã", "thị trấn", "đặc khu")
_DISTRICTS = ("quận", "huyện", "thị xã")
_PROVINCES = ("tỉnh", "thành phố")
_KINDS = (*_QUARTERS, *_WARDS, *_DISTRICTS, *_PROVINCES)

_CENTRAL = frozenset(("ha noi", "ho chi minh", "hai phong", "da nang", "can tho", "hue"))
"""Cities that are provinces (resolution 202/2025/QH15); any other thành phố lies, or lay, in one."""

_KIND = re.compile(rf"(?i)(?<!\w)(?<!hợp tác )({'|'.join(sorted(_KINDS, key=len, reverse=True))})(?!\w)")
_NO_PLACE = re.compile(
    r"(?i)xã hội|(?:quận|huyện|tỉnh|thành phố) (?:ủy|đoàn|đội)|bản tin|bản đồ|làng nghề|thành phố hóa|khu vực bầu cử"
)
"""Words that begin like a place."""
_NAME_WORD = re.compile(r"[A-ZÀ-ỸĐ0-9][\w'’.-]*")
_NUMBER = re.compile(r"(?i)^số (?=\d)")
_MOST_WORDS = 6
"""Of a name."""


def find_place(text: str, *, any_case: bool) -> tuple[int, Place] | None:
    """Return where in `text` a place begins that reaches to its end, and the place; None where none does.

    `any_case`: names may be written without capitals, as in a text that has none.
    """
    for match in _KIND.finditer(text):
        if not _NO_PLACE.match(text, match.start()):
            place = read_places(text[match.start() :], any_case=any_case)
            if place is not None:
                return match.start(), place
    return None


def read_places(text: str, *, any_case: bool) -> Place | None:
    """Return the places that `text` consists of, or None where it holds anything else."""
    place = Place()
    rest = text.strip(" ,-–()")
    while rest:
        match = _KIND.match(rest)
        if not match or _NO_PLACE.match(rest):
            return None
        kind, rest = match[1].lower(), _NUMBER.sub("", rest[match.end() :].strip())
        name, rest = _take_name(rest, any_case=any_case)
        rest = rest.strip(" ,-–()")
        place = _add(place, kind, name)
    return place


def _take_name(text: str, *, any_case: bool) -> tuple[str, str]:
    """Return (name, what follows it): words with capitals or digits up to the next kind or mark."""
    taken: list[str] = []
    words = text.split(" ")
    while words and len(taken) < _MOST_WORDS:
        word = words[0]
        bare = word.rstrip(",()")
        starts_kind = bool(_KIND.match(" ".join(words))) and not (taken and word[:1].isupper())
        if not bare or starts_kind or not (any_case or _NAME_WORD.fullmatch(bare)):
            break
        taken.append(bare)
        words.pop(0)
        if bare != word:
            break
    name = " ".join(taken)
    return name.title() if any_case and name == name.lower() else name, " ".join(words)


def _add(place: Place, kind: str, name: str) -> Place:
    """Return `place` with one more part; the first of each level stays."""
    if kind in _QUARTERS:
        return place if place.quarter else replace(place, quarter=f"{kind} {name}".strip())
    if kind in _WARDS:
        return place if place.ward else replace(place, ward=f"{kind} {name}".strip())
    if kind in _DISTRICTS or (kind == "thành phố" and name and fold(name) not in _CENTRAL):
        label = kind if not name else f"TP. {name}" if kind == "thành phố" else f"{kind.capitalize()} {name}"
        return place if place.district else replace(place, district=label)
    label = kind if not name else f"TP. {name}" if kind == "thành phố" else f"tỉnh {name}"
    return place if place.province else replace(place, province=label)

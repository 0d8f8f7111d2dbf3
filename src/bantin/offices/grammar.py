"""Posts out of a role as an article states it.

A text is cut into parts at commas and before what begins another office ("kiêm", "và", a dash). A part is a role, its
body and its place. What a part leaves out it takes from its neighbours: "Phó Bí thư, Chủ tịch UBND phường X" names the
Đảng ủy and the phường only once.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from bantin.offices.bodies import is_open, read_body, read_role
from bantin.offices.model import Level, Place, Post, Reading
from bantin.offices.places import find_place, read_places
from bantin.offices.spelling import drop_honours, write_out

_CUT = re.compile(r"\s*(?:[,;+]|(?<![đĐ])/)\s*|\s+[-–—]\s+|\s*\n\s*")
_JOIN = re.compile(
    r"(?i)[,\s]*(?:(?:và\s+|,\s*)?(?:kiêm nhiệm|kiêm|đồng thời là|đồng thời|cùng là))\s+(?:chức\s+)?(?:chức vụ\s+)?"
)
_AND = re.compile(r"(?i)\s+và\s+")
_STATE = re.compile(r"(?i)(nguyên|cựu|quyền|q\.)\s+")
_FULL_TIME = re.compile(r"(?i)\s((?:không )?chuyên trách)$")
_REMIT = re.compile(r"(?i)\s((?:không chuyên trách|chuyên trách|phụ trách\s.*|khóa\s.*|nhiệm kỳ\s.*))$")
_DASHES = "-–—"
_FIELDS = frozenset(("Kế toán", "Thủ quỹ", "Văn thư", "Thư ký", "Thường trực"))
"""Roles that are also fields of work: "Công chức Tài chính - Kế toán"."""
_PARTY_ROLES = frozenset(
    (
        "Bí thư",
        "Phó Bí thư",
        "Phó Bí thư Thường trực",
        "Ủy viên Ban Thường vụ",
        "Ủy viên Thường vụ",
        "Ủy viên Ban Chấp hành",
    )
)
_STATE_ROLES = frozenset(("Chủ tịch", "Phó Chủ tịch", "Phó Chủ tịch Thường trực"))


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a text as read so far."""

    text: str
    """As written, without abbreviations."""
    post: Post | None
    level: Level = ""
    """That the body's name tells."""


@lru_cache(maxsize=4096)
def read_offices(text: str) -> Reading:
    """Return the posts that a role states, in its order, and the parts that state none."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    any_case = text.isupper() or write_out(text) == write_out(text).lower()
    parts: list[_Part] = []
    for raw, mark in _cut(text):
        full = write_out(raw)
        _take(raw, drop_honours(full.lower() if any_case else full), mark, parts, any_case=any_case)
    posts = _complete([part for part in parts if part.post])
    return Reading(posts, tuple(part.text for part in parts if part.post is None))


def _cut(text: str) -> list[tuple[str, str]]:
    """Return the pieces of a text as written, each with the mark that stands before it."""
    text = _JOIN.sub("; ", text).replace("(", ", ").replace(")", " ")
    pieces: list[tuple[str, str]] = []
    mark, start = "", 0
    for match in [*_CUT.finditer(text), None]:
        piece = text[start : match.start() if match else len(text)].strip(" .,")
        for number, one in enumerate(_cut_at_and(piece)):
            pieces.append((one, "và" if number else mark))
        if match:
            mark, start = match[0].strip() or ",", match.end()
    return [(piece, mark) for piece, mark in pieces if piece]


def _cut_at_and(piece: str) -> list[str]:
    """Cut at each "và" behind which an office begins: not in "Văn phòng HĐND và UBND"."""
    found, start = [], 0
    for match in _AND.finditer(piece):
        if read_role(drop_honours(write_out(piece[match.end() :]))):
            found.append(piece[start : match.start()])
            start = match.end()
    return [*found, piece[start:]]


def _take(raw: str, full: str, mark: str, parts: list[_Part], *, any_case: bool) -> None:
    """Add a piece to `parts`: an office, or what belongs to the office before it, or unread."""
    if not full:
        return
    part = _read(full, any_case=any_case)
    last = parts[-1] if parts else None
    if last and last.post:
        longer = _extend(last, full, mark, part, any_case=any_case)
        if longer:
            parts[-1] = longer
            return
    if part.post is None and last and last.post is None:
        parts[-1] = replace(last, text=_join(last.text, mark, raw))
        return
    parts.append(part if part.post else replace(part, text=raw))


def _extend(last: _Part, full: str, mark: str, part: _Part, *, any_case: bool) -> _Part | None:
    """Return the office `last` with a piece that is its place, its remit, or the rest of its body's name."""
    assert last.post is not None  # noqa: S101 - only such come here
    if part.post is None:
        place = read_places(full, any_case=any_case)
        if place is not None:
            return replace(last, post=replace(last.post, place=_merge(last.post.place, place)))
        if last.post.remit:
            return replace(last, post=replace(last.post, remit=_join(last.post.remit, mark, full)))
        if _REMIT.fullmatch(f" {full}"):
            return replace(last, post=replace(last.post, remit=full))
    is_rest = part.post is None or (mark in _DASHES and part.post.role in _FIELDS)
    if is_rest and is_open(last.post.body) and not last.post.place.nearest and mark != "và":
        longer = _read(_join(last.text, mark, full), any_case=any_case)
        return longer if longer.post else None
    return None


def _join(first: str, mark: str, second: str) -> str:
    return f"{first}{mark} {second}" if mark in {",", ";"} else f"{first} {mark} {second}"


def _read(text: str, *, any_case: bool) -> _Part:
    """Read one office: state, role, body, place, remit."""
    state, rest = "", text
    if match := _STATE.match(rest):
        state, rest = match[1].lower(), drop_honours(rest[match.end() :])
    found = read_role(rest)
    if not found:
        return _Part(text, None)
    role, rest = found
    remit = ""
    if match := _REMIT.search(f" {rest}"):
        remit, rest = match[1], rest[: max(0, match.start() - 1)]
    located = find_place(rest, any_case=any_case)
    place = located[1] if located else Place()
    rest = rest[: located[0]].strip() if located else rest
    if match := _FULL_TIME.search(f" {rest}"):
        remit, rest = match[1], rest[: max(0, match.start() - 1)]
    body = read_body(role, rest)
    if body is None:
        return _Part(text, None)
    place = _merge(place, body.place)
    post = Post(role, body.name, place, state in {"quyền", "q."}, state in {"nguyên", "cựu"}, remit)
    return _Part(text, _lift(post), body.level)


def _lift(post: Post) -> Post:
    """Return a post that leads a quarter itself: Trưởng khu phố 3 is head of the body khu phố."""
    if not post.body and post.place.quarter and post.role not in _PARTY_ROLES:
        kind = next(kind for kind in _QUARTER_BODIES if post.place.quarter.startswith(kind))
        return replace(post, body=_QUARTER_BODIES[kind])
    return post


_QUARTER_BODIES = {
    "khu phố": "Khu phố",
    "tổ dân phố": "Tổ dân phố",
    "khu dân cư": "Khu dân cư",
    "khu vực": "Khu vực",
    "khóm": "Khóm",
    "ấp": "Ấp",
    "thôn": "Thôn",
    "bản": "Bản",
    "buôn": "Buôn",
    "làng": "Làng",
    "xóm": "Xóm",
}


def _merge(first: Place, second: Place) -> Place:
    """Return `first` with what only `second` names."""
    names = ("quarter", "ward", "district", "province")
    return Place(*(getattr(first, name) or getattr(second, name) for name in names))


def _complete(parts: list[_Part]) -> tuple[Post, ...]:
    """Give each post the place and the body that its neighbours name."""
    placed = [_place(parts, index) for index in range(len(parts))]
    return tuple(_house(post) for post in placed)


def _place(parts: list[_Part], index: int) -> Post:
    part = parts[index]
    post = part.post
    assert post is not None  # noqa: S101 - only parts with one come here
    if post.place.nearest or part.level == "nation":
        return post
    # What follows tells the place of what stands before it, more often than the other way round.
    for other in (*parts[index + 1 :], *reversed(parts[:index])):
        if other.post and other.post.place.nearest:
            place = _same_level(part.level, other)
            if place is not None:
                return replace(post, place=place)
    return post


def _same_level(level: Level, other: _Part) -> Place | None:
    """Return the place that a body of `level` (empty: any) shares with its neighbour."""
    assert other.post is not None  # noqa: S101 - asked before
    place = other.post.place
    if not level:
        return place if not other.level else None
    return place if place.level == level else None


def _house(post: Post) -> Post:
    """Give a post without a body the one that its role tells where it is."""
    if post.body:
        return post
    if post.role in _PARTY_ROLES:
        return replace(post, body=_committee(post.place))
    if post.role in _STATE_ROLES and post.place.level in {"ward", "district", "province"}:
        return replace(post, body="Ủy ban nhân dân")
    return post


def _committee(place: Place) -> str:
    """Return what the Party's committee of a place is called."""
    if place.level == "quarter":
        return "Chi bộ"
    if place.level == "district":
        kinds = (("Quận", "Quận ủy"), ("Huyện", "Huyện ủy"), ("Thị xã", "Thị ủy"))
        return next((name for kind, name in kinds if place.district.lower().startswith(kind.lower())), "Thành ủy")
    if place.level == "province":
        return "Tỉnh ủy" if place.province.startswith("tỉnh") else "Thành ủy"
    return "Đảng ủy"

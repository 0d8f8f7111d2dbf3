"""Officials with their offices in a text: whichever stands first, and whatever joins them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from bantin.ingest.names import ANY_NAME, HONORIFIC, PERSON, PERSON_IN_CAPITALS, is_person
from bantin.ingest.offices import HEAD, IsPlace, office_end
from bantin.text.names import name_key

_ITEM = re.compile(
    rf"(?P<office>(?i:(?<!\w){HEAD}))|(?P<person>(?<!\w){PERSON})|(?P<capitals>(?<!\w){PERSON_IN_CAPITALS})"
)
_ANNOUNCED = re.compile(rf"(?i:(?<!\w){HONORIFIC})\s*:?\s+(?P<name>{ANY_NAME})")
_ADJACENT = re.compile(rf"\s*(?:(?i:{HONORIFIC})\s*:?\s*)*", re.IGNORECASE)
_BEFORE = re.compile(rf"\s*(?:[-–—:,/(]\s*)?(?:(?:do|là|gồm|có)\s+)?(?:(?i:{HONORIFIC})\s*:?\s*)*", re.IGNORECASE)
_ADVERB = r"(?:hiện(?:\s+nay)?|đang|vừa|đã|tiếp\s+tục)"
_AFTER = re.compile(
    # What follows "được" is no adverb: else many words could be read in two ways each.
    rf"\s*(?:[,\-–—:/(]+\s*|\s+)(?:(?:{_ADVERB}|được\s+\w+(?:\s+(?!(?:được|{_ADVERB})\s)\w+){{0,3}})\s+)*(?:(?:là|"
    r"giữ\s+(?:chức(?:\s+vụ)?|cương\s+vị)|làm|với\s+vai\s+trò(?:\s+là)?|chức\s+vụ)\s*:?\s+)?",
    re.IGNORECASE,
)
_CHAIN = re.compile(
    r"\s*(?:[,/&–—-]|kiêm|và|,\s*và|,?\s*đồng\s+thời\s+là|;\s*kiêm)\s*(?:là\s+|kiêm\s+)?", re.IGNORECASE
)
_LIST = re.compile(rf"\s*(?:,|và|;|,\s*và|cùng)\s*(?:(?i:{HONORIFIC})\s*:?\s*)*", re.IGNORECASE)
_SPEAKS_OF_OFFICE = re.compile(
    "(?i:thư|tịch|trưởng|đốc|nhiệm|biểu|phó|chức|chuyên|thủ tướng|biên tập|viên)|BT|CT|UV|UV|ĐUV|QUV|HUV|Chánh|Ủy|"
    "Chính|Cán bộ"
)
"""Some word of every office: most paragraphs have none and need no closer look."""
_PLURAL = re.compile(r"(?:các|hai|2|02|ba|3|03|những|đồng chí)\s*:?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Person:
    """An official as a text states them."""

    name: str
    roles: tuple[str, ...]
    spellings: tuple[str, ...]


class _Item(NamedTuple):
    kind: Literal["office", "person"]
    start: int
    end: int


def find_officials(texts: Iterable[str], is_place: IsPlace) -> tuple[Person, ...]:
    """Return every person whom the texts give an office, in order of mention; the fullest form of each office once."""
    spellings: dict[str, dict[str, None]] = {}
    roles: dict[str, dict[str, str]] = {}
    for text in texts:
        if not text:
            continue
        for name, offices in bind(text, is_place):
            key = name_key(name)
            spellings.setdefault(key, {})[_show(name)] = None
            known = roles.setdefault(key, {})
            for office in offices:
                known.setdefault(name_key(office), office)
    people = []
    for key, known in roles.items():
        if known:
            kept = _drop_shorter(known)
            names = tuple(spellings[key])
            people.append(Person(names[0], kept, names))
    return tuple(people)


def _show(name: str) -> str:
    return (
        " ".join(word.capitalize() if word.isupper() and len(word) > 1 else word for word in name.split())
        if name.isupper()
        else " ".join(name.split())
    )


def _drop_shorter(known: dict[str, str]) -> tuple[str, ...]:
    """Return the offices without those that another says in full ("Bí thư Quận ủy" beside "… Quận ủy Quận 1")."""
    kept: dict[str, str] = {}
    for key in known:
        longest = max((other for other in known if other == key or other.startswith(f"{key} ")), key=len)
        kept.setdefault(longest, known[longest])
    return tuple(kept.values())


def bind(text: str, is_place: IsPlace) -> list[tuple[str, list[str]]]:
    """Return (name, offices) of each person in one paragraph, in order; persons without an office too."""
    matched = _match_form(text)
    if not _SPEAKS_OF_OFFICE.search(matched):
        return []
    items = _find_items(matched, is_place)
    found: list[tuple[str, list[str]]] = []
    for cluster in _clusters(items, matched):
        found += _read_cluster(cluster, text, matched)
    return found


@lru_cache(maxsize=256)
def _match_form(text: str) -> str:
    """Return `text` with one tone placement in the words that offices are made of; places in it stay the same."""
    return text.replace("uỷ", "ủy").replace("Uỷ", "Ủy").replace("UỶ", "ỦY").replace("\u00a0", " ")


def _find_items(text: str, is_place: IsPlace) -> list[_Item]:
    announced = {match.start("name"): match.end("name") for match in _ANNOUNCED.finditer(text)}
    items: list[_Item] = []
    at = 0
    starts = sorted(announced)
    while match := _ITEM.search(text, at):
        waiting = next((start for start in starts if at <= start < match.start()), None)
        if waiting is not None:
            items.append(_Item("person", waiting, announced[waiting]))
            at = announced[waiting]
        elif match.lastgroup == "office":
            end = office_end(text, match.end(), is_place)
            if end > match.end() or _stands_alone(match):
                items.append(_Item("office", match.start(), end))
            at = max(end, match.end())
        else:
            beside = bool(items) and items[-1].kind == "office" and not text[items[-1].end : match.start()].strip()
            if is_person(match[0], "" if beside or match.start() in announced else text[: match.start()]):
                items.append(_Item("person", match.start(), match.end()))
            at = match.end()
    items += [_Item("person", start, announced[start]) for start in starts if start >= at]
    return items


def _stands_alone(match: re.Match[str]) -> bool:
    """Tell a head that is an office by itself: "Thành ủy viên", "Giám đốc", "Chủ tịch Nguyễn Văn A"."""
    word = match[0].rstrip(". ")
    if word.lower().endswith(("cán bộ", "công chức", "chuyên viên", "phó", "trưởng ")) and "trưởng" not in word.lower():
        return False
    return word[:1].isupper() or word.lower().endswith(("ủy viên", "trưởng", "giám đốc"))


def _clusters(items: list[_Item], text: str) -> Iterable[list[_Item]]:
    cluster: list[_Item] = []
    for item in items:
        if cluster and not _is_joined(cluster[-1], item, text):
            yield cluster
            cluster = []
        cluster.append(item)
    if cluster:
        yield cluster


def _is_joined(one: _Item, other: _Item, text: str) -> bool:
    between = text[one.end : other.start]
    if one.kind == "office" and other.kind == "person":
        return _BEFORE.fullmatch(between) is not None
    if one.kind == "person" and other.kind == "office":
        return _AFTER.fullmatch(between) is not None or _LIST.fullmatch(between) is not None
    if one.kind == "office":
        return _CHAIN.fullmatch(between) is not None
    return _LIST.fullmatch(between) is not None


def _read_cluster(cluster: list[_Item], text: str, matched: str) -> list[tuple[str, list[str]]]:
    """Give each office of a cluster to a person."""
    persons = [index for index, item in enumerate(cluster) if item.kind == "person"]
    owners: dict[int, list[int]] = {index: [] for index in persons}
    for index, run in _runs(cluster):
        left = index - 1 if index and cluster[index - 1].kind == "person" else None
        after = index + len(run)
        right = after if after < len(cluster) else None
        _share(run, left, right, cluster, matched, owners)
    _share_plural(cluster, matched, owners)
    found = []
    for index in persons:
        item = cluster[index]
        offices = [text[cluster[one].start : cluster[one].end].strip(" .,") for one in owners[index]]
        found.append((text[item.start : item.end], [" ".join(office.split()) for office in offices]))
    return found


def _runs(cluster: list[_Item]) -> Iterable[tuple[int, list[int]]]:
    """Yield (index of the first, indexes) of each run of offices."""
    run: list[int] = []
    for index, item in enumerate(cluster):
        if item.kind == "office":
            run.append(index)
        elif run:
            yield run[0], run
            run = []
    if run:
        yield run[0], run


def _share(
    run: list[int],
    left: int | None,
    right: int | None,
    cluster: list[_Item],
    text: str,
    owners: dict[int, list[int]],
) -> None:
    """Give a run of offices to the person before it, the one after it, or part it between them."""
    follows = left is not None and _AFTER.fullmatch(text[cluster[left].end : cluster[run[0]].start]) is not None
    between = text[cluster[run[-1]].end : cluster[right].start] if right is not None else ""
    tight = right is not None and _ADJACENT.fullmatch(between) is not None
    if right is None or not follows or left is None:
        owner = left if right is None and follows else right
        if owner is not None:
            owners[owner] += run
        return
    if not tight:
        to_right = bool(owners[left]) and re.search(HONORIFIC, between, re.IGNORECASE) is not None
        owners[right if to_right else left] += run
        return
    if owners[left] or len(run) == 1:
        owners[right] += run
        return
    cut = next((index for index in range(1, len(run)) if _is_and(cluster, run, index, text)), 1)
    owners[left] += run[:cut]
    owners[right] += run[cut:]


def _is_and(cluster: list[_Item], run: list[int], index: int, text: str) -> bool:
    return re.search(r"\bvà\b", text[cluster[run[index - 1]].end : cluster[run[index]].start]) is not None


def _share_plural(cluster: list[_Item], text: str, owners: dict[int, list[int]]) -> None:
    """Give "các Phó Chủ tịch UBND phường A, B và C" to each of them, and "Phó Chủ tịch: A, B" too."""
    for index in sorted(owners):
        if index + 1 >= len(cluster) or not owners[index] or cluster[index + 1].kind != "person" or owners[index + 1]:
            continue
        first = owners[index][0]
        if first > index:
            continue
        plural = _PLURAL.search(text[: cluster[first].start]) is not None
        colon = ":" in text[cluster[owners[index][-1]].end : cluster[index].start]
        if plural or colon or (index and not owners.get(index - 1, [1])):
            owners[index + 1] = list(owners[index])

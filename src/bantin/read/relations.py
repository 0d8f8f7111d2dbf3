"""Rules between entries of the registry: wards and what they became, persons and what they hold."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from bantin.read.findings import Findings
from bantin.text.names import name_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bantin.model import Held, Official, Problem, Ward

_DAY = timedelta(days=1)


def check_relations(wards: Mapping[str, Ward], officials: Mapping[str, Official]) -> list[Problem]:
    """Return what is wrong between entries: successors, and posts of one person in two wards."""
    of_wards, of_officials = Findings("registry/wards.yml"), Findings("registry/officials.yml")
    for ward in wards.values():
        _check_successors(ward, wards, of_wards)
    _check_loops(wards, of_wards)
    _check_twins(wards, of_wards)
    for official in officials.values():
        _check_posts(official, wards, of_officials)
    return [*of_wards.problems, *of_officials.problems]


def _check_successors(ward: Ward, wards: Mapping[str, Ward], findings: Findings) -> None:
    """successor-unknown, successor-date: a successor has an entry, and exists on the day after the ward's last."""
    for successor in ward.successors:
        if successor not in wards:
            findings.warning("successor-unknown", ward.line, value=successor, name=ward.full_name)
            continue
        heir = wards[successor]
        if ward.until is None:
            continue
        after = ward.until + _DAY if ward.until < date.max else ward.until
        if (heir.since and heir.since > after) or (heir.until and heir.until < after):
            tell = partial(findings.warning, "successor-date", ward.line, name=ward.full_name, heir=heir.full_name)
            tell(until=_day(ward.until), since=_day(heir.since), end=_day(heir.until))


def _check_loops(wards: Mapping[str, Ward], findings: Findings) -> None:
    """successor-loop: no ward follows itself, at once or by way of others. Each loop is told once."""
    told: set[str] = set()
    for ward in wards.values():
        loop = _find_loop(ward.id, wards)
        if loop and told.isdisjoint(loop):
            variant = "self" if len(loop) == 1 else ""
            loop_shown = " → ".join((*loop, ward.id))
            findings.warning("successor-loop", ward.line, variant=variant, name=ward.full_name, loop=loop_shown)
        told |= set(loop)


def _find_loop(start: str, wards: Mapping[str, Ward]) -> list[str]:
    """Return the ids from a ward round to before itself; empty where it is not among what came of it."""
    before = {start: ""}
    for ward_id in (queue := [start]):
        for one in wards[ward_id].successors:
            if one == start:
                return _walk_back(ward_id, before)
            if one in wards and one not in before:
                before[one] = ward_id
                queue.append(one)
    return []


def _walk_back(ward_id: str, before: Mapping[str, str]) -> list[str]:
    found = [ward_id]
    while earlier := before[found[-1]]:
        found.append(earlier)
    return found[::-1]


def _check_twins(wards: Mapping[str, Ward], findings: Findings) -> None:
    """ward-twice: wards of one name, kind and province differ in their code, district or days."""
    namesakes: dict[tuple[str, str, str], list[Ward]] = defaultdict(list)
    for ward in wards.values():
        others = namesakes[name_key(ward.name), ward.kind, name_key(ward.province)]
        twin = next((other for other in others if not _differ(other, ward)), None)
        if twin:
            tell = partial(findings.warning, "ward-twice", ward.line, name=ward.full_name, province=ward.province)
            tell(first=twin.id, second=ward.id)
        others.append(ward)


def _differ(one: Ward, other: Ward) -> bool:
    """Tell whether two entries of one name say that they are two wards."""
    told = ((one.code, other.code), (one.district, other.district))
    apart = one.is_former != other.is_former or not _overlap(one, other)
    return apart or any(first and second and first != second for first, second in told)


def _check_posts(official: Official, wards: Mapping[str, Ward], findings: Findings) -> None:
    """post-overlap: nobody holds posts of two wards on one day."""
    placed = [held for held in official.posts if held.ward in wards]
    for first, second in combinations(placed, 2):
        if first.ward != second.ward and _overlap(first, second):
            tell = partial(findings.warning, "post-overlap", official.line, name=official.name)
            tell(first=wards[first.ward].full_name, second=wards[second.ward].full_name)
            return


def _overlap(first: Held | Ward, second: Held | Ward) -> bool:
    since = max(first.since or date.min, second.since or date.min)
    until = min(first.until or date.max, second.until or date.max)
    return since <= until


def _day(value: date | None) -> str:
    return f"{value:%d/%m/%Y}" if value else "…"


def index_persons(
    officials: Mapping[str, Official],
) -> tuple[dict[str, str], dict[str, tuple[str, ...]], list[Problem]]:
    """Return ({name key: the first id}, {name key: ids of namesakes}, problems).

    official-twice: two entries of one name are one person, unless their posts are in different wards.
    """
    findings = Findings("registry/officials.yml")
    bearers: dict[str, list[str]] = defaultdict(list)
    for official in officials.values():
        for spelling in dict.fromkeys(map(name_key, (official.name, *official.aliases))):
            bearers[spelling].append(official.id)
        for spelling in (official.name, *official.aliases):
            first = bearers[name_key(spelling)][0]
            if first != official.id and not _are_apart(officials[first], official):
                tell = partial(findings.warning, "official-twice", official.line)
                tell(name=spelling, first=first, second=official.id)
    namesakes = {key: tuple(ids) for key, ids in bearers.items() if len(ids) > 1}
    return {key: ids[0] for key, ids in bearers.items()}, namesakes, findings.problems


def _are_apart(one: Official, other: Official) -> bool:
    """Tell whether the posts of two entries say that they are two persons."""
    wards = {held.ward for held in one.posts if held.ward}
    others = {held.ward for held in other.posts if held.ward}
    return bool(wards) and bool(others) and wards.isdisjoint(others)

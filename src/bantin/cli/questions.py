"""Questions that `bantin new` asks, one line each, so that they work on every console, the plain one of Windows too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TypeVar

import click
from rapidfuzz import fuzz

from bantin.cli.interface import texts
from bantin.model import Official, Registry, Topic, Ward
from bantin.text.dates import VIETNAM, parse_instant, propose_date
from bantin.text.fold import fold

Entry = TypeVar("Entry", Ward, Official, Topic)

_MOST = 6
"""Choices on one screen."""
_EQUAL = 100.0
_ALIKE = 60
"""Percent of equal letters below which a choice would only confuse."""


def ask_title() -> str:
    """Return the title; asks until there is one."""
    return _ask(texts("ask.title"))


def ask_date(today: datetime) -> datetime | None:
    """Return the day or instant of publication, None for today; takes 7/10/2025 as well as 2025-10-07."""
    while True:
        answer = _ask(texts("ask.date", today=f"{today:%d/%m/%Y}"), needed=False)
        if not answer:
            return None
        try:
            parsed = parse_instant(answer) or parse_instant(propose_date(answer))
        except ValueError:
            parsed = None
        if parsed is not None:
            return parsed[0].astimezone(VIETNAM)
        click.echo(texts("config.now", value=answer))


def ask_wards(registry: Registry) -> tuple[str, ...]:
    """Return the ids of one ward or more, found by any way of typing."""
    if len(registry.wards) == 1:
        only = next(iter(registry.wards.values()))
        click.echo(texts("ask.only_ward", name=only.full_name))
        return (only.id,)
    chosen = _ask_several(texts("ask.ward"), list(registry.wards.values()), _ward_words, needed=True)
    return tuple(ward.id for ward in chosen)


def ask_officials(registry: Registry) -> tuple[str, ...]:
    """Return officials as "name: role", the names completed from the registry."""
    found: list[str] = []
    while name := _ask(texts("ask.official"), needed=False):
        near = _find(name, list(registry.officials.values()), _official_words)
        person = _choose(near, lambda one: one.name) if near else None
        if person is None:
            click.echo(texts("ask.new_official", name=name))
        shown = person.name if person else name
        role = _ask(texts("ask.role", name=shown), needed=False)
        found.append(f"{shown}: {role}" if role else shown)
    return tuple(found)


def ask_topics(registry: Registry) -> tuple[str, ...]:
    """Return ids of topics, none where the editor goes on."""
    topics = list(registry.topics.values())
    if not topics:
        return ()
    click.echo(texts("ask.topics", names=" · ".join(topic.name for topic in topics)))
    return tuple(topic.id for topic in _ask_several(texts("ask.topic"), topics, _topic_words, needed=False))


def _ask(question: str, *, needed: bool = True) -> str:
    """Return one line, without the blanks around it."""
    while True:
        answer = str(click.prompt(question, default="", show_default=False, prompt_suffix=" ")).strip()
        if answer or not needed:
            return answer
        click.echo(texts("ask.needed"))


def _ask_several(
    question: str, entries: Sequence[Entry], words: Callable[[Entry], Iterable[str]], *, needed: bool
) -> list[Entry]:
    chosen: list[Entry] = []
    while True:
        answer = _ask(question if not chosen else texts("ask.more"), needed=needed and not chosen)
        if not answer:
            return chosen
        near = _find(answer, entries, words)
        if not near:
            click.echo(texts("ask.nothing", value=answer))
            continue
        one = _choose(near, lambda entry: getattr(entry, "full_name", entry.name))
        if one is not None and one not in chosen:
            chosen.append(one)


def _find(answer: str, entries: Sequence[Entry], words: Callable[[Entry], Iterable[str]]) -> list[Entry]:
    """Return the entries that an answer may mean, the best first; only those that bear it where some do."""
    wanted = fold(answer)
    scores = {
        index: max(
            _EQUAL if wanted == (known := fold(word)) else 95.0 if wanted in known else fuzz.WRatio(wanted, known)
            for word in words(entry)
        )
        for index, entry in enumerate(entries)
    }
    if _EQUAL in scores.values():
        return [entries[index] for index, score in scores.items() if score == _EQUAL][:_MOST]
    best = sorted(
        (index for index, score in scores.items() if score >= _ALIKE), key=lambda index: (-scores[index], index)
    )
    return [entries[index] for index in best[:_MOST]]


def _choose(near: list[Entry], show: Callable[[Entry], str]) -> Entry | None:
    """Return the entry that is meant: the only one, or the number that the editor types; None for none of them."""
    if len(near) == 1:
        click.echo(f"  → {show(near[0])}")
        return near[0]
    for number, one in enumerate(near, 1):
        click.echo(f"  {number}. {show(one)}")
    while True:
        answer = _ask(texts("ask.number", most=len(near)), needed=False)
        if not answer:
            return near[0]
        if answer.isdecimal() and 0 <= int(answer) <= len(near):
            return near[int(answer) - 1] if int(answer) else None
        click.echo(texts("cli.wrong.number", value=answer, low=0, high=len(near)))


def _ward_words(ward: Ward) -> tuple[str, ...]:
    return (ward.id, ward.name, ward.full_name, *ward.aliases)


def _official_words(official: Official) -> tuple[str, ...]:
    return (official.id, official.name, *official.aliases)


def _topic_words(topic: Topic) -> tuple[str, ...]:
    return (topic.id, topic.name, *topic.synonyms)

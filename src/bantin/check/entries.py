"""Rules for what an article names of the registry: wards, topics and persons have their entries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bantin.model import Place
from bantin.offices import read_offices
from bantin.read.fields import suggest
from bantin.read.near import find_all, find_near
from bantin.text.alphabet import UPPER
from bantin.text.names import name_key
from bantin.text.slugs import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bantin.check.article import Subject
    from bantin.check.references import Content
    from bantin.model import Mention, Registry, Topic, Ward
    from bantin.read.findings import Findings

_APART = re.compile(r"\s*[,;:(]\s*|\s+[-–—]\s+")
"""Between a name and a role that were written as one text."""
_NAME = re.compile(rf"[{UPPER}]\w*(?: [{UPPER}]\w*){{1,4}}")
_COURTESY = re.compile(rf"([Đđ]ồng chí|[Đđ]/c|ông|bà|anh|chị|cô|(?:Ông|Bà)(?= \S+ \S+ \S))\.? ([{UPPER}].*)")
"""A word of courtesy and the name behind it. "Ông" is a family name, too."""


def check_wards(subject: Subject, content: Content, findings: Findings) -> None:
    """unknown-ward: every ward is in registry/wards.yml."""
    _check_ids("ward", "unknown-ward", subject.article.wards, content.registry.wards, subject, findings)


def check_topics(subject: Subject, content: Content, findings: Findings) -> None:
    """unknown-topic: every tag is in registry/topics.yml."""
    _check_ids("tags", "unknown-topic", subject.article.topics, content.registry.topics, subject, findings)


def _check_ids(
    key: str,
    rule: str,
    ids: Iterable[str],
    known: Mapping[str, Ward] | Mapping[str, Topic],
    subject: Subject,
    findings: Findings,
) -> None:
    for value in ids:
        if value not in known:
            several, near = find_all(value, known), find_near(value, known)
            place = subject.places.get(f"{key}:{value}", Place(subject.head_line))
            proposed = ", ".join(several) or slugify(value) or "ten-khong-dau"
            variant = "list" if several else "suggestion" if near else ""
            findings.error(rule, *place, variant=variant, value=value, near=near, proposed=proposed)


def check_officials(subject: Subject, content: Content, findings: Findings) -> None:
    """official-unregistered: a person without an entry is named without a page; the ready entry is offered."""
    known = content.registry
    for mention in subject.article.officials:
        if mention.name not in known.officials and name_key(mention.name) not in known.persons:
            variant, values = _explain_unregistered(mention, known)
            findings.warning("official-unregistered", mention.line, mention.column, variant=variant, **values)


def _explain_unregistered(mention: Mention, known: Registry) -> tuple[str, dict[str, str]]:
    """Return (wording, its values) for a person whom the registry does not know, or whose name is not written alone."""
    if apart := _write_apart(mention):
        return "several", {"name": mention.name, "proposed": apart}
    if parts := _split(mention.name, mention.role):
        return "role", {"name": parts[0], "role": parts[1]}
    if courtesy := _COURTESY.match(mention.name):
        return "courtesy", {"courtesy": courtesy[1], "name": courtesy[2]}
    near = suggest(mention.name, [official.name for official in known.officials.values()])
    proposed = slugify(mention.name) or "ten-khong-dau"
    if proposed in known.officials:
        proposed += "-2"
    return "suggestion" if near else "", {"name": mention.name, "near": near, "proposed": proposed}


def _write_apart(mention: Mention) -> str:
    """Return the list that was meant where several persons were written as one; '' for one person."""
    parts = [part.strip() for part in re.split(r"[;,]" if ";" not in mention.name else ";", mention.name)]
    if mention.role or len(parts) == 1:
        return ""
    persons = [_split(part, "") or (part, "") for part in parts]
    if not all(_NAME.fullmatch(name) and not read_offices(name).posts for name, _ in persons):
        return ""
    return "\n".join(f"  - name: {name}" + (f"\n    role: {role}" if role else "") for name, role in persons)


def _split(written: str, role: str) -> tuple[str, str] | None:
    """Return (name, role) of an official whose role was written into the name, in either order; None where none was."""
    parts = [part.strip() for part in _APART.split(written.rstrip(") "), maxsplit=1)]
    if role or len(parts) == 1 or not all(parts):
        return None
    first, second = (bool(read_offices(part).posts) for part in parts)
    if first == second:
        return None
    return (parts[1], parts[0]) if first else (parts[0], parts[1])

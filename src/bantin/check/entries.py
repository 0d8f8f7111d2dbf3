"""Rules for what an article names of the registry: wards, topics and persons have their entries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bantin.model import Place
from bantin.offices import read_offices
from bantin.read.fields import suggest
from bantin.read.near import find_all, find_near
from bantin.text.names import name_key
from bantin.text.slugs import slugify

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bantin.check.article import Subject
    from bantin.check.references import Content
    from bantin.model import Mention, Topic, Ward
    from bantin.read.findings import Findings

_APART = re.compile(r"\s*[,;:(]\s*|\s+[-–—]\s+")
"""Between a name and a role that were written as one text."""


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
    for mention in subject.article.officials:
        if mention.name in content.registry.officials or name_key(mention.name) in content.registry.persons:
            continue
        if parts := _split(mention):
            name, role = parts
            findings.warning(
                "official-unregistered", mention.line, mention.column, variant="role", name=name, role=role
            )
            continue
        near = suggest(mention.name, [official.name for official in content.registry.officials.values()])
        proposed = slugify(mention.name) or "ten-khong-dau"
        if proposed in content.registry.officials:
            proposed += "-2"
        findings.warning(
            "official-unregistered",
            mention.line,
            mention.column,
            variant="suggestion" if near else "",
            name=mention.name,
            near=near,
            proposed=proposed,
        )


def _split(mention: Mention) -> tuple[str, str] | None:
    """Return (name, role) of an official whose role was written into the name, in either order; None where none was."""
    parts = [part.strip() for part in _APART.split(mention.name.rstrip(") "), maxsplit=1)]
    if mention.role or len(parts) == 1 or not all(parts):
        return None
    first, second = (bool(read_offices(part).posts) for part in parts)
    if first == second:
        return None
    return (parts[1], parts[0]) if first else (parts[0], parts[1])

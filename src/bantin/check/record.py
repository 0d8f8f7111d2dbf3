"""Rules between an article and what the registry knows of its day: wards, persons and their posts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bantin.model import Place
from bantin.offices import read_offices
from bantin.text.names import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bantin.check.article import Subject
    from bantin.check.references import Content
    from bantin.model import Article, Held, Registry
    from bantin.offices import Post
    from bantin.read.findings import Findings


def identify(name: str, wards: Iterable[str], registry: Registry) -> str | None:
    """Return the id of the person whom an article of `wards` names; None where the registry knows nobody.

    Namesakes are told apart by the wards of their posts; where that does not decide, the first of the registry stands.
    """
    if name in registry.officials:
        return name
    key = name_key(name)
    meant = _choose(key, wards, registry)
    return meant[0] if len(meant) == 1 else registry.persons.get(key)


def _choose(key: str, wards: Iterable[str], registry: Registry) -> list[str]:
    """Return those of the namesakes who hold or held a post in one of `wards`."""
    near = set(wards)
    ids = registry.namesakes.get(key, ())
    return [one for one in ids if any(held.ward in near for held in registry.officials[one].posts)]


def _day_of(article: Article) -> date:
    return article.event_date or article.date.date()


def check_ward_dates(subject: Subject, content: Content, findings: Findings) -> None:
    """ward-date: an article is about a ward of its day."""
    day = _day_of(subject.article)
    for ward_id in subject.article.wards:
        ward = content.registry.wards.get(ward_id)
        if ward is None:
            continue
        place = subject.places.get(f"ward:{ward_id}", Place(subject.head_line))
        tell = partial(findings.warning, "ward-date", *place, name=ward.full_name, day=f"{day:%d/%m/%Y}")
        if ward.until and day > ward.until:
            heirs = ", ".join(one.id for one in content.registry.successors(ward)) or "…"
            tell(end=f"{ward.until:%d/%m/%Y}", heirs=heirs)
        elif ward.since and day < ward.since:
            tell(variant="before", start=f"{ward.since:%d/%m/%Y}")


def check_namesakes(subject: Subject, content: Content, findings: Findings) -> None:
    """official-unclear: a name that several persons bear tells, with the article's wards, who is meant."""
    registry = content.registry
    for mention in subject.article.officials:
        ids = registry.namesakes.get(name_key(mention.name), ())
        if not ids or mention.name in registry.officials:
            continue
        if len(_choose(name_key(mention.name), subject.article.wards, registry)) != 1:
            place = Place(mention.line, mention.column)
            findings.warning("official-unclear", *place, name=mention.name, ids=", ".join(ids))


def check_roles(subject: Subject, content: Content, findings: Findings) -> None:
    """role-contradicts: a role fits what the registry says of the person's posts on the article's day."""
    article, registry, day = subject.article, content.registry, _day_of(subject.article)
    for mention in article.officials:
        person = identify(mention.name, article.wards, registry)
        held = registry.officials[person].posts if person else ()
        if not held or not mention.role:
            continue
        for post in read_offices(mention.role).posts:
            against = _find_contradiction(post, held, article, day)
            if against and not post.is_former:
                tell = partial(findings.warning, "role-contradicts", mention.line, mention.column, name=mention.name)
                tell(day=f"{day:%d/%m/%Y}", role=post.label, held=_tell(against))


def _find_contradiction(post: Post, held: Iterable[Held], article: Article, day: date) -> Held | None:
    """Return the registry's post in the same body, ward and day that speaks against `post`, if any does."""
    rivals = []
    for one in held:
        if one.ward and one.ward not in article.wards:
            continue
        for known in read_offices(f"{one.role} {one.body}".strip()).posts:
            if known.body == post.body:
                if known.role == post.role and one.covers(day):
                    return None
                rivals.append(one)
    return rivals[0] if rivals else None


def _tell(held: Held) -> str:
    """Return a post with its days, as evidence."""
    since = f"{held.since:%d/%m/%Y}" if held.since else "…"
    until = f"{held.until:%d/%m/%Y}" if held.until else "…"
    return f"{held.role} {held.body} ({since} – {until})".replace("  ", " ")

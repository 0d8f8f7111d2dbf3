"""Posts of a person, read from what articles call them and from the registry."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from bantin import urls
from bantin.offices import read_offices
from bantin.views.page import Values, day
from bantin.views.plots import plot_lanes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bantin.model import Held
    from bantin.offices import Post
    from bantin.plan.evidence import Seated, Seen, Statement
    from bantin.views.page import Site


class Documented(NamedTuple):
    """A post with the first and the last article that states it."""

    post: Post | str
    """Text where no office can be read from it."""
    first: Seen
    last: Seen


def document_posts(statements: Iterable[Statement]) -> list[Documented]:
    """Return each post with its evidence, the one seen last first."""
    found: dict[Post | str, Documented] = {}
    for statement in statements:
        for post in read_posts(statement.role, statement.ward):
            known = found.get(post)
            first = min(known.first, statement.first) if known else statement.first
            last = max(known.last, statement.last) if known else statement.last
            found[post] = Documented(post, first, last)
    ordered = sorted(found.values(), key=lambda one: str(one.post))
    return sorted(ordered, key=lambda one: one.last, reverse=True)


def read_posts(role: str, ward: str) -> list[Post | str]:
    """Return the posts that a role states in an article of `ward`, and the parts that no office is read from.

    "phường" without a name is the article's ward, where that is one.
    """
    reading = read_offices(role)
    return [*(_settle(post, ward) for post in reading.posts), *reading.unread]


def view_posts(statements: Iterable[Statement], site: Site, root: str) -> list[Values]:
    """Return the posts that articles document, as the page shows them."""
    return [
        {
            "label": _label(one.post, site),
            "first": _evidence(one.first, site, root),
            "last": _evidence(one.last, site, root),
        }
        for one in document_posts(statements)
    ]


def plot_posts(statements: Iterable[Statement]) -> Values | None:
    """Return the lanes of the posts that articles document, in the order of `view_posts`."""
    days = (
        (datetime.fromisoformat(one.first.date).date(), datetime.fromisoformat(one.last.date).date())
        for one in document_posts(statements)
    )
    return plot_lanes(tuple(days))


def view_seated(people: Iterable[Seated], site: Site, root: str) -> list[Values]:
    """Return the people of a ward's offices, those of the first body first; other places' offices are left out."""
    found = []
    for person in people:
        posts = [post for role in person.roles for post in read_posts(role, person.ward) if _is_of(post, person.ward)]
        if not posts and person.seen:
            continue
        note = (
            site.texts("seated.seen", day=day(site, datetime.fromisoformat(person.seen.date))["short"])
            if person.seen
            else ""
        )
        values = {
            "name": person.name,
            "href": urls.link(root, person.address),
            "role": "; ".join(dict.fromkeys(_label(post, site) for post in posts)) or "; ".join(person.roles),
            "note": note or (site.texts("posts.since", since=person.since, until="") if person.since else ""),
        }
        found.append((min(map(rank_role, person.roles)), values))
    return [values for _, values in sorted(found, key=lambda one: one[0])]


def _is_of(post: Post | str, ward: str) -> bool:
    """Tell whether an office is one of the ward's own, and still held."""
    if isinstance(post, str) or post.is_former or post.place.level in {"district", "province"}:
        return False
    return post.place.ward in {"", ward} and bool(post.place.level or post.body in _BODIES)


def label_posts(role: str, ward: str, site: Site) -> list[str]:
    """Return the names of the posts that a role states in an article of `ward`."""
    return [_label(post, site) for post in read_posts(role, ward)]


_BODIES = ("Đảng ủy", "Đảng bộ", "Hội đồng nhân dân", "Ủy ban nhân dân", "Ủy ban Mặt trận Tổ quốc Việt Nam")
"""Bodies of a ward in the order in which offices name them."""


def rank_role(role: str) -> int:
    """Return the place of a role's first body in the order of bodies."""
    bodies = [post.body for post in read_offices(role).posts]
    return min((_BODIES.index(body) for body in bodies if body in _BODIES), default=len(_BODIES))


def _settle(post: Post, ward: str) -> Post:
    if post.place.ward and ward.startswith(f"{post.place.ward} "):
        return replace(post, place=replace(post.place, ward=ward))
    return post


def _label(post: Post | str, site: Site) -> str:
    if isinstance(post, str):
        return post
    if post.is_acting:
        return site.texts("posts.acting", post=post.label)
    return site.texts("posts.former", post=post.label) if post.is_former else post.label


def _evidence(seen: Seen, site: Site, root: str) -> Values:
    return {
        "date": day(site, datetime.fromisoformat(seen.date)),
        "title": seen.title,
        "href": urls.link(root, seen.address),
    }


def view_held(posts: Iterable[tuple[Held, str]], site: Site) -> list[Values]:
    """Return the posts of the registry, each with its ward (may be empty), its days and its source."""
    found = []
    for held, ward in posts:
        since = f"{held.since:%d/%m/%Y}" if held.since else ""
        until = f"{held.until:%d/%m/%Y}" if held.until else ""
        key = "both" if since and until else "since" if since else "until" if until else "none"
        label = " ".join(part for part in (held.role, held.body, ward) if part)
        source = {"text": held.source, "href": held.source if "://" in held.source else None} if held.source else None
        found.append({"label": label, "days": site.texts(f"posts.{key}", since=since, until=until), "source": source})
    return found

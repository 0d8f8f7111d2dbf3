"""Who holds the posts of a ward: by the registry, and by what the ward's own articles last called a person.

Only the ward's own list is looked at: news of another ward never changes this page.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bantin import urls
from bantin.plan.evidence import Seated
from bantin.plan.record import first_ward, roles_by_official, see

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bantin.catalogue import Catalogue
    from bantin.model import Held, Official, Registry

_FARTHEST = 200
"""Articles of a ward back from its newest one within which a post counts as held."""
MOST = 12
"""People that the page of a ward shows."""


def find_held(registry: Registry) -> dict[str, list[tuple[Official, Held]]]:
    """Return the posts that the registry knows and that have no end, by ward."""
    found: dict[str, list[tuple[Official, Held]]] = defaultdict(list)
    for official in registry.officials.values():
        for held in official.posts:
            if held.ward and held.until is None:
                found[held.ward].append((official, held))
    return found


def find_seated(
    catalogue: Catalogue, ward: str, positions: Sequence[int], held: Mapping[str, list[tuple[Official, Held]]]
) -> tuple[Seated, ...]:
    """Return the people of a ward's offices, those seen last first; articles before the registry."""
    officials, name = catalogue.registry.officials, catalogue.registry.wards[ward].full_name
    found: dict[str, Seated] = {}
    for position in reversed(positions[-_FARTHEST:]):
        entry = catalogue.entries[position]
        if not entry.roles or first_ward(entry) != ward:
            continue
        for one, roles in roles_by_official(entry).items():
            if one not in found and one in officials:
                address = urls.entity("official", one)
                found[one] = Seated(officials[one].name, address, roles, name, see(entry), "")
    for official, post in held.get(ward, ()):
        role = f"{post.role} {post.body}".strip()
        since = f"{post.since:%d/%m/%Y}" if post.since else ""
        # The registry is what editors vouch for, day and all.
        found[official.id] = Seated(official.name, urls.entity("official", official.id), (role,), name, None, since)
    return tuple(found.values())[:MOST]

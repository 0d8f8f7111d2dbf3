"""What the last build of an output folder stood on, so that the next one can start from the difference."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import os

    from bantin.build.cache import Cache

Signature = tuple[int, int, int, int]
"""(size, time of content, time of inode, inode) of a file, as git compares them."""
_RACY = 2_000_000_000
"""Nanoseconds: a file changed so shortly before it was looked at may change again without showing it."""


class Known(NamedTuple):
    """One article file."""

    key: str
    """Of its record in the cache: its content."""
    is_shown: bool
    is_expired: bool
    signature: Signature | None


@dataclass
class State:
    """Everything that decided the last build."""

    ground: str
    """Digest of all but the articles: program, settings, registry, media, standing pages."""
    seal: int
    """Of the manifest that was written then."""
    articles: dict[str, Known] = field(default_factory=dict)
    flawed: list[str] = field(default_factory=list)
    """Articles with problems that other files may cause or mend."""


def sign(stat: os.stat_result, now: int) -> Signature | None:
    """Return the signature of a file, or None where it is too young to be trusted. `now`: nanoseconds."""
    if max(stat.st_mtime_ns, stat.st_ctime_ns) > now - _RACY:
        return None
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


def load_state(cache: Cache, name: str) -> State | None:
    """Return the state of the output folder `name`, if there is a sound one."""
    row = cache.get("state", (name,)).get(name)
    with suppress(ValueError, TypeError):
        if row:
            ground, seal, articles, flawed = json.loads(row)
            known = {
                path: Known(key, shown, expired, tuple(mark) if mark else None)
                for path, (key, shown, expired, mark) in articles.items()
            }
            return State(ground, seal, known, flawed)
    return None


def save_state(cache: Cache, name: str, state: State) -> None:
    """Keep the state of the output folder `name`."""
    plain = [state.ground, state.seal, state.articles, state.flawed]
    cache.put("state", {name: json.dumps(plain, separators=(",", ":")).encode()})

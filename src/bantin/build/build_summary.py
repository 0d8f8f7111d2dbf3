"""What tells whether anything changed at all since a build; read before everything else."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bantin.build.medium import Medium
from bantin.build.problems import decode_problem, encode_problem
from bantin.build.shards import Shards, drop_shards, load_shards, merge, save_shards

if TYPE_CHECKING:
    from bantin.build.cache import Cache
    from bantin.model import Problem

_KEPT = 4
"""Builds that are remembered: of the site, of the preview, of another branch."""
_INDEX = "index"
_PARTS = ("summary", "entries")


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """A build in short."""

    shared: str
    """Digest of all but the articles: program, settings, registry, media, standing pages."""
    sources: str
    """Digest of the bytes behind `shared`, as far as that can be had without understanding them."""
    now: str
    """The instant of the build, ISO 8601 at +07:00."""
    due: str
    """The next instant at which the same files give another site; empty for never."""
    articles: int
    """How many have a page."""
    drafts: int
    """How many say themselves that they are not to be published yet."""
    signatures: dict[str, str]
    """Of the article files, by path."""
    media: dict[str, Medium]
    errors: tuple[Problem, ...]
    """All of them, as they were told."""
    warnings: int
    """How many there are."""
    kept: Shards[str] = field(default_factory=dict, compare=False)
    """The signatures as the cache has them."""


def load_summary(cache: Cache, seal: str | None) -> BuildSummary | None:
    """Return the summary of the build whose manifest has that seal; None: of the last build, whatever its folder."""
    with suppress(ValueError, TypeError, KeyError, IndexError):
        seal = latest_seal(cache) if seal is None else seal
        first, keys, media, errors, warnings = read_row(cache, f"{seal} summary")
        shared, sources, now, due, articles, drafts = first
        shards = load_shards(cache, keys, dict)
        return BuildSummary(
            *(shared, sources, now, due, articles, drafts, merge(shards)),
            {path: Medium(*one) for path, one in media.items()},
            tuple(decode_problem(one[0], one) for one in errors),
            warnings,
            shards,
        )
    return None


def save_summary(cache: Cache, seal: str, summary: BuildSummary, before: BuildSummary | None) -> list[str]:
    """Keep the summary of the build whose manifest has that seal; return the keys of what it is made of.

    `before`: one that the cache has, of which most is likely to be the same.
    """
    shards = save_shards(cache, summary.signatures, dict, before.kept if before else {})
    told = [encode_problem(problem) for problem in summary.errors]
    keys = [shard.key for shard in shards.values()]
    first = (summary.shared, summary.sources, summary.now, summary.due, summary.articles, summary.drafts)
    write_row(cache, f"{seal} summary", [first, keys, summary.media, told, summary.warnings])
    return keys


def enter_build(cache: Cache, seal: str, keys: list[str]) -> None:
    """Note the build whose manifest has that seal, made of the shards `keys`; the oldest builds are forgotten."""
    builds = {one: made for one, made in _builds(cache).items() if one != seal} | {seal: keys}
    kept = dict([*builds.items()][-_KEPT:])
    write_row(cache, _INDEX, kept)
    cache.drop("state", [f"{one} {part}" for one in builds.keys() - kept.keys() for part in _PARTS])
    drop_shards(cache, (key for made in kept.values() for key in made))


def latest_seal(cache: Cache) -> str:
    """Return the seal of the last build's manifest, whatever its folder; '' where none is known."""
    return next(reversed(_builds(cache)), "")


def _builds(cache: Cache) -> dict[str, list[str]]:
    """Return the shards of each build that is remembered, by seal, the latest last."""
    with suppress(ValueError, TypeError, KeyError):
        return {str(seal): [str(key) for key in keys] for seal, keys in read_row(cache, _INDEX).items()}
    return {}


def read_row(cache: Cache, key: str) -> Any:
    """Return a value that `write_row` kept. Raises KeyError or ValueError."""
    return json.loads(cache.get("state", (key,))[key])


def write_row(cache: Cache, key: str, value: object) -> None:
    """Keep a plain value."""
    cache.put("state", {key: json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()})

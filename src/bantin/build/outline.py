"""What tells whether anything changed at all since a build; read before everything else."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bantin.build.medium import Medium
from bantin.build.problems import decode_problem, encode_problem

if TYPE_CHECKING:
    from bantin.build.cache import Cache
    from bantin.model import Problem

_KEPT = 4
"""Builds that are remembered: of the site, of the preview, of another branch."""
_INDEX = "index"
_PARTS = ("outline", "entries")


@dataclass(frozen=True, slots=True)
class Outline:
    """A build in short."""

    ground: str
    """Digest of all but the articles: program, settings, registry, media, standing pages."""
    sources: str
    """Digest of the bytes behind `ground`, as far as that can be had without understanding them."""
    now: str
    """The instant of the build, ISO 8601 at +07:00."""
    due: str
    """The next instant at which the same files give another site; empty for never."""
    articles: int
    """How many have a page."""
    signatures: dict[str, str]
    """Of the article files, by path."""
    media: dict[str, Medium]
    errors: tuple[Problem, ...]
    """All of them, as they were told."""
    warnings: int
    """How many there are."""


def load_outline(cache: Cache, seal: str | None) -> Outline | None:
    """Return the outline of the build whose manifest has that seal; None: of the last build, whatever its folder."""
    with suppress(ValueError, TypeError, KeyError, IndexError):
        seal = latest_seal(cache) if seal is None else seal
        ground, sources, now, due, articles, signatures, media, errors, warnings = read_row(cache, f"{seal} outline")
        return Outline(
            *(ground, sources, now, due, articles, signatures),
            {path: Medium(*one) for path, one in media.items()},
            tuple(decode_problem(one[0], one) for one in errors),
            warnings,
        )
    return None


def save_outline(cache: Cache, seal: str, outline: Outline) -> None:
    """Keep the outline of the build whose manifest has that seal; the oldest builds are forgotten."""
    told = [encode_problem(problem) for problem in outline.errors]
    first = (outline.ground, outline.sources, outline.now, outline.due, outline.articles, outline.signatures)
    seals = [*(one for one in _seals(cache) if one != seal), seal]
    write_row(cache, f"{seal} outline", [*first, outline.media, told, outline.warnings])
    write_row(cache, _INDEX, seals[-_KEPT:])
    cache.drop("state", [f"{one} {part}" for one in seals[:-_KEPT] for part in _PARTS])


def latest_seal(cache: Cache) -> str:
    """Return the seal of the last build's manifest, whatever its folder; '' where none is known."""
    return next(reversed(_seals(cache)), "")


def _seals(cache: Cache) -> list[str]:
    with suppress(ValueError, TypeError, KeyError):
        return [str(one) for one in read_row(cache, _INDEX)]
    return []


def read_row(cache: Cache, key: str) -> Any:
    """Return a value that `write_row` kept. Raises KeyError or ValueError."""
    return json.loads(cache.get("state", (key,))[key])


def write_row(cache: Cache, key: str, value: object) -> None:
    """Keep a plain value."""
    cache.put("state", {key: json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()})

"""What the last build of an output folder stood on, so that the next one can start from the difference."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bantin.build.media import Medium
from bantin.build.records import decode_problem, encode_problem
from bantin.catalogue import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bantin.build.cache import Cache
    from bantin.model import Problem

_KEPT = 4
"""States that stay: of the site, of the preview, of another branch."""
_INDEX = "index"


@dataclass(frozen=True, slots=True)
class Outline:
    """What tells whether anything changed at all; read before everything else."""

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
    problems: tuple[Problem, ...]
    """All of them, as they were told."""


@dataclass(frozen=True, slots=True)
class State:
    """Everything that decided a build."""

    outline: Outline
    entries: dict[str, Entry] = field(default_factory=dict)
    """As each file alone gives them, by path."""
    excluded: frozenset[str] = frozenset()
    """Articles that a conflict between files keeps out."""
    problems: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    """What is wrong in each file, by path; sound ones are not named."""


def judge_together(entries: Mapping[str, Entry], excluded: frozenset[str]) -> dict[str, Entry]:
    """Return the entries as conflicts between files leave them."""
    return {**entries, **{path: entries[path]._replace(status="faulty") for path in excluded}}


def load_outline(cache: Cache, seal: str | None) -> Outline | None:
    """Return the outline of the build whose manifest has that seal; None: of the last build, whatever its folder."""
    with suppress(ValueError, TypeError, KeyError, IndexError):
        seal = _seals(cache)[-1] if seal is None else seal
        ground, sources, now, due, articles, signatures, media, problems = _get(cache, f"{seal} outline")
        return Outline(
            *(ground, sources, now, due, articles, signatures),
            {path: Medium(*one) for path, one in media.items()},
            tuple(decode_problem(one[0], one) for one in problems),
        )
    return None


def load_state(cache: Cache, seal: str | None) -> State | None:
    """Return the state of the build whose manifest has that seal; None: of the last build, whatever its folder."""
    with suppress(ValueError, TypeError, KeyError, IndexError):
        seal = _seals(cache)[-1] if seal is None else seal
        outline = load_outline(cache, seal)
        columns, excluded, problems = _get(cache, f"{seal} entries")
        entries = dict(zip(columns[0], map(Entry._make, zip(*columns, strict=True)), strict=True))
        known = {path: tuple(decode_problem(path, one) for one in found) for path, found in problems.items()}
        return State(outline, entries, frozenset(excluded), known) if outline else None
    return None


def save_state(cache: Cache, seal: str, state: State) -> None:
    """Keep the state of the build whose manifest has that seal; the oldest ones go."""
    outline = state.outline
    told = [encode_problem(problem) for problem in outline.problems]
    first = (outline.ground, outline.sources, outline.now, outline.due, outline.articles, outline.signatures)
    columns = [[getattr(entry, name) for entry in state.entries.values()] for name in Entry._fields]
    problems = {path: [encode_problem(problem) for problem in found] for path, found in state.problems.items()}
    seals = [*(one for one in _seals(cache) if one != seal), seal]
    _put(cache, f"{seal} outline", [*first, outline.media, told])
    _put(cache, f"{seal} entries", [columns, sorted(state.excluded), problems])
    _put(cache, _INDEX, seals[-_KEPT:])
    cache.drop("state", [f"{one} {part}" for one in seals[:-_KEPT] for part in ("outline", "entries")])


def _seals(cache: Cache) -> list[str]:
    with suppress(ValueError, TypeError, KeyError):
        return [str(one) for one in _get(cache, _INDEX)]
    return []


def _get(cache: Cache, key: str) -> Any:
    return json.loads(cache.get("state", (key,))[key])


def _put(cache: Cache, key: str, value: object) -> None:
    cache.put("state", {key: json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()})

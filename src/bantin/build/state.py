"""What the last build of an output folder stood on, so that the next one can start from the difference."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bantin.build.build_summary import (
    BuildSummary,
    enter_build,
    latest_seal,
    load_summary,
    read_row,
    save_summary,
    write_row,
)
from bantin.build.problems import decode_problem, encode_problem
from bantin.build.shards import Shards, load_shards, merge, save_shards
from bantin.catalogue import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bantin.build.cache import Cache
    from bantin.model import Problem


@dataclass(frozen=True, slots=True)
class Kept:
    """What of a state the cache has folder by folder."""

    entries: Shards[Entry] = field(default_factory=dict)
    warnings: Shards[int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class State:
    """Everything that decided a build."""

    summary: BuildSummary
    entries: dict[str, Entry] = field(default_factory=dict)
    """As each file alone gives them, by path."""
    excluded: frozenset[str] = frozenset()
    """Articles that a conflict between files keeps out."""
    errors: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    """What keeps each faulty file out by itself, by path."""
    warnings: dict[str, int] = field(default_factory=dict)
    """How many warnings each file has by itself, by path; those without are not named."""
    kept: Kept = field(default_factory=Kept, compare=False)


def judge_together(entries: Mapping[str, Entry], excluded: frozenset[str]) -> dict[str, Entry]:
    """Return the entries as conflicts between files leave them."""
    return {**entries, **{path: entries[path]._replace(status="faulty") for path in excluded}}


def load_state(cache: Cache, seal: str | None, summary: BuildSummary | None = None) -> State | None:
    """Return the state of the build whose manifest has that seal; None: of the last build, whatever its folder.

    `summary`: of that build, where it was read before.
    """
    with suppress(ValueError, TypeError, KeyError, IndexError):
        seal = latest_seal(cache) if seal is None else seal
        summary = summary or load_summary(cache, seal)
        entry_keys, warning_keys, excluded, errors = read_row(cache, f"{seal} entries")
        kept = Kept(load_shards(cache, entry_keys, _decode_entries), load_shards(cache, warning_keys, dict))
        known = {path: tuple(decode_problem(path, one) for one in found) for path, found in errors.items()}
        entries, warnings = merge(kept.entries), merge(kept.warnings)
        return State(summary, entries, frozenset(excluded), known, warnings, kept) if summary else None
    return None


def save_state(cache: Cache, seal: str, state: State, before: State | None) -> None:
    """Keep the state of the build whose manifest has that seal; the oldest ones go.

    `before`: one that the cache has, of which most is likely to be the same.
    """
    kept = before.kept if before else Kept()
    entries = save_shards(cache, state.entries, _encode_entries, kept.entries)
    warnings = save_shards(cache, state.warnings, dict, kept.warnings)
    errors = {path: [encode_problem(problem) for problem in found] for path, found in state.errors.items()}
    keys = [[shard.key for shard in shards.values()] for shards in (entries, warnings)]
    write_row(cache, f"{seal} entries", [*keys, sorted(state.excluded), errors])
    made = save_summary(cache, seal, state.summary, before.summary if before else None)
    enter_build(cache, seal, [*made, *keys[0], *keys[1]])


def _encode_entries(entries: dict[str, Entry]) -> list[list[str]]:
    """Return entries by columns, which takes less room and time than one by one."""
    return [list(column) for column in zip(*entries.values(), strict=True)]


def _decode_entries(columns: Any) -> dict[str, Entry]:
    return dict(zip(columns[0], map(Entry._make, zip(*columns, strict=True)), strict=True))

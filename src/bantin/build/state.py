"""What the last build of an output folder stood on, so that the next one can start from the difference."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bantin.build.outline import Outline, latest_seal, load_outline, read_row, save_outline, write_row
from bantin.build.problems import decode_problem, encode_problem
from bantin.catalogue import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bantin.build.cache import Cache
    from bantin.model import Problem


@dataclass(frozen=True, slots=True)
class State:
    """Everything that decided a build."""

    outline: Outline
    entries: dict[str, Entry] = field(default_factory=dict)
    """As each file alone gives them, by path."""
    excluded: frozenset[str] = frozenset()
    """Articles that a conflict between files keeps out."""
    errors: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    """What keeps each faulty file out by itself, by path."""
    warnings: dict[str, int] = field(default_factory=dict)
    """How many warnings each file has by itself, by path; those without are not named."""


def judge_together(entries: Mapping[str, Entry], excluded: frozenset[str]) -> dict[str, Entry]:
    """Return the entries as conflicts between files leave them."""
    return {**entries, **{path: entries[path]._replace(status="faulty") for path in excluded}}


def load_state(cache: Cache, seal: str | None, outline: Outline | None = None) -> State | None:
    """Return the state of the build whose manifest has that seal; None: of the last build, whatever its folder.

    `outline`: of that build, where it was read before.
    """
    with suppress(ValueError, TypeError, KeyError, IndexError):
        seal = latest_seal(cache) if seal is None else seal
        outline = outline or load_outline(cache, seal)
        columns, excluded, errors, warnings = read_row(cache, f"{seal} entries")
        entries = dict(zip(columns[0], map(Entry._make, zip(*columns, strict=True)), strict=True))
        known = {path: tuple(decode_problem(path, one) for one in found) for path, found in errors.items()}
        return State(outline, entries, frozenset(excluded), known, warnings) if outline else None
    return None


def save_state(cache: Cache, seal: str, state: State) -> None:
    """Keep the state of the build whose manifest has that seal; the oldest ones go."""
    columns = [[getattr(entry, name) for entry in state.entries.values()] for name in Entry._fields]
    errors = {path: [encode_problem(problem) for problem in found] for path, found in state.errors.items()}
    write_row(cache, f"{seal} entries", [columns, sorted(state.excluded), errors, state.warnings])
    save_outline(cache, seal, state.outline)

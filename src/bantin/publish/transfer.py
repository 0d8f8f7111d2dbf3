"""A plan carried out. At every moment the target can be taken up again, by this publishing or by a later one.

Beside the site lies the manifest, which names the settled files as they are, and, while publishing, the journal: which
files are pending, and which settled ones may no longer be what the manifest says (`plan` tells what the words mean). A
publishing that finds a journal asks the target what is really there, and goes on from that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from bantin.build.manifest import parse_manifest
from bantin.model import BantinError
from bantin.publish.plan import Holdings, Plan, make_plan, step
from bantin.publish.source import UNKNOWN, read_files
from bantin.publish.target import JOURNAL, MANIFEST

if TYPE_CHECKING:
    from collections.abc import Collection

    from bantin.publish.source import Files, Source
    from bantin.publish.target import Target, Told


@dataclass(frozen=True, slots=True)
class State:
    """What a target holds, and what its notes say."""

    held: Holdings = field(default_factory=Holdings)
    touched: frozenset[str] = frozenset()
    """Settled files that may not be what the manifest says."""
    manifest: bytes = b""
    has_journal: bool = False


def read_state(target: Target, source: Source) -> State:
    """Return what a target holds. Raises BantinError where its manifest is damaged."""
    manifest, journal = target.fetch(MANIFEST), target.fetch(JOURNAL)
    settled = _read_manifest(manifest)
    pending, touched = _read_journal(journal)
    asked = sorted((pending | touched) & source.files.keys())
    found = target.look({path: source.files[path] for path in asked}, source) if asked else {}
    # What is not wanted is to be deleted; whether it is there makes no difference.
    found |= dict.fromkeys((pending | touched) - source.files.keys(), UNKNOWN)
    settled = {path: one for path, one in settled.items() if path not in touched}
    settled |= {path: found[path] for path in touched if path in found}
    held = Holdings(settled, {path: found[path] for path in pending if path in found})
    return State(held, touched, manifest or b"", journal is not None)


def _read_manifest(manifest: bytes | None) -> Files:
    if manifest is None:
        return {}
    parsed, seal = parse_manifest(manifest)
    if not seal:
        # Taken for none, it would leave every deleted page in place.
        raise BantinError("publish.damaged", name=MANIFEST)
    return read_files(parsed)


def _read_journal(journal: bytes | None) -> tuple[frozenset[str], frozenset[str]]:
    """Return (pending, touched)."""
    lines = [line.partition("\t") for line in (journal or b"").decode(errors="replace").splitlines()]
    touched = frozenset(path for mark, _, path in lines if mark == "touched")
    return frozenset(path for mark, _, path in lines if mark == "pending") - touched, touched


def _write_journal(target: Target, pending: Collection[str], touched: Collection[str]) -> None:
    lines = [f"pending\t{path}\n" for path in sorted(pending)] + [f"touched\t{path}\n" for path in sorted(touched)]
    target.keep(JOURNAL, "".join(lines).encode())


def plan_for(state: State, source: Source) -> Plan:
    """Return what is to be done. Raises BantinError where the source lacks what it would take."""
    plan = make_plan(state.held, source.files)
    for path in plan.written:
        source.read(path)
    return plan


def carry_out(plan: Plan, state: State, source: Source, target: Target, told: Told) -> None:
    """Bring a target from `state` to what `source` holds."""
    if not plan.is_empty:
        touched = state.touched.union(plan.changed, plan.closed, plan.deleted)
        _write_journal(target, {*plan.junk, *plan.arrived, *plan.new}, touched)
        target.delete(plan.junk, told)
        target.put(plan.new, source, told)
        if (plan.new or plan.arrived) and (plan.changed or plan.closed):
            _write_journal(target, (), touched.union(plan.arrived, plan.new))
        for _, batch in groupby(plan.changed, key=step):
            target.put(tuple(batch), source, told)
        target.delete(plan.closed, told)
    if state.manifest != source.manifest:
        target.keep(MANIFEST, source.manifest)
    if plan.deleted:
        _write_journal(target, plan.deleted, ())
        target.delete(plan.deleted, told)
    if state.has_journal or not plan.is_empty:
        target.delete((JOURNAL,), lambda _: None)

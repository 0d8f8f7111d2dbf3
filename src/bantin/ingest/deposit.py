"""Writes a draft's files into content/: all of them or none, and never over a file that exists."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bantin import units
from bantin.amend import UnusualLayoutError, amend_entries, plan_wards
from bantin.build.disk import replace_file
from bantin.ingest.draft import Draft
from bantin.ingest.proposal import Ward
from bantin.ingest.refusal import Refused, Unsound
from bantin.model import Ward as RegisteredWard, name_fault
from bantin.read import read_article, read_registry
from bantin.units import Unit

_WARDS = "registry/wards.yml"


def deposit(draft: Draft, content: Path, limit_kb: int) -> None:
    """Write `draft` below `content`. Raises Refused or Unsound before anything is written, or after taking it back."""
    _require_sound(draft, limit_kb)
    new = {content / path: data for path, data in draft.pictures.items()}
    new[content / draft.path] = draft.text.encode()
    for path in new:
        if path.exists():
            raise Refused("exists", path=path.relative_to(content.parent).as_posix())
    wards = _extend_wards(content / _WARDS, draft.wards)
    written: list[Path] = []
    try:
        for path, data in new.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                written.append(path)
                file.write(data)
        if wards is not None:
            replace_file(str(content / _WARDS), wards)
    except OSError as error:
        for path in written:
            path.unlink(missing_ok=True)
        raise Refused("cannot_write", reason=name_fault(error)) from error


def _require_sound(draft: Draft, limit_kb: int) -> None:
    """Raise Unsound for a draft that `bantin check` would not let pass."""
    reading = read_article(draft.path, draft.text.encode(), limit_kb)
    faults = tuple(problem for problem in reading.problems if problem.severity == "error")
    if faults:
        raise Unsound(faults)


def _extend_wards(path: Path, wards: tuple[Ward, ...]) -> bytes | None:
    """Return the registry's bytes with the entries of `wards` and of their successors; None where none is missing.

    Every line that stands in the file stays.
    """
    if not wards:
        return None
    before = path.read_bytes() if path.exists() else b""
    known = read_registry({_WARDS: before})[0].wards
    try:
        return amend_entries(before.decode(), _entries(wards, known)).encode()
    except (UnusualLayoutError, UnicodeDecodeError) as error:
        raise Refused("registry", path=_WARDS) from error


def _entries(wards: tuple[Ward, ...], known: Mapping[str, RegisteredWard]) -> list[dict[str, Any]]:
    country = units.load()
    wanted: dict[Unit, str] = {}
    unlisted: dict[str, dict[str, Any]] = {}
    for ward in wards:
        place = ward.place
        unit = country.unit(place.code, place.era)
        if unit is not None:
            wanted[unit] = ward.id
        else:
            province = place.province or "?"
            unlisted[ward.id] = {"id": ward.id, "name": place.name, "kind": place.kind, "province": province}
    return [*plan_wards(wanted, country, known, reserved=unlisted).added, *unlisted.values()]

"""Writes a draft's files into content/: all of them or none, and never over a file that exists."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import yaml

from bantin.ingest.draft import Draft
from bantin.ingest.refusal import Refused
from bantin.read import read_article

_WARDS = "registry/wards.yml"


def deposit(draft: Draft, content: Path, limit_kb: int) -> None:
    """Write `draft` below `content`. Raises Refused before anything is written, or after taking it back."""
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
            replace_file(content / _WARDS, wards)
    except OSError as error:
        for path in written:
            path.unlink(missing_ok=True)
        raise Refused("cannot_write", reason=error.strerror or type(error).__name__) from error


def _require_sound(draft: Draft, limit_kb: int) -> None:
    """Refuse a draft that `bantin check` would not let pass."""
    reading = read_article(draft.path, draft.text.encode(), limit_kb)
    faults = [problem.rule for problem in reading.problems if problem.severity == "error"]
    if faults or reading.article is None:
        raise Refused("unsound", rules=", ".join(dict.fromkeys(faults)))


def _extend_wards(path: Path, entries: str) -> bytes | None:
    """Return the registry's bytes with `entries` at the end; every byte before them stays. None without entries."""
    if not entries:
        return None
    before = path.read_bytes() if path.exists() else b""
    newline = "\r\n" if b"\r\n" in before else "\n"
    gap = "" if not before.strip() or before.endswith(b"\n") else newline
    after = before + (gap + entries.lstrip("\n" if not before.strip() else "").replace("\n", newline)).encode()
    try:
        old, new = yaml.safe_load(before.decode("utf-8-sig")) or [], yaml.safe_load(after.decode("utf-8-sig"))
        added = yaml.safe_load(entries)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise Refused("registry", path=_WARDS) from error
    if not isinstance(old, list) or new != [*old, *added]:
        raise Refused("registry", path=_WARDS)
    return after


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in the place of a file at once: whoever reads it sees the old bytes or the new ones."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if path.exists():
            Path(name).chmod(path.stat().st_mode)
        else:
            Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise

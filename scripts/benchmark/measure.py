"""What a command costs: time, memory, files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from benchmark import launch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

State = dict[str, tuple[int, int, int]]
"""Of each file of a folder, what changes when it is written: number, time, size."""


class RunError(Exception):
    """A command that was to be measured failed."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What one run cost; times in seconds, memory in bytes."""

    wall: float
    cpu: float
    peak: int
    """Of the largest process."""
    total: int
    """Of all processes together, looked at every 20 ms."""
    files: int = 0
    written: int = 0
    """Bytes in the files that were written."""
    deleted: int = 0

    def as_values(self) -> dict[str, float]:
        """Return the figures by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def run(commands: Sequence[Sequence[str]], folder: Path, output: Path, env: Mapping[str, str]) -> Figures:
    """Run the commands one after another in `folder`; what they change in `output` is counted.

    Raises RunError where one fails.
    """
    before = read_state(output)
    # What earlier runs left to be written is not on this one's account.
    if hasattr(os, "sync"):
        os.sync()
    costs = [_launch(command, folder, env) for command in commands]
    after = read_state(output)
    new = [state for path, state in after.items() if before.get(path) != state]
    return Figures(
        wall=sum(cost["wall"] for cost in costs),
        cpu=sum(cost["cpu"] for cost in costs),
        peak=max(int(cost["peak"]) for cost in costs),
        total=max(int(cost["total"]) for cost in costs),
        files=len(new),
        written=sum(size for _, _, size in new),
        deleted=len(before.keys() - after.keys()),
    )


def read_state(folder: Path) -> State:
    """Return the state of all files below the folder; none where it is absent."""
    return {path: (at.st_ino, at.st_mtime_ns, at.st_size) for path, at in _walk(str(folder))} if folder.is_dir() else {}


def _walk(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _walk(entry.path)
            else:
                yield entry.path, entry.stat(follow_symlinks=False)


def _launch(command: Sequence[str], folder: Path, env: Mapping[str, str]) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as private:
        result, log = Path(private, "result.json"), Path(private, "log")
        # Nothing of this process's own packages: the launcher is to be small.
        launcher = [sys.executable, "-I", "-S", str(Path(launch.__file__).resolve()), str(result)]
        with log.open("wb") as out:
            subprocess.run([*launcher, *command], cwd=folder, env=env, stdout=out, stderr=out, check=False)
        # A command that could not even be started leaves no result.
        cost: dict[str, float] = json.loads(result.read_bytes()) if result.exists() else {"code": 127}
        if cost["code"]:
            told = log.read_text(encoding="utf-8", errors="replace")[-2000:]
            raise RunError(f"{' '.join(command)}: exit code {cost['code']:.0f}\n{told}")
        return cost

"""The steps of a benchmark, in rounds: every tool takes each step in turn, so that a busy machine hits all."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmark.measure import RunError
from benchmark.preview import preview
from environment import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from benchmark.flavours import Flavour
    from benchmark.generators import Generator
    from benchmark.measure import Figures

Change = dict["Path", str]

STEPS = {
    "cold": "cold",
    "nothing": "nothing to do",
    "edit": "one body edited",
    "newest": "newest article added",
    "older": "article of three years ago added",
    "withdrawal": "article withdrawn",
    "registry": "topic renamed",
    "preview": "preview after an edit",
    "fresh": "fresh checkout, cache and site restored",
    "fresh-newest": "the same, newest article added",
    "fresh-empty": "fresh checkout, cache restored, no site",
}
"""Each step with its title, in the order of a round."""
GROWTH = ("cold", "nothing", "newest", "fresh-newest")
"""The steps whose growth with the site is looked at."""
_CHANGES: dict[str, Callable[[Flavour], Change]] = {
    "edit": lambda project: project.edit(),
    "newest": lambda project: project.add(project.corpus.newest()),
    "older": lambda project: project.add(project.corpus.older()),
    "withdrawal": lambda project: project.withdraw(),
    "registry": lambda project: project.rename_topic(),
}
_GIT = (
    "git",
    "-c",
    "user.name=bench",
    "-c",
    "user.email=bench@example.invalid",
    "-c",
    "gc.auto=0",
    "-c",
    "core.autocrlf=false",
)


@dataclass(frozen=True, slots=True)
class Run:
    """One step of one tool in one round."""

    step: str
    tool: str
    round: int
    figures: Figures


@dataclass
class Session:
    """Runs steps; bantin comes first among the generators."""

    generators: Sequence[Generator]
    steps: Sequence[str]
    rounds: int
    runs: list[Run] = field(default_factory=list)
    failed: int = 0
    """Steps that a tool could not take."""

    def prepare(self) -> None:
        """Write the corpus for every tool."""
        written = set()
        for generator in self.generators:
            root = generator.project.root
            if root not in written:
                generator.project.write()
                written.add(root)
        _git(self.generators[0].project.root, "init", "--quiet")
        _commit(self.generators[0].project.root)

    def perform(self) -> list[Run]:
        """Run all rounds; what a tool cannot do is told and counted, and the rest goes on."""
        for number in range(self.rounds):
            # Who comes first in one round comes last in the next.
            order = list(self.generators)[:: -1 if number % 2 else 1]
            for step in self.steps:
                for generator in order:
                    if number == 0 or not generator.steps:
                        self._take(step, generator, number)
        return self.runs

    def _take(self, step: str, generator: Generator, number: int) -> None:
        if generator.steps and step not in generator.steps:
            return
        figures = None
        try:
            figures = _perform(step, generator)
        except RunError as error:
            self.failed += 1
            say(f"{step} {generator.name}: không thành công.", str(error))
        if figures:
            self.runs.append(Run(step, generator.name, number, figures))
            say_run(self.runs[-1])


def say_run(run: Run) -> None:
    """Tell that a step has ended."""
    figures = run.figures
    text = f"{run.round + 1}. {run.step} {run.tool}: {figures.wall:.2f} s, {figures.files} + {figures.deleted}"
    say(text, f"CPU {figures.cpu:.2f} s, {figures.peak / 1e6:.0f}/{figures.total / 1e6:.0f} MB")


def _perform(step: str, generator: Generator) -> Figures | None:
    """Take one step from the state that a cold build left, and come back to it.

    None where the tool has no such step.
    """
    project = generator.project
    if step == "cold":
        generator.clear()
        return generator.build()
    if step == "nothing":
        return generator.build()
    if step == "preview":
        return _preview(generator)
    if step.startswith("fresh"):
        return _fresh(step, generator) if (project.root / ".git").is_dir() else None
    with _changed(project.root, _CHANGES[step](project)):
        figures = generator.build()
    _settle(generator)
    return figures


def _preview(generator: Generator) -> Figures | None:
    if not generator.server:
        return None
    paths = generator.project.edit()
    before = {path: path.read_bytes() for path in paths}
    try:
        return preview(generator)
    finally:
        for path, data in before.items():
            path.write_bytes(data)
        _settle(generator)


def _fresh(step: str, generator: Generator) -> Figures:
    """Build as a machine does that has just checked the content out and got back what the last one kept."""
    root = generator.project.root
    folder = root.with_name(f"{root.name}-fresh")
    shutil.rmtree(folder, ignore_errors=True)
    try:
        with _changed(root, _CHANGES["newest"](generator.project) if step == "fresh-newest" else {}):
            _git(root.parent, "clone", "--quiet", str(root), str(folder))
        kept = generator.caches if step == "fresh-empty" else (*generator.caches, generator.output)
        for name in kept:
            shutil.copytree(root / name, folder / name)
        return generator.build(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _settle(generator: Generator) -> None:
    """Build what was there before, where the next step starts from it."""
    if generator.incremental:
        generator.build()


@contextmanager
def _changed(root: Path, change: Change) -> Iterator[None]:
    """Write a change; in a repository it is committed, as what is published is. Afterwards all is as before."""
    before = {path: path.read_bytes() if path.exists() else None for path in change}
    for path, text in change.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    versioned = change and (root / ".git").is_dir()
    if versioned:
        _commit(root)
    try:
        yield
    finally:
        if versioned:
            _git(root, "reset", "--quiet", "--hard", "HEAD~1")
        else:
            for path, data in before.items():
                if data is None:
                    path.unlink()
                else:
                    path.write_bytes(data)


def _commit(root: Path) -> None:
    _git(root, "add", "--all")
    _git(root, "commit", "--quiet", "--message", "bench")


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run([*_GIT, *arguments], cwd=folder, check=True)

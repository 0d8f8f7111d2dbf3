"""How to build, and what a build did."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bantin.model import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from datetime import datetime


def _silent(_: str, __: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build; what to build stands in the project."""

    now: datetime
    out: Path
    workers: int | None = None
    """None: one a core."""
    strict: bool = False
    difference: tuple[Path, Path] | None = None
    """Instead of `out`: (folder for what differs, manifest of the published site)."""
    executor: Executor | None = None
    """In the place of our own processes; functions and values that it gets can be pickled."""
    published: Path | None = None
    """Manifest of what readers know: no address of it may vanish. A difference is made against one anyway."""
    base: str | None = None
    """For a check: the branch or commit with which published text is compared; None: the main branch."""
    progress: Callable[[str, int], None] = _silent
    """Told (stage, steps done since) while working: `read`, `plan` (pages found to be due), `render`."""

    @property
    def reference(self) -> Path | None:
        """The manifest of what is published, None where it is not known."""
        return self.published or (self.difference[1] if self.difference else None)

    def refuse_errors(self, problems: tuple[Problem, ...]) -> None:
        """Raise ContentError under `strict` where one of `problems` is an error."""
        if self.strict and any(problem.severity == "error" for problem in problems):
            raise ContentError(problems)


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    articles: int
    rendered: int
    """Pages and other jobs that were run."""
    written: int
    deleted: int
    seconds: float
    problems: tuple[Problem, ...]
    """Every error, and the warnings about articles that were read anew."""
    warnings: int = 0
    """How many warnings there are in all."""
    due: str = ""
    """ISO 8601: the next instant at which the same files give another site; empty for never."""
    drafts: int = 0
    """Articles that say themselves that they are not to be published yet."""

    @property
    def errors(self) -> int:
        """How many problems keep something out of the site."""
        return sum(problem.severity == "error" for problem in self.problems)

    def as_values(self) -> dict[str, object]:
        """Return what fills the closing line of a build."""
        counts = {name: getattr(self, name) for name in ("articles", "rendered", "written", "deleted")}
        return {**counts, "seconds": f"{self.seconds:.1f}".replace(".", ",")}

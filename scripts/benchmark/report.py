"""Runs become tables: medians, and ratios of runs that stood side by side."""

from __future__ import annotations

import os
import platform
import re
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmark.session import STEPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from benchmark.corpus import Corpus
    from benchmark.session import Run

MB = 1_000_000
_SMALL, _LARGE = 10_000, 100_000
"""The sizes that goals are set for."""


@dataclass(frozen=True)
class Results:
    """All runs on one corpus."""

    corpus: Corpus
    runs: Sequence[Run]
    titles: dict[str, str]
    """Of the tools."""
    failed: int = 0
    """Steps that a tool could not take."""

    def figure(self, step: str, tool: str, name: str) -> float | None:
        """Return the median of a figure; None where it was not taken."""
        values = [getattr(run.figures, name) for run in self.runs if (run.step, run.tool) == (step, tool)]
        return median(values) if values else None

    def ratio(self, step: str, tool: str, other_step: str = "", name: str = "wall") -> float | None:
        """Return bantin's figure over the tool's, the median of the rounds that have both."""
        own = {run.round: getattr(run.figures, name) for run in self.runs if (run.step, run.tool) == (step, "bantin")}
        pairs = [
            own[run.round] / getattr(run.figures, name)
            for run in self.runs
            if (run.step, run.tool) == (other_step or step, tool) and run.round in own
        ]
        return median(pairs) if pairs else None

    def files_allowed(self) -> tuple[int, int]:
        """Return E of the newest article, and how many files it may change."""
        entries = self.corpus.newest().lists
        return entries, 20 + 3 * entries + 25

    def as_values(self) -> dict[str, object]:
        """Return what JSON holds."""
        runs = [
            {"step": run.step, "tool": run.tool, "round": run.round, **run.figures.as_values()} for run in self.runs
        ]
        return {
            "articles": self.corpus.n,
            "seed": self.corpus.seed,
            "lists_of_newest": self.files_allowed()[0],
            "runs": runs,
        }


def steps_table(results: Results) -> str:
    """Return a line for each step and tool."""
    head = ("step", "tool", "wall s", "CPU s", "peak MB", "all MB", "written", "deleted", "MB", "bantin's wall")
    rows = []
    for step, title in STEPS.items():
        for tool, name in results.titles.items():
            if results.figure(step, tool, "wall") is None:
                continue

            def of(figure: str, digits: int, unit: float = 1, at: tuple[str, str] = (step, tool)) -> str:
                return _number(results.figure(*at, figure), digits, unit)

            ratio = "" if tool == "bantin" else f"× {_short(results.ratio(step, tool))}"
            files = ("",) * 3 if step == "preview" else (of("files", 0), of("deleted", 0), of("written", 1, MB))
            costs = (of("wall", 2), of("cpu", 2), of("peak", 0, MB), of("total", 0, MB))
            rows.append((title, name, *costs, *files, ratio))
    return table(head, rows, left=2)


Goal = tuple[str, float | None, float, str]
"""(what, figure, at most, unit)."""


def goals_table(results: Results) -> str:
    """Return what was to be reached at this size, and whether it was."""
    entries, allowed = results.files_allowed()
    written, deleted = (results.figure("newest", "bantin", name) for name in ("files", "deleted"))
    changed = None if written is None or deleted is None else written + deleted
    files: list[Goal] = [
        (f"files written for the newest article, E = {entries}", written, allowed, ""),
        ("these and old names deleted", changed, allowed, ""),
    ]
    rows = [
        (title, f"{_short(value)} {unit}".rstrip(), f"{_short(goal)} {unit}".rstrip(), _reached(reached=value <= goal))
        for title, value, goal, unit in (*files, *_goals_of_size(results))
        if value is not None
    ]
    head = (f"goal at {results.corpus.n:,} articles", "measured", "at most", "reached")
    return table(head, rows, left=1)


def _goals_of_size(results: Results) -> list[Goal]:
    n = results.corpus.n

    def wall(step: str) -> float | None:
        return results.figure(step, "bantin", "wall")

    def memory(name: str) -> float | None:
        values = [
            getattr(run.figures, name) / MB for run in results.runs if run.tool == "bantin" and run.step != "preview"
        ]
        return max(values, default=None)

    site = results.figure("cold", "bantin", "written")
    goals: list[Goal] = []
    if _SMALL <= n < 2 * _SMALL:
        goals += [
            ("cold / Hugo + Pagefind", results.ratio("cold", "pagefind"), 0.5, ""),
            ("cold / Hugo alone (aim)", results.ratio("cold", "hugo"), 1, ""),
            ("newest article / Hugo + Pagefind", results.ratio("newest", "pagefind"), 1 / 30, ""),
            ("newest article / Hugo's server after an edit", results.ratio("newest", "hugo", "preview"), 0.5, ""),
            ("nothing to do", wall("nothing"), 0.5, "s"),
            ("preview, from saving to the new page", wall("preview"), 0.3, "s"),
            ("site", None if site is None else site / MB, 250, "MB"),
            ("memory of the largest process", memory("peak"), 600, "MB"),
            ("memory of all processes", memory("total"), 600, "MB"),
        ]
    if n >= _LARGE:
        goals += [
            ("cold", wall("cold"), 360, "s"),
            ("newest article", wall("newest"), 4, "s"),
            ("newest article after a fresh checkout", wall("fresh-newest"), 5, "s"),
            ("memory of the largest process", memory("peak"), 2500, "MB"),
            ("memory of all processes", memory("total"), 2500, "MB"),
        ]
    return goals


def growth_table(all_results: Sequence[Results]) -> str:
    """Return a line for each size."""
    head = (
        *("articles", "cold s", "ms an article", "CPU ms", "peak MB", "all MB", "site files", "site MB"),
        *("nothing s", "newest s", "after checkout s", "newest: files", "deleted", "allowed", "E"),
    )
    rows = []
    for results in all_results:
        n = results.corpus.n

        def of(step: str, name: str, digits: int, unit: float = 1, at: Results = results) -> str:
            return _number(at.figure(step, "bantin", name), digits, unit)

        entries, allowed = results.files_allowed()
        rows.append(
            (
                f"{n:,}",
                of("cold", "wall", 1),
                of("cold", "wall", 2, n / 1000),
                of("cold", "cpu", 2, n / 1000),
                of("cold", "peak", 0, MB),
                of("cold", "total", 0, MB),
                of("cold", "files", 0),
                of("cold", "written", 0, MB),
                of("nothing", "wall", 2),
                of("newest", "wall", 2),
                of("fresh-newest", "wall", 2),
                of("newest", "files", 0),
                of("newest", "deleted", 0),
                str(allowed),
                str(entries),
            )
        )
    return table(head, rows, left=0)


def growth_goals(all_results: Sequence[Results]) -> str:
    """Return what was to be reached as the site grows."""
    times = {
        results.corpus.n: wall / results.corpus.n
        for results in all_results
        if (wall := results.figure("cold", "bantin", "wall"))
    }
    small = [time for n, time in times.items() if _SMALL <= n < 2 * _SMALL]
    large = [time for n, time in times.items() if n >= _LARGE]
    tables = [goals_table(results) for results in all_results]
    if small and large:
        ratio = large[0] / small[0]
        row = ("cold time an article, 100,000 / 10,000", _short(ratio), "1.3", _reached(reached=ratio <= 1.3))  # noqa: PLR2004
        tables.append(table(("goal of growth", "measured", "at most", "reached"), [row], left=1))
    return "\n\n".join(tables)


def describe_machine(versions: Iterable[str]) -> str:
    """Return one line: processor, memory, system, versions."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    parts = [f"{cores} cores ({_processor()})"]
    if hasattr(os, "sysconf"):
        parts.append(f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB of memory")
    if hasattr(os, "getloadavg"):
        parts.append(f"load {os.getloadavg()[0]:.1f} before the start")
    return ", ".join([*parts, f"{platform.system()} {platform.machine()}", *versions])


def write_section(path: Path, name: str, text: str) -> None:
    """Put the text between the marks of `name` in a document, which keeps the rest; a new section comes last."""
    begin, end = f"<!-- bench: {name} -->", "<!-- end -->"
    section = f"{begin}\n{text.strip()}\n{end}"
    document = path.read_text(encoding="utf-8")
    found = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    document = (
        found.sub(lambda _: section, document) if found.search(document) else f"{document.rstrip()}\n\n{section}\n"
    )
    path.write_text(document, encoding="utf-8", newline="\n")


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or platform.machine()
    found = re.search(r"model name\s*: (.*)", text)
    return found[1] if found else platform.machine()


def _reached(*, reached: bool) -> str:
    return "yes" if reached else "**no**"


def _number(value: float | None, digits: int, unit: float = 1) -> str:
    return "" if value is None else f"{value / unit:,.{digits}f}"


def _short(value: float | None) -> str:
    """Return three digits that count."""
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"  # noqa: PLR2004 - three digits


def table(head: Sequence[str], rows: Sequence[Sequence[str]], left: int) -> str:
    """Return a Markdown table, lined up for a terminal; after the first `left` columns all are numbers."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    place: list[Callable[[str, int], str]] = [str.ljust if at < left else str.rjust for at in range(len(head))]
    rules = ["-" * width if at < left else "-" * (width - 1) + ":" for at, width in enumerate(widths)]
    lines = [[put(cell, width) for put, cell, width in zip(place, row, widths, strict=True)] for row in (head, *rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (lines[0], rules, *lines[1:]))

"""Tables of pages and Word files in Markdown, which knows no cells that span: each value in its own column."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WIDEST = 60
"""Columns that one cell may span; a page that says more is wrong."""
_MOST_PLACES = 50_000
"""Places of a table, from which on no cell spans any more."""
_LARGEST = 4 * _MOST_PLACES
"""Places from which on it is laid out no more: a row of many cells above many rows of one."""
_CLOSED = re.compile(r"[.;:,!?…]$")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as the page has it."""

    lines: tuple[str, ...]
    """Its lines as plain text."""
    written: tuple[str, ...]
    """The same lines in Markdown."""
    rows: int = 1
    columns: int = 1


def write_table(rows: list[list[Cell]]) -> tuple[str, str]:
    """Return (text, Markdown) of a table. A cell that spans rows stands in each of them, one that spans columns once.

    Both are '' for what has fewer than two rows or columns, or too many places.
    """
    grid = [row for row in _lay_out(rows) if any(_join(cell.lines) for cell in row)]
    if len(grid) < 2 or len(grid[0]) < 2:
        return "", ""
    written = [[_join(cell.written).replace("|", "\\|") for cell in row] for row in grid]
    lines = [f"| {' | '.join(row)} |" for row in written]
    text = " ".join(said for row in rows for cell in row if (said := _join(cell.lines)))
    return text, "\n".join([lines[0], f"|{' --- |' * len(grid[0])}", *lines[1:]])


def _lay_out(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Return the cells by row and column, all rows equally long."""
    places: dict[tuple[int, int], Cell] = {}
    nothing = Cell((), ())
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in places:
                column += 1
            width = min(max(cell.columns, 1), _WIDEST)
            height = len(rows) - number if cell.rows < 1 else min(cell.rows, len(rows) - number)
            if len(places) + width * height > _MOST_PLACES:
                width = height = 1
            for below in range(height):
                for right in range(width):
                    places.setdefault((number + below, column + right), nothing if right else cell)
            column += width
    width = max((column for _, column in places), default=-1) + 1
    if width * len(rows) > _LARGEST:
        return []
    return [[places.get((number, column), nothing) for column in range(width)] for number in range(len(rows))]


def _join(lines: tuple[str, ...]) -> str:
    """Return the lines of a cell as one, never glued."""
    joined = ""
    for line in lines:
        joined += line if not joined else f" {line}" if _CLOSED.search(joined) else f"; {line}"
    return joined

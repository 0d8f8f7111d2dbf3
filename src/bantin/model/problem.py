"""What an editor must mend, as a value. Its texts stand in the message catalogue under its rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Place(NamedTuple):
    """Where in a file: both counted from 1, column in characters."""

    line: int
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault at one place; the order is that of reading: file, line, column, rule."""

    path: str
    """The file, relative to the repository, with forward slashes."""
    line: int
    """From 1; what is missing points at the first `---`."""
    column: int
    """From 1, in characters."""
    rule: str
    """The stable id, documented under docs/quy-tac.md."""
    severity: Severity
    """An error keeps the article out of the site, a warning changes nothing."""
    values: tuple[tuple[str, str], ...] = ()
    """What fills the rule's message and hint."""
    variant: str = ""
    """Which of the rule's wordings fits, where it has several."""

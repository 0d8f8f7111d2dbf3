"""Where the readers of one file put what they find wrong."""

from __future__ import annotations

from collections import Counter

from bantin.model import Place, Problem, Severity

MOST_OF_A_RULE = 50
"""Problems of one rule in one file: who mends these knows how to mend the rest."""
_LONGEST = 300
"""Characters of a value in a message: more is a picture or a page pasted into a field."""


class Findings:
    """The problems of one file, in the order found."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._counts: Counter[str] = Counter()

    def error(self, rule: str, line: int = 1, column: int = 1, *, variant: str = "", **values: object) -> None:
        """Note what keeps the article out of the site."""
        self._add(rule, Place(line, column), "error", variant, values)

    def warning(self, rule: str, line: int = 1, column: int = 1, *, variant: str = "", **values: object) -> None:
        """Note what the editor should know though the article can be built."""
        self._add(rule, Place(line, column), "warning", variant, values)

    def _add(self, rule: str, place: Place, severity: Severity, variant: str, values: dict[str, object]) -> None:
        self._counts[rule] += 1
        if self._counts[rule] > MOST_OF_A_RULE:
            return
        filled = tuple((name, _shorten(str(value))) for name, value in values.items())
        self.problems.append(Problem(self.path, place.line, place.column, rule, severity, filled, variant))

    @property
    def has_errors(self) -> bool:
        """Whether anything found keeps the article out."""
        return any(problem.severity == "error" for problem in self.problems)


def _shorten(value: str) -> str:
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"

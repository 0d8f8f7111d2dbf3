"""Problems as an editor reads them in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bantin.model import digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bantin.messages import Messages
    from bantin.model import Problem


def format_problem(problem: Problem, texts: Messages) -> str:
    """Return a problem as "file:line:column: lỗi: message [rule]" with the hint below."""
    message, hint = texts.describe(problem)
    kind = texts(f"severity.{problem.severity}")
    first = f"{problem.path}:{problem.line}:{problem.column}: {kind}: {message} [{problem.rule}]"
    return f"{first}\n    → {hint.replace(chr(10), chr(10) + '      ')}" if hint else first


def problem_as_dict(problem: Problem, texts: Messages) -> dict[str, Any]:
    """Return a problem as `bantin check --json` prints it (contract of commands)."""
    message, hint = texts.describe(problem)
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "rule": problem.rule,
        "severity": problem.severity,
        "message": message,
        "hint": hint,
    }


def problem_as_quality(problem: Problem, texts: Messages) -> dict[str, Any]:
    """Return a problem as an entry of GitLab's code quality report, which is shown in a merge request."""
    message, hint = texts.describe(problem)
    # The same fault keeps its fingerprint when lines above it come or go.
    mark = digest(problem.path, problem.rule, problem.variant, problem.values)
    return {
        "description": f"{message} {hint}".strip(),
        "check_name": problem.rule,
        "fingerprint": mark,
        "severity": "major" if problem.severity == "error" else "minor",
        "location": {"path": problem.path, "lines": {"begin": problem.line}},
    }


def format_annotation(problem: Problem, texts: Messages) -> str:
    """Return a problem as a workflow command, which GitHub shows beside the line of a pull request."""
    message, hint = texts.describe(problem)
    words = _escape(f"{message}\n{hint}" if hint else message)
    place = f"line={problem.line},col={problem.column}"
    return f"::{problem.severity} file={_escape_property(problem.path)},{place},title={problem.rule}::{words}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


MOST_WARNINGS = 50
"""Warnings that a build tells; more of them nobody reads between two lines of a build."""


def select_problems(problems: Iterable[Problem], warnings: int) -> tuple[list[Problem], int]:
    """Return (what a build tells, how many of all `warnings` it leaves to `bantin check`)."""
    every = list(problems)
    errors = [problem for problem in every if problem.severity == "error"]
    fresh = len(every) - len(errors)
    return (every, warnings - fresh) if fresh <= MOST_WARNINGS else (errors, warnings)

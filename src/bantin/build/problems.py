"""Problems as plain values for the cache and back."""

from __future__ import annotations

from typing import Any

from bantin.model import Problem


def encode_problem(problem: Problem) -> list[Any]:
    """Return a problem as plain values."""
    place = (problem.path, problem.line, problem.column)
    return [*place, problem.rule, problem.severity, problem.values, problem.variant]


def decode_problem(path: str, values: list[Any]) -> Problem:
    """Return the problem that `encode_problem` took apart as one of the file at `path`."""
    _, line, column, rule, severity, filled, variant = values
    return Problem(path, line, column, rule, severity, tuple((name, value) for name, value in filled), variant)

"""The ratchet: what was wrong before may stay for a while, but may only become less. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import yaml

from bantin.model import Problem

Counts = dict[str, dict[str, int]]
"""How many warnings of each rule a file may have, by path and rule."""


def count(problems: Iterable[Problem]) -> Counts:
    """Return the counts of all warnings; errors are never put up with."""
    found: Counter[tuple[str, str]] = Counter(
        (problem.path, problem.rule) for problem in problems if problem.severity == "warning"
    )
    counts: Counts = {}
    for (path, rule), number in sorted(found.items()):
        counts.setdefault(path, {})[rule] = number
    return counts


def hold(problems: Iterable[Problem], allowed: Counts, strict: frozenset[str]) -> tuple[tuple[Problem, ...], Counts]:
    """Return (problems that are not put up with, what is allowed from now on: never more than before).

    `strict`: paths of new and changed files, for which nothing is put up with.
    """
    problems = tuple(problems)
    now = count(problems)
    fresh = tuple(
        problem
        for problem in problems
        if problem.severity == "error"
        or problem.path in strict
        or now[problem.path][problem.rule] > allowed.get(problem.path, {}).get(problem.rule, 0)
    )
    kept = {
        path: {rule: min(number, now.get(path, {}).get(rule, 0)) for rule, number in rules.items()}
        for path, rules in allowed.items()
    }
    return fresh, {
        path: shrunk for path, rules in kept.items() if (shrunk := {rule: n for rule, n in rules.items() if n})
    }


def dump(counts: Mapping[str, Mapping[str, int]], heading: str) -> str:
    """Return the file: one line a path, sorted, so that two people's changes seldom meet."""
    lines = [f"# {heading}"]
    for path, rules in sorted(counts.items()):
        lines.append(f"{path}: {{{', '.join(f'{rule}: {number}' for rule, number in sorted(rules.items()))}}}")
    return "\n".join(lines) + "\n"


def load(text: str) -> Counts:
    """Return the counts in a file. Raises ValueError for what is no such file."""
    try:
        found = yaml.safe_load(text) or {}
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
    if not isinstance(found, dict) or not all(isinstance(rules, dict) for rules in found.values()):
        raise ValueError("no mapping of paths")
    counts = {str(path): {str(rule): number for rule, number in rules.items()} for path, rules in found.items()}
    if not all(isinstance(number, int) and number > 0 for rules in counts.values() for number in rules.values()):
        raise ValueError("no counts")
    return counts

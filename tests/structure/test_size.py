"""Nothing grows beyond what one can read at once, unless a reason stands here."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from structure.sources import MODULES, SCRIPTS, TREES

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40

LONG_MODULES: dict[str, str] = {}
"""Path of a longer module: why it is one."""

LONG_FUNCTIONS: dict[str, str] = {}
"""path::name of a longer function: why it is one."""


def count_lines(name: str) -> int:
    """Return the length of a module."""
    return len(MODULES[name].read_text(encoding="utf-8").splitlines())


def find_long_functions(name: str) -> list[str]:
    """Return path::name of the functions of a module that are too long, from `def` to the last line."""
    functions = [node for node in ast.walk(TREES[name]) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [f"{name}::{node.name}" for node in functions if (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION]


@pytest.mark.parametrize("name", [name for name in MODULES if name not in LONG_MODULES])
def test_a_module_is_short(name: str) -> None:
    """At most 300 lines."""
    assert count_lines(name) <= LONGEST_MODULE


@pytest.mark.parametrize("name", MODULES)
def test_a_function_is_short(name: str) -> None:
    """At most 40 lines."""
    assert [one for one in find_long_functions(name) if one not in LONG_FUNCTIONS] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=[path.name for path in SCRIPTS])
def test_a_script_of_the_theme_is_short(path: Path) -> None:
    """At most 300 lines, too."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


def test_every_exception_is_still_needed() -> None:
    """What became short again needs no reason."""
    long = {name for name in MODULES if count_lines(name) > LONGEST_MODULE}
    functions = {one for name in MODULES for one in find_long_functions(name)}
    assert set(LONG_MODULES) - long | set(LONG_FUNCTIONS) - functions == set()

"""Who may know what."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from structure.sources import PACKAGE, ROOT, TREES

HOST = {"mkdocs", "material", "pymdownx", "properdocs"}

OURS = [name for name in TREES if name.startswith("src/")]


def find_imports(name: str) -> set[str]:
    """Return the top names that a module imports, for types only or not."""
    found = set()
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


def test_only_the_plugin_and_the_starter_know_mkdocs() -> None:
    """Moving to another host costs one file and what starts it."""
    knowing = {name for name in OURS if find_imports(name) & HOST}
    assert knowing == {"src/bantin/plugin.py", "src/bantin/host/start.py"}


@pytest.mark.parametrize("library", ["mkdocs", "material", "PIL", "click", "watchfiles", "bantin.cli"])
def test_a_worker_does_not_load(library: str) -> None:
    """Each process would pay for it in time and memory."""
    query = f"import sys, bantin.build.workers; print({library!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", query], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "False"


def test_the_command_line_starts_without_the_engine() -> None:
    """Help must come at once."""
    query = "import sys, bantin.cli; print(sorted({'mkdocs', 'markdown', 'PIL', 'jinja2'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", query], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"


def test_no_module_is_a_drawer() -> None:
    """A rule that two parts share gets a name."""
    drawers = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "base"}
    assert [path.stem for path in PACKAGE.rglob("*.py") if path.stem in drawers] == []

"""The command line says nothing that is not in the catalogue either."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bantin.cli.main import COMMANDS
from languages.pseudo import find_inline, strip_messages
from languages.stage import lay_out, run

_CODE = re.compile(
    r"bantin|--?[a-z-]+|\[[a-z-]+\]|[\w./-]+\.(?:md|yml|html|py|txt|json|cmd|gitignore|gitattributes)\b|"
    rf"\b[A-Z]{{1,2}}\b|\b(?:{'|'.join(COMMANDS)}|find|add|qps|vi|URL|DIR|FILE|github|gitlab|rsync)\b"
)
"""Names of commands, options, rules and files are no words of a language."""
_CUT = re.compile(r"⟦[^⟦⟧]*$", re.MULTILINE)
"""A message of which a list of commands shows the beginning."""


def said(text: str) -> list[str]:
    """Return the words that no message holds, names of code left out."""
    return find_inline(_CUT.sub(" ", strip_messages(_CODE.sub(" ", text))))


BROKEN = """---
title: "Νέο"
date: 2025-13-45
ward: khong-co
khac: 1
---

[](khong.md)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("build", "--help"),
        ("check", "--help"),
        ("new", "--help"),
        ("import", "--help"),
        ("serve", "--help"),
        ("ward", "--help"),
        ("ward", "find", "--help"),
        ("schema", "--help"),
        ("init", "--help"),
        ("fix", "--help"),
        ("check",),
        ("fix",),
        ("ward", "find", "ζζζζ"),
        ("build", "--workers", "x"),
        ("nothing",),
        ("build", "--nothing"),
        ("build", "-f", "nowhere.yml"),
        ("schema", "nothing"),
        ("import", "nowhere.docx"),
    ],
    ids=" ".join,
)
def test_a_command_speaks_by_the_catalogue_alone(foreign_site: Path, arguments: tuple[str, ...]) -> None:
    """Its help, its answers, its complaints."""
    done = run(foreign_site.parent, *arguments)
    echoed = set(re.findall(r"\w+", " ".join(arguments)))
    assert done.stdout + done.stderr
    assert [word for word in said(done.stdout + done.stderr) if word not in echoed] == []


def test_problems_of_the_content_are_told_by_the_catalogue_alone(tmp_path: Path) -> None:
    """Messages, hints, and the line that ends a check."""
    lay_out(tmp_path)
    (tmp_path / "content/news/2025/10/bai.md").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "content/registry/topics.yml").write_text("- name: Έργα\n", encoding="utf-8")
    done = run(tmp_path, "check")
    assert done.returncode == 1
    assert len(done.stdout.splitlines() + done.stderr.splitlines()) > 5
    assert said(done.stdout + done.stderr) == []

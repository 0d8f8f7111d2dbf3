"""What MkDocs says in English about mkdocs.yml, as a Vietnamese sentence with the line and what to write there."""

from __future__ import annotations

import re
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from bantin.check.config import find_key, find_word
from bantin.messages.report import format_problem
from bantin.read.fields import suggest
from bantin.read.findings import Findings
from bantin.read.nodes import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bantin.messages import Messages
    from bantin.read.nodes import Node

_KEY = re.compile(
    r"Config value '(?P<top>[^']*)':\s*(?:Plugin '(?P<plugin>[^']*)' (?:option|value) '?(?P<option>\w+)'?)?"
)
_SHAPES = (
    ("type", re.compile(r"Expected type: .*?<class '(?P<value>\w+)'>")),
    ("type", re.compile(r"Expected (?P<value>nav) (?:item )?to be")),
    ("type", re.compile(r"Expected a (?P<value>list)|Invalid [\w ]+ configuration")),
    ("type", re.compile(r"key[-/]value (?P<value>mapping|pairs)")),
    ("theme", re.compile(r"Unrecognised theme name: '(?P<value>[^']*)'")),
    ("plugin", re.compile(r'The "(?P<value>[^"]*)" plugin is not installed')),
    ("extension", re.compile(r"Failed to load extension '(?P<value>[^']*)'")),
    ("key", re.compile(r"Unrecognised configuration name: (?P<value>\w+)")),
    ("missing", re.compile(r"Required configuration not provided")),
    ("folder", re.compile(r"The path '(?P<value>[^']*)' isn't an existing")),
    ("url", re.compile(r"The URL isn't valid|Unable to parse the URL")),
)
"""Which wording fits which words of MkDocs'; the first that fits is taken."""
_TYPES = {"int": "int", "bool": "bool", "str": "str", "mapping": "dict", "pairs": "dict", "dict": "dict"}
"""What is expected, by MkDocs' word for it; a list where it says none of these."""
_GROUPS = {"plugin": "mkdocs.plugins", "extension": "markdown.extensions", "theme": "mkdocs.themes"}
"""Where what is installed is listed."""


def explain(name: str, text: str, said: Iterable[str], texts: Messages) -> str:
    """Return what is wrong in the file `name` of this `text`, of which MkDocs `said` these lines; '' if unknown."""
    findings = Findings(name)
    tree = parse_yaml(text, findings)
    broken = [problem for problem in findings.problems if problem.rule == "yaml-syntax"]
    if broken:
        return "\n".join(format_problem(problem, texts) for problem in broken)
    return "\n".join(dict.fromkeys(told for line in said for told in _explain_line(name, tree, line, texts)))


def _explain_line(name: str, tree: Node | None, line: str, texts: Messages) -> Iterator[str]:
    named = _KEY.match(line)
    key = (named["option"] or named["top"]) if named else ""
    for wording, pattern in _SHAPES:
        if match := pattern.search(line):
            value = match.groupdict().get("value") or ""
            place = find_word(tree, value) if wording in _GROUPS else find_key(tree, key)
            filled = {"key": key or name, "value": value}
            if wording == "type":
                filled["wanted"] = texts(f"config.wanted.{_TYPES.get(value, 'list')}")
            sentence = texts(f"config.wrong.{wording}", **filled)
            near = _suggest(wording, value)
            if near:
                sentence = f"{sentence} {texts('cli.wrong.near', near=near)}"
            yield f"{name}:{place.line}:{place.column}: {sentence}"
            return


def _suggest(wording: str, value: str) -> str:
    if wording not in _GROUPS:
        return ""
    return suggest(value, sorted({entry.name for entry in entry_points(group=_GROUPS[wording])}))

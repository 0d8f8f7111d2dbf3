"""Front matter of other generators (Hugo, Jekyll, Astro …), in YAML or TOML, becomes hints."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from datetime import date, datetime
from typing import TypeAlias

from bantin.ingest.material import Hints
from bantin.ingest.refusal import Unreadable
from bantin.ingest.tidy import clean_line
from bantin.model import Problem
from bantin.read.findings import Findings
from bantin.read.nodes import Mapping, Node, Scalar, parse_yaml

_YAML = re.compile(r"\A\s*---[ \t]*\n(?P<head>.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\A\s*\+\+\+[ \t]*\n(?P<head>.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^\s*[\w-]+\s*[:=]", re.MULTILINE)
_UNCLOSED = re.compile(r"\A\s*(?P<rule>---)[ \t]*\n[\w-]+:(?!.*^---[ \t]*$)", re.DOTALL | re.MULTILINE)
_KEYS = {
    "title": ("title", "tieu_de", "headline"),
    "published": ("date", "published", "pubDate", "publishDate", "published_at", "ngay"),
    "summary": ("summary", "description", "excerpt", "sapo"),
    "byline": ("author", "authors", "byline", "tac_gia"),
    "source": ("source", "nguon"),
    "url": ("canonical", "url", "permalink"),
}
_Value: TypeAlias = "str | list[_Value] | dict[str, _Value]"
"""What a field holds, as it was typed: no word becomes a truth value or a number."""


def split_head(text: str) -> tuple[Hints, str]:
    """Return (hints, body); what stands between two rules and has no fields is text.

    Raises Unreadable for front matter that has a mistake.
    """
    for pattern, load in ((_YAML, _load_yaml), (_TOML, _load_toml)):
        if match := pattern.match(text):
            head = _load(load, match, text.count("\n", 0, match.start("head")) + 1)
            return (_read_hints(head), text[match.end() :]) if isinstance(head, dict) else (Hints(), text)
    if match := _UNCLOSED.match(text):
        raise Unreadable(Problem("", text.count("\n", 0, match.start("rule")) + 1, 1, "front-matter-unclosed", "error"))
    return Hints(), text


def _load(load: Callable[[str, int], _Value], match: re.Match[str], first_line: int) -> _Value:
    try:
        return load(match["head"], first_line)
    except Unreadable:
        if _FIELD.search(match["head"]):
            raise
        return ""


def _load_yaml(head: str, first_line: int) -> _Value:
    """Return the fields as an article's own are read: a tag or an alias, by which a file does harm, is a mistake."""
    findings = Findings("")
    tree = parse_yaml(head, findings, first_line)
    mistake = next((one for one in findings.problems if one.severity == "error"), None)
    if mistake is not None:
        raise Unreadable(mistake)
    return _plain(tree)


def _plain(node: Node | None) -> _Value:
    if node is None:
        return ""
    if isinstance(node, Scalar):
        return "" if node.is_null else node.text
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.entries.items()}
    return [_plain(item) for item in node.items]


def _load_toml(head: str, first_line: int) -> _Value:
    try:
        return _as_typed(tomllib.loads(head))
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        told = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = (int(told[1]), int(told[2])) if told else (1, 1)
        raise Unreadable(Problem("", first_line + line - 1, column, "yaml-syntax", "error", variant="other")) from error


def _as_typed(value: object) -> _Value:
    if isinstance(value, dict):
        return {key: _as_typed(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_as_typed(one) for one in value]
    return value.isoformat() if isinstance(value, datetime | date) else str(value)


def _read_hints(head: dict[str, _Value]) -> Hints:
    found = {field: _names(next((head[key] for key in keys if head.get(key)), "")) for field, keys in _KEYS.items()}
    one = {field: ", ".join(values) for field, values in found.items()}
    url = one["url"] if one["url"].startswith("http") else ""
    title = one["title"]
    return Hints(
        title, one["published"], one["summary"], tuple(found["byline"]), one["source"], url, is_declared=bool(title)
    )


def _names(value: _Value) -> list[str]:
    """Return what a field says: one value, each of a list, the name of what has several fields."""
    if isinstance(value, list):
        return [name for one in value for name in _names(one)]
    said = clean_line(" ".join(str(value.get("name", "") if isinstance(value, dict) else value).split()))
    return [said] if said else []

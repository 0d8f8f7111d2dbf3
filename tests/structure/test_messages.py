"""The catalogue of texts fits the code that shows them."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator

import pytest

from bantin.check import RULES
from bantin.messages import load_messages
from structure.sources import THEME, TREES

TEXTS = load_messages("vi")
KEYS = {key for key in TEXTS.keys() if not key.startswith("rules.")}  # noqa: SIM118 - not a dict
RULE_KEYS = {key for key in TEXTS.keys() if key.startswith("rules.")}  # noqa: SIM118 - not a dict

ENGLISH = re.compile(r"\b(the|and|of|is|are|not|this|that|with|for|from|file|error|page|please)\b", re.IGNORECASE)

_FUNCTIONS = {"texts", "t", "_texts"}
_KEY = re.compile(r"[a-z_]+(?:\.[A-Za-z0-9_]+)+")


def find_calls() -> Iterator[tuple[str, str]]:
    """Yield (place, pattern of a key) of each text that Python asks for."""
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and _asks_for_text(node.func):
                pattern = _pattern(node.args[0])
                # A dot makes the difference to functions of the same name.
                if r"\." in pattern:
                    yield f"{name}:{node.lineno}", pattern


def _asks_for_text(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in _FUNCTIONS or name in {"BantinError", "ConfigError"}


def _pattern(node: ast.expr) -> str:
    """Return a regular expression for the key that an expression gives; '' where nothing is known of it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if isinstance(node, ast.JoinedStr) and not isinstance(node.values[0], ast.FormattedValue):
        return "".join(re.escape(str(one.value)) if isinstance(one, ast.Constant) else r".+" for one in node.values)
    return ""


def _ending(node: ast.JoinedStr) -> str:
    """Return a regular expression for an f-string that begins with what is not known: one part of a key."""
    return "".join(re.escape(str(one.value)) if isinstance(one, ast.Constant) else r"[^.]+" for one in node.values)


def find_written() -> list[str]:
    """Return the patterns of all strings in Python and templates that may be keys."""
    patterns = set()
    for tree in TREES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _KEY.fullmatch(node.value):
                patterns.add(re.escape(node.value))
            elif isinstance(node, ast.JoinedStr) and any(isinstance(one, ast.Constant) for one in node.values):
                patterns.add(_pattern(node) or _ending(node))
    for path in THEME.rglob("*.html"):
        patterns |= {re.escape(key) for key in _find_in_template(path.read_text(encoding="utf-8"))}
    # A pattern without a word of its own ("{one}.{other}") would find use for everything.
    return [pattern for pattern in patterns if re.search(r"\\\.[a-z_]{3}|[a-z_]{3}\\\.", pattern)]


def _find_in_template(text: str) -> list[str]:
    # Material's own texts go by `lang.t`.
    return re.findall(r"""(?<!lang\.)\bt\(["']([\w.]+)["']""", text)


CALLS = sorted(set(find_calls()))


@pytest.mark.parametrize(("place", "pattern"), CALLS, ids=[" ".join(call) for call in CALLS])
def test_a_text_that_python_asks_for_exists(place: str, pattern: str) -> None:
    """Nobody meets a missing key at work."""
    assert [key for key in TEXTS.keys() if re.fullmatch(pattern, key)], place  # noqa: SIM118 - not a dict


@pytest.mark.parametrize("name", sorted(path.relative_to(THEME).as_posix() for path in THEME.rglob("*.html")))
def test_a_text_that_a_template_asks_for_exists(name: str) -> None:
    """Nobody meets a missing key on a page."""
    asked = _find_in_template((THEME / name).read_text(encoding="utf-8"))
    assert [key for key in asked if key not in TEXTS] == []


def test_every_text_is_used() -> None:
    """A text that nothing shows is not kept right by anybody."""
    used = re.compile("|".join(find_written()))
    assert sorted(key for key in KEYS if not used.fullmatch(key)) == []


def test_every_text_of_a_rule_belongs_to_a_rule() -> None:
    """The list of rules is the list of what can be wrong."""
    assert {key.split(".")[1] for key in RULE_KEYS} - {rule.id for rule in RULES} == set()


@pytest.mark.parametrize("key", sorted(KEYS | RULE_KEYS))
def test_a_text_is_no_english_sentence(key: str) -> None:
    """Names of fields and files may stand in it; two English words of grammar may not."""
    assert len(ENGLISH.findall(TEXTS(key))) < 2


@pytest.mark.parametrize("key", sorted(key for key in KEYS | RULE_KEYS if re.search(r"{\w", TEXTS(key))))
def test_a_text_can_be_filled(key: str) -> None:
    """Its places are well formed."""
    assert all(name is None or re.fullmatch(r"\w*", name) for _, name, *_ in string.Formatter().parse(TEXTS(key)))

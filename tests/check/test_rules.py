"""Every rule has its words, its page, its case and one severity."""

import re
from pathlib import Path

import pytest

from bantin.check import RULES, Rule
from bantin.check.rules import DOCUMENTATION
from bantin.messages import load_messages
from check.support import load_cases

PAGE = (Path(__file__).parents[2] / DOCUMENTATION).read_text(encoding="utf-8")
SECTIONS = {part.split("\n", 1)[0]: part for part in re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]}
TRIGGERED = {(problem["rule"], problem["severity"]) for _, case in load_cases() for problem in case["problems"]}

every_rule = pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in RULES])


@every_rule
def test_messages(rule: Rule) -> None:
    """A rule has a message, and a hint that says what to write instead, for each of its wordings."""
    keys = {key for key in load_messages("vi").keys() if key.startswith(f"rules.{rule.id}.")}  # noqa: SIM118 - no dict
    messages = {key.removesuffix(".message") for key in keys if key.endswith(".message")}
    hints = {key.removesuffix(".hint") for key in keys if key.endswith(".hint")}
    assert messages
    assert messages == hints


@every_rule
def test_documentation(rule: Rule) -> None:
    """A rule has a section with a bad and a good example."""
    assert SECTIONS[rule.id].count("```") == 4


@every_rule
def test_case(rule: Rule) -> None:
    """A rule is triggered by a case, with the severity that it is listed with and no other."""
    assert {severity for name, severity in TRIGGERED if name == rule.id} == {rule.severity}


def test_rules_are_listed() -> None:
    """Rules that cases trigger, that have words, and that are documented, are those that are listed."""
    listed = {rule.id for rule in RULES}
    worded = {key.split(".")[1] for key in load_messages("vi").keys() if key.startswith("rules.")}  # noqa: SIM118 - no dict
    assert {name for name, _ in TRIGGERED} == listed
    assert worded == listed
    assert set(SECTIONS) == listed


def test_names_of_cases() -> None:
    """No two cases have one name."""
    names = [name for name, _ in load_cases()]
    assert len(names) == len(set(names))

"""What libyaml says about broken YAML, as the mistake that an editor made and the place where they made it."""

from __future__ import annotations

import re

import yaml

_Place = tuple[int, int]
"""Line and column from 0, as libyaml counts."""

_WORDINGS = (
    ("tab", re.compile(r"tab character")),
    ("escape", re.compile(r"escape|hexdecimal")),
    ("quote", re.compile(r"quoted scalar")),
    ("bracket", re.compile(r"expected ',' or '[]}]'")),
    ("colon", re.compile(r"mapping values are not allowed")),
    ("colon-missing", re.compile(r"could not find expected ':'")),
    ("dash", re.compile(r"block sequence entries")),
    ("special", re.compile(r"cannot start any token|alias|anchor|directive|tag|block scalar")),
    ("indent", re.compile(r"did not find expected|block end|node content|block mapping")),
)
"""Wordings of the rule by libyaml's words; the first that fits is taken."""
_BEGINS = {"quote", "bracket", "colon-missing", "special"}
"""Mistakes that lie where the value begins, not where libyaml noticed them."""
_SPECIAL_BLANK = re.compile(r"\s*(?:- )?[\w-]+:([\u00a0\u2000-\u200a\u202f\u3000])")
"""A name with a colon, and behind it a blank that YAML takes for a letter."""
_AFTER = {'"': "after-quote", "'": "after-quote", "]": "after-bracket", "}": "after-bracket"}


def explain_syntax(fault: yaml.MarkedYAMLError, text: str) -> tuple[str, _Place]:
    """Return (wording of the rule `yaml-syntax`, place in `text`) of what libyaml refused."""
    variant, (row, column) = _explain(fault, text)
    lines = text.split("\n")
    if variant == "colon-missing" and row < len(lines) and (match := _SPECIAL_BLANK.match(lines[row])):
        return "blank", (row, match.start(1))
    return variant, (row, column)


def _explain(fault: yaml.MarkedYAMLError, text: str) -> tuple[str, _Place]:
    words = f"{fault.context or ''} {fault.problem or ''}"
    variant = next((name for name, pattern in _WORDINGS if pattern.search(words)), "other")
    noticed = _place(fault.problem_mark) or _place(fault.context_mark) or (0, 0)
    began = _place(fault.context_mark) or noticed
    lines = text.split("\n")
    line = lines[noticed[0]] if noticed[0] < len(lines) else ""
    if line[noticed[1] : noticed[1] + 1] == "\t":
        return "tab", noticed
    if "<document start>" in words:
        return _explain_start(lines, noticed)
    if variant == "colon":
        return _explain_colon(lines, noticed)
    if variant == "indent" and (before := line[: noticed[1]].rstrip()):
        return _AFTER.get(before[-1], variant), noticed
    return variant, began if variant in _BEGINS else noticed


def _place(mark: yaml.Mark | None) -> _Place | None:
    return (mark.line, mark.column) if mark else None


def _explain_start(lines: list[str], noticed: _Place) -> tuple[str, _Place]:
    """Tell a first field that is indented, so that the others do not line up with it, from marks of YAML."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    indent = len(lines[first]) - len(lines[first].lstrip())
    if lines[first].startswith("%"):
        return "special", (first, 0)
    return ("indent", (first, indent)) if indent else ("other", noticed)


def _explain_colon(lines: list[str], noticed: _Place) -> tuple[str, _Place]:
    """Tell a second colon in a value from a line above that has none, and from a field that is indented."""
    row, column = noticed
    before = lines[row][:column]
    if ": " in before or row == 0:
        return "colon", noticed
    if before[:1].isspace():
        return "indent", (row, len(before) - len(before.lstrip()))
    above = next((number for number in range(row - 1, -1, -1) if lines[number].strip()), row)
    return "colon-missing", (above, 0)

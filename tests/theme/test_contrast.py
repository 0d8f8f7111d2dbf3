"""Colours can be told apart: WCAG 2.2 contrast, computed from the tokens, as docs/design.md states it."""

from __future__ import annotations

import re

import pytest

from structure.sources import read
from theme.test_styles import read_sheet

AA, AAA, EDGE = 4.5, 7.0, 3.0
"""Text; text of the highest level; borders of controls, marks and rings."""

PAIRS = [
    ("ink", "paper", AAA),
    ("ink", "sunk", AAA),
    ("ink", "tint", AAA),
    ("ink-2", "paper", AAA),
    ("ink-2", "sunk", AA),
    ("ink-2", "tint", AA),
    ("accent", "paper", AAA),
    ("accent", "sunk", AAA),
    ("accent", "tint", AA),
    ("on-bar", "bar", AAA),
    ("on-mark", "mark", AAA),
    ("paper", "ink", AAA),
    ("edge", "paper", EDGE),
    ("edge", "sunk", EDGE),
    ("focus", "paper", EDGE),
    ("focus", "sunk", EDGE),
    ("focus-bar", "bar", EDGE),
]
"""(role, what it stands on, the least contrast)."""

_MORE = {"ink-2": "ink", "edge": "ink", "accent": "accent-2"}
"""What more contrast puts in the place of a role."""


def schemes() -> dict[str, dict[str, str]]:
    """Return the colours of light and dark by role."""
    sheet = read_sheet("styles/tokens.css")
    light = sheet[sheet.index("color-scheme: light") :]
    dark = sheet[sheet.index("color-scheme: dark") :]
    own = {name: dict(re.findall(r"--bt-([\w-]+): (#\w+);", text[: text.index("}")])) for name, text in
           (("light", light), ("dark", dark))}  # fmt: skip
    return {"light": own["light"], "dark": own["light"] | own["dark"]}


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def table() -> str:
    """Return the rows of the table in docs/design.md."""
    colours = schemes()
    rows = []
    for role, ground, least in PAIRS:
        found = (f"{contrast(values[role], values[ground]):.1f}" for values in colours.values())
        more = (f"{contrast(values[_MORE.get(role, role)], values[ground]):.1f}" for values in colours.values())
        level = {AAA: "AAA (7)", AA: "AA (4.5)", EDGE: "3"}[least]
        rows.append(f"| `{role}` | `{ground}` | {' / '.join(found)} | {' / '.join(more)} | {level} |")
    return "\n".join(rows)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("role", "ground", "least"), PAIRS, ids=str)
def test_a_colour_stands_out(scheme: str, role: str, ground: str, least: float) -> None:
    """In both schemes, and with more contrast no less."""
    values = schemes()[scheme]
    usual = contrast(values[role], values[ground])
    assert usual >= least
    assert contrast(values[_MORE.get(role, role)], values[ground]) >= usual


def test_the_guide_states_what_is_measured() -> None:
    """The table of docs/design.md is made of the tokens."""
    assert table() in read("docs/design.md")

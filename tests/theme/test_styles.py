"""What holds for all styles and templates together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bantin import urls
from theme.gallery import COMPONENTS, THEME

SHEETS = {path.relative_to(THEME).as_posix(): path for path in sorted(THEME.rglob("*.css"))}
TEMPLATES = {path.relative_to(THEME).as_posix(): path for path in sorted(THEME.rglob("*.html"))}

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BODY = re.compile(r"{([^{}]*)}")
_RAW = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(")
_CLASS = re.compile(r"(?<![\w-])(bt-[\w-]+)({[{%]?)?")


def read_sheet(name: str) -> str:
    """Return a style sheet without its comments."""
    return _COMMENT.sub("", SHEETS[name].read_text(encoding="utf-8"))


def find_used() -> tuple[set[str], set[str]]:
    """Return the classes that templates, scripts and Python write, and the beginnings that are completed later."""
    python = Path(urls.__file__).parent
    paths = [*TEMPLATES.values(), *THEME.rglob("*.js"), *THEME.rglob("*.mjs"), *python.rglob("*.py")]
    whole, begun = set(), set()
    for path in paths:
        for name, rest in _CLASS.findall(path.read_text(encoding="utf-8")):
            if rest in {"{{", "{"} and name.endswith("-"):
                begun.add(name)
            else:
                whole.add(name)
    return whole, begun


@pytest.mark.parametrize("name", [name for name in SHEETS if name != "styles/tokens.css"])
def test_raw_colours_stand_in_the_tokens_only(name: str) -> None:
    """Light, dark, print and contrast are decided in one place."""
    found = [raw for body in _BODY.findall(read_sheet(name)) for raw in _RAW.findall(body)]
    assert found == []


def test_the_two_sets_of_dark_values_are_equal() -> None:
    """A page looks the same before its scripts have run as after."""
    bodies = _BODY.findall(read_sheet("styles/tokens.css"))
    dark = [sorted(filter(None, map(str.strip, body.split(";")))) for body in bodies if "color-scheme: dark" in body]
    assert len(dark) == 2
    assert dark[0] == dark[1]


def test_every_token_that_is_read_is_defined() -> None:
    """A misspelt name would silently be nothing."""
    styles = "\n".join(map(read_sheet, SHEETS))
    defined = set(re.findall(r"(--bt-[\w-]+)\s*:", styles))
    assert set(re.findall(r"var\((--bt-[\w-]+)", styles)) - defined == set()


def test_every_token_is_read() -> None:
    """A token that nothing reads misleads who changes it."""
    styles = "\n".join(map(read_sheet, SHEETS))
    defined = set(re.findall(r"(--bt-[\w-]+)\s*:", styles))
    assert defined - set(re.findall(r"var\((--bt-[\w-]+)", styles)) == set()


def test_every_rule_has_something_to_style() -> None:
    """A class that no template writes is dead."""
    whole, begun = find_used()
    ruled = {name for sheet in SHEETS for name in re.findall(r"\.(bt-[\w-]+)", read_sheet(sheet))}
    assert {name for name in ruled - whole if not name.startswith(tuple(begun))} == set()


def test_every_class_has_a_rule() -> None:
    """Elements and variants without one promise what no style keeps; a component's own name may stand alone."""
    whole, begun = find_used()
    ruled = {name for sheet in SHEETS for name in re.findall(r"\.(bt-[\w-]+)", read_sheet(sheet))}
    blocks = {f"bt-{name}" for name in COMPONENTS} | {f"bt-{name.split('/')[-1][:-5]}" for name in TEMPLATES}
    assert {name for name in whole - ruled - blocks if not name.startswith(tuple(begun))} == set()


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_holds_no_vietnamese(name: str) -> None:
    """Every text that somebody reads stands among the messages."""
    text = re.sub(r"{#.*?#}", "", TEMPLATES[name].read_text(encoding="utf-8"), flags=re.DOTALL)
    assert re.findall(r"\w*[^\W\d_a-zA-Z]\w*", text) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_no_style_attribute_and_no_inline_handler(name: str) -> None:
    """The policy of every page refuses both."""
    assert re.findall(r"\s(?:style|on[a-z]+)=", TEMPLATES[name].read_text(encoding="utf-8")) == []

"""One loop proves all components by their own examples."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bantin.render.gallery import Component, map_strings
from theme.gallery import COMPONENTS, EXAMPLES, THEME, Outline, pseudo, render, strip_marked

components = pytest.mark.parametrize("component", COMPONENTS.values(), ids=COMPONENTS)
examples = pytest.mark.parametrize(("component", "data"), EXAMPLES.values(), ids=EXAMPLES)

HOSTILE = "<script>\"'&"
_READ = re.compile(r"\bparams(?:\.(\w+)|\[\"(\w+)\"\])")
_WORD = re.compile(r"[^\W\d_]")
_IDENTIFIER = re.compile(r"[a-z][a-z0-9-]*")


def test_every_folder_is_a_component() -> None:
    """A folder without examples would be proved by nobody."""
    assert sorted(COMPONENTS) == sorted(path.name for path in (THEME / "components").iterdir())


@components
def test_a_component_is_told_by_parameters_and_examples(component: Component) -> None:
    """Each parameter has its four entries, and there is something to look at."""
    entries = {"name", "type", "required", "description"}
    assert component.examples
    assert [one for one in component.params if set(one) != entries or not one["description"]] == []


@components
def test_the_parameters_that_a_macro_reads_are_those_declared(component: Component) -> None:
    """None is secret and none is dead."""
    read = {name or item for name, item in _READ.findall(component.template)}
    assert read == {one["name"] for one in component.params}


@examples
def test_an_example_has_what_is_required_and_nothing_unknown(component: Component, data: dict[str, Any]) -> None:
    """It is read as documentation."""
    required = {one["name"] for one in component.params if one["required"]}
    assert required <= set(data) <= {one["name"] for one in component.params}


@examples
def test_an_example_renders_to_balanced_html(component: Component, data: dict[str, Any]) -> None:
    """No undefined value, and every element closed in its place."""
    assert Outline(render(component, data)).faults == []


@examples
def test_text_is_escaped(component: Component, data: dict[str, Any]) -> None:
    """Whatever stands in a title or a link stays text; only safe HTML is printed as it is."""
    hostile = {name: value if name in component.safe else map_strings(value, _poison) for name, value in data.items()}
    html = render(component, hostile)
    assert [sign for sign in ("<script>", HOSTILE[-3:], "'&") if sign in html] == []


@examples
def test_a_component_says_nothing_but_messages_and_parameters(component: Component, data: dict[str, Any]) -> None:
    """A word in a template would stay Vietnamese in every language, or English in all."""
    marked = map_strings(data, _mark)
    outline = Outline(render(component, marked, pseudo()))
    assert [text for text in map(strip_marked, outline.texts) if _WORD.search(text)] == []


@components
def test_optional_parameters_may_be_left_out(component: Component) -> None:
    """A macro that needs one would fail in the layout that believed the declaration."""
    optional = {one["name"] for one in component.params if not one["required"]}
    for example in component.examples:
        data = {name: value for name, value in example["data"].items() if name not in optional}
        assert Outline(render(component, data)).faults == []


def _poison(text: str) -> str:
    """Return a text that would break out of an element or an attribute; names of variants stay what they are."""
    return text if _IDENTIFIER.fullmatch(text) else f"{HOSTILE}{text}"


def _mark(text: str) -> str:
    if _IDENTIFIER.fullmatch(text):
        return text
    if not text.startswith("<"):
        return f"⟦{text}⟧"
    return re.sub(r'alt="([^"]*)"', r'alt="⟦\1⟧"', re.sub(r">([^<]*\w[^<]*)<", r">⟦\1⟧<", text))

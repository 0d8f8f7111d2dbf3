"""What the tests ask of the examples of all components."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from bantin.messages import Messages, load_messages
from bantin.render.folders import theme_dir
from bantin.render.gallery import Component, load_components
from bantin.render.templates import Templates

THEME = theme_dir()

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


COMPONENTS = load_components([THEME])

EXAMPLES = {
    f"{component.name}: {example['name']}": (component, example["data"])
    for component in COMPONENTS.values()
    for example in component.examples
}


def render(component: Component, data: dict[str, Any], texts: Messages | None = None) -> str:
    """Return the HTML of a component, by the real templates."""
    return Templates([str(THEME)], texts or load_messages("vi")).component(component.name, data)


def pseudo() -> Messages:
    """Return messages of a language in which every text shows where it begins and ends."""
    texts = load_messages("vi")
    return Messages("vi", {key: f"⟦{texts(key)}⟧" for key in texts.keys()})  # noqa: SIM118 - not a dict


def strip_marked(text: str) -> str:
    """Return what is left of a text without its ⟦marked⟧ parts, which may hold each other."""
    while text != (text := re.sub(r"⟦[^⟦⟧]*⟧", "", text)):
        pass
    return text


class Outline(HTMLParser):
    """What a piece of HTML says to people, and whether each element is closed where it should be."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> stays open" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element says, and that it is open."""
        self.tags.append(tag)
        names = [name for name, _ in attrs]
        self.faults += [f"<{tag}> has {name} twice" for name in set(names) if names.count(name) > 1]
        spoken = {"alt", "aria-label", "placeholder", "title"}
        self.texts += [value for name, value in attrs if name in spoken and value]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element, if it is the one to close."""
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.faults.append(f"</{tag}> closes nothing, open are {self.open}")

    def handle_data(self, data: str) -> None:
        """Note a text."""
        if data.strip():
            self.texts.append(data.strip())

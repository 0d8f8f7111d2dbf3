"""Every component with its examples, on pages of the real theme: what developers look at, and what the tests prove."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from bantin import urls
from bantin.views.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bantin.messages import Messages
    from bantin.model import Host
    from bantin.render.pages import PageRenderer
    from bantin.render.templates import Templates

SAFE_HTML = "safe HTML"
"""The type of a parameter that is printed as it is."""
FOLDER = "thanh-phan/"
"""Address of the components' pages, below the gallery."""
_PICTURE = "hinh-mau.svg"
_DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500" viewBox="0 0 800 500">'
    b'<path fill="#8fa7a0" d="M0 0h800v500H0z"/><path fill="#5d7a72" d="m0 500 250-300 180 210 130-140 240 230z"/>'
    b'<circle cx="620" cy="120" r="60" fill="#e9dfc3"/></svg>'
)
"""Stands for every picture that an example names."""
_MEDIA = re.compile(r"(?:\.\./)+media/[^\s\"']+")
_SCRIPTS = re.compile(r"(?:\.\./)*(?=search/\w+\.mjs)")
"""Before the address of a script that the gallery holds."""
_ID = re.compile(r'\b(id|for|aria-labelledby)="([^"]+)"')
_TITLE = re.compile(r"<(/?)h1\b")


@dataclass(frozen=True)
class Component:
    """A folder of theme/components."""

    name: str
    params: list[dict[str, Any]]
    examples: list[dict[str, Any]]
    """Each with its name and its data."""
    template: str

    @property
    def safe(self) -> set[str]:
        """Names of the parameters that are printed as they are."""
        return {str(one["name"]) for one in self.params if str(one["type"]).endswith(SAFE_HTML)}


def load_components(folders: Iterable[Path]) -> dict[str, Component]:
    """Return all components by name; of folders with the same one the first counts."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.glob("components/*/examples.yml")):
            found.setdefault(path.parent.name, path.parent)
    return {name: _read(path) for name, path in sorted(found.items())}


def _read(folder: Path) -> Component:
    declared = yaml.safe_load((folder / "examples.yml").read_text(encoding="utf-8"))
    template = folder / f"{folder.name}.html"
    text = template.read_text(encoding="utf-8") if template.is_file() else ""
    return Component(folder.name, declared["params"], declared["examples"], text)


def make_gallery(
    components: dict[str, Component], host: Host, templates: Templates, renderer: PageRenderer, texts: Messages
) -> dict[str, bytes]:
    """Return the files of the gallery: its pages, a picture, and what the theme's pages load."""
    pages = {urls.HOME: _index(components, texts)}
    for component in components.values():
        address = f"{FOLDER}{component.name}/"
        pages[address] = _page(component, templates, renderer.root(address), texts)
    files = {urls.output(address): renderer.render(page, address) for address, page in pages.items()}
    return files | {_PICTURE: _DRAWING} | {file.address: file.data for file in host.files if not file.source}


def _index(components: dict[str, Component], texts: Messages) -> Page:
    links = [{"name": name, "href": f"{FOLDER}{name}/", "note": ""} for name in components]
    title = texts("gallery.title")
    return Page("gallery", {"title": title, "links": links, "params": [], "examples": []}, title, is_indexed=False)


def _page(component: Component, templates: Templates, root: str, texts: Messages) -> Page:
    examples = [
        {"name": example["name"], "html": _show(component, number, templates, root)}
        for number, example in enumerate(component.examples)
    ]
    values = {"title": component.name, "links": [], "params": component.params, "examples": examples}
    above = ((texts("gallery.title"), urls.HOME),)
    return Page("gallery", values, component.name, breadcrumb=above, is_indexed=False)


def _show(component: Component, number: int, templates: Templates, root: str) -> str:
    """Return an example; ids that several examples choose are told apart, and its title is not the page's."""

    def place(text: str) -> str:
        return _SCRIPTS.sub(root, _MEDIA.sub(f"{root}{_PICTURE}", text), count=1)

    data = map_strings(component.examples[number]["data"], place)
    html = templates.component(component.name, data)
    return _TITLE.sub(r"<\1h2", _ID.sub(rf'\1="\2-{number}"', html))


def map_strings(value: Any, change: Callable[[str], str]) -> Any:
    """Return `value` with each string in it changed."""
    if isinstance(value, dict):
        return {key: map_strings(one, change) for key, one in value.items()}
    if isinstance(value, list):
        return [map_strings(one, change) for one in value]
    return change(value) if isinstance(value, str) else value

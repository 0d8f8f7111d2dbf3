"""The examples of all components, on pages of their own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.axe import find_violations
from browser.chromium import WIDTHS, window
from browser.host import hosted
from browser.nu import find_invalid
from theme.gallery import COMPONENTS, Component, render

PAGES = max(len(component.examples) for component in COMPONENTS.values())
"""Page n shows the n-th example of each component, or its last one."""

_ID = re.compile(r'\b(id|for|aria-labelledby)="([^"]+)"')


@pytest.fixture(scope="module")
def gallery(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the gallery, with the style sheets of the built site."""
    folder = tmp_path_factory.mktemp("gallery")
    shutil.copytree(site / "assets", folder / "assets")
    links = re.findall(r'<link rel="stylesheet"[^>]*>', (site / "index.html").read_text(encoding="utf-8"))
    # The heading of the page comes first: it is the only h1.
    components = sorted(COMPONENTS.values(), key=lambda component: component.name != "page-head")
    for number in range(PAGES):
        body = "\n".join(_show(component, number) for component in components)
        page = (
            f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{number}</title>'
            f'<meta name="viewport" content="width=device-width,initial-scale=1">{"".join(links)}</head>'
            '<body data-md-color-scheme="default"><main class="md-content"><div class="bt-page">'
            f"{body}</div></main></body></html>"
        )
        (folder / f"{number}.html").write_text(page, encoding="utf-8")
    return folder


def _show(component: Component, number: int) -> str:
    """Return an example under its name; ids that several components choose are told apart."""
    example = component.examples[min(number, len(component.examples) - 1)]
    html = _ID.sub(rf'\1="\2-{component.name}"', render(component, example["data"]))
    return html if component.name == "page-head" else f"<h2>{component.name}: {example['name']}</h2>\n{html}"


@pytest.fixture(scope="module")
def base(gallery: Path) -> Iterator[str]:
    """The address of the gallery on its host."""
    with hosted(gallery, "/") as address:
        yield address


def test_the_html_of_all_components_is_valid(gallery: Path) -> None:
    """Every example, without a warning."""
    found = find_invalid(gallery)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("number", range(PAGES))
def test_no_component_keeps_anybody_out(browser: Browser, base: str, number: int, width: int) -> None:
    """Every example, on a phone and a desktop."""
    with window(browser, width, "light") as context, context.new_page() as page:
        page.goto(f"{base}{number}.html", wait_until="load")
        found = find_violations(page)
        assert not found, "\n".join(found)

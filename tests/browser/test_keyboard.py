"""A walk through every kind of page with the Tab key alone."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.chromium import WIDTHS, window
from browser.kinds import KINDS, find_address

_NAME = """
    window.__name = (one) =>
        [one?.localName, one?.getAttribute("href") ?? one?.id, one?.textContent.trim().slice(0, 60)].join(" ");
"""
_WATCH = """
    window.__walk = [];
    document.addEventListener("focusin", ({ target }) => {
        // A radio button of the palette is shown by its label.
        const shown = target.matches(".md-option") ? target.nextElementSibling : target;
        const { left, right, top, bottom } = shown.getBoundingClientRect();
        const { outlineStyle, outlineWidth } = getComputedStyle(shown);
        window.__walk.push({
            name: window.__name(target), left, right, top: top + scrollY, bottom: bottom + scrollY,
            ring: outlineStyle === "none" ? 0 : parseFloat(outlineWidth), within: bottom > 0 && top < innerHeight,
        });
    });
"""
_TABBABLE = """() => {
    // Of a group of radio buttons Tab enters the chosen one, else the first.
    const isEntry = ({ name, id }) =>
        id === (document.querySelector(`[name="${name}"]:checked`) ?? document.getElementsByName(name)[0]).id;
    return [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")]
    .filter((one) => one.tabIndex >= 0 && !one.disabled && (one.getClientRects().length || one.matches(".md-option"))
        && getComputedStyle(one).visibility === "visible")
    .filter((one) => !one.matches(".md-toggle") && (one.type !== "radio" || isEntry(one)))
    .map((one) => window.__name(one));
}"""
_MOST = 70
"""Stops of a page that are walked: long lists repeat themselves."""


@pytest.fixture(scope="module", params=WIDTHS)
def look(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """A window of one width, kept for all pages."""
    with window(browser, request.param, "light") as context:
        yield context


def walk(page: Page) -> list[dict[str, Any]]:
    """Press Tab from the beginning of the page; return each stop."""
    page.evaluate(_WATCH)
    for _ in range(min(_MOST, len(page.evaluate(_TABBABLE)))):
        page.keyboard.press("Tab")
    return list(page.evaluate("window.__walk"))


@pytest.mark.parametrize("kind", KINDS)
def test_tab_reaches_all_in_the_order_in_which_it_stands(
    look: BrowserContext, site: Path, address: str, kind: str
) -> None:
    """The skip link first, then every control once, each in sight with a ring, never back and up to the left."""
    with look.new_page() as page:
        page.goto(address + find_address(site, kind), wait_until="load")
        page.evaluate(_NAME)
        expected = page.evaluate(_TABBABLE)[:_MOST]
        stops = walk(page)
        assert "Tới nội dung chính" in stops[0]["name"]
        assert [stop["name"] for stop in stops] == expected
        assert [stop["name"] for stop in stops if stop["ring"] < 2 or not stop["within"]] == []
        back = [(one["name"], other["name"]) for one, other in pairwise(stops[1:]) if is_back(one, other)]
        assert back == []


def is_back(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Tell whether a stop lies above the one before it, and not in a column to the right of it."""
    return bool(other["bottom"] <= one["top"] and other["left"] < one["right"])


def test_the_skip_link_leads_past_the_header(look: BrowserContext, site: Path, address: str) -> None:
    """After it, Tab goes on in the page's own content."""
    with look.new_page() as page:
        page.goto(address + find_address(site, "article"))
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")

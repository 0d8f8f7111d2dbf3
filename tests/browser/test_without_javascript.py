"""The site of a reader whose browser runs no script."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.chromium import WIDTHS, Visit, window
from browser.kinds import KINDS, find_address

PHONE = 600
"""Pixels below which the header has no room for a field."""


@pytest.fixture(scope="module", params=WIDTHS)
def look(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """A window in which no script runs."""
    with window(browser, request.param, "light", scripts=False) as context:
        yield context


@pytest.mark.parametrize("kind", KINDS)
def test_page_works_without_javascript(look: BrowserContext, site: Path, address: str, kind: str) -> None:
    """Without JavaScript, the heading, the text, the links and the way to all sections are there."""
    with look.new_page() as page:
        visit = Visit(page, urlsplit(address).netloc)
        visit.go(address + find_address(site, kind))
        main = page.locator("main")

        expect(main.locator("h1")).to_be_visible()
        assert len(main.inner_text().split()) >= 5
        assert main.locator("a[href]:visible, form:visible").count() >= 1
        open_navigation(page)
        expect(page.locator("nav a[href]:visible", has_text="Chủ đề").first).to_be_visible()
        assert not visit.troubles, "\n".join(visit.troubles)


def test_search_field_leads_to_the_search_page(look: BrowserContext, site: Path, address: str) -> None:
    """Without JavaScript, words typed into the search field of a page, or of its link, reach the search page."""
    with look.new_page() as page:
        page.goto(address + find_address(site, "article"))
        field = page.locator("form[role=search] input[name=q]:visible")
        if page.viewport_size and page.viewport_size["width"] < PHONE:
            # A phone has room for a link only.
            page.locator("header a[href*='tim-kiem']:visible").first.click()
            page.wait_for_url(f"{address}tim-kiem/")
        field.first.fill("bến nghé")
        field.first.press("Enter")

        expect(page).to_have_url(f"{address}tim-kiem/?q=b%E1%BA%BFn+ngh%C3%A9")


def open_navigation(page: Page) -> None:
    """Open the drawer where the window is too small to show the sections."""
    button = page.locator("header label[for=__drawer]:visible")
    if button.count():
        button.click()

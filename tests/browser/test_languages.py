"""What scripts write on a page comes from the catalogue, too."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.host import hosted
from languages.test_pages import find_words

PAGES = {
    "home": "",
    "article": "tin/2025/10/panta/",
    "foreign article": "tin/2025/10/xeno/",
    "ward": "dia-phuong/nea/",
    "archive": "luu-tru/2024/03/1/",
    "search": "tim-kiem/",
    "hits": "tim-kiem/?q=νεο",
    "hits of a name": "tim-kiem/?q=νεα πολη",
    "no hits": "tim-kiem/?q=ζζζζ",
    "missing": "khong-co/",
}


@pytest.fixture
def page(browser: Browser) -> Page:
    """A page on a desktop."""
    return browser.new_page(viewport={"width": 1280, "height": 900})


@pytest.mark.parametrize("name", PAGES)
def test_scripts_write_nothing_of_their_own(page: Page, foreign_site: Path, name: str) -> None:
    """Once they have run, and once a reader has opened what can be opened."""
    with hosted(foreign_site, "/") as address:
        page.goto(address + PAGES[name], wait_until="networkidle")
        page.evaluate("(all) => document.querySelectorAll(all).forEach((one) => one.click())", "button[type=button]")
        words = find_words(page.content())
        page.close()
    assert words == set()


def test_the_article_says_in_which_language_it_is(page: Page, foreign_site: Path) -> None:
    """The article, its title on cards and in links: a screen reader changes its voice."""
    with hosted(foreign_site, "/") as address:
        page.goto(f"{address}tin/2025/10/xeno/")
        assert page.locator("article.bt-article").get_attribute("lang") == "el"
        for where in ("", "dia-phuong/nea/", "tin/2025/10/meta/"):
            page.goto(address + where)
            title = page.get_by_text("Ξένη γλώσσα").first
            assert title.evaluate("one => one.closest('[lang]').lang") == "el"
        page.close()

"""An article on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.chromium import window
from browser.kinds import KINDS, find_address


@pytest.fixture(scope="module")
def paper(browser: Browser) -> Iterator[Page]:
    """A page as a printer gets it, of A4's width without its margins, from a reader of the dark scheme."""
    with window(browser, 660, "dark") as context, context.new_page() as page:
        page.emulate_media(media="print")
        yield page


def test_a_printed_article_tells_where_it_is_from(paper: Page, site: Path, address: str) -> None:
    """Its address in letters and as a QR code; addresses of links behind them; nothing that only a screen can use."""
    paper.goto(address + find_address(site, "trial-article"))
    expect(paper.locator(".bt-print-address")).to_contain_text("https://ban-tin.example/phuong/tin/2021/03/")
    code = paper.locator(".bt-print-address__code")
    expect(code).to_be_visible()
    assert code.evaluate("(one) => one.complete && one.naturalWidth === one.width || one.naturalWidth > 20")
    after = "(one) => getComputedStyle(one, '::after').content"
    assert "https://lien-ket.example/trang" in paper.locator(".bt-prose a[href^=http]").first.evaluate(after)
    for hidden in ("header.md-header", ".bt-nav", ".bt-breadcrumb", ".bt-article__tools", ".bt-share", ".bt-related"):
        expect(paper.locator(hidden)).to_be_hidden()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_black_on_white_and_fits_the_paper(paper: Page, site: Path, address: str, kind: str) -> None:
    """Whatever the screen shows."""
    paper.goto(address + find_address(site, kind))
    assert paper.evaluate("getComputedStyle(document.body).color") in {"rgb(0, 0, 0)", "rgba(0, 0, 0, 0.87)"}
    assert paper.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")
    expect(paper.locator("h1")).to_be_visible()


def test_headings_and_pictures_are_not_torn(paper: Page, site: Path, address: str) -> None:
    """A heading stays with what follows, a figure and a row of a table are whole."""
    paper.goto(address + find_address(site, "trial-article"))
    styles = "(all) => [...new Set(all.map((one) => getComputedStyle(one).{}))]"
    assert paper.locator("main :is(h1, h2, h3)").evaluate_all(styles.format("breakAfter")) == ["avoid"]
    assert paper.locator("main :is(figure, tr)").evaluate_all(styles.format("breakInside")) == ["avoid"]

"""What every kind of page keeps to, on a phone and a desktop, in light and dark."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from browser.axe import attend, find_violations
from browser.chromium import SCHEMES, WIDTHS, Visit, window
from browser.kinds import KINDS, find_address

_LOOKS = [(width, scheme) for width in WIDTHS for scheme in SCHEMES]


@pytest.fixture(scope="module", params=_LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def look(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visit]:
    """A window of one width and scheme, kept for all pages: what they share is loaded once."""
    width, scheme = request.param
    with window(browser, width, scheme) as context:
        attend(context)
        yield Visit(context.new_page(), urlsplit(address).netloc)


@pytest.mark.parametrize("kind", KINDS)
def test_page_is_sound(look: Visit, site: Path, address: str, kind: str) -> None:
    """A page blocks nothing, asks no other host, reports no error, fits the window and keeps nobody out."""
    look.go(address + find_address(site, kind))

    assert look.page.locator("main").count() == 1
    # In this order: when axe is done, the page's own scripts have asked for all that they want.
    found = [*find_overflow(look), *find_violations(look.page), *look.blocked(), *look.troubles]
    assert not found, "\n".join(found)


def test_policy_is_in_force(browser: Browser, address: str) -> None:
    """A script, a style and a host that the policy does not know are refused, and the harness notices."""
    with window(browser, 360, "light") as context, context.new_page() as page:
        visit = Visit(page, urlsplit(address).netloc)
        visit.go(address)
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))")
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">')")
        page.evaluate("new Image().src = 'https://elsewhere.example/x.png'")
        page.wait_for_function("window.__blocked.length >= 3")

        assert page.evaluate("window.ran") is None
        refused = {entry.split(":")[0] for entry in visit.blocked()}
        assert refused == {"img-src", "script-src-elem", "style-src-attr"}
        assert visit.troubles != []


def test_harness_finds_what_is_wrong(browser: Browser, address: str) -> None:
    """A picture without words, a box that is too wide and a file that is missing are found on a sound page."""
    with window(browser, 360, "light") as context, context.new_page() as page:
        visit = Visit(page, urlsplit(address).netloc)
        visit.go(address)
        page.evaluate("""() => {
            const image = document.createElement("img");
            image.src = "no-such-file.png";
            image.style.minWidth = "2000px";
            document.querySelector("main").append(image);
        }""")

        assert "image-alt" in "".join(find_violations(page))
        assert "no-such-file.png" in "".join(find_overflow(visit))
        assert [trouble for trouble in visit.troubles if "status 404" in trouble] != []


def find_overflow(visit: Visit) -> list[str]:
    """Tell which elements make the page scroll sideways."""
    return list(
        visit.page.evaluate("""() => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return [];
            // What lies in a box of its own scroll bar may be as wide as it likes.
            const clips = (box) => ["auto", "scroll", "hidden"].includes(getComputedStyle(box).overflowX);
            const scrolls = (box) => box && box !== document.body && (clips(box) || scrolls(box.parentElement));
            const wide = [...document.body.querySelectorAll("*")]
                .filter((element) => element.getBoundingClientRect().right > width + 1)
                .filter((element) => !scrolls(element.parentElement))
                .map((element) => element.cloneNode(false).outerHTML);
            return [`scrolls sideways: ${document.documentElement.scrollWidth} > ${width}`, ...wide.slice(0, 9)];
        }""")
    )

"""Which form of a picture a reader's browser takes, and whether the page waits for it in peace."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.kinds import find_address

_WATCH_SHIFTS = """
    window.__shift = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.__shift += entry.value;
    }).observe({type: "layout-shift", buffered: true});
"""
_SHOWN = """() => [...document.querySelectorAll("main picture img")]
    .map((image) => ({src: image.currentSrc, needs: image.clientWidth * devicePixelRatio, has: image.naturalWidth,
                      page: image.getAttribute("src")}))"""


def read(page: Page, address: str) -> list[dict[str, object]]:
    """Open a page, scroll through it as a reader does, and return its pictures once all are there."""
    page.add_init_script(_WATCH_SHIFTS)
    # A font that comes late moves lines too; here it is asked what pictures do.
    page.route("**/*.woff2", lambda route: route.abort())
    page.goto(address, wait_until="load")
    for image in page.locator("main picture img").all():
        image.scroll_into_view_if_needed()
        image.evaluate("image => image.decode()")
    return list(page.evaluate(_SHOWN))


@pytest.mark.parametrize(("width", "density"), [(360, 1), (360, 3), (1280, 1)])
@pytest.mark.parametrize("kind", ["trial-article", "home"])
def test_a_browser_takes_a_form_that_is_large_enough_and_no_larger(
    browser: Browser, site: Path, address: str, kind: str, width: int, density: int
) -> None:
    """Of photographs the AVIF next above what the screen shows; nothing moves on the page when they come."""
    with browser.new_context(viewport={"width": width, "height": 740}, device_scale_factor=density) as context:
        page = context.new_page()
        shown = read(page, address + find_address(site, kind))
        assert page.evaluate("window.__shift") < 0.02
    photographs = [one for one in shown if str(one["page"]).endswith((".jpg", ".png"))]
    assert len(photographs) == (4 if kind == "trial-article" else len(photographs))
    for one in photographs:
        found = re.search(r"\.(\d+)\.[0-9a-f]{8}\.avif$", str(one["src"]))
        assert found, one
        chosen, needed = int(found[1]), float(str(one["needs"]))
        assert chosen >= min(needed, 800) * 0.95, one
        assert chosen <= max(320, 2.1 * needed), one


def test_only_the_first_picture_is_loaded_before_it_is_seen(browser: Browser, site: Path, address: str) -> None:
    """It comes at once and first; what is far down waits."""
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.goto(address + find_address(site, "trial-article"), wait_until="load")
        order = page.eval_on_selector_all(
            "main picture img", "all => all.map((one) => [one.loading, one.fetchPriority])"
        )
        eager = page.locator("main source[sizes^=auto] ~ img:not([loading=lazy])").count()
    assert order[0] == ["auto", "high"]
    assert {tuple(one) for one in order[1:]} == {("lazy", "auto")}
    assert eager == 0

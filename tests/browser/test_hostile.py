"""The hostile site in Chromium, under the policy that is shipped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from browser.chromium import Visit, window
from browser.host import hosted
from security.conftest import Built, built  # noqa: F401 - the fixture

_ARCHIVE = re.compile(r"(?!tin/).*/\d{4}/\d+/index\.html")
"""Older pages of a list show the same cards as its landing page."""


@pytest.fixture(scope="module")
def visit(browser: Browser, built: Built) -> Iterator[tuple[Visit, str]]:  # noqa: F811 - the fixture
    """A window on the hostile site, and its address."""
    with hosted(built.site, "/phuong/") as address, window(browser, 1280, "light") as context:
        yield Visit(context.new_page(), urlsplit(address).netloc), address


def test_no_script_runs_and_no_request_leaves(visit: tuple[Visit, str], built: Built) -> None:  # noqa: F811 - the fixture
    """On every page, with every control focused and every link of the article hovered."""
    seen, address = visit
    dialogs: list[str] = []
    seen.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    paths = sorted(path.relative_to(built.site).as_posix() for path in built.site.rglob("index.html"))
    paths = [path.removesuffix("index.html") for path in paths if not _ARCHIVE.fullmatch(path)]
    struck = [path for path in paths if _strikes(seen.page, f"{address}{path}")]
    asked = [trouble for trouble in seen.troubles if "another host" in trouble]
    assert (struck, dialogs, asked) == ([], [], [])


def _strikes(page: Page, address: str) -> bool:
    """Open a page, touch what could have been armed, and tell whether a script of an article ran."""
    page.goto(address, wait_until="domcontentloaded")
    return bool(
        page.evaluate("""() => {
            document.addEventListener("click", (event) => event.preventDefault(), true);
            for (const one of document.querySelectorAll("main *")) {
                one.focus?.();
                one.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
                one.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
            }
            const armed = (one) => /^(javascript|data|vbscript):/i.test(one.href);
            return [...document.querySelectorAll("[href]")].some(armed) || window.__pwned === 1;
        }""")
    )

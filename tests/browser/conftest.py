"""The built site on a host, and Chromium to look at it."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import tools
from browser import chromium
from browser.host import hosted
from browser.stage import FOLDER, build_site
from languages.stage import build as build_foreign_site

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that `-m "not browser"` leaves it out."""
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session", autouse=True)
def _tools() -> None:
    """Whatever the tests need and the machine lacks, as scripts/test.py would have fetched it."""
    os.environ |= tools.prepare_browser_tests(Path(sys.executable))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site. BANTIN_TEST_SITE names one that exists, to look at that instead."""
    built = os.environ.get("BANTIN_TEST_SITE")
    return Path(built) if built else build_site(tmp_path_factory.mktemp("browser"))


@pytest.fixture(scope="session")
def foreign_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site in the pseudo-language."""
    return build_foreign_site(tmp_path_factory.mktemp("foreign"))


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the site's folder on its host."""
    with hosted(site, FOLDER) as base:
        yield base


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium; for one module, as its event loop must not run while other tests do."""
    with chromium.running() as running:
        yield running

"""The examples of all components, as `bantin gallery` shows them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from browser.axe import attend, find_violations
from browser.chromium import SCHEMES, WIDTHS, Visit, window
from browser.host import hosted
from browser.nu import find_invalid
from browser.stage import ROOT
from theme.gallery import COMPONENTS

_LOOKS = list(zip(WIDTHS, SCHEMES, strict=True))
"""A phone in light, a desktop in dark: the pages of the site are seen in all."""


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the gallery."""
    folder = tmp_path_factory.mktemp("gallery") / "out"
    command = [sys.executable, "-m", "bantin", "gallery", "--out", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def base(gallery: Path) -> Iterator[str]:
    """The address of the gallery on its host."""
    with hosted(gallery, "/") as address:
        yield address


def test_the_html_of_all_components_is_valid(gallery: Path) -> None:
    """Every example, without a warning."""
    found = find_invalid(gallery)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("width", "scheme"), _LOOKS)
def test_no_component_keeps_anybody_out(browser: Browser, base: str, width: int, scheme: str) -> None:
    """Every example, on a phone and a desktop; none breaks the policy."""
    found = []
    with window(browser, width, scheme) as context:
        attend(context)
        visit = Visit(context.new_page(), urlsplit(base).netloc)
        for name in COMPONENTS:
            visit.go(f"{base}thanh-phan/{name}/")
            troubles = [*find_violations(visit.page), *visit.blocked()]
            # Several examples of one component stand on a page here, and name their landmarks alike.
            found += [f"{name}: {one}" for one in troubles if not one.startswith("landmark-unique")]
    assert not found, "\n".join(found)

"""`bantin serve` in the browser of an editor who writes."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from conftest import REGISTRY, article, unpack

CONFIG = """
-- mkdocs.yml --
site_name: Tin phường
site_url: https://tin.example/
docs_dir: content
plugins: [bantin]
theme: {name: material, language: vi, font: false}
"""
ARTICLE = "content/news/2025/10/mot.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of one article."""
    unpack(REGISTRY, tmp_path)
    unpack(CONFIG, tmp_path)
    unpack(f"-- {ARTICLE} --\n{article('Một')}", tmp_path)
    return tmp_path


@pytest.fixture
def page(project: Path, browser: Browser) -> Iterator[Page]:
    """The article's page, open while the project is served."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "bantin", "serve", "--port", str(port)]
    env = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=project, env=env, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        next(line for line in process.stdout if "127.0.0.1" in line)
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}/tin/2025/10/mot/")
        yield page
        page.close()
        process.kill()


def test_an_open_page_shows_an_edit_without_being_touched(project: Path, page: Page) -> None:
    """Saving is enough."""
    (project / ARTICLE).write_text(article("Một sửa"), encoding="utf-8")
    page.wait_for_function("() => document.querySelector('h1').textContent.includes('Một sửa')")


def test_a_problem_appears_in_the_page_and_goes_when_mended(project: Path, page: Page) -> None:
    """File, line and what to write instead, in Vietnamese, under the page that the editor looks at."""
    (project / "content/news/2025/10/hai.md").write_text(article("Hai", ward="ben-cac"), encoding="utf-8")
    panel = page.locator("aside[role=status]")
    panel.wait_for()
    told = panel.inner_text()
    assert "content/news/2025/10/hai.md:4:7: lỗi" in told
    assert "Có phải ý bạn là «ben-cat»?" in told
    (project / "content/news/2025/10/hai.md").write_text(article("Hai"), encoding="utf-8")
    panel.wait_for(state="detached")

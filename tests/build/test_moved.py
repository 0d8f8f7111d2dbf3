"""A cache survives moves: between folders, and between machines that have bantin in different places."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bantin.render.folders import theme_dir
from conftest import Site, article

MakeSite = Callable[[str], Site]
PROJECT = f"""
-- mau/layouts/xin-chao.html --
<p>Xin chào</p>
-- content/news/2025/10/mot.md --
{article("Một")}
-- content/news/2025/10/hai.md --
{article("Hai")}
"""


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    """A built site of a ward with templates of its own."""
    site = make_site(PROJECT)
    site.settings = replace(site.settings, theme_dirs=("mau",))
    site.build()
    return site


def test_a_project_that_was_moved_is_not_made_again(site: Site, tmp_path_factory: pytest.TempPathFactory) -> None:
    """With its cache and its site, as a CI restores them; only what is not known by content is read."""
    folder = tmp_path_factory.mktemp("noi-khac") / "phuong"
    shutil.copytree(site.root, folder, copy_function=shutil.copy2)
    assert replace(site, root=folder).build().rendered == 0


def test_a_bantin_in_another_place_makes_nothing_again(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on another machine."""
    elsewhere = tmp_path / "theme"
    shutil.copytree(theme_dir(), elsewhere)
    monkeypatch.setattr("bantin.build.snapshot.theme_dir", lambda: elsewhere)
    assert site.build().rendered == 0

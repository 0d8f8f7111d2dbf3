"""The same content gives the same bytes, whatever the machine."""

import os
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import Site, article


@pytest.fixture
def site(make_site: Callable[[str], Site]) -> Site:
    """A site with all that differs between machines: accents, tables, links between articles."""
    site = make_site()
    for number in range(12):
        body = f"Đoạn **{number}**.\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n[](../10/tin-{(number + 1) % 12}.md)"
        officials = "[{name: Nguyễn Văn A, role: Chủ tịch UBND phường}]"
        site.write(f"news/2025/10/tin-{number}.md", article(f"Tin {number}", body=body, officials=officials))
    site.build()
    return site


def test_with_and_without_a_cache(site: Site) -> None:
    """A clean build equals a warm one."""
    site.build("clean", cache="empty.sqlite")
    assert site.tree("clean") == site.tree()


def test_with_other_file_times(site: Site) -> None:
    """No date comes from the file system."""
    for path in (site.root / "content").rglob("*.md"):
        os.utime(path, (1, 1))
    site.build("other", cache="empty.sqlite")
    assert site.tree("other") == site.tree()


def test_with_windows_line_ends_a_byte_order_mark_and_decomposed_letters(site: Site) -> None:
    """What editors' programs do to a file is not content."""
    for path in (site.root / "content/news").rglob("*.md"):
        text = unicodedata.normalize("NFD", path.read_text(encoding="utf-8"))
        path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    site.build("windows", cache="empty.sqlite")
    assert site.tree("windows") == site.tree()


def test_with_one_and_with_several_workers(site: Site) -> None:
    """Work done elsewhere comes out the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bantin.build.pool.BATCH", 3)
        replace(site, workers=4).build("many", cache="empty.sqlite")
    assert site.tree("many") == site.tree()


def test_in_a_folder_of_another_name(site: Site, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No path of the machine enters a page."""
    other = Site(tmp_path_factory.mktemp("khac"))
    for path in (site.root / "content").rglob("*"):
        if path.is_file():
            target = other.root / path.relative_to(site.root)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    other.build()
    assert other.tree() == site.tree()


def test_the_instant_of_the_build_is_in_no_page(site: Site) -> None:
    """Time acts only through what is due; nothing is due in between."""
    replace(site, now=site.now.replace(year=2026)).build("later", cache="empty.sqlite")
    assert site.tree("later") == site.tree()


def test_no_page_names_the_folder_it_was_built_in(site: Site) -> None:
    """A search for the path finds nothing."""
    assert not [path for path, data in site.tree().items() if str(Path(site.root)).encode() in data]

"""A large site is looked at by a process of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bantin.build.inspection import Inspection
from bantin.build.manifest import manifest_path
from conftest import Site, article


@pytest.fixture
def site(make_site: Callable[[str], Site], monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site that is large enough, as this test has it."""
    monkeypatch.setattr("bantin.build.inspection._MOST", 0)
    site = make_site(f"-- content/news/2025/10/mot.md --\n{article('Một')}")
    site.build()
    return site


def inspect(site: Site) -> bool:
    """Return what an inspection finds."""
    return Inspection(str(site.out), manifest_path(site.root / ".bantin", site.out)).result()


def edit(page: Path) -> None:
    """Change a page by hand."""
    page.write_text("sửa tay", encoding="utf-8")


def test_a_site_that_nobody_touched_is_whole(site: Site) -> None:
    """As the last build left it."""
    assert inspect(site)


@pytest.mark.parametrize("touch", [edit, Path.unlink])
def test_a_page_that_was_touched_is_noticed(site: Site, touch: Callable[[Path], None]) -> None:
    """Changed or gone."""
    touch(site.out / "tin/2025/10/mot/index.html")
    assert not inspect(site)


def test_an_inspection_that_cannot_be_made_costs_time_only(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The build looks itself."""
    monkeypatch.setattr("sys.executable", str(site.root / "no-python"))
    assert site.build().rendered == 0


def test_nobody_waits_for_an_inspection_that_is_not_asked_for(site: Site) -> None:
    """It ends with the build that has no use for it."""
    inspection = Inspection(str(site.out), manifest_path(site.root / ".bantin", site.out))
    inspection.close()
    assert not inspection.result()

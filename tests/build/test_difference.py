"""A site that only ever receives differences is the site of a clean build."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bantin.build import BuildOptions, Project, build_site
from bantin.build.cache import Cache
from bantin.build.code import digest_code
from bantin.model import ConfigError
from conftest import Site, article, read_tree
from editor import Editor


class Published:
    """A host that keeps what it was sent, and the manifest of it."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.folder = site.root / "host"
        self.folder.mkdir()
        self.manifest = site.root / "manifest.tsv"

    def update(self, delta: str = "delta") -> int:
        """Build the difference, send it, and return how many files were sent."""
        folder = self.site.root / delta
        options = BuildOptions(self.site.now, self.site.out, 1, difference=(folder, self.manifest))
        project = Project(self.site.root, self.site.root / "mkdocs.yml")
        with Cache(project.private / "cache.sqlite", digest_code()) as cache:
            report = build_site(project, self.site.host, cache, options)
        shutil.copytree(folder / "files", self.folder, dirs_exist_ok=True)
        for path in (folder / "deleted.txt").read_text(encoding="utf-8").splitlines():
            (self.folder / path).unlink()
        shutil.move(folder / "manifest.tsv", self.manifest)
        shutil.rmtree(folder)
        return report.written


@pytest.fixture
def published(make_site: Callable[[str], Site]) -> Published:
    """A site of three articles, published."""
    site = make_site()
    for number in range(3):
        site.write(f"news/2025/10/tin-{number}.md", article(f"Tin {number}"))
    host = Published(site)
    host.update()
    return host


def test_the_first_difference_is_the_whole_site(published: Published) -> None:
    """Without a manifest everything is new."""
    published.site.build("clean", cache="other.sqlite")
    assert read_tree(published.folder) == published.site.tree("clean")


@pytest.mark.parametrize("seed", range(2))
def test_any_edits_give_the_site_of_a_clean_build(
    make_site: Callable[[str], Site], monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Whatever was added, edited, deleted, renamed or fell due."""
    monkeypatch.setattr("bantin.build.scan._RACY", 20_000_000)
    editor = Editor(make_site(""), seed)
    for _ in range(30):
        editor.add()
    host = Published(editor.site)
    for _ in range(12):
        host.update()
        editor.edit()
    host.update()
    replace(editor.site).build("clean", cache="other.sqlite")
    assert read_tree(host.folder) == editor.site.tree("clean")


def test_without_a_change_nothing_is_sent(published: Published) -> None:
    """And the list of deletions is empty."""
    assert published.update() == 0


def test_a_lost_cache_sends_no_more(published: Published) -> None:
    """What was published is told by the manifest, not by the cache."""
    shutil.rmtree(published.site.root / ".bantin")
    assert published.update() == 0


def test_a_folder_in_use_is_refused(published: Published) -> None:
    """Files of another difference would be published with this one."""
    (published.site.root / "delta").mkdir()
    (published.site.root / "delta/cua-ai.txt").write_text("x")
    with pytest.raises(ConfigError, match="delta_in_use"):
        published.update()


@pytest.mark.parametrize("damage", [b"", b"rubbish", b"bantin-manifest 2\na\tb\nend\t00000000"])
def test_a_damaged_manifest_is_refused(published: Published, damage: bytes) -> None:
    """Taken for an empty one it would leave every deleted page on the host."""
    Path(published.manifest).write_bytes(damage)
    with pytest.raises(ConfigError, match="manifest_damaged"):
        published.update()

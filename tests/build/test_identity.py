"""A file whose content is known is not read again."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from bantin.build import identity
from bantin.build.git import find_blobs
from bantin.build.identity import blob_id
from conftest import Site, article


def git(folder: Path, *arguments: str) -> str:
    """Run git as somebody."""
    who = ("-c", "user.name=Nguyễn Văn A", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8")
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two files under version control."""
    git(tmp_path, "init", "-q")
    (tmp_path / "mot.md").write_text("Một\n", encoding="utf-8")
    (tmp_path / "hai-ấ.md").write_text("Hai\n", encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "x")
    return tmp_path


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the paths of the articles that are read from here on."""
    paths: list[str] = []
    original = identity.read_file

    def note(folder: Path, path: str, settings: object) -> bytes:
        paths.append(path)
        return original(folder, path, settings)  # type: ignore[arg-type]

    monkeypatch.setattr("bantin.build.identity.read_file", note)
    monkeypatch.setattr("bantin.build.articles.read_file", note)
    return paths


def test_the_id_of_a_file_is_git_s(repository: Path) -> None:
    """So that what git says of a checkout can be compared."""
    assert blob_id("Một\n".encode()) == git(repository, "hash-object", "mot.md").strip()


def test_windows_line_ends_do_not_change_the_id() -> None:
    """They are no content."""
    assert blob_id(b"a\r\nb\r\n") == blob_id(b"a\nb\n")


def test_git_names_the_files_that_are_as_committed(repository: Path) -> None:
    """With names in any script."""
    assert find_blobs(repository) == {"mot.md": blob_id("Một\n".encode()), "hai-ấ.md": blob_id(b"Hai\n")}


@pytest.mark.parametrize("flag", ["", "--assume-unchanged", "--skip-worktree"])
def test_an_edited_file_is_not_among_them(repository: Path, flag: str) -> None:
    """Not even one that git was told not to look at."""
    if flag:
        git(repository, "update-index", flag, "mot.md")
    (repository / "mot.md").write_text("Một sửa\n", encoding="utf-8")
    assert "mot.md" not in find_blobs(repository)


def test_outside_a_repository_git_tells_nothing(tmp_path: Path) -> None:
    """Then files are read."""
    assert find_blobs(tmp_path) == {}


def test_a_fresh_checkout_with_the_cache_reads_nothing(
    make_site: Callable[[str], Site],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    read: list[str],
) -> None:
    """Every file is new to the machine; git knows that their content is not."""
    monkeypatch.setattr("bantin.build.identity.MANY", 0)
    site = make_site("-- .gitignore --\n/.bantin/\n/site/\n")
    for number in range(5):
        site.write(f"news/2025/10/tin-{number}.md", article(f"Tin {number}"))
    git(site.root, "init", "-q")
    git(site.root, "add", ".")
    git(site.root, "commit", "-q", "-m", "x")
    site.build()
    clone = Site(tmp_path_factory.mktemp("clone") / "clone")
    git(site.root, "clone", "-q", ".", str(clone.root))
    shutil.copytree(site.root / ".bantin", clone.root / ".bantin")
    shutil.copytree(site.out, clone.out)
    (clone.root / "content/news/2025/10/tin-3.md").write_text(article("Tin sửa"), encoding="utf-8")
    read.clear()
    clone.build()
    assert set(read) == {"news/2025/10/tin-3.md"}
    site.write("news/2025/10/tin-3.md", article("Tin sửa"))
    site.build()
    assert clone.tree() == site.tree()


def test_an_untouched_file_is_not_read_again(
    make_site: Callable[[str], Site], monkeypatch: pytest.MonkeyPatch, read: list[str]
) -> None:
    """Size, times and inode tell."""
    monkeypatch.setattr("bantin.build.scan._RACY", 0)
    site = make_site("")
    for number in range(5):
        site.write(f"news/2025/10/tin-{number}.md", article(f"Tin {number}"))
    site.build()
    read.clear()
    site.write("news/2025/10/tin-3.md", article("Tin sửa"))
    site.build()
    assert set(read) == {"news/2025/10/tin-3.md"}

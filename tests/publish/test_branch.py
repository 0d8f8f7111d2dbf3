"""A git branch as the place to publish."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from bantin.build import Project
from bantin.model import BantinError, ConfigError
from bantin.publish.branch import Branch
from bantin.publish.source import Source, open_source
from bantin.publish.target import MANIFEST
from conftest import Site, article, read_tree


def git(folder: Path, *arguments: str) -> str:
    """Run git; return what it prints."""
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.fixture
def site(make_site: Callable[[str], Site], tmp_path: Path) -> Site:
    """A site of one article in a repository with a remote, built."""
    site = make_site("")
    site.write("news/2025/10/mot.md", article("Một"))
    site.build()
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "xa.git")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "remote", "add", "origin", "xa.git")
    git(tmp_path, "add", "content")
    git(tmp_path, "commit", "-q", "-m", "x")
    return site


def source(site: Site) -> Source:
    """Return what the last build left."""
    return open_source(Project(site.root, site.root / "mkdocs.yml"), site.out)


def published(site: Site) -> dict[str, bytes]:
    """Return what the branch holds."""
    folder = site.root / "xem"
    git(site.root, "clone", "-q", "--depth=1", "--branch=gh-pages", f"file://{site.root}/xa.git", "xem")
    tree = read_tree(folder)
    git(site.root, "worktree", "prune")
    return {path: data for path, data in tree.items() if not path.startswith(".")}


def test_the_branch_holds_the_site_without_history(site: Site) -> None:
    """What was withdrawn does not live on in it."""
    Branch(site.root, "origin", "gh-pages").publish(source(site))
    site.write("news/2025/11/hai.md", article("Hai", "2025-11-02"))
    site.build()
    Branch(site.root, "origin", "gh-pages").publish(source(site))
    count = git(site.root / "xa.git", "rev-list", "--count", "gh-pages").strip()
    assert (published(site), count) == (site.tree(), "1")


def test_the_plan_names_what_differs_from_the_branch(site: Site) -> None:
    """Nothing after publishing."""
    branch = Branch(site.root, "origin", "gh-pages")
    before = len(branch.plan(source(site)).written)
    branch.publish(source(site))
    after = Branch(site.root, "origin", "gh-pages").plan(source(site))
    assert (before, after.is_empty) == (len(site.tree()), True)


def test_jekyll_is_told_to_keep_out(site: Site) -> None:
    """GitHub would leave out what begins with an underscore."""
    Branch(site.root, "origin", "gh-pages").publish(source(site))
    names = git(site.root / "xa.git", "ls-tree", "--name-only", "gh-pages").split()
    assert {".nojekyll", MANIFEST} <= set(names)


def test_the_branch_of_the_articles_is_refused(site: Site) -> None:
    """It would be overwritten."""
    with pytest.raises(ConfigError, match=r"publish\.git\.own_branch"):
        Branch(site.root, "origin", "main")


def test_a_remote_that_is_not_there_is_named(site: Site) -> None:
    """With what git says."""
    with pytest.raises(BantinError, match=r"publish\.git\.remote"):
        Branch(site.root, "khong-co", "gh-pages")


def test_a_push_that_is_refused_leaves_the_remote_as_it_was(site: Site) -> None:
    """Somebody else published in between."""
    branch = Branch(site.root, "origin", "gh-pages")
    git(site.root, "push", "-q", "origin", "main:gh-pages")
    tip = git(site.root / "xa.git", "rev-parse", "gh-pages")
    with pytest.raises(BantinError, match=r"publish\.git\.push"):
        branch.publish(source(site))
    assert git(site.root / "xa.git", "rev-parse", "gh-pages") == tip


def test_the_token_is_on_no_command_line(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other programs of the machine can read those."""
    seen: list[list[str]] = []
    run = subprocess.run

    def watch(command: list[str], **options: object) -> object:
        seen.append(command)
        return run(command, **options)  # type: ignore[call-overload]

    monkeypatch.setenv("BANTIN_GIT_TOKEN", "rat-bi-mat")
    monkeypatch.setattr(subprocess, "run", watch)
    Branch(site.root, "origin", "gh-pages").publish(source(site))
    assert [word for command in seen for word in command if "bi-mat" in word] == []


def test_outside_of_a_repository_that_is_said(tmp_path: Path) -> None:
    """No traceback of git's."""
    with pytest.raises(ConfigError, match=r"publish\.git\.no_repository"):
        Branch(tmp_path, "origin", "gh-pages")

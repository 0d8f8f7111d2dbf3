"""Whatever an evil hand writes becomes a clear problem or harmless text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import REGISTRY, unpack
from host.commands import bantin
from host.conftest import CONFIG
from security.conftest import Built
from security.stage import CASES, INPUTS, TABLE, Case

REFUSED = [case for case in CASES if case.rule]


@pytest.fixture(scope="session")
def reports(built: Built) -> list[dict[str, str]]:
    """What `bantin check` tells."""
    found: list[dict[str, str]] = json.loads(bantin("check", "--json", folder=built.root).stdout)
    return found


@pytest.fixture(scope="session")
def problems(reports: list[dict[str, str]]) -> dict[str, set[str]]:
    """Rules of the errors, by path below content/."""
    found: dict[str, set[str]] = {}
    for one in reports:
        if one["severity"] == "error":
            found.setdefault(one["path"].removeprefix("content/"), set()).add(one["rule"])
    return found


def test_there_are_many_hostile_inputs() -> None:
    """A table that shrinks would be noticed."""
    assert INPUTS >= 250


def test_the_build_ends_as_any_build_with_errors_does(built: Built) -> None:
    """With exit code 1, and no traceback, and nothing of ours failing."""
    assert (built.code, "Traceback" in built.err, "lỗi của chính nó" in built.err) == (1, False, False)


@pytest.mark.parametrize("case", REFUSED, ids=[case.name for case in REFUSED])
def test_what_cannot_be_meant_well_is_a_problem(case: Case, problems: dict[str, set[str]]) -> None:
    """With the rule that tells what to write instead."""
    assert case.rule in problems.get(case.path, set())


def test_an_article_is_shown_or_explained(built: Built, problems: dict[str, set[str]]) -> None:
    """None disappears quietly, and none with an error is shown."""
    shown = {case.path for case in CASES if (built.site / f"tin/2025/10/{case.name}/index.html").is_file()}
    assert {case.path for case in CASES} - shown == {case.path for case in CASES if case.path in problems}


@pytest.mark.parametrize("name", TABLE["drawings"])
def test_a_drawing_that_can_act_is_not_published(built: Built, name: str) -> None:
    """As an <img> it could do nothing; opened by itself it could."""
    assert not (built.site / f"media/xau-{name}.svg").exists()


def test_a_symbolic_link_is_not_followed(built: Built, reports: list[dict[str, str]]) -> None:
    """Neither our engine nor MkDocs reads what it leads to; each is named."""
    named = {one["path"] for one in reports if one["rule"] == "file-ignored"}
    linked = {path.relative_to(built.root).as_posix() for path in built.root.rglob("*") if path.is_symlink()}
    texts = (path.read_bytes() for path in built.site.rglob("*") if path.is_file())
    assert (linked - named, [text for text in texts if "bí mật của máy chủ".encode() in text]) == (set(), [])


@pytest.mark.parametrize("place", ["trang/lien-ket", "news/lien-ket", "lien-ket"])
def test_a_linked_folder_is_refused_before_anything_follows_it(tmp_path: Path, place: str) -> None:
    """It may lead to the whole disk, or round in circles."""
    unpack(REGISTRY, tmp_path)
    unpack(CONFIG, tmp_path)
    (tmp_path / "content/news").mkdir(exist_ok=True)
    (tmp_path / "content" / place).symlink_to(tmp_path, target_is_directory=True)
    done = bantin("build", folder=tmp_path)
    assert (done.returncode, f"content/{place} là liên kết" in done.stderr) == (2, True)


def test_nothing_was_written_beside_the_site(built: Built) -> None:
    """No address leads out of the output folder."""
    names = {path.name for path in built.root.iterdir()} | {path.name for path in built.root.parent.iterdir()}
    assert names - {built.root.name} == {"content", "mkdocs.yml", "site", ".bantin", "bi-mat.txt"}


def test_no_page_holds_what_the_policy_would_have_to_stop(built: Built) -> None:
    """No handler, no script, no foreign address that a browser would fetch, no dead link."""
    assert json.loads(bantin("verify", "--json", folder=built.root).stdout) == []


def test_templates_in_content_are_text(built: Built) -> None:
    """Nothing of an editor's is ever run as a template or fills a slot of the frame."""
    page = (built.site / "tin/2025/10/field-title-template/index.html").read_text(encoding="utf-8")
    assert ("{% for c in [].__class__" in page, page.count("<main"), page.count("<head>")) == (True, 1, 1)

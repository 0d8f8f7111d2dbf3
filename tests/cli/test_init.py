"""`bantin init`."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Run

WARD = ("--ward", "phường Bến Cát, TP. Hồ Chí Minh")


@pytest.fixture
def made(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository just made, with the working folder in it."""
    run("init", str(tmp_path / "tin"), *WARD, "--hotline", "0274 3 555 555")
    monkeypatch.chdir(tmp_path / "tin")
    return tmp_path / "tin"


def test_a_new_repository_passes_the_check(run: Run, made: Path) -> None:
    """Before anything is written into it."""
    del made
    assert run("check").out == "Đã kiểm tra: 0 lỗi, 0 lưu ý.\n"


def test_the_ward_stands_in_the_registry(made: Path) -> None:
    """With its code."""
    assert 'code: "25813"' in (made / "content/registry/wards.yml").read_text(encoding="utf-8")


def test_the_first_article_fits(run: Run, made: Path) -> None:
    """The ward's id is known to `new`."""
    del made
    assert run("new", "--title", "Tin đầu tiên", "--ward", "ben-cat", "--date", "2025-12-01").code == 0


def test_what_was_told_stands_in_the_pages(made: Path) -> None:
    """And what was not is said to be open."""
    page = (made / "content/trang/lien-he.md").read_text(encoding="utf-8")
    assert ("0274 3 555 555" in page, "Địa chỉ: (chưa điền)" in page) == (True, True)


def test_no_place_is_left_unfilled(made: Path) -> None:
    """In no file."""
    texts = [
        path.read_text(encoding="utf-8") for path in made.rglob("*") if path.is_file() and ".bantin" not in path.parts
    ]
    assert [text for text in texts if "@@" in text] == []


def test_a_folder_with_files_is_left_alone(run: Run, tmp_path: Path) -> None:
    """Somebody's work may be in it."""
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    assert "đã có tệp" in run("init", str(tmp_path), *WARD).err


def test_a_ward_that_may_be_several_is_asked_for(run: Run, tmp_path: Path) -> None:
    """With the choice."""
    assert "có thể là" in run("init", str(tmp_path / "tin"), "--ward", "xã Tân Tiến").err


def test_a_former_ward_is_answered_with_what_it_is_today(run: Run, tmp_path: Path) -> None:
    """And with what to write; nothing is made."""
    result = run("init", str(tmp_path / "tin"), "--ward", "Bến Nghé, Quận 1")
    assert (result.code, result.err, (tmp_path / "tin").exists()) == (
        2,
        (
            "«Bến Nghé, Quận 1» là tên cũ: phường Bến Nghé, Quận 1, TP. Hồ Chí Minh — mã 26740, đến 30/6/2025; "
            "nay là phường Sài Gòn (26740).\nHãy viết tên hiện nay:\n"
            '  --ward "phường Sài Gòn, TP. Hồ Chí Minh"\n'
        ),
        False,
    )


def test_all_communes_of_a_name_are_offered(run: Run, tmp_path: Path) -> None:
    """Each with its province and code; how many more there are is told."""
    offered = run("init", str(tmp_path / "tin"), "--ward", "Tân Thành").err
    assert (offered.count(" — mã "), "TP. Hồ Chí Minh" in offered, "Cà Mau" in offered) == (9, True, True)


def test_a_name_with_signs_of_yaml_stands_in_prose_as_it_is(run: Run, tmp_path: Path) -> None:
    """Quotes are for the files that need them."""
    run("init", str(tmp_path / "tin"), *WARD, "--name", "Tin: Bến Cát")
    readme = (tmp_path / "tin/README.md").read_text(encoding="utf-8")
    config = (tmp_path / "tin/mkdocs.yml").read_text(encoding="utf-8")
    assert (readme.startswith("# Tin: Bến Cát\n"), 'site_name: "Tin: Bến Cát"\n' in config) == (True, True)

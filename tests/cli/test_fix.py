"""`bantin fix`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.conftest import Run

PATH = "content/news/2025/10/tin.md"
FAULTY = "---\ntitle: Tin\ndate: 2025-10-07\nward: ben-cat\n---\n\nHội nghị  kết thúc./.\n"


def test_the_repairs_are_shown_and_not_written(run: Run, project: Path) -> None:
    """Where nobody can be asked, nothing is written."""
    (project / PATH).write_text(FAULTY, encoding="utf-8")
    done = run("fix")
    assert (
        "-Hội nghị  kết thúc./.\n+Hội nghị kết thúc.\n" in done.out,
        (project / PATH).read_text(encoding="utf-8"),
    ) == (
        True,
        FAULTY,
    )


def test_the_repairs_are_written(run: Run, project: Path) -> None:
    """When asked for; a second run finds nothing."""
    (project / PATH).write_text(FAULTY, encoding="utf-8")
    run("fix", "--write")
    assert run("fix").out == "Không có gì để sửa chắc chắn.\n"


def test_line_ends_of_windows_stay(run: Run, project: Path) -> None:
    """Git would show the whole file as changed."""
    (project / PATH).write_bytes(FAULTY.replace("\n", "\r\n").encode())
    run("fix", "--write")
    assert (project / PATH).read_bytes().endswith("Hội nghị kết thúc.\r\n".encode())


def test_only_named_files_are_touched(run: Run, project: Path) -> None:
    """The others wait."""
    (project / PATH).write_text(FAULTY, encoding="utf-8")
    other = project / "content/news/2025/10/tin-khac.md"
    other.write_text(FAULTY, encoding="utf-8")
    run("fix", "--write", str(project / PATH))
    assert other.read_text(encoding="utf-8") == FAULTY


@pytest.mark.parametrize("path", ["content/trang/gioi-thieu.md", "mkdocs.yml"])
def test_a_file_that_is_no_article_is_told(run: Run, project: Path, path: str) -> None:
    """That there is nothing to mend would be no answer."""
    del project
    done = run("fix", path)
    assert (done.code, done.err) == (
        2,
        f"{path} không phải bài viết. Lệnh này chỉ sửa các bài trong content/news/.\n",
    )


def test_before_the_first_article_there_is_nothing_to_mend(run: Run, project: Path) -> None:
    """Its folder may be missing."""
    shutil.rmtree(project / "content/news")
    done = run("fix")
    assert (done.code, done.out) == (0, "Không có gì để sửa chắc chắn.\n")

"""`bantin build` as its user sees it."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from cli.conftest import Run
from conftest import article, read_tree, unpack
from host.commands import bantin

BROKEN = f"-- content/news/2025/10/hong.md --\n{article('Hỏng', ward='khong-co')}"
DONE = re.compile(r"Xong: (\d+) bài, dựng (\d+) trang, ghi (\d+) tệp, xóa (\d+) tệp, trong \d+,\d giây\.\n")


def test_the_closing_line_counts_what_was_done(run: Run, project: Path) -> None:
    """Articles, pages, files written and deleted, seconds."""
    run("build")
    (project / "content/news/2025/10/mot.md").unlink()
    unpack(f"-- content/news/2025/11/hai.md --\n{article('Hai', '2025-11-02')}", project)
    done = DONE.fullmatch(run("build").out)
    assert done is not None
    assert (done[1], int(done[4]) > 0) == ("1", True)


def test_a_second_build_has_nothing_to_do(run: Run, project: Path) -> None:
    """What did not change is not made again."""
    del project
    run("build")
    assert run("build").out.startswith("Xong: 1 bài, dựng 0 trang, ghi 0 tệp, xóa 0 tệp")


def test_errors_are_counted_and_give_exit_code_1(run: Run, project: Path) -> None:
    """The rest is published."""
    unpack(BROKEN, project)
    result = run("build")
    assert (result.code, "Còn 1 lỗi: những bài có lỗi chưa được đăng." in result.err) == (1, True)


def test_strict_says_that_nothing_was_written(run: Run, project: Path) -> None:
    """The number of errors stands beside it."""
    unpack(BROKEN, project)
    result = run("build", "--strict")
    assert (result.code, result.err.splitlines()[-1]) == (1, "Không ghi gì vì còn 1 lỗi.")


def test_out_is_a_folder_seen_from_the_working_folder(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a shell completes it."""
    monkeypatch.chdir(project / "content")
    run("build", "--out", "../noi-khac")
    assert (project / "noi-khac/index.html").is_file()


def test_the_project_is_found_from_any_folder_below(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor works where the article is."""
    monkeypatch.chdir(project / "content/news/2025/10")
    run("build")
    assert (project / "site/index.html").is_file()


def test_outside_of_a_project_the_remedy_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 2: nothing is wrong with the content."""
    monkeypatch.chdir(tmp_path)
    result = run("build")
    assert (result.code, result.err.startswith(f"Không thấy mkdocs.yml ở {tmp_path}")) == (2, True)


@pytest.mark.parametrize("out", [".", "content", "content/site", ".."])
def test_an_output_folder_that_holds_the_sources_is_refused(run: Run, project: Path, out: str) -> None:
    """A site mixed into its sources could not be taken out again."""
    del project
    result = run("build", "--out", out)
    assert (result.code, result.err.startswith("Không thể ghi trang vào")) == (2, True)


def test_now_decides_what_is_due(run: Run, project: Path) -> None:
    """An article of tomorrow waits for tomorrow."""
    run("build", "--now", "2025-10-06T23:59")
    assert not (project / "site/tin/2025/10/mot").exists()


def test_now_may_come_from_the_environment(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`mkdocs build` has no option for it, so both read one variable."""
    monkeypatch.setenv("BANTIN_NOW", "2025-10-06")
    run("build")
    assert not (project / "site/tin/2025/10/mot").exists()


def test_a_defect_becomes_a_sentence(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback ever reaches an editor."""
    del project
    monkeypatch.setattr("bantin.build.build_site", lambda *_: 1 // 0)
    result = run("build")
    assert result.err.startswith("bantin gặp lỗi của chính nó (ZeroDivisionError:")
    assert "Traceback" not in result.err


def test_a_defect_ends_with_exit_code_2(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no error of the content."""
    del project
    monkeypatch.setattr("bantin.build.build_site", lambda *_: 1 // 0)
    assert run("build").code == 2


def test_a_defect_shows_its_traceback_to_who_asks_for_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer sets BANTIN_DEBUG."""
    from bantin.cli import main  # noqa: PLC0415 - as the fixture `run` does, without its SystemExit

    del project
    monkeypatch.setenv("BANTIN_DEBUG", "1")
    monkeypatch.setattr("bantin.build.build_site", lambda *_: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        main(["build"])


def test_a_cache_that_is_no_cache_is_made_anew(run: Run, project: Path) -> None:
    """Never trusted, never an error."""
    (project / ".bantin/cache.sqlite").write_bytes(b"not a database" * 100)
    assert run("build").code == 0
    assert sqlite3.connect(project / ".bantin/cache.sqlite").execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("command", [("--help",), ("check",), ("build",), ("new", "--title=O", "--ward=ben-cat")])
def test_vietnamese_gets_out_where_the_console_knows_ascii_only(project: Path, command: tuple[str, ...]) -> None:
    """A console of Windows, a log of CI, LANG=C."""
    unpack(BROKEN, project)
    done = bantin(*command, folder=project, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert "UnicodeEncodeError" not in done.stderr
    assert re.search("[àãĐở]", done.stdout)


def test_a_build_says_when_the_next_thing_is_due(run: Run, project: Path) -> None:
    """Before the closing line, and in a file for a machine; nothing due leaves it empty."""
    unpack(f"-- content/news/2025/12/mai.md --\n{article('Mai', '2025-12-24T08:00')}", project)
    result = run("build", "--due", "due.txt")
    assert result.out.splitlines()[0].startswith("Việc tới hạn kế tiếp: 08:00 ngày 24/12/2025")
    assert (project / "due.txt").read_text() == "2025-12-24T08:00:00+07:00\n"
    assert "24/12/2025" in run("build").out
    run("build", "--due", "due.txt", "--now", "2025-12-25")
    assert (project / "due.txt").read_text() == ""


def test_a_build_says_how_many_drafts_wait(run: Run, project: Path) -> None:
    """Who wonders where an article is learns what to do, also where nothing changed."""
    unpack(f"-- content/news/2025/11/nhap.md --\n{article('Nháp', '2025-11-02', status='draft')}", project)
    for _ in range(2):
        assert run("build").out.startswith("Có 1 bản nháp chưa đăng. Để đăng bài nào, xóa dòng «status: draft»")


def test_a_build_that_compares_with_nothing_says_so(run: Run, project: Path) -> None:
    """Nobody shall believe that no address was lost."""
    assert "Chưa so với trang đã đăng" in run("build").err
    manifest = next((project / ".bantin").glob("manifest-*.tsv"))
    assert "Chưa so với trang đã đăng" not in run("build", "--published", str(manifest)).err


def test_a_published_address_that_would_vanish_is_an_error(run: Run, project: Path) -> None:
    """Whether it is compared with the manifest by name or for a difference."""
    run("build")
    manifest = str(next((project / ".bantin").glob("manifest-*.tsv")))
    (project / "content/news/2025/10/mot.md").rename(project / "content/news/2025/10/hai.md")
    for options in (("--published", manifest), ("--delta", "delta", "--against", manifest)):
        result = run("build", "--strict", *options)
        assert (result.code, "content/news/2025/10/mot.md:1:1: lỗi: Địa chỉ /tin/2025/10/mot/" in result.err) == (
            1,
            True,
        )
    assert not (project / "delta").exists()


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize("manifest", ["khong.tsv", "content"])
def test_a_manifest_that_is_not_there_is_wrong_use(run: Run, project: Path, command: str, manifest: str) -> None:
    """A slip in its name must not switch the safeguard off."""
    result = run(command, "--published", manifest)
    assert (result.code, result.err) == (2, f"Không có tệp {manifest}.\n")
    assert not (project / "site").exists()


def test_an_empty_name_of_a_manifest_is_wrong_use(run: Run, project: Path) -> None:
    """A script whose variable is not set asks for it."""
    del project
    result = run("check", "--published", "")
    assert (result.code, result.err) == (2, 'Không có tệp "".\n')


def test_a_first_difference_needs_no_manifest(run: Run, project: Path) -> None:
    """CI has none before it has published once."""
    assert run("build", "--strict", "--delta", "khac", "--against", "khong.tsv").code == 0
    assert (project / "khac/files/index.html").is_file()


@pytest.mark.parametrize("words", [("build", "--due"), ("check", "--gitlab"), ("publish", "noi", "--save-manifest")])
def test_a_file_to_be_written_has_a_folder(run: Run, project: Path, words: tuple[str, ...]) -> None:
    """A mistyped one is not made, and nothing else is done."""
    result = run(*words, "khong/co/x")
    assert (result.code, result.err.startswith("Không ghi được khong/co/x: không có thư mục")) == (2, True)
    assert not {"khong", "site"} & {path.name for path in project.iterdir()}


@pytest.mark.parametrize("out", [("--out", "mkdocs.yml"), ("--delta", "mkdocs.yml/x", "--against", "khong.tsv")])
def test_a_file_is_no_output_folder(run: Run, project: Path, out: tuple[str, ...]) -> None:
    """Said before anything is written."""
    result = run("build", *out)
    assert (result.code, result.err) == (2, f"{project / 'mkdocs.yml'} là một tệp, không phải thư mục.\n")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("404.html", "Địa chỉ /404.html của trang tin dành cho trang tự động."),
        ("feed.xml", "Địa chỉ /feed.xml của trang tin dành cho trang tự động."),
        ("Sitemap.xml", "Địa chỉ /Sitemap.xml của trang tin dành cho trang tự động."),
        ("_redirects", "Địa chỉ /_redirects của trang tin dành cho trang tự động."),
        ("feeds.opml/a.txt", "Địa chỉ /feeds.opml/a.txt của trang tin dành cho trang tự động."),
        ("Tin/a.txt", "Thư mục /Tin/ của trang tin dành cho các trang tự động."),
        ("trang/gioi-thieu/index.md", "đã thuộc về content/trang/gioi-thieu.md."),
        ("trang/gioi-thieu", "đã thuộc về content/trang/gioi-thieu.md."),
        ("README.md", "Địa chỉ / đã thuộc về content/index.md."),
    ],
)
def test_a_file_where_a_page_is_is_an_error_and_left_out(run: Run, project: Path, path: str, message: str) -> None:
    """`build` tells what `check` does, and the rest is as if the file were not there."""
    run("build", "--out", "truoc")
    unpack(f"-- content/{path} --\nx", project)
    built, checked = run("build"), run("check")
    assert (built.code, checked.code) == (1, 1)
    assert built.err.splitlines()[0] == checked.err.splitlines()[0]
    assert built.err.startswith(f"content/{path}:1:1: lỗi: ")
    assert message in built.err
    assert read_tree(project / "site") == read_tree(project / "truoc")


@pytest.mark.parametrize("path", ["feed.xml", "media/a.png", "_redirects"])
def test_a_file_of_a_theme_where_a_page_is_is_told(run: Run, project: Path, path: str) -> None:
    """It is the theme that must be mended, not bantin."""
    unpack(f"-- rieng/{path} --\nx", project)
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("  font:", "  custom_dir: rieng\n  font:"), "utf-8")
    result = run("build")
    assert (result.code, f"có tệp {path}, trùng địa chỉ" in result.err) == (2, True)


def test_a_damaged_manifest_is_wrong_use(run: Run, project: Path) -> None:
    """Nothing is compared with half a list."""
    (project / "manifest.tsv").write_text("bantin-manifest 2\n")
    result = run("build", "--published", "manifest.tsv")
    assert (result.code, "manifest.tsv" in result.err) == (2, True)

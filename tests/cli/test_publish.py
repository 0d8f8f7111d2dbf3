"""`bantin publish` as its user sees it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bantin.model import ConfigError
from bantin.publish.place import Kind, read_place
from cli.conftest import Run
from conftest import article, read_tree, unpack

SECOND = f"-- content/news/2025/11/hai.md --\n{article('Hai', '2025-11-02')}"


def test_the_closing_line_counts_what_was_done(run: Run, project: Path) -> None:
    """Written, of it new, deleted, seconds."""
    run("build")
    files = len(read_tree(project / "site"))
    pattern = rf"Đã đăng lên ../may-chu: ghi {files} tệp \(mới \d+\), xóa 0 tệp, trong \d+,\d giây\.\n"
    assert re.fullmatch(pattern, run("publish", "../may-chu").out)


def test_a_dry_run_lists_and_sends_nothing(run: Run, project: Path) -> None:
    """New with +, changed with ~, deleted with -."""
    run("build")
    run("publish", "../may-chu")
    before = read_tree(project.parent / "may-chu")
    unpack(SECOND, project)
    run("build")
    lines = run("publish", "--dry-run", "../may-chu").out.splitlines()
    wanted = {"+ tin/2025/11/hai/index.html", "~ index.html"}
    assert (wanted - set(lines), lines[-1].endswith("Chưa đăng gì.")) == (set(), True)
    assert read_tree(project.parent / "may-chu") == before


def test_a_difference_is_published_without_the_site(run: Run, project: Path) -> None:
    """CI keeps no old site: it asks the place for its manifest, and builds what differs."""
    run("build")
    run("publish", "../may-chu")
    unpack(SECOND, project)
    run("publish", "--save-manifest", "../manifest.tsv", "../may-chu")
    run("build", "--delta", "../khac", "--against", "../manifest.tsv")
    run("publish", "--from", "../khac", "../may-chu")
    run("build")
    there = read_tree(project.parent / "may-chu")
    assert {path: data for path, data in there.items() if not path.startswith(".")} == read_tree(project / "site")


def test_a_difference_to_another_state_is_refused(run: Run, project: Path) -> None:
    """Somebody published in between; nothing is touched."""
    run("build")
    run("publish", "../may-chu")
    unpack(SECOND, project)
    run("publish", "--save-manifest", "../manifest.tsv", "../may-chu")
    run("build", "--delta", "../khac", "--against", "../manifest.tsv")
    result = run("publish", "--from", "../khac", "../noi-khac")
    assert (result.code, "Chưa tệp nào bị thay đổi" in result.err) == (2, True)
    assert not (project.parent / "noi-khac").exists()


def test_a_place_without_a_manifest_is_told(run: Run, project: Path) -> None:
    """The next build then writes everything."""
    assert "đăng toàn bộ" in run("publish", "--save-manifest", "../manifest.tsv", str(project.parent / "moi")).out


@pytest.mark.parametrize(
    "place",
    [
        *(".", "site", "site/trong", "..", "content", "content/media", "content/moi", "rieng", "rieng/moi"),
        *(".git", ".bantin/moi", "rsync:content/media", "loi-tat", "loi-tat/moi"),
    ],
)
def test_a_folder_of_the_project_itself_is_refused(run: Run, project: Path, place: str) -> None:
    """Sources and site would be mixed; a link to the sources is no way around it, nor is `rsync:`."""
    unpack("-- rieng/ghi-chu.txt --\nGiao diện riêng.\n-- content/media/lich.pdf --\n%PDF\n", project)
    (project / "loi-tat").symlink_to("content")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("  font:", "  custom_dir: rieng\n  font:"), "utf-8")
    run("build")
    before = read_tree(project)
    result = run("publish", place)
    assert (result.code, result.err.startswith("Không thể đăng vào")) == (2, True)
    assert {path for path in read_tree(project) if not path.startswith(".bantin/cache")} == {
        path for path in before if not path.startswith(".bantin/cache")
    }


def test_a_file_is_no_folder_to_publish_to(run: Run, project: Path) -> None:
    """Said before anything is written."""
    run("build")
    result = run("publish", "mkdocs.yml/trong")
    assert (result.code, result.err) == (2, f"{project / 'mkdocs.yml'} là một tệp, không phải thư mục.\n")


@pytest.mark.parametrize(
    ("place", "near"),
    [
        ("rsycn:may:/x", "rsync:may:/x"),
        ("Rsync://may/tin", "rsync://may/tin"),
        ("GIT:gh-pages", "git:gh-pages"),
        ("gti:gh-pages", "git:gh-pages"),
        ("s3:thung", "s3://thung"),
        ("S3://thung/tin", "s3://thung/tin"),
        ("may:/srv/tin", "rsync:may:/srv/tin"),
        ("user@may:/srv", "rsync:user@may:/srv"),
        ("user@may", "rsync:user@may:/thu-muc"),
    ],
)
def test_a_mistyped_place_is_refused_with_the_nearest_form(run: Run, project: Path, place: str, near: str) -> None:
    """No folder of that name is made on this machine."""
    run("build")
    before = {path.name for path in project.iterdir()}
    result = run("publish", place)
    assert (result.code, f"Có phải ý bạn là {near}?" in result.err) == (2, True)
    assert {path.name for path in project.iterdir()} == before


def test_a_drive_of_windows_is_a_folder_there_and_a_slip_elsewhere() -> None:
    """`D:` begins no name of a host."""
    assert read_place("D:\\tin", is_windows=True).kind is Kind.FOLDER
    with pytest.raises(ConfigError):
        read_place("D:\\tin", is_windows=False)


@pytest.mark.parametrize("place", ["ftp://may/thu-muc", "s3://", "rsync:", "rsync:-e sh", "git:", "git:--force"])
def test_what_is_no_place_is_explained(run: Run, project: Path, place: str) -> None:
    """With the forms that there are."""
    del project
    run("build")
    assert "không phải nơi đăng được" in run("publish", place).err


def test_before_a_build_there_is_nothing_to_publish(run: Run, project: Path) -> None:
    """The remedy is told."""
    del project
    assert "Chạy «bantin build» trước" in run("publish", "../may-chu").err


@pytest.mark.parametrize("kept", [0, 900])
def test_a_difference_with_a_damaged_manifest_is_refused(run: Run, project: Path, kept: int) -> None:
    """Taken for an empty one it would delete the whole site."""
    run("build")
    run("publish", "../may-chu")
    before = read_tree(project.parent / "may-chu")
    run("build", "--delta", "../khac", "--against", "../may-chu/.bantin-manifest.tsv")
    manifest = project.parent / "khac/manifest.tsv"
    manifest.write_bytes(manifest.read_bytes()[:kept])
    assert (run("publish", "--from", "../khac", "../may-chu").code, run("verify", "../khac").code) == (2, 2)
    assert read_tree(project.parent / "may-chu") == before


def test_a_site_of_a_killed_build_is_refused(run: Run, project: Path) -> None:
    """Its manifest is that of the build before: nothing would seem to have changed."""
    run("build")
    (manifest,) = (project / ".bantin").glob("manifest-*.tsv")
    manifest.with_suffix(".12345.journal").write_text("", encoding="utf-8")
    done = run("publish", "../may-chu")
    assert (done.code, (project.parent / "may-chu").exists()) == (2, False)

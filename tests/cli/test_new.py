"""`bantin new`."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import frontmatter
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from bantin.read import read_article
from cli.conftest import Run

START = ("new", "--ward", "ben-cat", "--date", "2025-10-07")


def test_a_draft_passes_the_check(run: Run, project: Path) -> None:
    """What bantin writes, bantin takes."""
    del project
    run(*START, "--title", "Tin mới", "--tag", "thong-bao", "--official", "Nguyễn Văn A: Chủ tịch UBND phường")
    assert run("check").out == "Đã kiểm tra: 0 lỗi, 0 lưu ý.\n"


def test_the_path_is_made_of_date_and_title(run: Run, project: Path) -> None:
    """It is the article's address later on."""
    run(*START, "--title", "Đường Lê Lợi thông xe")
    assert (project / "content/news/2025/10/duong-le-loi-thong-xe.md").is_file()


def test_the_path_is_told(run: Run, project: Path) -> None:
    """The editor opens it next."""
    del project
    assert run(*START, "--title", "Tin mới").out.startswith("Đã tạo content/news/2025/10/tin-moi.md (bản nháp).")


def test_a_draft_holds_all_that_was_told(run: Run, project: Path) -> None:
    """Nothing has to be typed again."""
    more = ("--ward", "ben-nghe", "--tag", "thong-bao", "--official", "Nguyễn Văn A: Bí thư", "--official", "Trần B")
    run(*START, "--title", "Tin mới", *more)
    text = (project / "content/news/2025/10/tin-moi.md").read_text(encoding="utf-8")
    assert text == (
        "---\ntitle: Tin mới\ndate: 2025-10-07\nward: [ben-cat, ben-nghe]\nofficials:\n  - name: Nguyễn Văn A\n"
        "    role: Bí thư\n  - name: Trần B\ntags: [thong-bao]\nstatus: draft\n---\n\nViết nội dung bài ở đây.\n"
    )


def test_a_draft_is_not_published(run: Run, project: Path) -> None:
    """It waits until its editor takes the word away."""
    run(*START, "--title", "Tin mới")
    run("build")
    assert not (project / "site/tin/2025/10/tin-moi").exists()


def test_a_time_of_day_is_kept(run: Run, project: Path) -> None:
    """Who names it means it."""
    run("new", "--ward", "ben-cat", "--date", "2025-10-07T15:55", "--title", "Tin mới")
    text = (project / "content/news/2025/10/tin-moi.md").read_text(encoding="utf-8")
    assert "date: 2025-10-07T15:55\n" in text


def test_an_existing_file_is_never_written_over(run: Run, project: Path) -> None:
    """It may hold a day's work."""
    path = project / "content/news/2025/10/mot.md"
    before = path.read_bytes()
    result = run(*START, "--title", "Một")
    assert (result.code, path.read_bytes()) == (2, before)


def test_an_existing_file_is_named(run: Run, project: Path) -> None:
    """The editor may have meant that one."""
    del project
    assert "Đã có content/news/2025/10/mot.md; không ghi đè." in run(*START, "--title", "Một").err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--ward", "ben-cac", "--title", "Tin"), "«ben-cac» chưa có trong registry/wards.yml. Gần nhất: ben-cat"),
        (("--ward", "Bến Nghé", "--title", "Tin"), "Gần nhất: ben-nghe"),
        (("--ward", "zzzz", "--title", "Tin"), "Gần nhất: ben-cat, ben-nghe"),
        (("--ward", "ben-cat", "--tag", "thong-bo", "--title", "Tin"), "topics.yml. Gần nhất: thong-bao"),
        (("--ward", "ben-cat", "--title", "!!!"), "Tiêu đề «!!!» không có chữ nào để đặt tên tệp."),
        (("--ward", "ben-cat", "--title", ""), "Tiêu đề «» không có chữ nào để đặt tên tệp."),
        (("--ward", "ben-cat", "--title", "Tin", "--official", ": Chủ tịch"), "«: Chủ tịch» thiếu tên cán bộ."),
    ],
)
def test_what_cannot_be_is_told_with_what_could(run: Run, project: Path, arguments: tuple[str, ...], says: str) -> None:
    """The nearest known id, or all of them."""
    del project
    assert says in run("new", *arguments).err


def test_nothing_is_written_where_the_ward_is_unknown(run: Run, project: Path) -> None:
    """A draft that cannot pass the check helps nobody."""
    before = sorted((project / "content").rglob("*"))
    run("new", "--ward", "khong-co", "--title", "Tin")
    assert sorted((project / "content").rglob("*")) == before


@pytest.mark.parametrize(
    "title",
    [
        'Thông báo: "tạm ngừng" cấp nước',
        "Phường 'văn minh' #1 @ 100%",
        "🎉 Ngày hội 👨‍👩‍👧 & đặc khu",
        "- gạch đầu dòng",
        "null",
        "true",
        "2025-10-07",
        "[ngoặc] {nhọn} *sao* !lệnh | gạch > mũi",
        "Đường \\ chéo \\n ngược",
        "Đảng bo\u0323\u0302 phường",
        "---",
        "a: b",
        "a #b",
    ],
)
def test_a_title_reads_back_as_typed(run: Run, project: Path, title: str) -> None:
    """YAML's own signs need no care of the editor."""
    run(*START, "--title", f"{title} x")
    (path,) = [path for path in (project / "content/news/2025/10").glob("*.md") if path.name != "mot.md"]
    assert frontmatter.load(str(path))["title"] == unicodedata.normalize("NFC", f"{title} x")


SEEN = st.characters(exclude_categories=("Cc", "Cf", "Cn", "Cs", "Zl", "Zp"))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(SEEN, max_size=118).map(lambda words: f"{words} a"))
def test_any_title_reads_back_the_same(run: Run, project: Path, title: str) -> None:
    """Whatever can be typed or pasted, but for what cannot be seen; with a letter, of which the address is made."""
    shown = " ".join(unicodedata.normalize("NFC", title).split())
    for path in (project / "content/news/2025/10").glob("*.md"):
        path.unlink()
    run(*START, f"--title={title}")
    (path,) = (project / "content/news/2025/10").glob("*.md")
    reading = read_article("news/2025/10/x.md", path.read_bytes(), 1024)
    assert reading.article is not None
    assert reading.article.title == shown


@pytest.mark.parametrize("hidden", ["\u0007", "\ufeff", "\u202e", "\u2028", "\x85", "\n"])
def test_what_cannot_be_seen_does_not_get_into_a_title(run: Run, project: Path, hidden: str) -> None:
    """Text pasted from a word processor brings such signs along."""
    del project
    run(*START, "--title", f"Tin{hidden} mới")
    assert run("check").code == 0


def test_a_place_that_refuses_is_told(run: Run, project: Path) -> None:
    """A sentence, not a defect."""
    (project / "content/news/2024").write_text("tệp ở chỗ của thư mục", encoding="utf-8")
    result = run("new", "--ward", "ben-cat", "--date", "2024-05-01", "--title", "Tin mới")
    assert "Không ghi được content/news/2024/05/tin-moi.md" in result.err


def test_a_date_in_another_form_is_answered_with_the_right_one(run: Run, project: Path) -> None:
    """The option as it is to be typed; nothing is written."""
    del project
    result = run("new", "--title", "Tin mới", "--ward", "ben-cat", "--date", "7/10/2025")
    assert (result.code, result.err) == (
        2,
        "Giá trị của --date không đúng: «7/10/2025» không theo dạng năm-tháng-ngày. Viết --date 2025-10-07\n",
    )


@pytest.mark.parametrize(
    ("option", "file", "says"),
    [("--ward", "wards", "chưa có địa phương nào. Chạy: bantin ward add"), ("--tag", "topics", "còn trống")],
)
def test_an_empty_registry_is_told(run: Run, project: Path, option: str, file: str, says: str) -> None:
    """There is nothing near to propose."""
    (project / f"content/registry/{file}.yml").write_text("# trống\n", encoding="utf-8")
    chosen = (option, "x") if option == "--ward" else ("--ward", "ben-cat", option, "x")
    done = run("new", "--title", "Tin", *chosen)
    assert (done.code, says in done.err) == (2, True)

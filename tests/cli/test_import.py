"""`bantin import`."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
import yaml
from PIL import Image

from cli.conftest import Run

RAW = """Trang chủ
Phường Bến Nghé họp mặt đầu năm
Thứ hai: 08:05 ngày 27/02/2023

Sáng 26/2, ông Nguyễn Văn A, Chủ tịch UBND phường Bến Nghé, Quận 1 dự buổi họp mặt cùng bà con các khu phố.

Quang cảnh buổi họp mặt

Bà con trao đổi về việc giữ gìn hẻm phố sạch đẹp và chăm lo người cao tuổi.

Long Toàn

Tin cùng chuyên mục
Lịch tiếp công dân
"""
DRAFT = "content/news/2023/02/phuong-ben-nghe-hop-mat-dau-nam.md"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """Return a raw article outside of the project."""
    path = tmp_path / "raw" / "bai.txt"
    path.parent.mkdir()
    path.write_text(RAW, encoding="utf-8")
    return path


def test_a_draft_holds_what_was_found(run: Run, project: Path, raw: Path) -> None:
    """Front matter from the text, the site's own lines gone, not published."""
    run("import", str(raw))
    assert (project / DRAFT).read_text(encoding="utf-8") == (
        "---\ntitle: Phường Bến Nghé họp mặt đầu năm\ndate: 2023-02-27T08:05\nward: ben-nghe\nofficials:\n"
        "  - name: Nguyễn Văn A\n    role: Chủ tịch UBND phường Bến Nghé\nevent_date: 2023-02-26\nbyline: Long Toàn\n"
        "status: draft\n---\n\n"
        "Sáng 26/2, ông Nguyễn Văn A, Chủ tịch UBND phường Bến Nghé, Quận 1 dự buổi họp mặt cùng bà con các khu phố."
        "\n\n"
        "*Quang cảnh buổi họp mặt*\n\n"
        "Bà con trao đổi về việc giữ gìn hẻm phố sạch đẹp và chăm lo người cao tuổi.\n"
    )


def test_a_draft_passes_the_check(run: Run, project: Path, raw: Path) -> None:
    """No error is handed to the editor."""
    del project
    run("import", str(raw))
    assert run("check").code == 0


def test_nothing_is_overwritten(run: Run, project: Path, raw: Path) -> None:
    """A second import leaves the first draft as it is."""
    run("import", str(raw))
    (project / DRAFT).write_text("đã sửa", encoding="utf-8")
    done = run("import", str(raw))
    assert (done.code, (project / DRAFT).read_text(encoding="utf-8")) == (1, "đã sửa")


def test_a_ward_that_is_missing_is_added(run: Run, project: Path, tmp_path: Path) -> None:
    """With its code and its successor, below what stands in the registry already."""
    before = (project / "content/registry/wards.yml").read_text(encoding="utf-8")
    path = tmp_path / "a.txt"
    path.write_text(RAW.replace("Bến Nghé", "Cầu Kho"), encoding="utf-8")
    run("import", str(path))
    after = (project / "content/registry/wards.yml").read_text(encoding="utf-8")
    assert after.startswith(before)
    assert yaml.safe_load(after)[-1] == {
        "id": "cau-kho",
        "name": "Cầu Kho",
        "kind": "phường",
        "province": "TP. Hồ Chí Minh",
        "code": "26761",
        "district": "Quận 1",
        "until": date(2025, 6, 30),
        "successors": ["cau-ong-lanh"],
    }


FORMER = """Họp mặt người cao tuổi phường Khánh Hậu
Ngày 20/12/2024

Ngày 20/12/2024, UBND phường Khánh Hậu, TP. Tân An, tỉnh Long An tổ chức họp mặt người cao tuổi của các khu phố.
"""


def test_a_former_ward_is_told_from_its_successor_of_the_same_name(run: Run, project: Path, tmp_path: Path) -> None:
    """Each has an id of its own, and the one leads to the other."""
    (project / "content/registry/wards.yml").write_text("# Sổ phường\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(FORMER, encoding="utf-8")
    done = run("import", str(tmp_path / "a.txt"))
    entries = yaml.safe_load((project / "content/registry/wards.yml").read_text(encoding="utf-8"))
    assert (done.code, [(one["id"], one.get("successors")) for one in entries]) == (
        0,
        [("khanh-hau", None), ("khanh-hau-tan-an", ["khanh-hau"])],
    )


def test_two_articles_of_a_new_ward_share_its_entry(run: Run, project: Path, tmp_path: Path) -> None:
    """What the first adds, the second knows."""
    del project
    for name in ("một", "hai"):
        text = RAW.replace("Bến Nghé", "Cầu Kho").replace("đầu năm", name)
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert (run("import", str(tmp_path / "một.txt"), str(tmp_path / "hai.txt")).code, run("check").code) == (0, 0)


def test_a_dry_run_writes_nothing(run: Run, project: Path, raw: Path) -> None:
    """It only tells."""
    done = run("import", "--dry-run", str(raw))
    assert (DRAFT in done.out, (project / DRAFT).exists()) == (True, False)


def test_the_extraction_is_printed_as_json(run: Run, raw: Path) -> None:
    """The form that other programs read; no project is needed."""
    found = json.loads(run("import", "--json", str(raw)).out)
    assert {
        key: found[key] for key in ("title", "date", "date_kind", "event_date", "byline", "captions", "dropped")
    } == {
        "title": "Phường Bến Nghé họp mặt đầu năm",
        "date": "2023-02-27T08:05",
        "date_kind": "published",
        "event_date": "2023-02-26",
        "byline": "Long Toàn",
        "captions": ["Quang cảnh buổi họp mặt"],
        "dropped": ["Trang chủ", "Tin cùng chuyên mục", "Lịch tiếp công dân"],
    }


def test_a_ward_is_printed_with_its_code(run: Run, raw: Path) -> None:
    """Of its day: Bến Nghé until 2025."""
    (ward,) = json.loads(run("import", "--json", str(raw)).out)["wards"]
    assert ward == {
        "id": "ben-nghe",
        "name": "Bến Nghé",
        "kind": "phường",
        "province": "TP. Hồ Chí Minh",
        "code": "26740",
    }


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0", "Lưu thành .docx"),
        ("a.pdf", b"%PDF-1.4", "Lưu thành .docx"),
        ("a.docx", b"PK\x03\x04", "hỏng"),
        ("a.txt", b"", "không có chữ nào"),
        ("a.xyz", b"abc", "«.xyz»"),
    ],
)
def test_what_cannot_be_imported_is_told_with_the_way_on(
    run: Run, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    """One sentence, exit code 1."""
    (tmp_path / name).write_bytes(data)
    done = run("import", "--json", str(tmp_path / name))
    assert (done.code, said in done.err) == (1, True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "---\ntitle: Thông báo: họp\ndate: 2025-08-01\n---\nNội dung một.\n\nNội dung hai.\n",
            ":2:17: lỗi: Giá trị có dấu hai chấm mà không nằm trong ngoặc kép.",
        ),
        ("---\ntitle: Họp dân\n\nNội dung một.\n", ":1:1: lỗi: Phần đầu bài mở bằng --- nhưng không có dòng ---"),
        ("+++\ntitle = Họp dân\n+++\nNội dung một.\n", ":2:9: lỗi: Máy không đọc được chỗ này."),
    ],
)
def test_a_mistake_in_front_matter_is_told_at_its_line(
    run: Run, project: Path, tmp_path: Path, text: str, said: str
) -> None:
    """As `bantin check` would; the fields never become the text of a draft."""
    before = sorted((project / "content").rglob("*"))
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    done = run("import", "--ward", "ben-nghe", str(tmp_path / "a.md"))
    assert (done.code, f"a.md{said}" in done.err, sorted((project / "content").rglob("*"))) == (1, True, before)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("title: !!bool Lịch tiếp công dân", "Lịch tiếp công dân"),
        ("title: !!timestamp Lịch tiếp công dân", "Lịch tiếp công dân"),
        ('title: Lịch tiếp công dân\nsummary: !!int ""', "Lịch tiếp công dân"),
        ("title: [Lịch họp dân, Lịch tiếp dân]", "Lịch họp dân, Lịch tiếp dân"),
    ],
)
def test_a_title_is_what_was_typed(run: Run, tmp_path: Path, head: str, title: str) -> None:
    """Whatever type YAML, or a tag, would give it."""
    (tmp_path / "a.md").write_text(
        f"---\n{head}\n---\n\nSáng 26/2, bà con các khu phố họp mặt đầu năm.\n", encoding="utf-8"
    )
    assert json.loads(run("import", "--json", str(tmp_path / "a.md")).out)["title"] == title


def test_front_matter_that_multiplies_itself_is_a_mistake(run: Run, tmp_path: Path) -> None:
    """It is told at its line, not unfolded."""
    text = "---\na: &a [Nội dung]\ntitle: [*a, *a]\n---\nNội dung một.\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    done = run("import", "--json", str(tmp_path / "a.md"))
    assert (done.code, "a.md:2:4: lỗi:" in done.err) == (1, True)


def test_a_defect_in_one_file_is_told_and_the_others_are_imported(
    run: Run, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder is gone through to its end; exit code 1."""
    for name in ("a.txt", "b.md", "z.txt"):
        (tmp_path / "raw").mkdir(exist_ok=True)
        (tmp_path / "raw" / name).write_text(RAW.replace("đầu năm", f"lần {name[0]}"), encoding="utf-8")

    def fail(text: str, notes: object) -> None:
        raise KeyError(text[:5], notes)

    monkeypatch.setattr("bantin.ingest.sources.read_markdown", fail)
    done = run("import", str(tmp_path / "raw"))
    written = sorted(path.name for path in (project / "content/news/2023/02").glob("*.md"))
    assert (done.code, "b.md: bantin gặp lỗi của chính nó (KeyError" in done.err, written) == (
        1,
        True,
        ["phuong-ben-nghe-hop-mat-lan-a.md", "phuong-ben-nghe-hop-mat-lan-z.md"],
    )


def test_a_draft_that_would_be_too_long_is_told_in_the_words_of_the_rule(
    run: Run, project: Path, tmp_path: Path
) -> None:
    """The editor can mend it: it is nothing to ask the developers about."""
    del project
    path = tmp_path / "a.txt"
    path.write_text(RAW + "\nBà con dự họp đông đủ và góp nhiều ý kiến cho khu phố.\n" * 20000, encoding="utf-8")
    done = run("import", str(path))
    assert (done.code, "chưa ghi. Tệp nặng hơn 1024 kB, là mức cao nhất của một bài." in done.err) == (1, True)


def test_nobody_reads_on(project: Path, raw: Path) -> None:
    """As with `head`: that is no fault of the files, and no file is blamed."""
    for number in range(3):
        (raw.parent / f"bai-{number}.txt").write_text(RAW.replace("đầu năm", f"lần {number}"), encoding="utf-8")
    command = [sys.executable, "-m", "bantin", "import", str(raw.parent)]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        told = process.stderr.read().decode()
    assert told == ""


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_ward_that_the_registry_lacks_is_refused(run: Run, raw: Path, options: tuple[str, ...]) -> None:
    """Before anything is read, printed or written."""
    done = run("import", *options, "--ward", "zzz", str(raw))
    assert (done.code, done.out, "«zzz» chưa có trong registry/wards.yml" in done.err) == (2, "", True)


def test_the_ward_that_is_named_stands_in_the_json(run: Run, project: Path, raw: Path) -> None:
    """In place of the one that was read; the folder of the articles is the one of mkdocs.yml."""
    (project / "content").rename(project / "noidung")
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(config.replace("docs_dir: content", "docs_dir: noidung"), encoding="utf-8")
    done = run("import", "--json", "--ward", "ben-cat", str(raw))
    assert [ward["id"] for ward in json.loads(done.out)["wards"]] == ["ben-cat"]


def test_a_rule_between_paragraphs_is_no_front_matter(run: Run, tmp_path: Path) -> None:
    """What has no fields is text."""
    (tmp_path / "a.md").write_text("---\nNội dung [một.\n\n---\nNội dung hai.\n", encoding="utf-8")
    assert "Nội dung hai." in json.loads(run("import", "--json", str(tmp_path / "a.md")).out)["body_markdown"]


def test_a_bomb_is_refused(run: Run, tmp_path: Path) -> None:
    """It is never unpacked."""
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 50_000_000)
    assert "quá lớn" in run("import", "--json", str(tmp_path / "a.docx")).err


def test_a_file_above_the_limit_is_refused(run: Run, tmp_path: Path) -> None:
    """Before it is read."""
    with (tmp_path / "a.docx").open("wb") as file:
        file.truncate(51 * 1024 * 1024)
    assert "51 MB" in run("import", "--json", str(tmp_path / "a.docx")).err


def test_a_picture_loses_its_place(run: Run, project: Path, tmp_path: Path) -> None:
    """The GPS of a telephone does not go online."""
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (10.0, 30.0, 0.0)}
    Image.new("RGB", (20, 10)).save(tmp_path / "anh.jpg", exif=exif)
    page = "".join(f"<p>{line}</p>" for line in RAW.splitlines()).replace("<p>Quang", '<img src="anh.jpg"><p>Quang')
    (tmp_path / "bai.html").write_text(f"<html><body>{page}</body></html>", encoding="utf-8")
    run("import", str(tmp_path / "bai.html"))
    (stored,) = (project / "content/media/2023/02").glob("phuong-ben-nghe*.jpg")
    with Image.open(io.BytesIO(stored.read_bytes())) as picture:
        assert dict(picture.getexif().get_ifd(0x8825)) == {}

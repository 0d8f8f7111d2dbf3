"""What is wrong in mkdocs.yml, as who runs a command is told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Run
from conftest import unpack

BANTIN = "plugins: [bantin]"


def edit(project: Path, old: str, new: str) -> None:
    """Replace a part of mkdocs.yml."""
    path = project / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("mashead: {}", "bantin không có tùy chọn «mashead». Có phải ý bạn là «masthead»?"),
        ("title_limt: 90", "bantin không có tùy chọn «title_limt». Có phải ý bạn là «title_limit»?"),
        ("hotlin: 0000", "bantin không có tùy chọn «hotlin». Có phải ý bạn là «masthead.hotline»?"),
        ("masthead: {hotlin: '0'}", "bantin không có tùy chọn «masthead.hotlin». Có phải ý bạn là «masthead.hotline»?"),
        ("title_limit: -5", "«title_limit» là -5; viết một số nguyên từ 1 đến 10000."),
        ("title_limit: yes", "«title_limit» là True; viết một số nguyên từ 1 đến 10000."),
        ("article_limit_kb: 0", "«article_limit_kb» là 0; viết một số nguyên từ 1 đến 1000000."),
        ("workers: 62", "«workers» là 62; viết một số nguyên từ 1 đến 61."),
    ],
)
def test_an_option_that_does_nothing_is_refused(run: Run, project: Path, options: str, told: str) -> None:
    """In our words only: MkDocs has nothing to add."""
    edit(project, BANTIN, f"plugins: [bantin: {{{options}}}]")
    result = run("check")
    assert (result.code, result.err) == (2, f"mkdocs.yml: {told}\n")


@pytest.mark.parametrize("address", ["https://tin phường/", "ftp://tin.example/", "https://tin.example/?x=1"])
def test_an_address_that_is_none_is_refused(run: Run, project: Path, address: str) -> None:
    """Every page would carry it."""
    edit(project, "https://tin.example/", address)
    result = run("build")
    assert (result.code, f"site_url là «{address}»" in result.err) == (2, True)


def test_a_misspelt_key_is_a_warning_each_time(run: Run, project: Path) -> None:
    """Also where MkDocs is not asked again; the line is shown, and what was meant."""
    edit(project, "docs_dir:", "site_dri: dung\ndocs_dir:")
    first, second = run("check"), run("check")
    assert (first.code, first.err) == (0, second.err)
    assert "mkdocs.yml:3:1: lưu ý: Không có mục cấu hình nào tên «site_dri»" in first.err
    assert "Có phải ý bạn là «site_dir»?" in first.err
    built = run("build")
    assert (built.code, "«site_dri»" in built.err) == (0, True)


def test_a_page_of_the_navigation_that_is_not_there_is_an_error(run: Run, project: Path) -> None:
    """Of a check, of every build, and under --strict nothing is written."""
    edit(project, "trang/gioi-thieu.md", "trang/gioi-thieeu.md")
    told = "mkdocs.yml:13:17: lỗi: Mục nav dẫn tới «trang/gioi-thieeu.md», nhưng trong content/ không có tệp này."
    strict = run("build", "--strict")
    assert (strict.code, strict.err.startswith(told), (project / "site").exists()) == (1, True, False)
    for command in ("check", "build", "build"):
        result = run(command)
        assert (result.code, result.err.startswith(told)) == (1, True)
        assert "Có phải ý bạn là trang/gioi-thieu.md?" in result.err


@pytest.mark.parametrize(
    "link", ["https://tinh.example/", "/luu-tru/", "dia-phuong/", "luu-tru/index.md", "media/a.pdf"]
)
def test_the_navigation_may_lead_to_more_than_pages(run: Run, project: Path, link: str) -> None:
    """Other sites, pages of the engine, files."""
    unpack("-- content/media/a.pdf --\n%PDF", project)
    edit(project, "trang/gioi-thieu.md", link)
    assert run("check").code == 0


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  language:", "\tlanguage:", "mkdocs.yml:7:1: lỗi: Dòng này dùng phím Tab để lùi vào."),
        ("Tin phường", "Tin: phường", "mkdocs.yml:1:15: lỗi: Giá trị có dấu hai chấm mà không nằm trong ngoặc kép."),
        ("name: material", "name: materiall", "mkdocs.yml:6:9: Không có giao diện «materiall». Dưới theme viết:"),
        (BANTIN, "plugins: [bantn]", "mkdocs.yml:4:11: Không có tiện ích (plugin) «bantn»"),
        (BANTIN, "plugins: bantin", "mkdocs.yml:4:1: «plugins» phải là một danh sách"),
        (BANTIN, "plugins: [bantin: {title_limit: dài}]", "mkdocs.yml:4:20: «title_limit» phải là một số nguyên"),
        (BANTIN, "plugins: [bantin: {masthead: A}]", "mkdocs.yml:4:20: «masthead» phải là các mục con"),
        (BANTIN, "plugins: [bantin: {qr_codes: có}]", "mkdocs.yml:4:20: «qr_codes» phải là true hoặc false"),
        ("[attr_list,", "[attr_lst,", "mkdocs.yml:10:23: Không có phần mở rộng Markdown «attr_lst»"),
        ("theme:\n", "theme: [material]\nextra:\n", "mkdocs.yml:5:1: «theme» phải là các mục con"),
        ("nav:\n", "nav: A\nextra:\n", "mkdocs.yml:11:1: «nav» phải là một danh sách"),
        ("site_name: Tin phường\n", "", "mkdocs.yml:1:1: Thiếu «site_name»."),
        ("docs_dir: content", "docs_dir: khong-co", "mkdocs.yml:3:1: «docs_dir»: không có thư mục"),
        ("https://tin.example/", "tin.example", "mkdocs.yml:2:1: «site_url» không phải địa chỉ web đầy đủ."),
    ],
)
def test_a_frequent_mistake_is_told_in_vietnamese_with_its_line(
    run: Run, project: Path, old: str, new: str, told: str
) -> None:
    """First what to do, then MkDocs' own words."""
    edit(project, old, new)
    result = run("check")
    assert (result.code, result.err.startswith(f"mkdocs.yml có chỗ sai:\n{told}")) == (2, True)
    assert "\nMkDocs báo:\n" in result.err


def test_an_icon_that_there_is_not_is_named(run: Run, project: Path) -> None:
    """It is not bantin that is wrong."""
    toggle = "toggle: {icon: material/khong-co, name: Đổi nền}"
    edit(project, "  language: vi", f"  language: vi\n  palette: [{{scheme: default, {toggle}}}]")
    result = run("check")
    assert (result.code, "không có biểu tượng (icon) «material/khong-co»" in result.err) == (2, True)


def test_a_template_of_the_ward_that_is_broken_is_named(run: Run, project: Path) -> None:
    """Likewise."""
    unpack('-- rieng/main.html --\n{% extends "base.html" %}{% block x %}', project)
    edit(project, "  language: vi", "  language: vi\n  custom_dir: rieng")
    result = run("check")
    assert (result.code, result.err.startswith("Mẫu trang riêng của bạn main.html có chỗ sai: ")) == (2, True)


def lock(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Refuse to open the file of that name, as its rights would; tests may run as root."""
    opened = Path.open

    def refuse(path: Path, *args: object, **kwargs: object) -> object:
        if path.name == name:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("mkdocs.yml", ("check",)),
        ("gioi-thieu.md", ("check",)),
        ("wards.yml", ("new", "--title=Tin", "--ward=ben-cat")),
        ("wards.yml", ("fix",)),
        ("mot.md", ("fix",)),
    ],
)
def test_a_file_that_may_not_be_read_is_named(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch, name: str, command: tuple[str, ...]
) -> None:
    """It is not bantin that is wrong."""
    del project
    lock(monkeypatch, name)
    result = run(*command)
    assert (result.code, f"{name}: không có quyền đọc" in result.err) == (2, True)


def test_a_registry_that_may_not_be_read_is_an_error_of_the_content(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Like an article."""
    del project
    lock(monkeypatch, "wards.yml")
    result = run("check")
    assert (result.code, "content/registry/wards.yml:1:1: lỗi: Không mở được tệp" in result.err) == (1, True)


def test_a_linked_folder_is_told_in_our_words_only(run: Run, project: Path) -> None:
    """Nothing is wrong in mkdocs.yml."""
    (project / "khac").mkdir()
    (project / "content/khac").symlink_to("../khac")
    edit(project, "Tin phường", "Tin phường mới")
    result = run("check")
    assert (result.code, result.err.startswith("content/khac là liên kết (symlink)")) == (2, True)

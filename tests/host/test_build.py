"""`bantin build` and `mkdocs build` on real MkDocs and Material."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import read_tree
from host.commands import bantin, mkdocs

MakeProject = Callable[[str], Path]


def test_mkdocs_build_gives_the_bytes_of_bantin_build(make_project: MakeProject) -> None:
    """Whoever builds, the site is one."""
    root = make_project()
    ours = bantin("build", "--strict", "--out", "ours", folder=root)
    assert ours.returncode == 0, ours.stderr
    theirs = mkdocs("build", "--strict", "--site-dir", "theirs", folder=root)
    assert theirs.returncode == 0, theirs.stderr
    assert read_tree(root / "ours") == read_tree(root / "theirs")


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "0"},
        {"LC_ALL": "vi_VN.UTF-8", "TZ": "Asia/Ho_Chi_Minh", "PYTHONHASHSEED": "1"},
        {"PYTHONIOENCODING": "ascii", "TZ": "America/New_York", "PYTHONHASHSEED": "2"},
    ],
)
def test_locale_time_zone_and_hash_seed_change_no_byte(make_project: MakeProject, environment: dict[str, str]) -> None:
    """Machines differ, sites do not."""
    root = make_project()
    bantin("build", "--out", "here", folder=root)
    shutil.rmtree(root / ".bantin")
    built = bantin("build", "--out", "there", "--workers", "2", folder=root, **environment)
    assert built.returncode == 0, built.stderr
    assert read_tree(root / "here") == read_tree(root / "there")


def test_no_page_carries_what_only_a_script_can_use(make_project: MakeProject) -> None:
    """Buttons of that kind come with the script, once for all pages."""
    root = make_project()
    bantin("build", folder=root)
    (script,) = (root / "site/assets").glob("bantin.*.mjs")
    marks = ("data-bt-play", "data-bt-copy>", "data-bt-size=")
    assert [mark for mark in marks if mark not in script.read_text(encoding="utf-8")] == []
    pages = [path.read_text(encoding="utf-8") for path in (root / "site").rglob("*.html")]
    assert len(pages) > 10
    assert [mark for mark in marks if any(mark in page for page in pages)] == []


def test_a_publish_does_not_start_mkdocs(make_project: MakeProject) -> None:
    """With frames in the cache, a new article needs no mkdocs at all: here it cannot even be imported."""
    root = make_project()
    bantin("build", folder=root)
    (root / "broken").mkdir()
    (root / "broken/mkdocs.py").write_text("raise RuntimeError('mkdocs was started')")
    article = (root / "content/news/2025/10/mot.md").read_text(encoding="utf-8")
    (root / "content/news/2025/10/hai.md").write_text(article.replace("Một", "Hai"), encoding="utf-8")
    built = bantin("build", folder=root, PYTHONPATH=str(root / "broken"))
    assert built.returncode == 0, built.stderr
    assert (root / "site/tin/2025/10/hai/index.html").exists()


def test_mkdocs_build_deletes_nothing_that_is_not_ours(make_project: MakeProject) -> None:
    """MkDocs empties its output folder; the plugin keeps it from ours."""
    root = make_project()
    (root / "site").mkdir()
    (root / "site/CNAME").write_text("tin.example")
    mkdocs("build", folder=root)
    assert (root / "site/CNAME").read_text() == "tin.example"
    assert (root / "site/tin/2025/10/mot/index.html").exists()


def test_links_of_standing_pages_and_of_the_introduction_lead_to_articles(make_project: MakeProject) -> None:
    """Markdown and HTML links alike become addresses of the site."""
    root = make_project()
    bantin("build", folder=root)
    about = (root / "site/trang/gioi-thieu/index.html").read_text(encoding="utf-8")
    assert 'href="../../tin/2025/10/mot/"' in about
    assert 'href="../../dia-phuong/"' in about
    assert '<a href="../../">trang nhất</a>' in about
    home = (root / "site/index.html").read_text(encoding="utf-8")
    assert '<a href="tin/2025/10/mot/">bài này</a>' in home


def test_a_broken_link_of_a_standing_page_is_told_with_its_line(make_project: MakeProject) -> None:
    """File, line and column, as for articles."""
    root = make_project("-- content/trang/lien-he.md --\n# Liên hệ\n\nXem [đây](../news/2025/10/khong-co.md).\n")
    checked = bantin("check", folder=root)
    assert checked.returncode == 1
    assert "content/trang/lien-he.md:3:11: lỗi: Liên kết «../news/2025/10/khong-co.md»" in checked.stderr


def test_standing_pages_hold_no_style_attribute_and_no_script_of_their_own(make_project: MakeProject) -> None:
    """The policy forbids both; table cells carry a class instead."""
    root = make_project(
        "-- content/trang/xau.md --\n# Xấu\n\n<p style='color:red' onclick='x()'>a</p><script>x()</script>\n"
    )
    bantin("build", folder=root)
    for name in ("gioi-thieu", "xau"):
        page = (root / f"site/trang/{name}/index.html").read_text(encoding="utf-8")
        body = page[page.index("<main") : page.index("</main>")]
        assert "style=" not in body
        assert "x()" not in body
    assert 'class="bt-align-right"' in (root / "site/trang/gioi-thieu/index.html").read_text(encoding="utf-8")


def test_a_theme_of_the_ward_lies_over_ours(make_project: MakeProject) -> None:
    """custom_dir may replace a component, and its files are published."""
    root = make_project(
        "-- own/components/heading/heading.html --\n{% macro heading(params) %}<h2>RIÊNG</h2>{% endmacro %}\n"
        "-- own/assets/rieng.txt --\ncủa phường\n"
    )
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        config.replace("  font: false", "  font: false\n  custom_dir: own"), encoding="utf-8"
    )
    built = bantin("build", folder=root)
    assert built.returncode == 0, built.stderr
    assert "RIÊNG" in (root / "site/index.html").read_text(encoding="utf-8")
    assert (root / "site/assets/rieng.txt").exists()


def test_without_site_url_a_build_warns_and_a_strict_one_refuses(make_project: MakeProject) -> None:
    """What needs absolute addresses is left out, and said so."""
    root = make_project()
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(config.replace("site_url: https://tin.example/\n", ""), encoding="utf-8")
    built = bantin("build", folder=root)
    assert (built.returncode, "site_url" in built.stderr) == (0, True)
    assert not (root / "site/sitemap.xml").exists()
    assert "canonical" not in (root / "site/index.html").read_text(encoding="utf-8")
    assert bantin("build", "--strict", folder=root).returncode == 2


def test_errors_leave_articles_out_and_strict_writes_nothing(make_project: MakeProject) -> None:
    """Exit code 1 either way; without --strict the sound articles are published."""
    root = make_project(
        "-- content/news/2025/10/hong.md --\n---\ntitle: Hỏng\ndate: 2025-10-07\nward: khong-co\n---\n\nChữ.\n"
    )
    for command in (bantin, mkdocs):
        strict = command("build", "--strict", folder=root)
        assert (strict.returncode, (root / "site").exists()) == (1, False)
    built = mkdocs("build", folder=root)
    assert built.returncode == 1
    assert "content/news/2025/10/hong.md:4:7: lỗi" in built.stderr
    assert (root / "site/tin/2025/10/mot").exists()
    assert not (root / "site/tin/2025/10/hong").exists()


@pytest.mark.parametrize("head", ["title: Nháp\nstatus: draft", 'title: "Nháp\nstatus: draft'])
def test_an_article_outside_its_folder_is_told_and_left_out(make_project: MakeProject, head: str) -> None:
    """As a page a draft would be shown, even one whose head is no sound YAML; the rest is published."""
    root = make_project(f"-- content/trang/nhap.md --\n---\n{head}\n---\n\nChưa đăng.\n")
    for command in (bantin, mkdocs):
        built = command("build", folder=root)
        assert (built.returncode, "content/trang/nhap.md:3:1: lỗi: Đây là một bài viết" in built.stderr) == (1, True)
        assert (root / "site/trang/gioi-thieu").exists()
        assert not (root / "site/trang/nhap").exists()


def test_an_introduction_that_is_an_article_is_left_out(make_project: MakeProject) -> None:
    """The front page stands without it."""
    root = make_project()
    (root / "content/index.md").write_text("---\ntitle: Nháp\nstatus: draft\n---\n\nChưa đăng.\n", encoding="utf-8")
    assert bantin("build", folder=root).returncode == 1
    assert "Chưa đăng" not in (root / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("plugins: [bantin]", "plugins: []", "chưa bật bantin"),
        ("plugins: [bantin]", "plugins: [bantin, search]", "không dùng chung được"),
        ("features: [navigation.tabs]", "features: [navigation.instant]", "navigation.instant"),
        ("docs_dir: content", "docs_dir: khong-co", "mkdocs.yml có chỗ sai"),
        ("site_name: Tin phường", "site_name: [", "mkdocs.yml có chỗ sai"),
        ("site_url: https://tin.example/", "use_directory_urls: false", "use_directory_urls"),
    ],
)
def test_a_wrong_configuration_is_told_in_vietnamese(make_project: MakeProject, old: str, new: str, says: str) -> None:
    """Exit code 2, a sentence, and no traceback."""
    root = make_project()
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(config.replace(old, new), encoding="utf-8")
    built = bantin("build", folder=root)
    assert built.returncode == 2
    assert says in built.stderr
    assert "Traceback" not in built.stderr


def test_a_main_template_that_loses_a_slot_is_named(make_project: MakeProject) -> None:
    """A ward's own main.html must leave room for the article."""
    root = make_project('-- own/main.html --\n{% extends "base.html" %}\n')
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        config.replace("  font: false", "  font: false\n  custom_dir: own"), encoding="utf-8"
    )
    built = bantin("build", folder=root)
    assert built.returncode == 2
    assert "[[bantin:main]]" in built.stderr


def test_the_404_page_is_vietnamese_and_its_links_hold_at_any_depth(make_project: MakeProject) -> None:
    """A host serves it at every address, so its links start at the site's root."""
    root = make_project()
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        config.replace("https://tin.example/", "https://tin.example/phuong/"), encoding="utf-8"
    )
    bantin("build", folder=root)
    page = (root / "site/404.html").read_text(encoding="utf-8")
    assert "Không có trang này" in page
    assert 'href="/phuong/dia-phuong/"' in page
    assert 'content="noindex"' in page

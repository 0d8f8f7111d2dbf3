"""A whole site, looked at from outside."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bantin import urls
from bantin.build import BuildOptions, Project, build_site
from bantin.build.cache import Cache
from bantin.build.code import digest_code
from bantin.build.hidden import find_kept
from bantin.model import Host
from bantin.verify.inventory import take_inventory
from bantin.verify.judge import Budget, Finding
from bantin.verify.verify import Verdict, verify
from conftest import FRAME, Site, article
from verify.test_page import META

FRAME_WITH_POLICY = FRAME.replace("<head>", f"<head>{META}")


class Guarded(Site):
    """A site whose frames have a policy."""

    @property
    def host(self) -> Host:
        """What MkDocs would give."""
        return replace(super().host, frames=dict.fromkeys(urls.FRAMES, FRAME_WITH_POLICY))


@pytest.fixture
def site(make_site: Callable[[str], Site], tmp_path: Path) -> Site:
    """A site of one article, built."""
    make_site("")
    site = Guarded(tmp_path)
    site.write("news/2025/10/mot.md", article("Phường tổ chức ngày hội đọc sách cho thiếu nhi"))
    site.build()
    return site


def look(site: Site, folder: str = "site", budget: Budget | None = None) -> Verdict:
    """Verify a folder of the project."""
    project = Project(site.root, site.root / "mkdocs.yml")
    with Cache(project.private / "cache.sqlite", digest_code()) as cache:
        kept = find_kept(project, site.host, cache, BuildOptions(site.now, site.out, 1))
        files = take_inventory(project, site.root / folder)
        content = site.root / "content"
        return verify(files, cache, site.settings.site_url, budget or Budget(), kept, content, workers=1)


def test_a_site_that_bantin_built_is_sound(site: Site) -> None:
    """Every link, entry, policy."""
    assert look(site).findings == ()


def test_what_did_not_change_is_not_read_again(site: Site) -> None:
    """It is known by its content."""
    look(site)
    assert look(site).read == 0


def alter(site: Site, path: str, old: str, new: str) -> None:
    """Put something wrong into a file of the site."""
    file = site.out / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("markup", "finding"),
    [
        ('<a href="khong-co/">x</a>', Finding("index.html", "dead_link", "khong-co/")),
        ('<a href="../ra-ngoai/">x</a>', Finding("index.html", "dead_link", "../ra-ngoai/")),
        ('<a href="tin/2025/10/mot">x</a>', Finding("index.html", "dead_link", "tin/2025/10/mot")),
        ('<a href="can-bo/#khong">x</a>', Finding("index.html", "dead_anchor", "can-bo/#khong")),
        ('<a href="https://tin.example/x/">x</a>', Finding("index.html", "dead_link", "https://tin.example/x/")),
        ('<img srcset="a.jpg 1x">', Finding("index.html", "dead_link", "a.jpg")),
        ('<img src="//la.example/a.jpg">', Finding("index.html", "third_party", "//la.example/a.jpg")),
        (
            '<script src="https://la.example/a.js"></script>',
            Finding("index.html", "third_party", "https://la.example/a.js"),
        ),
        ('<p style="x">x</p>', Finding("index.html", "style_attribute", "<p>")),
    ],
)
def test_what_is_wrong_on_a_page_is_found(site: Site, markup: str, finding: Finding) -> None:
    """With the page and the address as written."""
    alter(site, "index.html", "</main>", f"{markup}</main>")
    assert look(site).findings == (finding,)


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="https://khac.example/">x</a>',
        '<a href="mailto:a@example.org">x</a>',
        '<a href="#">x</a>',
        '<a href="#top">x</a>',
        '<a href="tin/2025/10/mot/?x=1">x</a>',
        '<a href="./">x</a>',
        '<a href="tin/../">x</a>',
        '<a href="/can-bo/">x</a>',
    ],
)
def test_what_is_right_on_a_page_is_left_alone(site: Site, markup: str) -> None:
    """Other sites, mail, the page itself."""
    alter(site, "index.html", "</main>", f"{markup}</main>")
    assert look(site).findings == ()


def test_an_entry_of_a_sitemap_that_leads_nowhere_is_found(site: Site) -> None:
    """Machines follow it too."""
    shutil.rmtree(site.out / "tin/2025/10/mot")
    assert "sitemap/2025-10.xml" in {one.path for one in look(site).findings if one.kind == "dead_entry"}


@pytest.mark.parametrize("status", ["draft", "withdrawn", "future"])
@pytest.mark.parametrize("path", ["index.html", "api/tin/2025/10.json", "sitemap.xml"])
def test_words_that_must_not_be_seen_are_found(site: Site, status: str, path: str) -> None:
    """Of a draft, an embargoed and a withdrawn article; in pages, data and lists."""
    more = {"status": status, "withdrawn": "{date: 2025-11-01, reason: Sai.}"}
    keys = {"draft": ["status"], "withdrawn": ["status", "withdrawn"], "future": []}[status]
    date = "2026-01-01" if status == "future" else "2025-10-08"
    text = article(
        "Danh sách mới", date, body="Hộ ông Nguyễn Văn A nhận mức hỗ trợ cao.", **{key: more[key] for key in keys}
    )
    site.write(f"news/{date[:4]}/{date[5:7]}/kin.md", text)
    site.build()
    file = site.out / path
    file.write_text(file.read_text(encoding="utf-8") + " hộ ông Nguyễn Văn A nhận mức hỗ trợ cao.", encoding="utf-8")
    (finding,) = [one for one in look(site).findings if one.kind == "leak"]
    assert (finding.path, finding.detail.partition(":")[0]) == (path, f"news/{date[:4]}/{date[5:7]}/kin.md")


def test_words_that_are_public_elsewhere_are_no_secret(site: Site) -> None:
    """A draft may repeat the title of a published article."""
    text = article("Phường tổ chức ngày hội đọc sách cho thiếu nhi", "2025-11-08", status="draft")
    site.write("news/2025/11/nhap.md", text)
    site.build()
    assert look(site).findings == ()


def test_words_of_the_registry_are_no_secret(site: Site) -> None:
    """A draft may repeat what a topic's page says."""
    said = "Nơi bà con xem lịch tiếp công dân và cách gửi kiến nghị tới phường"
    topics = site.root / "content/registry/topics.yml"
    topics.write_text(f"- id: tiep-dan\n  name: Tiếp dân\n  description: {said}\n", encoding="utf-8")
    site.write("news/2025/11/mot.md", article("Ngắn", "2025-11-07", tags="tiep-dan"))
    site.write("news/2025/11/nhap.md", article("Nháp", "2025-11-08", status="draft", tags="tiep-dan", summary=said))
    site.build()
    assert look(site).findings == ()


def test_a_page_that_must_not_be_there_is_found(site: Site) -> None:
    """Whatever it says."""
    site.write("news/2025/11/nhap.md", article("Ngắn", "2025-11-08", status="draft"))
    site.build()
    shutil.copytree(site.out / "tin/2025/10/mot", site.out / "tin/2025/11/nhap")
    assert Finding("tin/2025/11/nhap/index.html", "leak", "news/2025/11/nhap.md") in look(site).findings


def test_a_page_over_its_budget_is_found(site: Site) -> None:
    """As is a site."""
    kinds = {one.kind for one in look(site, budget=Budget(page=100, total=1000)).findings}
    assert kinds == {"too_large", "total_large"}


def test_a_difference_is_verified_with_what_is_known_of_the_rest(site: Site) -> None:
    """CI has no old site."""
    project = Project(site.root, site.root / "mkdocs.yml")
    look(site)
    (manifest,) = project.private.glob("manifest-*.tsv")
    site.write("news/2025/11/hai.md", article("Hai", "2025-11-02"))
    options = BuildOptions(site.now, site.out, 1, difference=(site.root / "khac", manifest))
    with Cache(project.private / "cache.sqlite", digest_code()) as cache:
        build_site(project, site.host, cache, options)
    verdict = look(site, "khac")
    assert (verdict.findings, verdict.unseen, verdict.read > 0) == ((), 0, True)

"""Old addresses lead to where their article is now."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from bantin.build.cache import Cache
from bantin.build.live_site import LiveSite
from bantin.build.project import Project
from conftest import Site, article

MakeSite = Callable[[str], Site]

CONTENT = f"""
-- content/news/2025/10/mot.md --
{article("Một & <hai>", aliases="[/tin-tuc/bai-1.html, /cu/, 'tin-t%E1%BB%A9c/mot', '/Default.aspx?tabid=7&id=2']")}
-- content/news/2025/10/ba.md --
{article("Ba", aliases="[/tin/2024/05/ba-cu/]")}
-- content/news/2025/10/nhap.md --
{article("Nháp", status="draft", aliases="[/nhap-cu/]")}
-- content/news/2025/10/rut.md --
{article("Rút", status="withdrawn", withdrawn="{date: 2025-10-10, reason: Nhầm}", aliases="[/rut-cu/]")}
"""


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    """The built site of `CONTENT`."""
    found = make_site(CONTENT)
    assert found.build().errors == 0
    return found


@pytest.mark.parametrize(
    ("file", "href"),
    [
        ("tin-tuc/bai-1.html", "../tin/2025/10/mot/"),
        ("cu/index.html", "../tin/2025/10/mot/"),
        ("tin-tức/mot/index.html", "../../tin/2025/10/mot/"),
        ("tin/2024/05/ba-cu/index.html", "../../../../tin/2025/10/ba/"),
        ("rut-cu/index.html", "../tin/2025/10/rut/"),
    ],
)
def test_an_old_address_has_a_page_that_leads_on(site: Site, file: str, href: str) -> None:
    """At once, by a link where that is refused, and without a place in search engines."""
    html = site.tree()[file].decode()
    assert f'<meta http-equiv="refresh" content="0; url={href}">' in html
    assert f'<a href="{href}">' in html
    assert f'<link rel="canonical" href="https://tin.example/{href.lstrip("./")}">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert "default-src 'none'" in html


def test_a_title_is_text_on_that_page(site: Site) -> None:
    """Escaped like everywhere."""
    assert "<title>Một &amp; &lt;hai&gt;</title>" in site.tree()["cu/index.html"].decode()


def test_what_is_not_shown_has_no_old_address(site: Site) -> None:
    """A draft's alias would tell of it."""
    assert "nhap-cu/index.html" not in site.tree()
    assert "nhap-cu" not in site.tree()["_redirects"].decode()


def test_rules_for_netlify_and_cloudflare(site: Site) -> None:
    """One line each, percent-encoded, without the queries that these hosts do not look at."""
    assert site.tree()["_redirects"].decode().splitlines() == [
        "/cu/ /tin/2025/10/mot/ 301",
        "/rut-cu/ /tin/2025/10/rut/ 301",
        "/tin-tuc/bai-1.html /tin/2025/10/mot/ 301",
        "/tin-t%E1%BB%A9c/mot/ /tin/2025/10/mot/ 301",
        "/tin/2024/05/ba-cu/ /tin/2025/10/ba/ 301",
    ]


def test_maps_for_nginx(site: Site) -> None:
    """By the decoded address, with a slash and without; by the whole request where there is a query."""
    lines = site.tree()["_redirects.map"].decode().splitlines()
    assert lines[:2] == ['"/cu/" "/tin/2025/10/mot/";', '"/cu" "/tin/2025/10/mot/";']
    assert '"/tin-tức/mot/" "/tin/2025/10/mot/";' in lines
    assert site.tree()["_redirects-query.map"].decode() == '"/Default.aspx?tabid=7&id=2" "/tin/2025/10/mot/";\n'


def test_rules_know_the_folder_of_the_site(site: Site) -> None:
    """A site may lie below its host's root."""
    replace(site, settings=replace(site.settings, site_url="https://tin.example/phuong/")).build()
    assert site.tree()["_redirects"].decode().startswith("/phuong/cu/ /phuong/tin/2025/10/mot/ 301\n")


def test_without_old_addresses_there_are_no_rules(make_site: MakeSite) -> None:
    """Nothing to say, no file."""
    site = make_site()
    site.write("news/2025/10/mot.md", article("Một"))
    site.build()
    assert [path for path in site.tree() if path.startswith("_")] == []


def test_rules_change_with_old_addresses_only(site: Site) -> None:
    """Publishing an article leaves them alone; one with an alias does not."""
    before = site.tree()
    site.write("news/2025/11/moi.md", article("Mới", "2025-11-01"))
    site.build()
    assert {path: site.tree()[path] for path in before if path.startswith("_")} == {
        path: data for path, data in before.items() if path.startswith("_")
    }
    site.write("news/2025/11/them.md", article("Thêm", "2025-11-02", aliases="[/them-cu/]"))
    site.build()
    assert b"/them-cu/ /tin/2025/11/them/ 301" in site.tree()["_redirects"]


def test_an_alias_that_is_gone_takes_its_page_along(site: Site) -> None:
    """And its rules."""
    site.write("news/2025/10/mot.md", article("Một"))
    site.build()
    assert "cu/index.html" not in site.tree()
    assert b"/cu/" not in site.tree()["_redirects"]


def test_the_preview_knows_old_addresses(site: Site) -> None:
    """As the site does."""
    project = Project(site.root, site.root / "mkdocs.yml")
    with Cache(project.private / "live.sqlite", "test") as cache:
        live = LiveSite(project, cache)
        live.refresh(site.host, site.now)
        for path in ("cu/index.html", "_redirects", "_redirects.map", "robots.txt", "dia-phuong/ben-cat/feed.json"):
            assert live.file(path) == site.tree()[path]


def test_robots_are_told_of_the_sitemap(site: Site) -> None:
    """With its absolute address."""
    assert re.search(r"^Sitemap: https://tin\.example/sitemap\.xml$", site.tree()["robots.txt"].decode(), re.MULTILINE)


def test_without_site_url_robots_are_told_nothing(make_site: MakeSite) -> None:
    """A sitemap's address is absolute."""
    site = make_site()
    replace(site, settings=replace(site.settings, site_url="")).build()
    assert "robots.txt" not in site.tree()

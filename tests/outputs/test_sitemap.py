"""The index of monthly sitemaps."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from lxml import etree

from bantin import urls
from conftest import Site, article

MakeSite = Callable[[str], Site]

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

CONTENT = f"""
-- content/news/2025/10/mot.md --
{article("Một", "2025-10-07T15:55")}
-- content/news/2025/10/hai.md --
{article("Hai", "2025-10-08", updated="2025-11-20")}
-- content/news/2024/05/ba.md --
{article("Ba", "2024-05-01")}
-- content/news/2025/10/nhap.md --
{article("Nháp", "2025-10-09", status="draft")}
-- content/news/2025/12/mai.md --
{article("Mai", "2025-12-02")}
-- content/news/2025/10/rut.md --
{article("Rút", "2025-10-09", status="withdrawn", withdrawn="{date: 2025-10-10, reason: Nhầm}")}
"""


def read_entries(site: Site, path: str) -> dict[str, str]:
    """Return {address: lastmod or ''} of a sitemap, addresses below the site."""
    root = ET.fromstring(site.tree()[path])  # noqa: S314 - our own file
    base = site.settings.site_url
    return {
        entry.findtext(f"{NAMESPACE}loc", "").removeprefix(base): entry.findtext(f"{NAMESPACE}lastmod", "")
        for entry in root
    }


def build(make_site: MakeSite) -> Site:
    """Return the built site of `CONTENT`."""
    site = make_site(CONTENT)
    site.build()
    return site


def test_the_index_names_one_sitemap_a_month_and_one_for_all_other_pages(make_site: MakeSite) -> None:
    """Publishing changes one month and the index."""
    assert list(read_entries(build(make_site), "sitemap.xml")) == [
        "sitemap/trang.xml",
        "sitemap/2024-05.xml",
        "sitemap/2025-10.xml",
    ]


def test_every_sitemap_of_the_index_is_well_formed(make_site: MakeSite) -> None:
    """A crawler that cannot read one reads none."""
    site = build(make_site)
    roots = [ET.fromstring(site.tree()[path]).tag for path in read_entries(site, "sitemap.xml")]  # noqa: S314
    assert set(roots) == {f"{NAMESPACE}urlset"}


def test_every_sitemap_fits_the_protocol(make_site: MakeSite) -> None:
    """As our own grammar of it has it (tests/outputs/schemas/sitemap.rng)."""
    site = build(make_site)
    grammar = etree.RelaxNG(etree.parse(Path(__file__).with_name("schemas") / "sitemap.rng"))
    paths = ["sitemap.xml", *read_entries(site, "sitemap.xml")]
    faults = {path: grammar.error_log.last_error for path in paths if not grammar(etree.fromstring(site.tree()[path]))}
    assert faults == {}


def test_a_correction_changes_the_date_of_its_article(make_site: MakeSite) -> None:
    """It is a change that readers should hear of."""
    site = make_site()
    site.write("news/2025/10/mot.md", article("Một", corrections="[{date: 2025-11-05, was: sai, now: đúng}]"))
    site.build()
    assert read_entries(site, "sitemap/2025-10.xml") == {"tin/2025/10/mot/": "2025-11-05T00:00:00+07:00"}


def test_every_address_is_absolute_and_leads_to_a_file(make_site: MakeSite) -> None:
    """Nothing is promised that is not there."""
    site = build(make_site)
    index = read_entries(site, "sitemap.xml")
    addresses = [address for path in index for address in read_entries(site, path)]
    assert [one for one in addresses if urlsplit(one).scheme or urls.output(one) not in site.tree()] == []


def test_every_article_that_is_shown_is_listed_once(make_site: MakeSite) -> None:
    """Drafts, withdrawn articles and those of tomorrow are not."""
    site = build(make_site)
    index = read_entries(site, "sitemap.xml")
    found = [one for path in index for one in read_entries(site, path) if one.startswith("tin/")]
    assert sorted(found) == ["tin/2024/05/ba/", "tin/2025/10/hai/", "tin/2025/10/mot/"]


def test_lastmod_is_the_date_of_the_front_matter_or_its_update(make_site: MakeSite) -> None:
    """With the time zone, so that no reader has to guess."""
    assert read_entries(build(make_site), "sitemap/2025-10.xml") == {
        "tin/2025/10/hai/": "2025-11-20T00:00:00+07:00",
        "tin/2025/10/mot/": "2025-10-07T15:55:00+07:00",
    }


def test_lastmod_of_a_month_is_that_of_its_newest_change(make_site: MakeSite) -> None:
    """A crawler fetches what is newer than its own."""
    assert read_entries(build(make_site), "sitemap.xml")["sitemap/2025-10.xml"] == "2025-11-20T00:00:00+07:00"


def test_pages_without_a_date_of_their_own_state_none(make_site: MakeSite) -> None:
    """An invented one would change with every build."""
    assert set(read_entries(build(make_site), "sitemap/trang.xml").values()) == {""}


def test_the_time_of_a_file_changes_nothing(make_site: MakeSite) -> None:
    """Only front matter tells dates."""
    site = build(make_site)
    before = site.tree()["sitemap/2025-10.xml"]
    os.utime(site.root / "content/news/2025/10/mot.md", (0, 0))
    site.build("other", cache="other.sqlite")
    assert site.tree("other")["sitemap/2025-10.xml"] == before


def test_each_page_of_the_navigation_is_listed(make_site: MakeSite) -> None:
    """Home, the sections, and each ward, official and topic."""
    found = set(read_entries(build(make_site), "sitemap/trang.xml"))
    assert {"", "dia-phuong/", "can-bo/", "chu-de/", "luu-tru/", "dia-phuong/ben-cat/", "chu-de/thong-bao/"} <= found


def test_pages_that_ask_not_to_be_indexed_are_not_listed(make_site: MakeSite) -> None:
    """A sitemap that names them would contradict them."""
    site = build(make_site)
    listed = [one for path in read_entries(site, "sitemap.xml") for one in read_entries(site, path)]
    assert [one for one in listed if 'content="noindex"' in site.html(one)] == []

"""All corrections on one page, cut and numbered as the lists of articles are."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from conftest import Site, article

MakeSite = Callable[[str], Site]

ATOM = "{http://www.w3.org/2005/Atom}"


def corrected(title: str, *days: str, date: str = "2024-01-05", **more: str) -> str:
    """Return an article with a correction on each of `days`."""
    told = ", ".join(f'{{date: {day}, was: "sai {title} {day}", now: đúng}}' for day in days)
    return article(title, date, corrections=f"[{told}]", **more)


def shown(site: Site, address: str) -> list[str]:
    """Return what was wrong, as a page of corrections tells it."""
    return re.findall(r"<del>sai (.*?)</del>", site.html(address))


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    """Forty-two corrections: 22 of 2024 and 20 of 2025, each in an article of its own, and one more."""
    found = make_site()
    for number in range(1, 23):
        found.write(f"news/2024/01/a-{number:02}.md", corrected(f"A{number:02}", f"2024-02-{number:02}"))
    for number in range(1, 20):
        found.write(f"news/2024/01/b-{number:02}.md", corrected(f"B{number:02}", f"2025-03-{number:02}"))
    found.write("news/2024/01/c.md", corrected("C", "2025-03-20"))
    found.build()
    return found


def test_the_landing_page_shows_the_newest_thirty(site: Site) -> None:
    """What is wrong, what is right, when, and where."""
    found = shown(site, "dinh-chinh/")
    assert (len(found), found[0], found[-1]) == (30, "C 2025-03-20", "A13 2024-02-13")
    html = site.html("dinh-chinh/")
    assert '<a class="bt-link" href="../tin/2024/01/c/">C</a>' in html
    assert "phường Bến Cát" in html


def test_the_archive_is_numbered_from_the_oldest_of_a_year(site: Site) -> None:
    """A new correction leaves the pages before it alone."""
    assert shown(site, "dinh-chinh/2024/1/")[-1] == "A01 2024-02-01"
    assert shown(site, "dinh-chinh/2024/2/") == ["A22 2024-02-22", "A21 2024-02-21"]
    assert len(shown(site, "dinh-chinh/2025/1/")) == 20
    before = site.tree()
    site.write("news/2024/01/d.md", corrected("D", "2025-04-01"))
    site.build()
    after = {path: data for path, data in site.tree().items() if path.startswith("dinh-chinh/")}
    changed = {path for path, data in after.items() if before.get(path) != data}
    assert changed == {f"dinh-chinh/{name}" for name in ("index.html", "feed.xml", "feed.json")}


def test_two_corrections_of_one_day_are_two_entries_for_ever(make_site: MakeSite) -> None:
    """Their ids do not change when a third one comes."""
    site = make_site()
    site.write("news/2024/01/a.md", corrected("A", "2025-03-01", "2025-03-01"))
    site.build()
    marks = [entry.findtext(f"{ATOM}id") for entry in _entries(site)]
    assert marks == [
        "tag:tin.example,2026:/tin/2024/01/a#dinh-chinh-2025-03-01-2",
        "tag:tin.example,2026:/tin/2024/01/a#dinh-chinh-2025-03-01",
    ]
    site.write("news/2024/01/a.md", corrected("Tên mới", "2025-03-01", "2025-03-01", "2025-03-02"))
    site.build()
    assert [entry.findtext(f"{ATOM}id") for entry in _entries(site)][1:] == marks


def _entries(site: Site) -> list[ET.Element]:
    root = ET.fromstring(site.tree()["dinh-chinh/feed.xml"])  # noqa: S314 - our own file
    return root.findall(f"{ATOM}entry")


def test_a_withdrawn_article_takes_its_corrections_along(make_site: MakeSite) -> None:
    """They repeat what was taken back."""
    site = make_site()
    withdrawn = {"status": "withdrawn", "withdrawn": "{date: 2025-10-10, reason: Nhầm}"}
    site.write("news/2024/01/a.md", corrected("A", "2025-03-01", **withdrawn))
    site.build()
    assert shown(site, "dinh-chinh/") == []
    assert "sai A" not in site.html("tin/2024/01/a/")


def test_without_corrections_the_page_says_so(make_site: MakeSite) -> None:
    """It is there from the start: the footer leads to it."""
    site = make_site()
    site.build()
    assert "Chưa có đính chính nào." in site.html("dinh-chinh/")

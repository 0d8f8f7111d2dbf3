"""What the head of a page tells programs, by its shape."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest

from conftest import RICH_REGISTRY, Site, article

MakeSite = Callable[[str], Site]

CONTENT = f"""{RICH_REGISTRY}
-- content/media/cho.png --
-- content/news/2025/10/mot.md --
---
title: "Một </script><b>"
date: 2025-10-07T15:55
updated: 2025-10-08
ward: [ben-cat, cau-kho]
officials: [{{name: le-van-c, role: Chủ tịch UBND phường}}]
tags: [thong-bao]
summary: Tóm tắt.
byline: [Trần Thị B, UBND phường]
corrections: [{{date: 2025-10-09, was: 17 giờ, now: 18 giờ}}]
---

Nội dung.
"""


class Head(HTMLParser):
    """The elements of a page's head."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.properties: dict[str, list[str]] = {}
        self.names: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.data: list[Any] = []
        self._is_data = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element says."""
        values = {name: value or "" for name, value in attrs}
        if tag == "meta" and "property" in values:
            self.properties.setdefault(values["property"], []).append(values["content"])
        if tag == "meta" and "name" in values:
            self.names[values["name"]] = values["content"]
        if tag == "link":
            self.links[values["rel"]] = values["href"]
        self._is_data = values.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        """Read JSON-LD."""
        if self._is_data:
            self.data.append(json.loads(data))
            self._is_data = False

    def things(self) -> dict[str, Any]:
        """Return what JSON-LD describes, by type."""
        return {thing["@type"]: thing for one in self.data for thing in one.get("@graph", [one])}


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    """The built site of `CONTENT`."""
    found = make_site(CONTENT)
    (found.root / "content/media/cho.png").unlink()
    assert found.build().errors == 0
    return found


def head(site: Site, address: str) -> Head:
    """Return the head of a page."""
    return Head(site.html(address))


def test_an_article_is_a_news_article(site: Site) -> None:
    """With who wrote it, who publishes it, when it changed, what and where it is about."""
    thing = head(site, "tin/2025/10/mot/").things()["NewsArticle"]
    assert {key: thing[key] for key in ("headline", "datePublished", "dateModified", "inLanguage")} == {
        "headline": "Một </script><b>",
        "datePublished": "2025-10-07T15:55:00+07:00",
        "dateModified": "2025-10-09T00:00:00+07:00",
        "inLanguage": "vi",
    }
    assert [(one["@type"], one["name"]) for one in thing["author"]] == [
        ("Person", "Trần Thị B"),
        ("Organization", "UBND phường"),
    ]
    assert thing["publisher"]["@type"] == "GovernmentOrganization"
    assert [(one["@type"], one["name"]) for one in thing["about"]] == [
        ("Thing", "Thông báo"),
        ("Person", "Lê Văn C"),
    ]
    assert [(one["name"], one["containedInPlace"]["name"]) for one in thing["contentLocation"]] == [
        ("phường Bến Cát", "TP. Hồ Chí Minh"),
        ("phường Cầu Kho", "Quận 1, TP. Hồ Chí Minh"),
    ]
    assert thing["correction"][0]["datePublished"] == "2025-10-09"


def test_an_article_without_a_byline_is_the_publishers(make_site: MakeSite) -> None:
    """Somebody answers for it."""
    site = make_site()
    site.write("news/2025/10/mot.md", article("Một"))
    site.build()
    thing = head(site, "tin/2025/10/mot/").things()["NewsArticle"]
    assert thing["publisher"]["@id"] == "https://tin.example/"
    assert thing["author"] == {"@id": "https://tin.example/"}


def test_an_article_that_never_changed_tells_one_time(make_site: MakeSite) -> None:
    """What is told was changed."""
    site = make_site()
    site.write("news/2025/10/mot.md", article("Một"))
    site.build()
    found = head(site, "tin/2025/10/mot/")
    assert "dateModified" not in found.things()["NewsArticle"]
    assert [name for name in found.properties if name.startswith("article:")] == ["article:published_time"]


def test_the_trail_is_told_to_the_page_itself(site: Site) -> None:
    """From the front page, with absolute addresses; the page itself is no step."""
    items = head(site, "tin/2025/10/mot/").things()["BreadcrumbList"]["itemListElement"]
    assert [(one["position"], one["name"], one.get("item")) for one in items] == [
        (1, "Trang nhất", "https://tin.example/"),
        (2, "Địa phương", "https://tin.example/dia-phuong/"),
        (3, "Phường Bến Cát", "https://tin.example/dia-phuong/ben-cat/"),
    ]


def test_every_page_with_a_breadcrumb_has_its_trail(site: Site) -> None:
    """What readers see, programs are told."""
    pages = [path.removesuffix("index.html") for path in site.tree() if path.endswith("/index.html")]
    shown = [address for address in pages if "bt-breadcrumb" in site.html(address)]
    assert shown
    assert [address for address in shown if "BreadcrumbList" not in head(site, address).things()] == []


def test_a_ward_is_a_body_of_government(site: Site) -> None:
    """With what the registry knows of it."""
    thing = head(site, "dia-phuong/ben-cat/").things()["GovernmentOrganization"]
    assert {key: thing[key] for key in ("name", "telephone", "address", "identifier", "foundingDate", "sameAs")} == {
        "name": "phường Bến Cát",
        "telephone": "0900 000 000",
        "address": "Số 1 đường Mẫu",
        "identifier": "25813",
        "foundingDate": "2025-07-01",
        "sameAs": "https://bencat.example/",
    }
    ended = head(site, "dia-phuong/cau-kho/").things()["GovernmentOrganization"]
    assert ended["dissolutionDate"] == "2025-06-30"


def test_an_official_is_a_person_with_posts(site: Site) -> None:
    """Those of the registry, and those that articles state."""
    thing = head(site, "can-bo/le-van-c/").things()["Person"]
    assert thing["alternateName"] == ["L.V.C"]
    assert thing["jobTitle"] == [
        "Chủ tịch UBND phường Bến Cát",
        "Chủ tịch Ủy ban nhân dân phường Bến Cát",
    ]


def test_the_front_page_is_a_site(site: Site) -> None:
    """And says who publishes it."""
    thing = head(site, "").things()["WebSite"]
    assert (thing["url"], thing["publisher"]["name"]) == ("https://tin.example/", "Tin phường")


def test_messengers_learn_title_summary_and_times(site: Site) -> None:
    """Open Graph, which Zalo and Facebook read."""
    found = head(site, "tin/2025/10/mot/").properties
    assert found == {
        "og:type": ["article"],
        "og:title": ["Một </script><b>"],
        "og:description": ["Tóm tắt."],
        "og:url": ["https://tin.example/tin/2025/10/mot/"],
        "og:site_name": ["Tin phường"],
        "og:locale": ["vi_VN"],
        "article:published_time": ["2025-10-07T15:55:00+07:00"],
        "article:modified_time": ["2025-10-09T00:00:00+07:00"],
    }


def test_no_text_of_an_author_ends_the_data(site: Site) -> None:
    """A title that closes a script element stays a title."""
    html = site.html("tin/2025/10/mot/")
    block = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(block)
    assert "<b>" not in block


def test_description_and_canonical_address_are_told(site: Site) -> None:
    """As search engines want them."""
    found = head(site, "tin/2025/10/mot/")
    assert found.names["description"] == "Tóm tắt."
    assert found.links["canonical"] == "https://tin.example/tin/2025/10/mot/"


def test_a_withdrawn_article_tells_nothing(site: Site) -> None:
    """Neither messengers nor search engines shall spread it."""
    site.write(
        "news/2025/10/rut.md",
        article("Rút", status="withdrawn", withdrawn="{date: 2025-10-10, reason: Nhầm}"),
    )
    site.build()
    found = head(site, "tin/2025/10/rut/")
    assert (found.names["robots"], found.properties, found.data) == ("noindex", {}, [])


def test_without_site_url_nothing_absolute_is_told(site: Site) -> None:
    """There is nothing to begin an address with."""
    replace(site, settings=replace(site.settings, site_url="")).build()
    found = head(site, "tin/2025/10/mot/")
    assert (found.properties, found.data, found.links) == ({}, [], {})

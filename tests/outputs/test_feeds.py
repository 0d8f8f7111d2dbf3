"""Feeds: valid, absolute, and the same entry for ever."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
import jsonschema
import pytest
from lxml import etree

from conftest import Site, article

MakeSite = Callable[[str], Site]

ATOM = "{http://www.w3.org/2005/Atom}"
SCHEMAS = Path(__file__).with_name("schemas")
GRAMMAR = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
JSON_SCHEMA = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "json-feed.json").read_text(encoding="utf-8")))

WARDS = """
-- content/registry/wards.yml --
- id: cau-kho
  name: Cầu Kho
  kind: phường
  district: Quận 1
  province: TP. Hồ Chí Minh
  until: 2025-06-30
  successors: [cau-ong-lanh]
- id: cau-ong-lanh
  name: Cầu Ông Lãnh
  kind: phường
  province: TP. Hồ Chí Minh
- id: ben-cat
  name: Bến Cát
  kind: phường
  province: TP. Hồ Chí Minh
-- content/media/cho.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90" viewBox="0 0 160 90"><path d="M0 0"/></svg>
-- content/media/lich rác.pdf --
%PDF-1.4
"""
FULL = f"""{WARDS}
-- content/news/2025/05/cu.md --
{article("Chợ & «bến»", "2025-05-07", "cau-kho", tags="thong-bao", officials="nguyen-van-a")}
-- content/news/2025/10/day-du.md --
---
title: Đầy đủ <mới>
date: 2025-10-07T15:55
updated: 2025-10-08
ward: cau-ong-lanh
officials: [nguyen-van-a]
tags: [thong-bao]
summary: Tóm tắt & <sapo>.
byline: [Nguyễn Văn A, Ban biên tập]
source: Ủy ban nhân dân phường
image: {{src: ../../../media/cho.svg, alt: Chợ, caption: Chợ sáng, credit: Ban biên tập}}
attachments: [{{src: ../../../media/lich rác.pdf, title: Lịch}}]
corrections: [{{date: 2025-10-09, was: 17 giờ, now: 18 giờ}}]
---

Xem [](../05/cu.md), [lịch](<../../../media/lich rác.pdf>) và chú thích.[^1]

![Chợ](../../../media/cho.svg)
*Chợ sáng (Ảnh: Ban biên tập)*

[^1]: Có ]]> và & trong đó.
-- content/news/2025/10/en.md --
{article("English", "2025-10-01", "ben-cat", lang="en")}
"""


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    """The built site of `FULL`."""
    found = make_site(FULL)
    assert found.build().errors == 0
    return found


def atom(site: Site, address: str = "") -> ET.Element:
    """Return the Atom feed beside a page."""
    return ET.fromstring(site.tree()[f"{address}feed.xml"])  # noqa: S314 - our own file


def entries(site: Site, address: str = "") -> list[ET.Element]:
    """Return its entries."""
    return atom(site, address).findall(f"{ATOM}entry")


def texts(site: Site, name: str, address: str = "") -> list[str]:
    """Return an element's text of every entry."""
    return [entry.findtext(f"{ATOM}{name}", "") for entry in entries(site, address)]


def json_feed(site: Site, address: str = "") -> Any:
    """Return the JSON Feed beside a page."""
    return json.loads(site.tree()[f"{address}feed.json"])


def feeds(site: Site, ending: str) -> dict[str, bytes]:
    """Return every feed of a form by its path."""
    return {path: data for path, data in site.tree().items() if path.rpartition("/")[2] == f"feed.{ending}"}


def test_every_atom_feed_fits_the_grammar_of_the_rfc(site: Site) -> None:
    """RFC 4287, appendix B."""
    found = feeds(site, "xml")
    assert len(found) == 8  # home, three wards, an official, two topics, corrections
    faults = {path: GRAMMAR.error_log.last_error for path, data in found.items() if not GRAMMAR(etree.fromstring(data))}
    assert faults == {}


def test_every_atom_feed_is_read_without_complaint(site: Site) -> None:
    """By the reader that most programs in Python use."""
    parsed = {path: feedparser.parse(data) for path, data in feeds(site, "xml").items()}
    assert {path: found.get("bozo_exception") for path, found in parsed.items() if found.bozo} == {}


def test_every_json_feed_fits_the_schema(site: Site) -> None:
    """JSON Feed 1.1."""
    found = feeds(site, "json")
    assert len(found) == 8
    faults = {path: [one.message for one in JSON_SCHEMA.iter_errors(json.loads(data))] for path, data in found.items()}
    assert {path: found for path, found in faults.items() if found} == {}


def test_a_feed_has_what_the_rules_beyond_the_grammar_ask_for(site: Site) -> None:
    """RFC 4287: an author above all entries, a self link, no two entries of one id and instant."""
    for path in feeds(site, "xml"):
        root = ET.fromstring(site.tree()[path])  # noqa: S314 - our own file
        assert root.find(f"{ATOM}author") is not None
        (own,) = [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
        assert own == f"https://tin.example/{path}"
        marks = [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]
        assert len(marks) == len(set(marks))


def test_home_and_wards_give_the_text_officials_and_topics_the_summary(site: Site) -> None:
    """Who follows a ward reads it in their reader; a person's feed tells where they are named."""
    full = {path for path, data in feeds(site, "xml").items() if b"<content" in data}
    assert full == {f"{folder}feed.xml" for folder in ("", "dia-phuong/cau-kho/", "dia-phuong/cau-ong-lanh/")} | {
        "dia-phuong/ben-cat/feed.xml",
        "dinh-chinh/feed.xml",
    }
    assert texts(site, "summary", "chu-de/thong-bao/") == ["Tóm tắt & <sapo>.", "Nội dung."]


def test_a_wards_feed_has_the_articles_of_those_before_it_each_with_its_ward_of_the_day(site: Site) -> None:
    """As the page of the ward does."""
    old, new = reversed(entries(site, "dia-phuong/cau-ong-lanh/"))
    assert old.findtext(f"{ATOM}title") == "Chợ & «bến»"
    assert [one.get("term") for one in old.findall(f"{ATOM}category")] == [
        "phường Cầu Kho (khi đó thuộc Quận 1)",
        "Thông báo",
    ]
    assert "phường Cầu Kho</a> (khi đó thuộc Quận 1)</p>" in old.findtext(f"{ATOM}content", "")
    assert "phường Cầu Ông Lãnh</a></p>" in new.findtext(f"{ATOM}content", "")


def test_every_address_in_a_text_is_absolute(site: Site) -> None:
    """Links, notes, pictures, attachments: a reader's program knows no folder to begin from."""
    found = []
    for content in texts(site, "content"):
        found += [value for _, name, value in _attributes(content) if name in {"href", "src"}]
    assert found
    assert [one for one in found if urlsplit(one).scheme != "https" or " " in one] == []


def _attributes(html: str) -> list[tuple[str, str, str]]:
    tree = etree.HTML(html)
    return [(element.tag, name, value) for element in tree.iter() for name, value in element.attrib.items()]


def test_a_note_leads_to_the_note_on_the_articles_page(site: Site) -> None:
    """Two articles of a feed have notes of one name."""
    assert 'href="https://tin.example/tin/2025/10/day-du/#fn' in texts(site, "content")[0]


def test_a_link_without_words_has_the_title_of_its_article(site: Site) -> None:
    """As on the page."""
    assert '<a href="https://tin.example/tin/2025/05/cu/">Chợ &amp; «bến»</a>' in texts(site, "content")[0]


def test_the_text_has_picture_files_and_corrections(site: Site) -> None:
    """What the page shows beside the text."""
    content = texts(site, "content")[0]
    assert '<img src="https://tin.example/media/cho.svg" alt="Chợ" width="160" height="90">' in content
    assert '<a href="https://tin.example/media/lich%20r%C3%A1c.pdf">Lịch</a>' in content
    assert "<del>17 giờ</del>" in content


def test_the_json_feed_says_the_same(site: Site) -> None:
    """One list of items, two forms."""
    pairs = zip(json_feed(site)["items"], entries(site), strict=True)
    for item, entry in pairs:
        assert item["id"] == entry.findtext(f"{ATOM}id")
        assert item["content_html"] == entry.findtext(f"{ATOM}content")
        assert item["title"] == entry.findtext(f"{ATOM}title")


def test_a_file_to_download_comes_with_its_type_and_size(site: Site) -> None:
    """Whatever the operating system knows of endings."""
    (one,) = json_feed(site)["items"][0]["attachments"]
    assert one == {
        "url": "https://tin.example/media/lich%20r%C3%A1c.pdf",
        "mime_type": "application/pdf",
        "title": "Lịch",
        "size_in_bytes": 10,
    }


def test_the_feed_is_as_new_as_its_newest_change(site: Site) -> None:
    """The day of the correction; never the clock."""
    assert atom(site).findtext(f"{ATOM}updated") == "2025-10-09T00:00:00+07:00"
    assert texts(site, "published")[0] == "2025-10-07T15:55:00+07:00"


def test_a_feed_without_entries_is_there_for_those_who_wait(site: Site) -> None:
    """A subscription outlives the withdrawal of the only article."""
    assert texts(site, "id", "chu-de/an-sinh-xa-hoi/") == []
    assert atom(site, "chu-de/an-sinh-xa-hoi/").findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"


def test_an_article_of_another_language_says_so(site: Site) -> None:
    """A reader's program reads it aloud."""
    name = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [entry.get(name) for entry in entries(site, "dia-phuong/ben-cat/")] == ["en"]


def test_the_id_outlives_a_new_title_and_a_move(site: Site) -> None:
    """The same article is never new again."""
    before = texts(site, "id", "dia-phuong/ben-cat/")
    (site.root / "content/news/2025/10/en.md").unlink()
    moved = article("Other", "2025-10-01", "ben-cat", aliases="[/tin/2025/10/en/]")
    site.write("news/2025/10/khac.md", moved)
    site.build()
    assert texts(site, "id", "dia-phuong/ben-cat/") == before == ["tag:tin.example,2026:/tin/2025/10/en"]


def test_the_id_outlives_another_host_where_the_authority_is_named(site: Site) -> None:
    """A merged ward's site moves."""
    before = texts(site, "id")
    moved = replace(site.settings, site_url="https://phuong.example/tin/", feed_authority="tin.example,2026:/")
    replace(site, settings=moved).build()
    assert texts(site, "id") == before


def test_what_xml_cannot_hold_is_left_out(make_site: MakeSite) -> None:
    """An entity may name a control character."""
    site = make_site()
    site.write("news/2025/10/mot.md", article("Một", body="A&#12;B&#x1;C &#xFFFE; hết"))
    site.build()
    assert GRAMMAR(etree.fromstring(site.tree()["feed.xml"]))


def test_text_is_composed(make_site: MakeSite) -> None:
    """NFC, even where an entity brings a mark of its own."""
    site = make_site()
    site.write("news/2025/10/mot.md", article("Một", body="Hoa&#x300; bình"))
    site.build()
    data = {path: text.decode() for path, text in {**feeds(site, "xml"), **feeds(site, "json")}.items()}
    assert [path for path, text in data.items() if not unicodedata.is_normalized("NFC", text)] == []


def test_drafts_embargoed_and_withdrawn_articles_are_in_no_feed(make_site: MakeSite) -> None:
    """Nor anything that links to them."""
    site = make_site(
        f"""
-- content/news/2025/10/nhap.md --
{article("MARK", body="MARK", status="draft")}
-- content/news/2025/12/mai.md --
{article("MARK", "2025-12-02", body="MARK")}
-- content/news/2025/10/rut.md --
{article("MARK", body="MARK", status="withdrawn", withdrawn="{date: 2025-10-10, reason: MARK}")}
"""
    )
    site.build()
    found = {**feeds(site, "xml"), **feeds(site, "json")}
    assert [path for path, data in found.items() if b"MARK" in data] == []


def test_twenty_entries_newest_first(make_site: MakeSite) -> None:
    """The contract."""
    site = make_site()
    for number in range(1, 26):
        site.write(f"news/2025/10/tin-{number}.md", article(f"Tin {number}", f"2025-10-{number:02}"))
    site.build()
    assert texts(site, "title", "dia-phuong/ben-cat/") == [f"Tin {number}" for number in range(25, 5, -1)]


def test_a_new_article_changes_the_feeds_of_its_lists_and_of_the_site(make_site: MakeSite) -> None:
    """And no other one."""
    site = make_site()
    site.write("news/2025/10/mot.md", article("Một", tags="an-sinh-xa-hoi"))
    site.build()
    before = site.tree()
    site.write("news/2025/10/hai.md", article("Hai", "2025-10-08", "ben-nghe", tags="thong-bao"))
    site.build()
    changed = {path for path, data in site.tree().items() if before.get(path) != data and "feed" in path}
    folders = ("", "dia-phuong/ben-nghe/", "chu-de/thong-bao/")
    assert changed == {f"{folder}feed.{ending}" for folder in folders for ending in ("xml", "json")}


def test_a_page_with_feeds_leads_to_them(site: Site) -> None:
    """For programs in its head, for people below its text."""
    for address in ("", "dia-phuong/ben-cat/", "can-bo/nguyen-van-a/", "chu-de/thong-bao/", "dinh-chinh/"):
        head, _, body = site.html(address).partition("</head>")
        up = "../" * address.count("/")
        assert '<link rel="alternate" type="application/atom+xml" title=' in head
        assert f'href="{up}{address}feed.xml"' in head
        assert f'href="{up}{address}feed.json"' in body


def test_a_page_without_feeds_promises_none(site: Site) -> None:
    """Articles and archives."""
    assert "feed.xml" not in site.html("tin/2025/10/en/") + site.html("luu-tru/2025/10/")


def test_the_list_of_feeds_names_every_feed_once(site: Site) -> None:
    """And nothing that is not there."""
    root = ET.fromstring(site.tree()["feeds.opml"])  # noqa: S314 - our own file
    named = [one.get("xmlUrl", "") for one in root.iter("outline") if one.get("xmlUrl")]
    assert sorted(named) == sorted(f"https://tin.example/{path}" for path in feeds(site, "xml"))


def test_the_list_of_feeds_changes_with_the_registry_only(site: Site) -> None:
    """A program that took it need not take it again."""
    before = site.tree()["feeds.opml"]
    site.write("news/2025/11/moi.md", article("Mới", "2025-11-01"))
    site.build()
    assert site.tree()["feeds.opml"] == before


def test_without_site_url_there_are_no_feeds(make_site: MakeSite) -> None:
    """Their addresses would lead nowhere."""
    site = make_site(FULL)
    bare = replace(site, settings=replace(site.settings, site_url=""))
    bare.build()
    assert [path for path in bare.tree() if path.rpartition("/")[2].startswith("feed")] == []
    assert "feed.xml" not in bare.html("")

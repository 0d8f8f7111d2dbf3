"""Which feeds there are, that they are valid, and what changes them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import jsonschema
from lxml import etree

from conftest import Site, article
from outputs.feeds import ATOM, FULL, atom, feeds, texts

MakeSite = Callable[[str], Site]

SCHEMAS = Path(__file__).with_name("schemas")
GRAMMAR = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
JSON_SCHEMA = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "json-feed.json").read_text(encoding="utf-8")))


def test_every_atom_feed_fits_the_grammar_of_the_rfc(site: Site) -> None:
    """RFC 4287, appendix B."""
    found = feeds(site, "xml")
    assert len(found) == 13  # home, five wards, three officials, three topics, corrections
    faults = {path: GRAMMAR.error_log.last_error for path, data in found.items() if not GRAMMAR(etree.fromstring(data))}
    assert faults == {}


def test_every_atom_feed_is_read_without_complaint(site: Site) -> None:
    """By the reader that most programs in Python use."""
    parsed = {path: feedparser.parse(data) for path, data in feeds(site, "xml").items()}
    assert {path: found.get("bozo_exception") for path, found in parsed.items() if found.bozo} == {}


def test_every_json_feed_fits_the_schema(site: Site) -> None:
    """JSON Feed 1.1."""
    found = feeds(site, "json")
    assert len(found) == 13
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


def test_a_feed_without_entries_is_there_for_those_who_wait(site: Site) -> None:
    """A subscription outlives the withdrawal of the only article."""
    assert texts(site, "id", "chu-de/an-sinh-xa-hoi/") == []
    assert atom(site, "chu-de/an-sinh-xa-hoi/").findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"


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

"""What an entry of a feed tells: absolute, and the same entry for ever."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from lxml import etree

from conftest import Site, article
from outputs.feeds import ATOM, atom, entries, json_feed, texts

MakeSite = Callable[[str], Site]


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
        "size_in_bytes": 9,
    }


def test_the_feed_is_as_new_as_its_newest_change(site: Site) -> None:
    """The day of the correction; never the clock."""
    assert atom(site).findtext(f"{ATOM}updated") == "2025-10-09T00:00:00+07:00"
    assert texts(site, "published")[0] == "2025-10-07T15:55:00+07:00"


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


def test_twenty_entries_newest_first(make_site: MakeSite) -> None:
    """The contract."""
    site = make_site()
    for number in range(1, 26):
        site.write(f"news/2025/10/tin-{number}.md", article(f"Tin {number}", f"2025-10-{number:02}"))
    site.build()
    assert texts(site, "title", "dia-phuong/ben-cat/") == [f"Tin {number}" for number in range(25, 5, -1)]

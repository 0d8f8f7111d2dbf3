"""What time and withdrawal do to an article: where its words are, and where they are not."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from bantin.build import BuildOptions, Project, build_site
from bantin.build.cache import Cache
from bantin.build.code import digest_code
from bantin.model import ContentError
from bantin.text.dates import VIETNAM
from conftest import NOW, Site, article

MakeSite = Callable[[str], Site]

MARK = "qxzvw"
"""Letters that no word has: title, text and every field of the article hold them."""
SLUG = "thong-bao-lich"
ARTICLE = f"""---
title: Lịch {MARK}
date: {{date}}
ward: ben-cat
officials: [{{{{name: nguyen-van-a, role: Chủ tịch {MARK}}}}}]
tags: [thong-bao]
summary: Tóm tắt {MARK}.
byline: {MARK} B
source: {MARK} nguồn
image: {{{{src: ../../../media/anh-{MARK}.svg, alt: Ảnh {MARK}, caption: Chú {MARK}, credit: {MARK}}}}}
attachments: [{{{{src: ../../../media/tep-{MARK}.pdf, title: Tệp {MARK}}}}}]
corrections: [{{{{date: 2025-11-02, was: sai {MARK}, now: đúng {MARK}}}}}]
{{more}}
---

Nội dung {MARK}.
"""
MEDIA = f"""
-- content/media/anh-{MARK}.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90" viewBox="0 0 160 90"><path d="M0 0"/></svg>
-- content/media/tep-{MARK}.pdf --
%PDF {MARK}
"""


def write(site: Site, date: str = "2025-11-01", more: str = "") -> None:
    """Write the marked article."""
    site.write(f"news/2025/11/{SLUG}.md", ARTICLE.format(date=date, more=more))


def find_mark(site: Site, mark: str = MARK) -> set[str]:
    """Return the files whose name or content, unpacked, holds a mark; in the index a word is no text but its hash."""
    return {
        path for path, data in site.tree().items() if mark in path or any(mark.encode() in one for one in _unpack(data))
    }


def _unpack(data: bytes) -> list[bytes]:
    forms = [data]
    with suppress(OSError, EOFError, zlib.error):
        forms.append(gzip.decompress(data))
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        with suppress(zlib.error):
            forms.append(zlib.decompress(data, bits))
    return forms


def search_files(site: Site) -> dict[str, bytes]:
    """Return the search index, in which words are hashed."""
    return {path: data for path, data in site.tree().items() if path.startswith("search/")}


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    """A site of one other article, and the marked one's media."""
    found = make_site(MEDIA)
    found.write("news/2025/10/khac.md", article("Khác"))
    return found


def build_without(site: Site) -> dict[str, bytes]:
    """Return the search index of the same site without the marked article."""
    (site.root / f"content/news/2025/11/{SLUG}.md").unlink()
    site.build("without", cache="without.sqlite")
    return {path: data for path, data in site.tree("without").items() if path.startswith("search/")}


def test_a_published_article_is_everywhere_it_should_be(site: Site) -> None:
    """Page, lists, feeds, data, corrections, media: otherwise the tests below would find nothing anyway."""
    write(site)
    site.build()
    found = find_mark(site)
    expected = {
        f"tin/2025/11/{SLUG}/index.html",
        *("index.html", "feed.xml", "feed.json"),
        *(f"dia-phuong/ben-cat/{name}" for name in ("index.html", "feed.xml", "feed.json")),
        *(f"can-bo/nguyen-van-a/{name}" for name in ("index.html", "feed.xml", "feed.json")),
        *(f"chu-de/thong-bao/{name}" for name in ("index.html", "feed.xml", "feed.json")),
        *(f"dinh-chinh/{name}" for name in ("index.html", "feed.xml", "feed.json")),
        *("luu-tru/2025/11/index.html", "api/tin/2025/11.json", "api/tin/2025/11.csv", "api/can-bo/nguyen-van-a.json"),
        *(f"media/anh-{MARK}.svg", f"media/tep-{MARK}.pdf"),
    }
    assert expected - found == set()


def test_an_embargoed_article_is_nowhere(site: Site) -> None:
    """Not a word of it, not its address, not its pictures; the index is that of a site without it."""
    write(site, "2025-12-24T08:00")
    site.build()
    assert find_mark(site) == set()
    assert find_mark(site, SLUG) == set()
    assert search_files(site) == build_without(site)


def test_a_link_without_words_does_not_tell_an_embargoed_title(site: Site) -> None:
    """Neither on the page that links nor in a feed; when the day has come, both name it."""
    write(site, "2025-12-24T08:00")
    site.write("news/2025/10/khac.md", article("Khác", body=f"Xem [](../11/{SLUG}.md) nhé."))
    site.build()
    assert find_mark(site) | find_mark(site, SLUG) == set()
    replace(site, now=instant("2025-12-24T08:00")).build()
    assert {"tin/2025/10/khac/index.html", "dia-phuong/ben-cat/feed.xml"} <= find_mark(site)


def test_a_withdrawn_article_leaves_its_title_on_its_notice_and_nothing_else(site: Site) -> None:
    """Of all that it said only the title remains, and who signed it; lists, feeds, search and data forget it."""
    write(site)
    site.build()
    write(site, more="status: withdrawn\nwithdrawn: {date: 2025-11-20, reason: Nhầm lịch}")
    site.build()
    notice = f"tin/2025/11/{SLUG}/index.html"
    assert find_mark(site) == {notice}
    assert find_mark(site, SLUG) == {notice}
    html = site.tree()[notice].decode()
    assert "Nhầm lịch" in html
    assert "20/11/2025" in html
    said = ("Nội dung ", "Tóm tắt ", "sai ", "đúng ", "Chủ tịch ", "Tệp ", "Chú ")
    assert [text for text in said if text + MARK in html] == []
    assert search_files(site) == build_without(site)


def test_an_article_that_is_taken_down_leaves_no_trace(site: Site) -> None:
    """The recipe of docs/go-bai.md: the file goes, its media go, a digest of the address says that it was meant."""
    write(site)
    site.build()
    (site.root / f"content/news/2025/11/{SLUG}.md").unlink()
    for path in (site.root / "content/media").glob(f"*{MARK}*"):
        path.unlink()
    site.build()
    assert find_mark(site) | find_mark(site, SLUG) == set()


def test_a_person_that_is_taken_down_leaves_no_trace(make_site: MakeSite) -> None:
    """The recipe of docs/go-bai.md: out of the registry, out of the fields, initials in the text."""
    site = make_site()
    site.write("registry/officials.yml", f"- id: tran-{MARK}\n  name: Trần {MARK}\n")
    site.write("news/2025/10/mot.md", article("Một", officials=f"[tran-{MARK}]", body=f"Bà Trần {MARK} phát biểu."))
    site.build()
    assert find_mark(site)
    site.write("registry/officials.yml", "- id: nguyen-van-a\n  name: Nguyễn Văn A\n")
    site.write("news/2025/10/mot.md", article("Một", updated="2025-11-20", body="Bà T. phát biểu."))
    site.build()
    assert find_mark(site) == set()


def test_an_expired_article_stays_and_leaves_the_front_page(site: Site) -> None:
    """Its page says so; its feeds keep it."""
    write(site, more="expires: 2025-11-20")
    site.build()
    assert MARK not in site.html("")
    assert MARK in site.html("dia-phuong/ben-cat/")
    assert "20/11/2025" in site.html(f"tin/2025/11/{SLUG}/")


def instant(text: str) -> datetime:
    """Return a moment at +07:00."""
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("date", "more", "due"),
    [
        ("2025-12-24T08:00", "", "2025-12-24T08:00:00+07:00"),
        ("2025-11-01", "expires: 2025-12-05", "2025-12-05T23:59:59+07:00"),
        ("2025-11-01", "pinned_until: 2025-12-03", "2025-12-03T23:59:59+07:00"),
        ("2025-11-01", "pinned_until: 2025-12-09\nexpires: 2025-12-05T10:00", "2025-12-05T10:00:00+07:00"),
        ("2025-11-01", "expires: 2025-11-05", ""),
        ("2025-12-24", "status: draft", ""),
        ("2025-11-01", "expires: 2025-12-05\nstatus: withdrawn\nwithdrawn: {date: 2025-11-20, reason: Nhầm}", ""),
    ],
)
def test_a_build_tells_when_the_next_thing_is_due(site: Site, date: str, more: str, due: str) -> None:
    """By the first build and by one that has nothing to do."""
    write(site, date, more)
    assert [site.build().due, site.build().due] == [due, due]


def test_nothing_changes_before_what_is_due_and_something_does_then(site: Site) -> None:
    """So a machine need build at that instant only."""
    write(site, "2025-12-24T08:00", "expires: 2025-12-30T10:00\npinned_until: 2025-12-26T09:00")
    due, states = site.build().due, [site.tree()]
    while due:
        replace(site, now=instant(due[:19]) - timedelta(seconds=1)).build()
        assert site.tree() == states[-1]
        due = replace(site, now=instant(due[:19])).build().due
        states.append(site.tree())
    assert len(states) == 4
    assert all(before != after for before, after in pairwise(states))


def test_an_address_that_would_vanish_stops_a_strict_build(site: Site) -> None:
    """Nothing is written; the problem names the file."""
    write(site)
    site.build()
    project = Project(site.root, site.root / "mkdocs.yml")
    manifest = next(project.private.glob("manifest-*.tsv"))
    (site.root / f"content/news/2025/11/{SLUG}.md").unlink()
    options = BuildOptions(NOW, site.root / "other", 1, strict=True, published=manifest)
    with Cache(project.private / "cache.sqlite", digest_code()) as cache, pytest.raises(ContentError) as caught:
        build_site(project, site.host, cache, options)
    assert [(one.rule, one.path) for one in caught.value.problems] == [
        ("address-gone", f"content/news/2025/11/{SLUG}.md")
    ]
    assert not (site.root / "other").exists()


def test_a_build_without_strict_tells_it_and_goes_on(site: Site) -> None:
    """As with other errors."""
    write(site)
    site.build()
    project = Project(site.root, site.root / "mkdocs.yml")
    manifest = next(project.private.glob("manifest-*.tsv"))
    (site.root / f"content/news/2025/11/{SLUG}.md").unlink()
    with Cache(project.private / "cache.sqlite", digest_code()) as cache:
        told = build_site(project, site.host, cache, BuildOptions(NOW, site.out, 1, published=manifest))
        then = build_site(project, site.host, cache, BuildOptions(NOW, site.out, 1))
    assert (told.errors, then.errors) == (1, 0)

"""The index is a function of the content, and a change touches what it must."""

from __future__ import annotations

from collections.abc import Callable
from zlib import crc32

import pytest

from bantin.plan.documents import Document
from bantin.read import read_article
from bantin.search.hashes import hash_tokens
from bantin.search.lexicon import load_lexicon, make_lexicon
from bantin.search.terms import LEVELS, NAMES, article_terms, cut, hash_text, unpack
from bantin.search.tier import find_postings, hash_names
from bantin.search.tokens import tokenise
from conftest import Site, article


def index(site: Site, out: str = "site") -> dict[str, bytes]:
    """Return the files of the index of a built site."""
    return {path: data for path, data in site.tree(out).items() if path.startswith("search/")}


def terms(*found: str) -> set[int]:
    """Return the hashes of terms."""
    return {crc32(term.encode()) for term in found}


def test_the_index_is_the_same_from_any_history(make_site: Callable[[str], Site]) -> None:
    """Articles added one by one, edited and removed give the bytes of a clean build."""
    site = make_site()
    for number in range(70):
        site.write(f"news/2025/10/tin-{number:02}.md", article(f"Tin số {number}", body=f"Khu phố {number} họp dân."))
        if number in {3, 62, 63, 64, 69}:
            site.build()
    site.write("news/2025/10/tin-05.md", article("Tin sửa", body="Nội dung khác hẳn."))
    site.build()
    (site.root / "content/news/2025/10/tin-66.md").unlink()
    site.build()
    site.build("clean", cache="other.sqlite")
    assert index(site) == index(site, "clean")
    assert len(index(site)) > 10


def test_a_word_changed_changes_the_buckets_of_its_terms_alone(make_site: Callable[[str], Site]) -> None:
    """The word and its two pairs, the old ones and the new ones: six buckets at most, and the manifest."""
    site = make_site()
    for number in range(80):
        site.write(f"news/2025/09/tin-{number:02}.md", article(f"Tin {number}", "2025-09-01", body="Một hai ba bốn."))
    site.write(
        "news/2025/09/tin-07.md", article("Tin 7", "2025-09-01", body="Một hai ba bốn.", summary="Một hai ba bốn.")
    )
    site.build()
    before = index(site)
    site.write(
        "news/2025/09/tin-07.md", article("Tin 7", "2025-09-01", body="Một hai xổ bốn.", summary="Một hai ba bốn.")
    )
    site.build()
    changed = [path for path in index(site) if path not in before]
    assert 1 <= len(changed) <= 6
    assert {path.split("/")[2][0] for path in changed} == {"b"}


def test_a_document_has_a_term_once() -> None:
    """At its most prominent place: the ward's name stands in the body, too."""
    names = hash_names([("ward", "ben-cat", ("phường Bến Cát",))], load_lexicon(()), 0, 1 << 32)
    document = Document(7, "", "Tin", "tin/2025/10/tin/", ("ben-cat",), (), (), ("ben-cat",), ("ben-cat",))
    reading = read_article("news/2025/10/tin.md", article(body="Dân Bến Cát họp.").encode(), 64)
    assert reading.article
    terms = article_terms(reading.article, "<p>Dân Bến Cát họp.</p>", load_lexicon(()))
    postings = find_postings(document, terms, names, 0, 1 << 32)
    assert {one.level for one in postings if one.term == crc32(b"ben cat")} == {NAMES}
    assert len({one.term for one in postings}) == len(postings)


def test_an_article_that_is_not_shown_is_in_no_file(make_site: Callable[[str], Site]) -> None:
    """Neither a draft nor one that is withdrawn or whose day has not come."""
    site = make_site("-- content/news/2025/10/tin.md --\n" + article())
    site.build()
    before = index(site)
    site.write("news/2025/10/nhap.md", article("Bản nháp xổ số", status="draft"))
    site.write("news/2026/10/mai.md", article("Ngày mai xổ số", "2026-10-01"))
    rest = {"status": "withdrawn", "withdrawn": "{date: 2025-10-08, reason: Sai}"}
    site.write("news/2025/10/rut.md", article("Đã rút xổ số", **rest))
    assert site.build().errors == 0
    assert index(site) == before


def test_pairs_of_neighbours_are_terms() -> None:
    """A pair's hash continues that of its first token."""
    assert hash_tokens(tokenise("Bến Cát, đường")) == terms("ben", "cat", "duong", "ben cat", "cat duong")


def test_a_phrase_stands_for_the_others_of_its_group() -> None:
    """With the words before and after it."""
    lexicon = make_lexicon([("UBND", "ủy ban nhân dân")])
    found = hash_text("Chủ tịch UBND phường", lexicon)
    assert terms("ubnd", "tich uy", "uy ban", "ban nhan", "nhan dan", "dan phuong") <= found
    assert terms("tich ubnd", "ubnd phuong") <= hash_text("Chủ tịch ủy ban nhân dân phường", lexicon)


def test_a_job_gets_its_range_of_terms_alone() -> None:
    """Two halves together are the whole, level by level."""
    reading = read_article("news/2025/10/tin.md", article("Chợ nổi", body="x").encode(), 64)
    assert reading.article is not None
    blob = article_terms(reading.article, "<p>Một hai ba bốn năm.</p>", make_lexicon(()))
    low, high = map(unpack, cut(blob, [(0, 1 << 31), (1 << 31, 1 << 32)]))
    assert [[*low[level], *high[level]] for level in range(LEVELS)] == [[*row] for row in unpack(blob)]


def test_a_file_that_somebody_took_away_comes_back(
    make_site: Callable[[str], Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also one of a part that is large enough to be patched."""
    monkeypatch.setattr("bantin.build.index.MOST", 8)
    site = make_site()
    for number in range(70):
        site.write(f"news/2025/10/tin-{number:02}.md", article(f"Tin {number}", body=f"Khu phố {number} họp."))
    site.build()
    before = index(site)
    for path in before:
        if path.startswith("search/middle/b"):
            (site.out / path).unlink()
    site.build()
    assert index(site) == before

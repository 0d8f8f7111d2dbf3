"""The reader's module finds what a reader means, and says so where there is nothing."""

from __future__ import annotations

import gzip
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import Site, article
from search.labelled import Labelled, load_labelled
from search.node import run_node

QUESTIONS = load_labelled()


def ask(site: Path, *questions: str, **options: object) -> list[dict[str, Any]]:
    """Return the answers of the index of a built site."""
    asked = [{"query": one, "options": options} for one in questions]
    answers: list[dict[str, Any]] = run_node("ask.mjs", asked, str(site))
    return answers


def addresses(answer: dict[str, Any]) -> list[str]:
    """Return the addresses of the hits, in order."""
    return [hit["url"] for hit in answer["hits"]]


@pytest.fixture(scope="module")
def answers(content_site: Path) -> list[dict[str, Any]]:
    """The answers to all labelled questions."""
    texts = (unicodedata.normalize("NFD" if one.category == "decomposed" else "NFC", one.query) for one in QUESTIONS)
    return ask(content_site, *texts)


def test_there_are_enough_questions() -> None:
    """At least 150, and no category with fewer than three."""
    categories = [one.category for one in QUESTIONS]
    assert len(QUESTIONS) >= 150
    assert min(map(categories.count, categories)) >= 3


@pytest.mark.parametrize("number", range(len(QUESTIONS)), ids=[f"{one.category}: {one.query}" for one in QUESTIONS])
def test_a_labelled_question_is_answered_as_labelled(number: int, answers: list[dict[str, Any]]) -> None:
    """All that is expected is found, first where it must be, and nothing where nothing fits."""
    question: Labelled = QUESTIONS[number]
    assert question.judge(addresses(answers[number])), addresses(answers[number])


def test_an_answer_has_the_form_of_the_contract(content_site: Path) -> None:
    """Hits, what was corrected, chips and facets."""
    (answer,) = ask(content_site, "ben cat trat tu do thi")
    (hit,) = answer["hits"]
    assert answer["total"] == 1
    assert (hit["date"], hit["wards"]) == ("2025-10-07", [{"id": "ben-cat", "name": "phường Bến Cát"}])
    assert "<mark>trật tự đô thị</mark>" in hit["snippet"]
    assert answer["corrected"] is None
    assert {(one["kind"], one["id"]) for one in answer["chips"]} == {("ward", "ben-cat"), ("topic", "trat-tu-do-thi")}
    assert answer["facets"]["year"] == [{"id": "2025", "name": "2025", "count": 1}]
    assert answer["facets"]["ward"][0] == {"id": "ben-cat", "name": "phường Bến Cát", "count": 1}


def test_a_snippet_is_the_articles_own_words(content_site: Path) -> None:
    """Byline, captions and paragraphs stand apart in it; that the news has expired is told elsewhere."""
    (answer,) = ask(content_site, "nước yếu")
    snippet = answer["hits"][0]["snippet"]
    assert snippet.startswith("<mark>Nước yếu</mark> hoặc ngừng chảy từ 21 giờ")
    assert "trước 20 giờ. Ban biên tập · Nên trữ đủ nước dùng cho một đêm. Ảnh: Minh họa · Để súc rửa" in snippet


@pytest.mark.parametrize(
    ("query", "corrected"),
    [
        ("beens casts", "bến cát"),
        ("ben61 cat1", "bến cát"),
        ("trat tu do thj", "trật tự đô thị"),
        ("bem cat", "bến cát"),
        ("ben cat", None),
        ("xo so", None),
    ],
)
def test_what_was_corrected_is_told(content_site: Path, query: str, corrected: str | None) -> None:
    """As it is written in the article found."""
    (answer,) = ask(content_site, query)
    assert answer["corrected"] == corrected


def test_words_that_stand_apart_are_told_apart(content_site: Path) -> None:
    """A reader learns that no article has them side by side."""
    apart, together = ask(content_site, "lịch rác", "thu gom rác")
    assert (apart["scattered"], together["scattered"]) == (True, False)
    assert addresses(apart) == ["tin/2025/10/ben-cat-lich-thu-gom-rac-tu-thang-11/"]


def test_words_that_stand_apart_keep_the_tones_that_are_typed(make_site: Callable[[str], Site]) -> None:
    """A stadium is not there because somebody is ready ("sẵn sàng") and others are asked to come ("vận động")."""
    site = make_site()
    site.write(
        "news/2025/10/mot.md", article("Tin", "2025-10-01", body="Phường sẵn sàng cho ngày hội, vận động bà con.")
    )
    site.build()
    none, one = ask(site.out, "sân vận động", "sẵn vận động")
    assert (addresses(none), addresses(one)) == ([], ["tin/2025/10/mot/"])


def test_a_question_is_answered_without_what_only_asks(content_site: Path) -> None:
    """And the reader is told for which words; an hour, which is several tokens, stands there once."""
    where, when = ask(content_site, "khi nào tạm ngừng cấp nước ở Khánh Hậu", "bao giờ cúp nước 21h")
    assert (where["corrected"], when["corrected"]) == ("tạm ngừng cấp nước ở Khánh Hậu", "cúp nước 21h")
    assert addresses(where) == addresses(when) == ["tin/2025/11/khanh-hau-tam-ngung-cap-nuoc-ngay-12-11/"]


def test_a_telephone_number_is_found_in_one_piece(make_site: Callable[[str], Site]) -> None:
    """However its digits are grouped in the text."""
    site = make_site()
    site.write("news/2025/10/mot.md", article("Tin", "2025-10-01", body="Gọi 1900 9494 hoặc 0274 3.555.555."))
    site.build()
    assert [answer["total"] for answer in ask(site.out, "19009494", "02743555555", "19009495")] == [1, 1, 0]


def test_filters_narrow(content_site: Path) -> None:
    """By ward with its lineage, topic, official and days."""
    wards = ask(content_site, "phường", ward="sai-gon")[0]
    days = ask(content_site, "phường", **{"from": "2025-10-01", "to": "2025-10-31"})[0]
    official = ask(content_site, "", official="to-thi-bich-chau")[0]
    assert addresses(wards) == ["tin/2022/12/ben-nghe-tong-ket-cong-tac-nam-2022/"]
    assert {hit["date"][:7] for hit in days["hits"]} == {"2025-10"}
    assert addresses(official) == ["tin/2023/02/cau-kho-ban-trong-tam-nam-2023/"]


def test_the_newest_first_on_request_and_page_by_page(content_site: Path) -> None:
    """Two pages of three are the first six."""
    (whole,) = ask(content_site, "phường", sort="date", limit=6)
    first, second = (ask(content_site, "phường", sort="date", limit=3, offset=offset)[0] for offset in (0, 3))
    dates = [hit["date"] for hit in whole["hits"]]
    assert dates == sorted(dates, reverse=True)
    assert addresses(first) + addresses(second) == addresses(whole)


def test_a_facet_counts_what_its_filter_gives(content_site: Path) -> None:
    """For every ward, topic and official of an answer."""
    (answer,) = ask(content_site, "phường")
    for kind in ("ward", "topic", "official"):
        for facet in answer["facets"][kind]:
            (narrowed,) = ask(content_site, "phường", **{kind: facet["id"]})
            assert narrowed["total"] == facet["count"], facet


def test_an_article_counts_under_its_ward_and_what_that_became(make_site: Callable[[str], Site]) -> None:
    """As on the wards' pages; the names of those before find it, too, and all of them are offered as filters."""
    wards = """-- content/registry/wards.yml --
- {id: lai-hung, name: Lai Hưng, kind: xã, province: TP. Hồ Chí Minh, until: 2025-06-30, successors: [ben-cat]}
- {id: ben-cat, name: Bến Cát, kind: phường, province: TP. Hồ Chí Minh}
"""
    site = make_site(wards)
    site.write("news/2024/10/cu.md", article("Tin cũ", "2024-10-01", ward="lai-hung"))
    site.write("news/2025/10/moi.md", article("Tin mới", "2025-10-01", ward="ben-cat"))
    site.build()
    (answer,) = ask(site.out, "lai hưng")
    assert {facet["id"]: facet["count"] for facet in answer["facets"]["ward"]} == {"ben-cat": 2, "lai-hung": 1}
    assert sorted(addresses(answer)) == ["tin/2024/10/cu/", "tin/2025/10/moi/"]
    assert [chip["id"] for chip in answer["chips"]] == ["lai-hung", "ben-cat"]
    (old,) = ask(site.out, "tin", ward="lai-hung")
    assert addresses(old) == ["tin/2024/10/cu/"]


def test_editors_words_are_found_both_ways(make_site: Callable[[str], Site]) -> None:
    """A group of registry/search.yml: who types one word finds the other."""
    site = make_site("-- content/registry/search.yml --\n- [TTYT, trung tâm y tế]")
    site.write("news/2025/10/mot.md", article("Tin một", body="Đến TTYT phường khám bệnh."))
    site.write("news/2025/10/hai.md", article("Tin hai", body="Đến trung tâm y tế phường khám bệnh."))
    assert site.build().problems == ()
    short, long = ask(site.out, "TTYT phường", "trung tâm y tế phường")
    assert set(addresses(short)) == set(addresses(long)) == {"tin/2025/10/mot/", "tin/2025/10/hai/"}


def test_a_title_comes_before_a_body(make_site: Callable[[str], Site]) -> None:
    """Though the other article is newer."""
    site = make_site()
    site.write("news/2025/10/mot.md", article("Chợ nổi họp lại", "2025-10-01"))
    site.write("news/2025/10/hai.md", article("Tin", "2025-10-02", body="Bài về chợ nổi."))
    site.build()
    assert addresses(ask(site.out, "cho noi")[0]) == ["tin/2025/10/mot/", "tin/2025/10/hai/"]


def test_tones_as_typed_come_first(make_site: Callable[[str], Site]) -> None:
    """What differs in tones alone is found too, after it."""
    site = make_site()
    site.write("news/2025/10/mot.md", article("Tin", "2025-10-01", body="Người dân bán cá ở chợ."))
    site.write("news/2025/10/hai.md", article("Tin", "2025-10-02", body="Người dân bạn ca ở chợ."))
    site.build()
    assert addresses(ask(site.out, "bán cá")[0]) == ["tin/2025/10/mot/", "tin/2025/10/hai/"]


def test_words_side_by_side_come_before_words_apart(make_site: Callable[[str], Site]) -> None:
    """The phrase itself is the right answer, though its pairs stand in a newer article too."""
    site = make_site()
    site.write("news/2025/10/mot.md", article("Tin", "2025-10-01", body="Có một hai ba bốn năm người."))
    site.write("news/2025/10/hai.md", article("Tin", "2025-10-02", body="Ba bốn. Một hai. Hai ba. Bốn năm."))
    site.build()
    assert addresses(ask(site.out, "một hai ba bốn")[0])[0] == "tin/2025/10/mot/"


def test_a_page_open_across_a_deployment_still_answers(content_site: Path) -> None:
    """Files of the old manifest are gone: the new one is fetched once, and names those that are there."""
    assert run_node("trouble.mjs", "deployment", str(content_site)) == {"total": 3, "manifests": 2}


@pytest.mark.parametrize(("trouble", "kind"), [("missing", "missing"), ("damaged", "damaged"), ("cut", "damaged")])
def test_a_file_that_is_missing_or_damaged_gives_a_clear_error(content_site: Path, trouble: str, kind: str) -> None:
    """SearchError tells which, and which file."""
    told = run_node("trouble.mjs", trouble, str(content_site))
    assert told["name"] == "SearchError"
    assert told["kind"] == kind
    assert told["file"]


def test_any_question_is_answered_within_bounds(content_site: Path) -> None:
    """2,000 random ones: any letters, very long, control characters; no exception, few requests, little time."""
    worst = run_node("fuzz.mjs", 2000, str(content_site))
    assert worst["requests"] <= 100
    assert worst["failed"] == []


def test_the_modules_are_small(content_site: Path) -> None:
    """12 KB compressed for all that a question needs; what puts slips right is loaded where nothing was found."""
    assert len(gzip.compress((content_site / "search/search.mjs").read_bytes(), 9)) <= 12_288

"""What a reader sees of an article."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from conftest import Site, article

MakeSite = Callable[[str], Site]

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90" viewBox="0 0 160 90"><path d="M0 0"/></svg>'
MEDIA = f"-- content/media/a.svg --\n{SVG}\n-- content/media/a.pdf --\n{'%PDF' * 600}\n"


def show(make_site: MakeSite, more: str = "", **parts: str) -> str:
    """Return the page of an article with these parts."""
    site = make_site(f"{MEDIA}-- content/news/2025/10/bai.md --\n{article(**parts)}{more}")
    report = site.build()
    assert report.errors == 0, report.problems
    return re.sub(r"\s+", " ", site.html("tin/2025/10/bai/"))


@pytest.mark.parametrize(
    ("date", "machine", "words"),
    [
        ("2025-10-07", "2025-10-07", "Thứ Ba, 07/10/2025"),
        ("2025-10-07T15:55", "2025-10-07T15:55:00+07:00", "Thứ Ba, 07/10/2025, 15:55"),
        ("2025-10-05", "2025-10-05", "Chủ nhật, 05/10/2025"),
        ("2025-10-06T23:30:00Z", "2025-10-07T06:30:00+07:00", "Thứ Ba, 07/10/2025, 06:30"),
    ],
)
def test_a_date_is_told_for_people_and_machines(make_site: MakeSite, date: str, machine: str, words: str) -> None:
    """Weekday, day, month, year, as offices write it; the time only where it is known."""
    assert f'<time datetime="{machine}">{words}</time>' in show(make_site, date=date)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Ngắn thôi.", "Đọc khoảng 1 phút"),
        (" ".join(["chữ"] * 700), "Đọc khoảng 3 phút"),
        ("\n\n".join(["![Một hàng cây mới trồng bên đường](../../../media/a.svg)"] * 60), "Đọc khoảng 1 phút"),
    ],
)
def test_the_time_of_reading_counts_what_is_read(make_site: MakeSite, body: str, told: str) -> None:
    """Syllables, 230 a minute; what stands in tags, as the words about a picture, is not read."""
    assert told in show(make_site, body=body)


def test_a_picture_has_caption_and_credit(make_site: MakeSite) -> None:
    """The credit goes after the caption, by its own name."""
    image = "{src: ../../../media/a.svg, alt: Cây xanh, caption: Đường mới, credit: L.T}"
    page = show(make_site, image=image)
    figure = re.search(r"<figure.*?</figure>", page)
    assert figure is not None
    assert re.search(r"Đường mới <span [^>]*>Ảnh: L\.T</span>", figure[0])


def test_a_picture_has_its_size(make_site: MakeSite) -> None:
    """The page does not jump when it loads."""
    page = show(make_site, image="{src: ../../../media/a.svg, alt: Cây xanh}")
    assert 'src="../../../../media/a.svg" alt="Cây xanh" width="160" height="90"' in page


def test_a_picture_of_the_text_with_emphasis_below_is_a_figure(make_site: MakeSite) -> None:
    """The caption ends in the credit."""
    page = show(make_site, body="![Cây](../../../media/a.svg)\n*Đường mới. (Ảnh: L.T)*")
    figure = re.search(r"<figure.*?</figure>", page)
    assert figure is not None
    assert "Đường mới." in figure[0]
    assert re.search(r"<span class=\"bt-figure__credit\">Ảnh: L\.T</span>", figure[0])


OTHER = f"-- content/news/2025/09/kia.md --\n{article('Bài <kia> & nọ', '2025-09-01')}"


def test_a_link_without_text_gets_the_title_of_its_article(make_site: MakeSite) -> None:
    """It stays right when the title changes; the title is text."""
    page = show(make_site, OTHER, body="Xem [](../09/kia.md).")
    assert '<a href="../../../../tin/2025/09/kia/">Bài &lt;kia&gt; &amp; nọ</a>' in page


def test_a_link_keeps_the_words_of_its_editor(make_site: MakeSite) -> None:
    """A title goes in only where nothing stands."""
    assert '<a href="../../../../tin/2025/09/kia/">bài này</a>' in show(
        make_site, OTHER, body="Xem [bài này](../09/kia.md)."
    )


@pytest.mark.parametrize("hidden", [{"status": "draft"}, {"date": "2026-09-01"}])
def test_a_link_to_what_is_not_shown_yet_loses_its_address(make_site: MakeSite, hidden: dict[str, str]) -> None:
    """The words stay; nothing tells what is coming."""
    month = hidden.get("date", "2025-09-01")[:7].replace("-", "/")
    other = f"-- content/news/{month}/kia.md --\n{article('Bài kia', **({'date': '2025-09-01'} | hidden))}"
    page = show(make_site, other, body=f"Xem [bài này](../../{month}/kia.md).")
    assert re.search(r"Xem (<a>)?bài này(</a>)?\.", page)
    assert "kia/" not in page


def test_an_expired_article_says_since_when(make_site: MakeSite) -> None:
    """And is kept for who looks it up."""
    page = show(make_site, expires="2025-11-15")
    assert "Tin này đã hết hạn" in page
    assert '<time datetime="2025-11-15">Thứ Bảy, 15/11/2025</time>' in page
    assert "Nội dung." in page


def test_an_article_that_will_expire_says_nothing_of_it(make_site: MakeSite) -> None:
    """The notice comes with the day."""
    assert "Tin này đã hết hạn" not in show(make_site, expires="2025-12-15")


WITHDRAWN = {
    "status": "withdrawn",
    "withdrawn": "{date: 2025-10-10, reason: Nhầm số liệu}",
    "summary": "Tóm tắt sai",
    "officials": "Nguyễn Văn A",
    "image": "{src: ../../../media/a.svg, alt: Cây xanh}",
}


def test_a_withdrawn_article_says_why_and_since_when(make_site: MakeSite) -> None:
    """Its address goes on to answer."""
    page = show(make_site, **WITHDRAWN)
    assert "Bài này đã được rút" in page
    assert "Nhầm số liệu" in page
    assert '<time datetime="2025-10-10">Thứ Sáu, 10/10/2025</time>' in page


@pytest.mark.parametrize("gone", ["Nội dung.", "Tóm tắt sai", "Nguyễn Văn A", "media/a.svg"])
def test_a_withdrawn_article_shows_nothing_of_what_was_wrong(make_site: MakeSite, gone: str) -> None:
    """Neither text nor summary, names, pictures."""
    assert gone not in show(make_site, **WITHDRAWN)


def test_a_withdrawn_article_is_not_to_be_indexed(make_site: MakeSite) -> None:
    """Search engines forget it."""
    assert '<meta name="robots" content="noindex">' in show(make_site, **WITHDRAWN)


def test_an_official_with_an_entry_leads_to_the_page_of_all_news(make_site: MakeSite) -> None:
    """Whether named by id or by name."""
    link = re.compile(r'<a [^>]*href="../../../../can-bo/nguyen-van-a/">Nguyễn Văn A</a>')
    assert link.search(show(make_site, officials="nguyen-van-a"))


def test_an_official_without_an_entry_is_named_without_a_link(make_site: MakeSite) -> None:
    """With the role that the article states."""
    page = show(make_site, officials="[{name: Trần Thị B, role: Trưởng khu phố}]")
    assert re.search(r"<span [^>]*>Trần Thị B</span> <span [^>]*>Trưởng khu phố</span>", page)


def test_an_attachment_tells_kind_and_size(make_site: MakeSite) -> None:
    """Before somebody loads it on a phone."""
    page = show(make_site, attachments="[{src: ../../../media/a.pdf, title: Lịch tháng 11}]")
    assert re.search(r'href="../../../../media/a\.pdf"><span [^>]*>Lịch tháng 11</span> <span [^>]*>PDF, 2 kB<', page)


def test_a_correction_shows_what_was_and_what_is(make_site: MakeSite) -> None:
    """With its day."""
    page = show(make_site, corrections="[{date: 2025-10-09, was: 28 chi bộ, now: 29 chi bộ}]")
    assert "<del>28 chi bộ</del>" in page
    assert "<ins>29 chi bộ</ins>" in page


def test_a_title_is_text(make_site: MakeSite) -> None:
    """In the page, its head and its breadcrumb."""
    page = show(make_site, title="<b>Tin & 'nóng'</b>")
    assert "<b>Tin" not in page


def test_an_article_in_another_language_is_marked_and_our_words_are_not(make_site: MakeSite) -> None:
    """A screen reader changes its voice for it."""
    page = show(make_site, lang="en", summary="Summary")
    assert re.search(r'<article [^>]*lang="en"', page)
    assert re.search(r'<div lang="vi">\s*<p class="bt-byline"', page)


def test_the_breadcrumb_leads_over_the_ward(make_site: MakeSite) -> None:
    """Home, wards, ward."""
    page = show(make_site)
    (crumbs,) = re.findall(r'<nav class="bt-breadcrumb".*?</nav>', page)
    assert re.findall(r'href="([^"]*)">([^<]*)<', crumbs) == [
        ("../../../../", "Trang nhất"),
        ("../../../../dia-phuong/", "Địa phương"),
        ("../../../../dia-phuong/ben-cat/", "Phường Bến Cát"),
    ]

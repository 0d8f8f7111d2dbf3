"""What a ward's page tells besides its news, and what the front page gathers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conftest import RICH_REGISTRY, Site, article

MakeSite = Callable[[str], Site]

CONTENT = f"""{RICH_REGISTRY}
-- content/news/2025/09/mot.md --
{article("Một", "2025-09-07", officials='[{name: Nguyễn Văn A, role: "Bí thư Đảng ủy phường"}]', tags="thong-bao")}
-- content/news/2025/10/hai.md --
{article("Hai", "2025-10-07", officials='[{name: Trần Thị B, role: "Phó Bí thư Tỉnh ủy Tây Ninh"}]', tags="hai-cap")}
-- content/news/2022/12/cu.md --
{article("Cũ", "2022-12-27", "cau-kho", officials='[{name: Nguyễn Văn A, role: "Bí thư Đảng ủy phường"}]')}
"""


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    """Return the site of `CONTENT`, built."""
    made = make_site(CONTENT)
    made.build()
    return made


def test_a_ward_s_contacts_call_and_write(site: Site) -> None:
    """Those of `contacts`, completed from the ward's short keys."""
    page = site.html("dia-phuong/ben-cat/")
    assert 'href="tel:02743855123"' in page
    assert 'href="tel:0900000000"' in page
    assert 'href="mailto:phuong@tinh.example"' in page
    assert "Giờ làm việc Sáng thứ Hai" in site.text("dia-phuong/ben-cat/")


def test_a_ward_names_the_people_of_its_own_offices(site: Site) -> None:
    """By the registry and by its articles; who holds an office elsewhere is not one of them."""
    page = site.text("dia-phuong/ben-cat/")
    assert "Lê Văn C Chủ tịch Ủy ban nhân dân từ 01/07/2025" in page
    assert "Nguyễn Văn A Bí thư Đảng ủy phường Bến Cát Ghi nhận gần nhất 07/09/2025" in page
    assert "Trần Thị B" not in page.partition("Cán bộ đương nhiệm")[2].partition("Theo danh bạ")[0]


def test_a_former_ward_has_nobody_in_office(site: Site) -> None:
    """Its articles still name who was."""
    assert "Cán bộ đương nhiệm" not in site.text("dia-phuong/cau-kho/")


def test_months_lead_to_where_their_articles_stand(site: Site) -> None:
    """On the page itself, or in the archive."""
    page = site.html("dia-phuong/cau-ong-lanh/")
    assert 'href="../../dia-phuong/cau-ong-lanh/2022/1/"' in page or 'href="#moi-nhat"' in page
    assert "Tháng 12 /2022 1 bài" in site.text("dia-phuong/cau-ong-lanh/")


def test_a_dossier_has_its_introduction_and_its_days(site: Site) -> None:
    """In paragraphs, as the editor wrote them."""
    page = site.html("chu-de/hai-cap/")
    assert ">Đoạn thứ nhất của lời giới thiệu.</p>" in page
    assert ">Đoạn thứ hai.</p>" in page
    assert "Chuyên đề Chính quyền hai cấp Từ 01/07/2025" in site.text("chu-de/hai-cap/")


def test_the_front_page_gathers_wards_and_topics(site: Site) -> None:
    """Those with the newest articles first; news of a former ward under what became of it."""
    page = site.text("")
    gathered = page.partition("Mới theo địa phương")[2].partition("Mới theo chủ đề")[0]
    assert gathered.index("Phường Bến Cát") < gathered.index("Phường Cầu Ông Lãnh")
    assert "Cũ phường Cầu Kho, 27/12/2022" in gathered
    topics = page.partition("Mới theo chủ đề")[2]
    assert topics.index("Chính quyền hai cấp") < topics.index("Thông báo")


def test_the_front_page_finds_a_ward_by_its_old_name(site: Site) -> None:
    """The form needs no script; old names stand beside new ones."""
    page = site.html("")
    assert '<form class="bt-find-ward__form" action="dia-phuong/"' in page
    assert "Phường Cầu Kho Quận 1, TP. Hồ Chí Minh nay là Phường Cầu Ông Lãnh TP. Hồ Chí Minh" in site.text("")


def test_news_elsewhere_leaves_a_ward_s_page_alone(site: Site) -> None:
    """Even when it says that somebody has gone there."""
    before = site.tree()
    gone = article(
        "Mới", "2025-11-07", "cau-ong-lanh", officials='[{name: Nguyễn Văn A, role: "Bí thư Đảng ủy phường"}]'
    )
    site.write("news/2025/11/moi.md", gone)
    site.build()
    assert site.tree()["dia-phuong/ben-cat/index.html"] == before["dia-phuong/ben-cat/index.html"]


def test_an_article_can_be_handed_on(site: Site) -> None:
    """By links that hold its absolute address, and on paper by a code; without the site's address by neither."""
    page = site.html("tin/2025/10/hai/")
    assert "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Ftin.example%2Ftin%2F2025%2F10%2Fhai%2F" in page
    assert '<img class="bt-print-address__code" src="data:image/png;base64,' in page

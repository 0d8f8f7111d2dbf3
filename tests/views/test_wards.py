"""Wards in time: what readers of a former ward, of what it became, and of an old article see."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conftest import RICH_REGISTRY, Site, article

MakeSite = Callable[[str], Site]

CONTENT = f"""{RICH_REGISTRY}
-- content/news/2023/02/cu.md --
{article("Tin cũ", "2023-02-24", "cau-kho")}
-- content/news/2023/03/chia.md --
{article("Tin chia", "2023-03-24", "my-phuoc")}
-- content/news/2025/10/moi.md --
{article("Tin mới", "2025-10-07", "cau-ong-lanh")}
"""


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    """Return the site of `CONTENT`, built."""
    made = make_site(CONTENT)
    made.build()
    return made


def test_a_ward_gathers_the_news_of_its_predecessors(site: Site) -> None:
    """Newest first, each with the ward of its day."""
    page = site.text("dia-phuong/cau-ong-lanh/")
    assert page.index("Tin mới") < page.index("Tin cũ")
    assert "phường Cầu Kho khi đó thuộc Quận 1" in page


def test_a_ward_names_what_it_was_made_of(site: Site) -> None:
    """Whole or in part."""
    assert "Được lập từ Phường Cầu Kho Quận 1, TP. Hồ Chí Minh · toàn bộ" in site.text("dia-phuong/cau-ong-lanh/")
    assert "Phường Mỹ Phước TP. Bến Cát, Bình Dương · một phần" in site.text("dia-phuong/ben-cat/")


def test_a_former_ward_keeps_its_page_and_names_its_successor(site: Site) -> None:
    """The address of before still answers."""
    page = site.text("dia-phuong/cau-kho/")
    assert "Phường Cầu Kho không còn từ sau ngày 30/06/2025" in page
    assert "Tin mới" not in page
    assert 'href="../../dia-phuong/cau-ong-lanh/"' in site.html("dia-phuong/cau-kho/")


def test_both_successors_of_a_split_ward_show_its_news(site: Site) -> None:
    """Nobody can tell which part an article was about."""
    for ward in ("ben-cat", "long-nguyen"):
        page = site.text(f"dia-phuong/{ward}/")
        assert "Tin chia" in page
        assert "khi đó thuộc TP. Bến Cát, nay đã chia cho nhiều nơi" in page


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("tin/2023/02/cu/", "Khi đó: phường Cầu Kho, Quận 1 — nay thuộc phường Cầu Ông Lãnh"),
        (
            "tin/2023/03/chia/",
            "Khi đó: phường Mỹ Phước, TP. Bến Cát — nay chia về phường Bến Cát và phường Long Nguyên",
        ),
    ],
)
def test_an_old_article_says_where_its_ward_is_now(site: Site, address: str, says: str) -> None:
    """In one line below its wards."""
    assert says in site.text(address)


def test_an_article_of_a_ward_of_today_says_nothing_of_the_past(site: Site) -> None:
    """There is nothing to say."""
    assert "Khi đó" not in site.text("tin/2025/10/moi/")


def test_the_directory_tells_a_former_ward_by_its_new_name_too(site: Site) -> None:
    """Found with the browser's own search, without JavaScript."""
    page = site.text("dia-phuong/")
    assert "Phường Cầu Kho Quận 1 · nay thuộc phường Cầu Ông Lãnh" in page
    assert "Phường Mỹ Phước TP. Bến Cát · nay thuộc phường Bến Cát, phường Long Nguyên" in page


def test_a_province_tells_wards_of_today_from_those_of_before(site: Site) -> None:
    """A former province has only the latter."""
    assert "Hiện nay" in site.text("tinh/ho-chi-minh/")
    former = site.text("tinh/binh-duong/")
    assert "Trước đây" in former
    assert "Hiện nay" not in former


def test_a_ward_tells_what_the_registry_knows(site: Site) -> None:
    """A website leads out of the site."""
    page = site.text("dia-phuong/ben-cat/")
    assert "Khu phố, ấp Khu phố 1, Khu phố 2" in page
    assert "Trụ sở Số 1 đường Mẫu" in page
    assert 'href="https://bencat.example/"' in site.html("dia-phuong/ben-cat/")


def test_the_newest_article_changes_no_page_of_a_former_ward(site: Site) -> None:
    """It is news of the ward of today."""
    before = site.tree()
    site.write("news/2025/11/them.md", article("Thêm", "2025-11-01", "cau-ong-lanh"))
    site.build()
    changed = {path for path, data in site.tree().items() if before.get(path) != data}
    assert not [path for path in changed if path.startswith("dia-phuong/cau-kho/")]
    assert len(changed) <= 20 + 3 * 1 + 25

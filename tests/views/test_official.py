"""The page of a person: the posts that articles document."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest

from conftest import Site, article

MakeSite = Callable[[str], Site]

CONTENT = f"""
-- content/registry/officials.yml --
- id: nguyen-van-a
  name: Nguyễn Văn A
  posts:
    - {{role: Bí thư, body: Đảng ủy, ward: ben-cat, from: 2025-07-01, source: "https://phuong.example/"}}
-- content/news/2025/07/dau.md --
{article("Bài đầu", "2025-07-07", officials='[{name: Nguyễn Văn A, role: "Bí thư Đảng ủy phường"}]')}
-- content/news/2025/10/cuoi.md --
{article("Bài cuối", officials='[{name: NGUYỄN VĂN A, role: "BT Đảng uỷ, CT HĐND P. Bến Cát"}]')}
-- content/news/2025/11/la.md --
{article("Bài lạ", "2025-11-07", officials='[{name: Nguyễn Văn A, role: "Người dẫn đầu"}]')}
"""


@pytest.fixture
def page(make_site: MakeSite) -> str:
    """Return what a reader sees of the person's page."""
    site = make_site(CONTENT)
    site.build()
    html = site.html("can-bo/nguyen-van-a/")
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.partition("<main>")[2])).split())


def test_a_post_has_its_first_and_its_last_article(page: str) -> None:
    """However it was written: abbreviated, with the ward's name or without."""
    assert "Bí thư Đảng ủy phường Bến Cát Ghi nhận lần đầu 07/07/2025 , gần nhất 07/10/2025" in page


def test_two_posts_in_two_bodies_are_two_posts(page: str) -> None:
    """One role of one article."""
    assert "Chủ tịch Hội đồng nhân dân phường Bến Cát Ghi nhận 07/10/2025" in page


def test_what_names_no_office_stands_as_written(page: str) -> None:
    """Nothing is lost."""
    assert "Người dẫn đầu Ghi nhận 07/11/2025" in page


def test_the_registry_s_posts_stand_apart(page: str) -> None:
    """With their days and their source."""
    assert "Theo danh bạ Bí thư Đảng ủy phường Bến Cát từ 01/07/2025 Nguồn" in page


def test_the_newest_article_touches_as_many_files_as_the_contract_says(make_site: MakeSite) -> None:
    """20 + 3E + 25, whatever the record holds."""
    site = make_site(CONTENT)
    site.build()
    before = site.tree()
    text = article("Mới", "2025-11-20", officials='[{name: Nguyễn Văn A, role: "Bí thư Đảng ủy phường"}]')
    site.write("news/2025/11/moi.md", text)
    site.build()
    changed = {path for path, data in site.tree().items() if before.get(path) != data}
    assert len(changed) <= 20 + 3 * 2 + 25


def test_the_directory_tells_posts_by_person_and_by_ward(make_site: MakeSite) -> None:
    """A ward's people in the order of their bodies; no date and no count, so that it rarely changes."""
    site = make_site(
        f"""
-- content/registry/officials.yml --
- id: nguyen-van-a
  name: Nguyễn Văn A
- id: tran-thi-b
  name: Trần Thị B
-- content/news/2025/10/hai.md --
{article(officials='[{name: Nguyễn Văn A, role: "Chủ tịch UBND phường"}, {name: Trần Thị B, role: "Bí thư Đảng ủy"}]')}
"""
    )
    site.build()
    html = site.html("can-bo/")
    page = " ".join(unescape(re.sub(r"<[^>]+>", " ", html.partition("<main>")[2])).split())
    assert "Nguyễn Văn A Chủ tịch Ủy ban nhân dân phường Bến Cát" in page
    assert page.endswith(
        "Phường Bến Cát Trần Thị B Bí thư Đảng ủy Nguyễn Văn A Chủ tịch Ủy ban nhân dân phường Bến Cát"
    )

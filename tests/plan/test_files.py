"""Pictures and attachments follow the articles that use them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from bantin.text.dates import VIETNAM
from conftest import Site, article

INVITATION = "../../../media/moi.txt"
ATTACHED = f'[{{src: {INVITATION}, title: "Giấy mời"}}]'


@pytest.fixture
def site(make_site: Callable[[str], Site]) -> Site:
    """A site with a file that an article will use."""
    return make_site("-- content/media/moi.txt --\nGiấy mời kín\n-- content/media/chung.txt --\nCủa chung\n")


@pytest.mark.parametrize(
    "hidden",
    [
        article("Chưa tới ngày", "2025-12-24", attachments=ATTACHED),
        article("Bản nháp", body=f"[tải]({INVITATION})", status="draft"),
        article("Đã rút", attachments=ATTACHED, status="withdrawn", withdrawn="{date: 2025-10-08, reason: Nhầm}"),
        article("Có lỗi", ward="khong-co", attachments=ATTACHED),
    ],
)
def test_what_only_a_hidden_article_uses_is_held_back(site: Site, hidden: str) -> None:
    """An embargo covers the attachment as well as the text."""
    site.write("news/2025/12/kin.md", hidden)
    site.build()
    assert not (site.out / "media/moi.txt").exists()
    assert (site.out / "media/chung.txt").exists()


def test_it_comes_with_the_article(site: Site) -> None:
    """When the day has come, text and attachment appear together."""
    site.write("news/2025/12/kin.md", article("Chưa tới ngày", "2025-12-24", attachments=ATTACHED))
    site.build()
    later = replace(site, now=datetime(2025, 12, 25, tzinfo=VIETNAM))
    later.build()
    assert (site.out / "media/moi.txt").exists()


def test_what_a_shown_article_uses_too_is_public(site: Site) -> None:
    """One article's embargo takes nothing from another."""
    site.write("news/2025/12/kin.md", article("Chưa tới ngày", "2025-12-24", attachments=ATTACHED))
    site.write("news/2025/10/mo.md", article("Đã đăng", body=f"[tải]({INVITATION})"))
    site.build()
    assert (site.out / "media/moi.txt").exists()

"""What of a saved page is the article, and what the site puts around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bantin.ingest.proposal import Proposal
from bantin.ingest.sources import find_files
from ingest.materials import propose

TITLE = "Phường Bến Cát họp bàn việc trong tháng"
LEAD = "UBND phường Bến Cát họp với các khu phố để bàn những việc cần làm trong tháng."
LONG = f"Trong buổi họp, {'các khu phố nêu việc của mình, ' * 12}phường ghi nhận."


def page(body: str) -> Proposal:
    """Return what is proposed for a page with `body`."""
    return propose("html", f"<html><body>{body}</body></html>")


@pytest.mark.parametrize(
    "body",
    [
        f'<form id="aspnetForm"><h1>{TITLE}</h1><p>{LEAD}</p></form>',
        f'<form id="Form"><div class="menu">Tin tức</div><h2>{TITLE}</h2><div>{LEAD}</div></form>',
        f'<h1>{TITLE}</h1><div class="elementor-widget elementor-widget-theme-post-content"><p>{LEAD}</p></div>',
        f'<h1>{TITLE}</h1><div class="post hentry tag-ben-cat"><p>{LEAD}</p></div>',
        f'<h1>{TITLE}</h1><div class="widget-content">{LEAD}</div>',
        f'<div class="widget"><h1>{TITLE}</h1><p>{LEAD}</p></div>',
    ],
)
def test_an_article_is_read_whatever_it_stands_in(body: str) -> None:
    """The form of a portal made with ASP.NET, a class that has the word of a menu within another."""
    found = page(body)
    assert (found.title, found.body) == (TITLE, LEAD)


@pytest.mark.parametrize(
    "around",
    [
        '<form id="search"><p>Tìm kiếm</p><label>Từ ngày</label></form>',
        '<form class="comment-form"><p>Tìm kiếm</p><p>Thư điện tử của bạn sẽ không hiện ra cho người khác.</p></form>',
        '<div class="main-menu">Tìm kiếm</div>',
        '<div class="comment-list"><p>Tìm kiếm</p><p>Tôi thấy buổi họp này bàn được nhiều việc có ích.</p></div>',
        '<div class="site-footer">Tìm kiếm</div>',
        '<div class="post-tags"><a href="/a">Tìm kiếm</a></div>',
    ],
)
def test_what_a_site_puts_around_an_article_goes(around: str) -> None:
    """Forms, menus, comments; the report tells their words."""
    found = page(f"<h1>{TITLE}</h1><p>{LEAD}</p>{around}")
    assert (found.body, found.dropped[0]) == (LEAD, "Tìm kiếm")


def test_a_long_paragraph_that_goes_is_told() -> None:
    """As far as it helps to know it again."""
    (said,) = page(f'<h1>{TITLE}</h1><p>{LEAD}</p><div class="sidebar"><p>{LONG}</p></div>').dropped
    assert (LONG.startswith(said.removesuffix("…")), len(said) > 200, len(said) < len(LONG)) == (True, True, True)


def test_the_folder_of_a_saved_page_holds_no_articles(tmp_path: Path) -> None:
    """Only the page itself is imported."""
    frames = tmp_path / "Tin_files"
    frames.mkdir()
    for path in (tmp_path / "Tin.html", frames / "saved_resource.html"):
        path.write_text("<p>", encoding="utf-8")
    assert list(find_files(tmp_path)) == [tmp_path / "Tin.html"]


@pytest.mark.parametrize("opened", ["<font>", "<div>", "<table><tr><td>", "<b><br>"])
def test_an_article_below_many_open_elements_is_kept(opened: str) -> None:
    """Pages made with old editors open elements that nothing closes."""
    lines = page(f"<h1>{TITLE}</h1>{opened * 260}<p>{LEAD}</p><p>Bà con cùng dự họp.</p>").body.split("\n\n")
    assert lines == [LEAD, "Bà con cùng dự họp."]


def test_a_page_that_is_cut_is_told() -> None:
    """The parser itself stops at some depth."""
    found = page(f"<h1>{TITLE}</h1><p>{LEAD}</p>{'<div>' * 5000}<p>{LONG}</p>")
    assert ([one.key for one in found.notes if one.key == "page_cut"], LONG in found.body) == (["page_cut"], False)

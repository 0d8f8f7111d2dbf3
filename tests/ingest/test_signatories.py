"""Who signs an article, and which short lines only look like names."""

from __future__ import annotations

import pytest

from ingest.materials import propose

TITLE = "Phường Bến Cát họp bàn việc trong tháng"
LEAD = "UBND phường Bến Cát họp với các khu phố để bàn những việc cần làm trong tháng."
PLACES = "<p>Bà con nhận phiếu tại các địa điểm sau:</p><ul><li>Trạm Y tế phường<li>Trường Tiểu học Bến Cát</ul>"


@pytest.mark.parametrize(
    ("end", "byline", "source"),
    [
        ("Nguyễn Văn A", ("Nguyễn Văn A",), ""),
        ("Nguyễn Văn A\n\nTrần Thị B", ("Nguyễn Văn A", "Trần Thị B"), ""),
        ("Một số hình ảnh tại buổi họp:\n\nNguyễn Văn A", ("Nguyễn Văn A",), ""),
        ("Danh sách nhận quà:\n\nLê Văn C\n\nTác giả: Nguyễn Văn A", ("Nguyễn Văn A",), ""),
        ("Nguồn: Báo Bình Dương\n\nNguồn: Báo Bình Dương", (), "Báo Bình Dương"),
    ],
)
def test_who_signs_is_the_byline(end: str, byline: tuple[str, ...], source: str) -> None:
    """One or two names by themselves, or what says that it signs."""
    found = propose("text", f"{TITLE}\n\n{LEAD}\n\n{end}\n")
    assert (found.byline, found.source) == (byline, source)


@pytest.mark.parametrize(
    ("end", "kept"),
    [
        ("Danh sách hộ nhận quà:\n\nNguyễn Văn A\n\nTrần Thị B", "nhận quà:\n\nNguyễn Văn A\n\nTrần Thị B"),
        ("Nguyễn Văn A\n\nTrần Thị B\n\nLê Văn C", "Nguyễn Văn A\n\nTrần Thị B\n\nLê Văn C"),
        ("Nguồn: Báo Bình Dương\n\nNguồn: Báo Tuổi Trẻ", "trong tháng.\n\nNguồn: Báo Tuổi Trẻ"),
        (f"{LEAD}\nẢnh: khu phố 5.", "trong tháng.\n\n*Ảnh: khu phố 5.*"),
    ],
)
def test_names_that_the_article_lists_stay_in_it(end: str, kept: str) -> None:
    """Those below a colon, more than two of them, a source after another, what a label names and no name is."""
    found = propose("text", f"{TITLE}\n\n{LEAD}\n\n{end}\n")
    assert (found.body.endswith(kept), found.byline) == (True, ())


def test_places_in_a_list_do_not_sign() -> None:
    """Their kinds (Trạm, Trường) begin the name of many a body that does."""
    found = propose("html", f"<html><body><h1>{TITLE}</h1><p>{LEAD}</p>{PLACES}</body></html>")
    assert (found.body.endswith("\n- Trạm Y tế phường\n- Trường Tiểu học Bến Cát"), found.byline) == (True, ())

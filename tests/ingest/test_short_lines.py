"""Short lines between paragraphs: items of lists, headings, captions."""

from __future__ import annotations

import pytest

from ingest.materials import propose

TITLE = "Phường Bến Cát họp bàn việc trong tháng"
ABOVE = "UBND phường Bến Cát họp với các khu phố để bàn những việc cần làm trong tháng."
BELOW = "Các khu phố nhất trí với kế hoạch mà phường đã nêu trong buổi họp."


def text(line: str) -> str:
    """Return the body that a plain text with `line` between two paragraphs gets."""
    return propose("text", f"{TITLE}\n\n{ABOVE}\n\n{line}\n\n{BELOW}\n").body


def page(inner: str) -> str:
    """Return the body that a page with `inner` between two paragraphs gets."""
    return propose("html", f"<html><body><h1>{TITLE}</h1><p>{ABOVE}</p>{inner}<p>{BELOW}</p></body></html>").body


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("- Về văn hóa", "- Về văn hóa"),
        ("+ Thể thao", "- Thể thao"),
        ("a) Công tác Đảng", "a) Công tác Đảng"),
        ("I. Công tác Đảng", "## I. Công tác Đảng"),
    ],
)
def test_a_typed_item_of_a_list_is_no_heading(line: str, written: str) -> None:
    """A dash or a letter before a line makes an item; a numeral makes a heading."""
    assert f"\n\n{written}\n\n" in text(line)


@pytest.mark.parametrize(
    "line",
    [
        "Mời bà con đến dự họp đông đủ",
        "Địa điểm: Nhà văn hóa khu phố 3 phường Bến Cát",
        "Nộp hồ sơ tại bộ phận một cửa của phường",
        "Người dân tham gia dọn vệ sinh tại các tuyến hẻm.",
    ],
)
def test_a_sentence_of_a_plain_text_stays_a_paragraph(line: str) -> None:
    """Its pictures are lost: only what shows somebody is taken for a caption."""
    assert f"\n\n{line}\n\n" in text(line)


@pytest.mark.parametrize("line", ["Quang cảnh buổi họp", "Đồng chí Nguyễn Văn A phát biểu tại buổi họp"])
def test_what_shows_somebody_is_a_caption_of_a_plain_text(line: str) -> None:
    """As a newspaper's text keeps them when it is copied without its pictures."""
    assert f"\n\n*{line}*\n\n" in text(line)


@pytest.mark.parametrize(
    ("inner", "written"),
    [
        ("<p>Bà con chăm sóc vườn hoa của khu phố</p>", "\n\nBà con chăm sóc vườn hoa của khu phố\n\n"),
        ("<p>Quang cảnh buổi họp</p>", "\n\nQuang cảnh buổi họp\n\n"),
        ('<img src="a.jpg"><p>Bà con chăm sóc vườn hoa của khu phố</p>', "*Bà con chăm sóc vườn hoa của khu phố*"),
        ("<p>Quang cảnh buổi họp. Ảnh: Tâm Trang</p>", "*Quang cảnh buổi họp. Ảnh: Tâm Trang*"),
        ('<p class="caption">Quang cảnh buổi họp</p>', "*Quang cảnh buổi họp*"),
    ],
)
def test_a_page_has_captions_below_its_pictures_or_marked(inner: str, written: str) -> None:
    """It has its pictures in their places, so that a line anywhere else is text."""
    assert written in page(inner)


def test_the_items_of_a_list_stay_together() -> None:
    """Below the text too, where a line "Ảnh" by itself is taken for a menu of the site."""
    items = "<ul><li>Đơn</li><li>Ảnh</li><li>Video</li></ul>"
    raw = f"<html><body><h1>{TITLE}</h1><p>{ABOVE}</p><p>{BELOW}</p>{items}</body></html>"
    assert propose("html", raw).body.endswith("- Đơn\n- Ảnh\n- Video")


@pytest.mark.parametrize(
    ("end", "kept"),
    [
        ("Thông tin liên hệ:\n\nĐiện thoại: 0274.0000.000 (ông A)", ["Thông tin liên hệ:", "0274.0000.000 (ông A)"]),
        ("Đường dây nóng: 0274.0000.000\n\nBà con cần thì gọi đến số ấy của phường.", ["Đường dây nóng: 0274"]),
        ("Đường dây nóng: 0274.0000.000", ["Đường dây nóng: 0274"]),
        ("Chia sẻ\n\nĐường dây nóng: 0274.0000.000\n\nQuay lại", []),
    ],
)
def test_whom_to_call_is_part_of_a_notice(end: str, kept: list[str]) -> None:
    """Unless the line stands among those of a site."""
    body = propose("text", f"{TITLE}\n\n{ABOVE}\n\n{end}\n").body
    assert ([one for one in kept if one not in body], "Đường dây nóng" in body) == ([], "Đường dây nóng" in str(kept))

"""Which lines with a date are the page's and which are what the text announces."""

from __future__ import annotations

import pytest

from ingest.materials import paragraph, propose, word_file

VACCINATION = (
    "Phường Bến Cát tiêm chủng cho trẻ\n\n"
    "Trạm y tế phường Bến Cát tổ chức tiêm chủng cho trẻ em dưới 5 tuổi.\n\n"
    "Thời gian tiêm:\n\n7 giờ 30 ngày 25/11/2026\n\nĐịa điểm: Trạm y tế."
)
CALENDAR = (
    "Lịch tiếp công dân tháng 12\n\nUBND phường Bến Cát tiếp công dân tại trụ sở, vào các ngày sau.\n\n"
    "05/12/2026\n\n12/12/2026\n\n19/12/2026\n\nMời bà con đến đúng giờ."
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (VACCINATION, ["7 giờ 30 ngày 25/11/2026", "Thời gian tiêm:"]),
        (CALENDAR, ["05/12/2026", "12/12/2026", "19/12/2026"]),
        (CALENDAR.replace("\n\nMời bà con đến đúng giờ.", ""), ["05/12/2026", "12/12/2026", "19/12/2026"]),
        ("Lịch họp khu phố\n\nThời gian:\n\n8 giờ ngày 22/11/2026\n\nĐịa điểm: Nhà văn hóa", ["8 giờ ngày 22/11/2026"]),
        ("Lịch họp khu phố\n8 giờ ngày 22/11/2026\n\nĐịa điểm: Nhà văn hóa", ["8 giờ ngày 22/11/2026"]),
        ("Lịch họp khu phố\n\nThời gian: 8 giờ ngày 22/11/2026\n\nĐịa điểm: Nhà văn hóa", ["8 giờ ngày 22/11/2026"]),
    ],
)
def test_a_day_that_the_text_announces_stays_in_it(text: str, kept: list[str]) -> None:
    """And is never taken for the day of publication."""
    found = propose("text", text)
    assert ([one for one in kept if one not in found.body], found.date) == ([], None)


def test_a_line_broken_within_a_word_paragraph_keeps_its_day() -> None:
    """The second line of "Thời gian: …" is as much text as the first."""
    lines = [
        "Thông báo họp khu phố 3",
        "UBND phường Bến Cát mời bà con khu phố 3 dự họp đông đủ.",
        "Thời gian: từ 8 giờ\nđến 17 giờ ngày 22/11/2026.",
    ]
    assert "đến 17 giờ ngày 22/11/2026." in propose("docx", word_file("".join(map(paragraph, lines)))).body


@pytest.mark.parametrize(
    "text",
    [
        "Phường Bến Cát họp mặt\n21/08/2025 15:55\n\n{}",
        "21/08/2025 15:55\nPhường Bến Cát họp mặt\n\n{}",
        "Phường Bến Cát họp mặt\n\n{}\n\nNgày đăng: 21/08/2025 15:55",
    ],
)
def test_the_day_of_publication_stands_by_the_title_or_says_so(text: str) -> None:
    """It leaves the text, and the report quotes the line."""
    found = propose("text", text.format("Bà con phường Bến Cát trao đổi về việc giữ gìn hẻm phố sạch đẹp."))
    quoted = [dict(note.values)["line"] for note in found.notes if note.key == "published"]
    assert (f"{found.date:%Y-%m-%dT%H:%M}", "21/08" in found.body, "21/08/2025 15:55" in quoted[0]) == (
        "2025-08-21T15:55",
        False,
        True,
    )


def test_every_date_line_that_is_left_out_is_told() -> None:
    """A page's own clock and the line below the title: one gives the date, the other is quoted."""
    found = propose(
        "text",
        "Thứ hai, 01/09/2025\nPhường Bến Cát họp mặt\n21/08/2025 15:55\n\n"
        "Bà con phường Bến Cát trao đổi về việc giữ gìn hẻm phố sạch đẹp.",
    )
    assert [dict(note.values)["line"] for note in found.notes if note.key == "dateline_left_out"] == [
        "Thứ hai, 01/09/2025"
    ]


@pytest.mark.parametrize(
    "dated",
    ['<div class="post-date">21/08/2025 15:55</div>', "<p><time>21/08/2025 15:55</time></p>"],
)
def test_the_element_of_a_page_for_its_date_is_believed(dated: str) -> None:
    """Also where a subtitle stands between it and the title, or the whole text."""
    lead = "<p>Bà con phường Bến Cát trao đổi về việc giữ gìn hẻm phố sạch đẹp.</p>"
    title = "<h1>Phường Bến Cát họp mặt</h1><p>Vì khu phố sạch</p>"
    for inner in (f"{title}{dated}{lead}", f"{title}{lead}{dated}"):
        found = propose("html", f"<html><body>{inner}</body></html>")
        assert (f"{found.date:%Y-%m-%dT%H:%M}", "21/08" in found.body) == ("2025-08-21T15:55", False)


def test_an_element_named_after_time_that_holds_text_is_text() -> None:
    """A class is no proof."""
    lead = "<p>Bà con phường Bến Cát trao đổi về việc giữ gìn hẻm phố sạch đẹp.</p>"
    page = f'<html><body><h1>Họp mặt</h1>{lead}<p class="time">Thời gian: 8 giờ ngày 22/11/2026</p></body></html>'
    assert "8 giờ ngày 22/11/2026" in propose("html", page).body

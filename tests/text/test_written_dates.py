"""Dates as Vietnamese writes them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from bantin.text.written_dates import find_dates

WRITTEN = [
    ("Ngày 7-10, Thường trực", "07/10/None ngày None"),
    ("Sáng 21/8, Phó Bí thư", "21/08/None sáng None"),
    ("Sáng ngày 23/11/2023, Ban Chấp hành", "23/11/2023 sáng ngày None"),
    ("Thứ năm: 15:55 ngày 21/08/2025", "21/08/2025 ngày 15:55:00"),
    ("20/05/2017 09 : 18 AM", "20/05/2017  09:18:00"),
    ("05 Tháng Mười Hai 2011 2:00:00 CH", "05/12/2011  14:00:00"),
    ("Vào lúc 13 giờ 30 ngày 5/6/2024, tại", "05/06/2024 ngày 13:30:00"),
    ("từ ngày 5 đến 7/10/2025", "05/10/2025 ngày None"),
    ("ngày 15, 16/10/2024", "15/10/2024 ngày None"),
    ("Sáng nay (21/8), đoàn", "21/08/None sáng nay None"),
    ("Thứ Ba, 07/10/2025 | 15:55 (GMT+7)", "07/10/2025  15:55:00"),
    ("Thứ 5, 21/08/2025 15:55", "21/08/2025  15:55:00"),
    ("ngày 02 tháng 9 năm 2025", "02/09/2025 ngày None"),
    ("8 giờ 30 phút, ngày 12 tháng 11", "12/11/None ngày 08:30:00"),
    ("2025-10-07 08:30", "07/10/2025  08:30:00"),
    ("ngày 1.7.2025", "01/07/2025 ngày None"),
]


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_a_date_is_read(text: str, expected: str) -> None:
    """Day, month, year, the words that announce it, and the time beside it."""
    (found,) = find_dates(text)
    assert f"{found.day:02}/{found.month:02}/{found.year} {found.lead} {found.clock}" == expected


@pytest.mark.parametrize(
    "text",
    ["đạt 1/4 kế hoạch", "trực 24/24", "Nghị định 135/2020/NĐ-CP", "từ 3-4 người", "4,5/5 điểm", "ĐT 0276.3822322"],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    """Shares, numbers of documents, telephones."""
    assert find_dates(text) == ()


def test_the_weekday_is_kept() -> None:
    """It tells which year a date belongs to."""
    (found,) = find_dates("Thứ năm: 15:55 ngày 21/08/2025")
    assert found.weekday == 4


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["/", "-", "."]))
def test_every_full_date_is_found(day: date, sign: str) -> None:
    """Whatever the sign between its parts."""
    (found,) = find_dates(f"Ngày {day:%d}{sign}{day:%m}{sign}{day:%Y}, phường")
    assert found.whole == day


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_exception(text: str) -> None:
    """Places lie within the text."""
    assert all(0 <= found.start < found.end <= len(text) for found in find_dates(text))

"""Dates of front matter."""

import pytest

from bantin.text.dates import ImpossibleDate, find_impossible, parse_instant, propose_date


@pytest.mark.parametrize(
    ("text", "iso", "has_time"),
    [
        ("2025-10-07", "2025-10-07T00:00:00+07:00", False),
        ("2025-08-21T15:55", "2025-08-21T15:55:00+07:00", True),
        ("2025-08-21 15:55:30", "2025-08-21T15:55:30+07:00", True),
        ("2025-08-21T08:55:00Z", "2025-08-21T15:55:00+07:00", True),
        ("2025-12-31T20:00-05:00", "2026-01-01T08:00:00+07:00", True),
    ],
)
def test_an_iso_date_is_read_as_vietnamese_time(text: str, iso: str, has_time: bool) -> None:  # noqa: FBT001
    """A date without an offset is +07:00; another offset is converted."""
    parsed = parse_instant(text)
    assert parsed is not None
    assert (parsed[0].isoformat(), parsed[1]) == (iso, has_time)


@pytest.mark.parametrize("text", ["7/10/2025", "hôm nay", "2025-10", "10-07-2025", "2025-1-5"])
def test_another_form_is_not_read(text: str) -> None:
    """Only ISO 8601 has one meaning everywhere."""
    assert parse_instant(text) is None


@pytest.mark.parametrize("text", ["2025-02-30", "2025-13-01", "2025-10-07T25:00", "0000-01-01"])
def test_a_date_that_no_calendar_has_is_told_apart(text: str) -> None:
    """The form is right, so the editor must hear of the day, not of the form."""
    with pytest.raises(ImpossibleDate):
        parse_instant(text)


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("7/10/2025", "2025-10-07"),
        ("27-12-2022", "2022-12-27"),
        ("2025/1/5", "2025-01-05"),
        ("15h30 ngày 7/10/2025", "2025-10-07T15:30"),
        ("7/10/2025 lúc 8 giờ", "2025-10-07T08:00"),
        ("31/02/2025", ""),
        ("mai", ""),
    ],
)
def test_a_proposal_is_the_same_day_in_iso_form(text: str, proposed: str) -> None:
    """Vietnamese dates put the day first; what is no day gets no proposal."""
    assert propose_date(text) == proposed


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/2/2025", "31/2/2025"),
        ("ngày 29/2/2025", "29/2/2025"),
        ("2025-2-31", "2025-2-31"),
        ("7/10/2025", ""),
        ("mai", ""),
    ],
)
def test_a_day_that_no_calendar_has_is_found_in_any_form(text: str, day: str) -> None:
    """As it is written there."""
    assert find_impossible(text) == day

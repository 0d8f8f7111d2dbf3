"""Which date an article is about."""

from __future__ import annotations

from datetime import date

import pytest

from bantin.ingest.chronology import find_chronology
from bantin.ingest.datelines import read_dateline
from ingest.materials import propose

TODAY = date(2026, 11, 1)


def event(*texts: str) -> str:
    """Return the event's date that `texts` tell of."""
    return str(find_chronology((), "", list(texts), "", TODAY).event)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ngày 7-10, phường họp. Kết quả 9 tháng đầu năm 2025 khá tốt.", "2025-10-07"),
        ("Ngày 24/2/2023, quận làm việc với phường. Số liệu tính đến ngày 28/11/2022.", "2023-02-24"),
        ("Thực hiện Kế hoạch số 12-KH/ĐU ngày 05/9/2025, sáng ngày 18/9/2025, phường tổ chức hội nghị.", "2025-09-18"),
        ("Kỷ niệm ngày thành lập (18/11/1930 - 18/11/2024), chiều 10/11/2024, khu phố mở hội.", "2024-11-10"),
        ("Sáng 5/1, phường tổng kết năm 2024 và bàn nhiệm vụ năm 2025.", "2025-01-05"),
        ("Sáng 20/12, phường tổng kết năm 2024, triển khai phương hướng năm 2025.", "2024-12-20"),
        ("Ngày 3/8, phường họp. Sau sáp nhập, chính quyền địa phương 2 cấp hoạt động ổn định.", "2025-08-03"),
    ],
)
def test_decoys_are_passed_over(text: str, day: str) -> None:
    """Documents, anniversaries, closing days of figures; the year comes from the context."""
    assert event(text) == day


def test_the_reason_for_a_year_is_told() -> None:
    """The editor can judge it."""
    text = "Ngày 7-10, họp. Trong 9 tháng đầu năm 2025 có nhiều việc."
    said = {note.key: dict(note.values) for note in find_chronology((), "", [text], "", TODAY).notes}
    assert said["year_inferred"]["evidence"] == "Trong 9 tháng đầu năm 2025"


def test_the_day_of_an_event_is_no_sure_day_of_publication() -> None:
    """It is taken where there is no other, and told."""
    found = find_chronology((), "", ["Ngày 7/10/2025, phường họp."], "", TODAY)
    assert (found.confidence, [note.key for note in found.notes]) == (0.8, ["event_as_date"])


def test_publication_goes_before_the_event() -> None:
    """The page says when; the event keeps its own day, in the year that is near."""
    line = read_dateline("Thứ tư: 07:55 ngày 02/01/2025")
    assert line is not None
    found = find_chronology((line,), "", ["Sáng 31/12, phường tổng kết."], "", TODAY)
    assert (str(found.date), found.kind, str(found.event)) == ("2025-01-02 07:55:00", "published", "2024-12-31")


@pytest.mark.parametrize(
    "line",
    [
        "Ngày đăng: 05/06/2023 | Lượt xem: 18",
        "Đăng lúc: 09h05, 05-06-2023",
        "Thứ Hai, 05/06/2023 - 09:05 GMT+7",
        "5.6.2023",
    ],
)
def test_a_dateline_is_known(line: str) -> None:
    """A moment and what belongs to it."""
    found = read_dateline(line)
    assert found is not None
    assert found.date.whole == date(2023, 6, 5)


def test_a_sentence_with_a_date_is_no_dateline() -> None:
    """It belongs to the article."""
    assert read_dateline("Sáng 05/06/2023, phường họp với các khu phố") is None


def test_a_message_of_zalo_was_published_when_it_was_sent() -> None:
    """Whatever day it announces; its stamp is no part of the text."""
    found = propose(
        "text",
        "[08:12, 07/10/2025] Nguyễn Văn A: Thông báo ngừng cấp nước\n\n"
        "UBND phường Bến Cát thông báo ngừng cấp nước từ 8 giờ đến 17 giờ ngày 10/10/2025 để sửa đường ống.\n",
    )
    assert (str(found.date), found.title, found.dropped) == (
        "2025-10-07 08:12:00",
        "Thông báo ngừng cấp nước",
        ("[08:12, 07/10/2025] Nguyễn Văn A:",),
    )

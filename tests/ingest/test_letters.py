"""Letters of an office: what they call themselves and what they are about make the title."""

from __future__ import annotations

import pytest

from ingest.materials import paragraph, propose, word_file

BODY = "UBND phường Bến Cát tạm ngừng cấp nước trên đường số 3 để sửa chữa ống chính."


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("THÔNG BÁO\nVề việc tạm ngừng cấp nước", "Thông báo về việc tạm ngừng cấp nước"),
        ("THÔNG BÁO\nVề lịch cấp nước", "Thông báo về lịch cấp nước"),
        ("THÔNG BÁO\n\nV/v: tạm ngừng cấp nước", "Thông báo về việc tạm ngừng cấp nước"),
        ("THÔNG BÁO\nVỀ VIỆC TẠM NGỪNG CẤP NƯỚC", "Thông báo về việc tạm ngừng cấp nước"),
        (
            "UBND PHƯỜNG BẾN CÁT\nTHÔNG BÁO\nSố: 12/TB-UBND\nVề việc tạm ngừng cấp nước\nvà sửa chữa ống chính",
            "Thông báo về việc tạm ngừng cấp nước và sửa chữa ống chính",
        ),
        ("KẾ HOẠCH\nVề việc tổ chức Ngày hội Đại đoàn kết", "Kế hoạch về việc tổ chức Ngày hội Đại đoàn kết"),
    ],
)
def test_a_letter_is_called_by_its_kind_and_matter(head: str, title: str) -> None:
    """Whom it is addressed to stays in the text."""
    found = propose("text", f"{head}\n\nKính gửi: Bà con khu phố 3,\n\n{BODY}\n")
    assert (found.title, found.body) == (title, f"Kính gửi: Bà con khu phố 3,\n\n{BODY}")


def test_a_letter_of_word_is_read_alike() -> None:
    """Each line is a paragraph of its own there."""
    lines = ["THÔNG BÁO", "Về việc tạm ngừng cấp nước", "Kính gửi: Bà con khu phố 3,", BODY]
    found = propose("docx", word_file("".join(map(paragraph, lines))))
    assert (found.title, "Kính gửi" in found.body) == ("Thông báo về việc tạm ngừng cấp nước", True)


def test_the_day_of_a_letter_is_that_of_its_head() -> None:
    """Beside the place where it was written."""
    found = propose("text", f"Bến Cát, ngày 20 tháng 10 năm 2026\n\nTHÔNG BÁO\nVề việc cấp nước\n\n{BODY}\n")
    assert (str(found.date), found.date_kind) == ("2026-10-20", "published")


def test_who_signs_a_letter_stays_in_it() -> None:
    """Below the office; a letter has no byline."""
    found = propose("text", f"THÔNG BÁO\nVề việc cấp nước\n\n{BODY}\n\nCHỦ TỊCH\n(đã ký)\nNguyễn Văn A\n")
    assert (found.byline, found.body.endswith("CHỦ TỊCH\n\n(đã ký)\n\nNguyễn Văn A")) == ((), True)


@pytest.mark.parametrize("head", ["UBND PHƯỜNG BẾN CÁT", "Ủy ban nhân dân phường Bến Cát", "ĐẢNG ỦY PHƯỜNG BẾN CÁT"])
def test_an_authority_above_the_title_is_not_the_title(head: str) -> None:
    """Whoever speaks stands on top of a letter."""
    found = propose("text", f"{head}\n\nLịch trực Tết của các khu phố\n\n{BODY}\n")
    assert found.title == "Lịch trực Tết của các khu phố"

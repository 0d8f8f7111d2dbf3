"""Officials with their offices in running text."""

from __future__ import annotations

import time

import pytest

from bantin.ingest.people import bind, find_officials
from bantin.ingest.places import load_gazetteer

SAID = [
    (
        "Bí thư Đảng ủy, Chủ tịch HĐND phường Bến Cát Nguyễn Trọng Ân yêu cầu các cấp ủy",
        {"Nguyễn Trọng Ân": ("Bí thư Đảng ủy", "Chủ tịch HĐND phường Bến Cát")},
    ),
    (
        "Đ/c Lý Thùy Giang - Thành uỷ viên, Bí thư Đảng uỷ, Chủ tịch UBND phường Mỹ Long chủ trì",
        {"Lý Thùy Giang": ("Thành uỷ viên", "Bí thư Đảng uỷ", "Chủ tịch UBND phường Mỹ Long")},
    ),
    (
        "các đồng chí: Hoàng Thị Tố Nga, Phó bí thư Thường trực Quận ủy Quận 1; Thái Thị Kim Thanh, Quận uỷ viên",
        {"Hoàng Thị Tố Nga": ("Phó bí thư Thường trực Quận ủy Quận 1",), "Thái Thị Kim Thanh": ("Quận uỷ viên",)},
    ),
    (
        "Tham dự có Bí thư Đảng ủy phường Nguyễn Văn A, Chủ tịch UBND phường Trần Thị B cùng các ngành",
        {"Nguyễn Văn A": ("Bí thư Đảng ủy phường",), "Trần Thị B": ("Chủ tịch UBND phường",)},
    ),
    (
        "các Phó Chủ tịch UBND phường Nguyễn Văn A, Trần Thị B và Lê Văn C cùng dự",
        dict.fromkeys(("Nguyễn Văn A", "Trần Thị B", "Lê Văn C"), ("Phó Chủ tịch UBND phường",)),
    ),
    (
        "Nguyễn Văn A/Bí thư Đảng ủy/Chủ tịch HĐND phường Bến Cát",
        {"Nguyễn Văn A": ("Bí thư Đảng ủy", "Chủ tịch HĐND phường Bến Cát")},
    ),
    (
        "Trưởng phòng Kinh tế, Hạ tầng và Đô thị phường Bến Cát Nguyễn Văn A",
        {"Nguyễn Văn A": ("Trưởng phòng Kinh tế, Hạ tầng và Đô thị phường Bến Cát",)},
    ),
    (
        "Đ/c Nguyễn Văn A-BT Đảng ủy, đ/c Trần Thị B- CT UBND phường",
        {"Nguyễn Văn A": ("BT Đảng ủy",), "Trần Thị B": ("CT UBND phường",)},
    ),
    (
        "Trưởng Công an phường, Trung tá Nguyễn Văn A cho biết",
        {"Nguyễn Văn A": ("Trưởng Công an phường",)},
    ),
    (
        "Phó Chủ tịch UBND phường Lê Hồng Phong Trần Thị B phát biểu",
        {"Trần Thị B": ("Phó Chủ tịch UBND phường Lê Hồng Phong",)},
    ),
    (
        "Tỉnh ủy viên, Bí thư Thành ủy Long Xuyên Nguyễn Văn A đề nghị",
        {"Nguyễn Văn A": ("Tỉnh ủy viên", "Bí thư Thành ủy Long Xuyên")},
    ),
    ("ông Nguyễn Văn A, người dân khu phố 3, cho biết", {}),
    ("Chủ tịch Hồ Chí Minh đã dạy; đường Lê Lợi, trường Nguyễn Du", {}),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_offices_go_to_whom_they_belong(text: str, expected: dict[str, tuple[str, ...]]) -> None:
    """Before the name or after it, joined by comma, dash, slash or nothing."""
    assert {one.name: one.roles for one in find_officials([text], load_gazetteer().is_place)} == expected


def test_spellings_of_one_person_are_joined() -> None:
    """The place of the tone makes no other person."""
    texts = ["Đ/c Lý Thùy Giang - Bí thư Đảng uỷ chủ trì", "Đ/c Lý Thuỳ Giang - Chủ tịch UBND phường kết luận"]
    (found,) = find_officials(texts, load_gazetteer().is_place)
    assert (found.spellings, found.roles) == (
        ("Lý Thùy Giang", "Lý Thuỳ Giang"),
        ("Bí thư Đảng uỷ", "Chủ tịch UBND phường"),
    )


def test_words_that_repeat_without_end_are_read_at_once() -> None:
    """However many ways there are to part them."""
    started = time.perf_counter()
    for words in ("được ", "được x đang ", "hiện nay đã "):
        bind(f"Nguyễn Văn A {words * 500}x. Bí thư Đảng ủy phường", lambda *_: False)
    assert time.perf_counter() - started < 2

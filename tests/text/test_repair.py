"""What is certainly wrong is put right, and nothing else."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, strategies as st

from bantin.text.repair import repair

NAMES = ("Lý Thuỳ Giang", "Mỹ Long", "Trần Hòa A")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Hội nghị kết thúc./.", "Hội nghị kết thúc."),
        ("Giữ  vệ sinh , trồng cây.", "Giữ vệ sinh, trồng cây."),
        ("nhà,cửa sạch đẹp.. Bà con vui.", "nhà, cửa sạch đẹp. Bà con vui."),
        ("Đảng ủy và Uỷ ban", "Đảng ủy và Ủy ban"),
        ("Đảng uỷ và Uỷ ban", "Đảng uỷ và Uỷ ban"),
        ("Chi ủy và bà Lý Thuỳ Giang, Uỷ viên", "Chi ủy và bà Lý Thuỳ Giang, Ủy viên"),
        (
            "Chi ủy đến nhà bà Nguyễn Thị Thuý, bà Thuý vui, hoà thuận",
            "Chi ủy đến nhà bà Nguyễn Thị Thuý, bà Thuý vui, hòa thuận",
        ),
        ("Công ty Hoà Phát và chi ủy", "Công ty Hoà Phát và chi ủy"),
        ("Ông Trần Hòa ở chi uỷ", "Ông Trần Hòa ở chi uỷ"),
        ("Thuý vui. Hoà cùng chi ủy, uỷ viên", "Thuý vui. Hoà cùng chi ủy, ủy viên"),
        ("UỶ BAN nhân dân và chi ủy", "ỦY BAN nhân dân và chi ủy"),
        ("Ông Trần Hoà A, ông Trần Hoà, chi ủy, uỷ viên", "Ông Trần Hòa A, ông Trần Hoà, chi ủy, ủy viên"),
        ("Ông nói: “Thật  là vui ,vui” với chi ủy, uỷ viên", "Ông nói: “Thật  là vui ,vui” với chi ủy, ủy viên"),
        ('Mô hình "Dân vận" và “Ngày vui”', "Mô hình “Dân vận” và “Ngày vui”"),
        ('Mô hình "Dân vận" ở phường', 'Mô hình "Dân vận" ở phường'),
        ("![ảnh](../../../media/a..b.jpg) và `a  b`", "![ảnh](../../../media/a..b.jpg) và `a  b`"),
        ("| a  | b ,|\n| --- | --- |", "| a  | b ,|\n| --- | --- |"),
        ("Xem https://example.org/a,b/../c nhé", "Xem https://example.org/a,b/../c nhé"),
        ("Và nhiều việc khác...", "Và nhiều việc khác..."),
        ("Dòng có hai dấu cách cuối  \nxuống dòng", "Dòng có hai dấu cách cuối  \nxuống dòng"),
    ],
)
def test_a_text_is_repaired(before: str, after: str) -> None:
    """Blanks, signs, tones, quotes; never code, links, tables, quotations; names as the registry has them."""
    assert repair(before, NAMES) == after


def test_the_head_is_left_alone() -> None:
    """Its words belong to the registry and to YAML."""
    text = '---\ntitle: "Chi ủy  và uỷ ban"\n---\n\nChi ủy.\n'
    assert repair(text, NAMES) == text


PIECES = st.sampled_from(
    [
        "ủy",
        "uỷ",
        "hòa",
        "hoà",
        " ",
        "  ",
        ",",
        ".",
        "./.",
        "..",
        "“",
        "”",
        '"',
        "\n",
        "`",
        "](",
        ")",
        "a",
        "Bà",
        "1,5",
        "<b>",
        "- ",
        "|",
        "\t",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=60))


@given(TEXTS)
def test_twice_is_once(text: str) -> None:
    """There is nothing left to repair."""
    once = repair(text, NAMES)
    assert repair(once, NAMES) == once


def letters(text: str) -> str:
    """Return letters without the place of their tones, and digits."""
    decomposed = unicodedata.normalize("NFD", text)
    words = re.findall(r"[\w\u0300-\u036f]+", decomposed)
    tones = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
    return "".join(word.translate(tones) for word in words).replace("_", "")


@given(TEXTS)
def test_letters_and_digits_never_change(text: str) -> None:
    """Up to the place of the tone."""
    assert letters(repair(text, NAMES)) == letters(text)

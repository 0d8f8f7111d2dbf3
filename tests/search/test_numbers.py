"""A number is found by all that people type for it, and by nothing else."""

from __future__ import annotations

import pytest

from bantin.search.hashes import hash_tokens
from bantin.search.lexicon import load_lexicon
from bantin.search.terms import hash_text
from bantin.search.tokens import tokenise


def finds(typed: str, text: str) -> bool:
    """Tell whether the index has all that is asked of it for `typed` among the terms of `text`."""
    return hash_tokens(tokenise(typed)) <= hash_text(text, load_lexicon(()))


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Thu ngân sách đạt 30,149 tỷ đồng.", ["đạt 30.149 tỷ", "đạt 30149 tỷ", "đạt 30 149 tỷ", "30.149 tỉ đồng"]),
        ("Phí là 84.000 đồng/tháng.", ["84000 đồng", "84.000đ", "84.000 vnđ", "84k", "84 nghìn", "là 84 ngàn đồng"]),
        ("Tặng 60 triệu đồng.", ["tặng 60tr", "60.000.000 đồng", "60.000.000đ"]),
        ("Mỗi suất 5.000.000đ, tặng", ["5 triệu đồng", "5tr", "suất 5 triệu", "5000k"]),
        ("Tổng vốn 4,27 tỷ đồng.", ["vốn 4.27 tỉ đồng", "4270 triệu đồng", "4.270.000.000 đồng"]),
        ("Có 97,5 triệu đồng.", ["97.5tr", "97,5 triệu"]),
        ("Hỏi (0236) 3822.115, bà B.", ["02363822115"]),
        ("Hỏi +84 905 123 478.", ["0905123478"]),
        ("Tổng đài 1900 1553.", ["19001553"]),
    ],
)
def test_a_number_is_found_as_people_type_it(text: str, typed: list[str]) -> None:
    """Thousands, units, currency and telephone numbers have several spellings each."""
    assert [one for one in typed if not finds(one, text)] == []


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Tổng vốn 4,27 tỷ đồng.", "27 tỷ đồng"),
        ("Thu được 1,2 tấn rác.", "2 tấn rác"),
        ("Lãi 3,3% một năm.", "3% một năm"),
        ("Tặng 1,5 triệu đồng.", "5 triệu đồng"),
        ("Họp năm 2025.", "2025k"),
    ],
)
def test_a_part_of_a_number_is_no_number(text: str, typed: str) -> None:
    """A reader would take it for another sum."""
    assert not finds(typed, text)


def test_a_row_of_digits_is_no_sum() -> None:
    """Python refuses to make a number of more than 4,300 digits; a text may hold any."""
    assert finds("9" * 5000, "Mã " + "9" * 5000 + " triệu")

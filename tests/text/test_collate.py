"""Vietnamese sorting."""

import random

from hypothesis import given, strategies as st

from bantin.text.collate import sort_key


def test_letters_order_before_tones_and_tones_as_in_dictionaries() -> None:
    """ă, â, đ, ê, ô, ơ, ư are letters of their own; tones go ngang, huyền, hỏi, ngã, sắc, nặng."""
    ordered = ["a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "â", "ậ", "b", "d", "đ", "e", "ê", "o", "ô", "ơ", "u", "ư", "y"]
    shuffled = random.Random(1).sample(ordered, len(ordered))
    assert sorted(shuffled, key=sort_key) == ordered


def test_wards_sort_by_name() -> None:
    """Real names of wards stand where a Vietnamese reader looks for them."""
    wards = ["Bến Cát", "Bến Nghé", "Cầu Kho", "Cầu Ông Lãnh", "Dĩ An", "Đa Kao", "Khánh Hậu", "Long Xuyên", "Mỹ Long"]
    shuffled = random.Random(2).sample(wards, len(wards))
    assert sorted(shuffled, key=sort_key) == wards


def test_a_tone_decides_only_where_all_letters_are_equal() -> None:
    """Bàn Cờ stands before Bán Đảo because c stands before đ, whatever the tones of the first words."""
    assert sorted(["Bán Cờ", "Bàn Đảo", "Bạn Cá"], key=sort_key) == ["Bạn Cá", "Bán Cờ", "Bàn Đảo"]


@given(st.lists(st.text(), max_size=6), st.randoms())
def test_the_order_is_total_and_does_not_depend_on_the_input(texts: list[str], chance: random.Random) -> None:
    """Two builds sort equal sets alike, however they found them."""
    shuffled = chance.sample(texts, len(texts))
    assert sorted(texts, key=sort_key) == sorted(shuffled, key=sort_key)

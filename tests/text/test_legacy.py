"""Text of the years before Unicode."""

from __future__ import annotations

import pytest

from bantin.text.capitals import lower_title
from bantin.text.legacy import find_legacy, restore_line
from bantin.text.syllables import is_syllable


@pytest.mark.parametrize(
    ("old", "text", "encoding"),
    [
        ("§¶ng bé ph­êng BÕn NghÐ tæ chøc héi nghÞ", "Đảng bộ phường Bến Nghé tổ chức hội nghị", "tcvn3"),
        ("Ñaûng boä phöôøng Beán Ngheù toå chöùc hoäi nghò", "Đảng bộ phường Bến Nghé tổ chức hội nghị", "vni"),
        ("PHÖÔØNG CAÀU KHO TAÄP TRUNG LAÕNH ÑAÏO", "PHƯỜNG CẦU KHO TẬP TRUNG LÃNH ĐẠO", "vni"),
        ("Đảng bộ phường Bến Nghé tổ chức hội nghị", "Đảng bộ phường Bến Nghé tổ chức hội nghị", ""),
        ("Café à la carte, Müller", "Café à la carte, Müller", ""),
        ("UBND, HĐND, MTTQ", "UBND, HĐND, MTTQ", ""),
    ],
)
def test_an_old_line_is_restored(old: str, text: str, encoding: str) -> None:
    """What is Vietnamese already, or no Vietnamese at all, stays."""
    assert restore_line(old) == (text, encoding)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("---\ntitle: §¶ng bé ph­êng tæng kÕt\n---\n", (2, "tcvn3")),
        ("---\ntitle: X\n---\n\nÑaûng boä phöôøng\n", (5, "vni")),
        ("---\ntitle: à aØ0a\n---\n", None),
        ("---\ntitle: Î ád\n---\n\nÎ ád\n\nÎ ád\n", None),
        ("---\ntitle: Đảng bộ phường\n---\n\n§¶ng bé ph­êng tæng kÕt\n", None),
    ],
)
def test_an_old_text_is_found_with_its_first_line(text: str, found: tuple[int, str] | None) -> None:
    """A foreign word or two that happen to fit, or one line of Unicode, and it is none."""
    assert find_legacy(text) == found


@pytest.mark.parametrize("word", "nghiêng quỳnh thuở khuya yêu ý gì quốc hoà hòa thuỷ thủy ương oách xoong".split())
def test_a_syllable_is_known(word: str) -> None:
    """Rare rhymes and both places of the tone."""
    assert is_syllable(word)


@pytest.mark.parametrize("word", "Hotline strong phîng kh«ng bôô aá".split())
def test_what_is_no_syllable_is_known(word: str) -> None:
    """Foreign words, and letters of an old encoding."""
    assert not is_syllable(word)


def test_a_title_in_capitals_keeps_its_names() -> None:
    """Names are those that the text writes with capitals; abbreviations stay."""
    title = lower_title("UBND PHƯỜNG CẦU KHO HỌP VỚI NGUYỄN VĂN A", ["Sáng nay, phường Cầu Kho mời ông Nguyễn Văn A."])
    assert title == "UBND phường Cầu Kho họp với Nguyễn Văn A"

"""Where syllables bear their tone mark."""

import unicodedata
from itertools import product

import pytest
from hypothesis import given, strategies as st
from viet_text_tools import normalize_diacritics

from bantin.text.names import name_key
from bantin.text.tones import TONES, place_tones

ONSETS = ["", *"b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split()]
RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê "
    "êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan "
    "oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông "
    "ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uô uôc uôi uôm uôn uông uôt uơ up "
    "ut uy uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên "
    "yêng yêt yêu"
).split()
SYLLABLES = [onset + rime for onset, rime in product(ONSETS, RIMES) if not (onset == "ng" and rime[0] in "eêiy")]
"""All that Vietnamese spelling allows, and more: ng stands as ngh before e and i, and uya bears no tone."""


def spellings(syllable: str, tone: str) -> set[str]:
    """Return a syllable with its tone on each of its vowels in turn."""
    places = [index for index, letter in enumerate(syllable) if letter in "aăâeêioôơuưy"]
    return {unicodedata.normalize("NFC", syllable[: at + 1] + tone + syllable[at + 1 :]) for at in places}


@pytest.mark.parametrize(
    ("text", "placed"),
    [
        ("Thuỳ, uỷ ban, hoà bình", "Thùy, ủy ban, hòa bình"),
        ("quý, quỳnh, giá, giữa, giếng", "quý, quỳnh, giá, giữa, giếng"),
        ("Hoàng Quyền, khuỷu, ngoái", "Hoàng Quyền, khuỷu, ngoái"),
        ("HOÀ BÌNH", "HÒA BÌNH"),
        ("Ea H'Đìng", "Ea H'Đìng"),
    ],
)
def test_tones_are_placed_as_offices_write_them(text: str, placed: str) -> None:
    """On the first vowel of an open oa, oe, uy; elsewhere both placements agree."""
    assert place_tones(text) == placed


def test_tones_are_placed_as_another_program_does() -> None:
    """Agrees with viet-text-tools on every syllable, wherever its tone was typed."""
    typed = [one for syllable, tone in product(SYLLABLES, sorted(TONES)) for one in spellings(syllable, tone)]
    assert [one for one in typed if place_tones(one) != normalize_diacritics(one)] == []


@given(st.text())
def test_placing_twice_changes_nothing(text: str) -> None:
    """Idempotent for any text."""
    assert place_tones(place_tones(text)) == place_tones(text)


@given(st.sampled_from(SYLLABLES), st.sampled_from(sorted(TONES)))
def test_all_spellings_of_a_syllable_become_one(syllable: str, tone: str) -> None:
    """Wherever the tone was typed."""
    assert len({place_tones(one) for one in spellings(syllable, tone)}) == 1


NAMES = st.lists(
    st.sampled_from(["Thùy", "Thuỳ", "THÙY", "thuy", "Giang", "giang ", " Hòa", "Hoà", "Hoa", "Lý", "Lí"]), max_size=3
).map(" ".join)


@given(NAMES, NAMES, NAMES)
def test_equality_of_names_is_an_equivalence(first: str, second: str, third: str) -> None:
    """Reflexive, symmetric and transitive, and blind to Unicode form, case and blanks."""
    same = {(a, b) for a, b in product((first, second, third), repeat=2) if name_key(a) == name_key(b)}
    assert {(one, one) for one in (first, second, third)} <= same
    assert {(b, a) for a, b in same} == same
    assert {(a, c) for (a, b), (b2, c) in product(same, same) if b == b2} <= same
    assert name_key(unicodedata.normalize("NFD", f"  {first.upper()} ")) == name_key(first)


@given(NAMES)
def test_a_name_with_its_tones_placed_is_the_same_name(name: str) -> None:
    """Repairing a text changes no identity."""
    assert name_key(place_tones(name)) == name_key(name)

"""Text as readers type it."""

import unicodedata

import pytest
from hypothesis import given, strategies as st

from bantin.text.fold import fold
from bantin.text.names import given_name, name_key
from bantin.text.slugs import is_slug, slugify


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Bến Cát", "ben cat"),
        ("ĐẢNG ỦY", "dang uy"),
        ("đường Nguyễn Cảnh Chân", "duong nguyen canh chan"),
        ("Uỷ ban, ủy ban", "uy ban, uy ban"),
        ("30,149 tỷ đồng", "30,149 ty dong"),
    ],
)
def test_fold_drops_case_tones_and_letter_marks(text: str, folded: str) -> None:
    """A text without diacritics is what a reader types on a cheap phone, đ as d."""
    assert fold(text) == folded


@given(st.text())
def test_fold_does_not_depend_on_the_unicode_form(text: str) -> None:
    """Composed and decomposed text fold alike."""
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize(
    ("text", "limit", "slug"),
    [
        ("Đảng bộ phường Bến Nghé tổng kết năm 2022", 0, "dang-bo-phuong-ben-nghe-tong-ket-nam-2022"),
        ("  “Ngày hội” – lần 2!  ", 0, "ngay-hoi-lan-2"),
        ("tuyên truyền phòng cháy", 12, "tuyen-truyen"),
        ("tuyên truyền phòng cháy", 14, "tuyen-truyen"),
        ("…", 0, ""),
    ],
)
def test_slugify_makes_ascii_words_and_cuts_between_them(text: str, limit: int, slug: str) -> None:
    """An address holds lower-case ASCII words, cut at a word where it would be too long."""
    assert slugify(text, limit) == slug


@given(st.text(), st.integers(min_value=1, max_value=80))
def test_slugify_gives_a_slug_or_nothing(text: str, limit: int) -> None:
    """Whatever the title, the proposed file name is valid and short enough, or empty."""
    slug = slugify(text, limit)
    assert slug == "" or (is_slug(slug) and len(slug) <= limit)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lý Thùy Giang", "Lý Thuỳ Giang"),
        ("Hòa Bình", "Hoà  bình"),
        ("Nguyễn Trọng Ân", unicodedata.normalize("NFD", "Nguyễn Trọng Ân")),
    ],
)
def test_one_name_in_two_spellings_has_one_key(one: str, other: str) -> None:
    """The place of the tone mark, Unicode form, case and blanks make no other person."""
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("Nguyễn Văn Án", "Nguyễn Văn Ân"), ("Lê Hoa", "Lê Hòa")])
def test_names_that_differ_in_tone_or_letter_have_two_keys(one: str, other: str) -> None:
    """Another tone or another letter is another name."""
    assert name_key(one) != name_key(other)


@given(st.text())
def test_name_key_is_idempotent(name: str) -> None:
    """A key is its own key, so that equality of names is an equivalence."""
    assert name_key(name_key(name)) == name_key(name)


def test_given_name_is_the_last_word() -> None:
    """Vietnamese directories order persons by the given name."""
    assert given_name("Tô Thị Bích Châu") == "Châu"

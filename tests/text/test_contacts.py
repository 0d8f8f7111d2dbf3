"""Telephone numbers and e-mail addresses."""

import pytest

from bantin.text.contacts import contact_link, find_numbers, is_email, is_phone


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("0274 3 855 123", ("02743855123",)),
        ("(0274) 3.855.123", ("02743855123",)),
        ("+84 28 3829 7896", ("+842838297896",)),
        ("114", ("114",)),
        ("1900 1234, 0900 000 000", ("19001234", "0900000000")),
        ("028 3829 7896 hoặc 028 3829 7897", ("02838297896", "02838297897")),
    ],
)
def test_a_number_is_read_however_it_is_grouped(text: str, numbers: tuple[str, ...]) -> None:
    """In groups of blanks, dots or brackets; several in one text."""
    assert is_phone(text)
    assert find_numbers(text) == numbers


@pytest.mark.parametrize("text", ["", "12", "gọi 0274 3 855 123", "0274 3 855 123 (giờ hành chính)", "1" * 16])
def test_what_is_more_than_a_number_is_none(text: str) -> None:
    """Words do not fit into a link that calls."""
    assert not is_phone(text)


@pytest.mark.parametrize(
    ("text", "is_one"), [("a@b.example", True), ("a@b", False), ("a b@c.vn", False), ("a@b.vn, c@d.vn", False)]
)
def test_an_address_of_mail_is_one_address(text: str, is_one: bool) -> None:  # noqa: FBT001 - a case
    """And nothing beside it."""
    assert is_email(text) is is_one


@pytest.mark.parametrize(
    ("kind", "text", "link"),
    [
        ("hotline", "(0274) 3 855 123", "tel:02743855123"),
        ("phone", "chưa có", ""),
        ("email", "a@b.example", "mailto:a@b.example"),
        ("website", "https://phuong.example/", "https://phuong.example/"),
        ("address", "1 đường Mẫu", ""),
    ],
)
def test_a_contact_leads_to_what_it_is_for(kind: str, text: str, link: str) -> None:
    """A number calls, an address of mail writes; what is only read leads nowhere."""
    assert contact_link(kind, text) == link

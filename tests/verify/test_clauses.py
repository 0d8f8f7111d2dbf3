"""The same words are known again wherever they stand."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from bantin.verify.clauses import hash_clause, hash_clauses, split_clauses

_WORDS = "Họp tổ dân phố vào tối thứ Sáu tại nhà văn hóa"
_CLAUSE = "họp tổ dân phố vào tối thứ sáu tại nhà văn hóa"


@pytest.mark.parametrize(
    "text",
    [
        f"{_WORDS}.",
        f"# Tin - {_WORDS}",
        f"<p>{_WORDS}</p>",
        f'{{"text":"Tin.\\n{_WORDS}"}}',
        f"“{_WORDS}” – …",
        f"→ {_WORDS}",
        _WORDS.upper(),
        _WORDS.replace(" ", "  \t"),
        _WORDS.replace(" dân ", "\u00a0dân "),
        _WORDS.replace(" dân ", "&nbsp;dân "),
        _WORDS.replace("ấ", "&#7845;").replace("Họ", "H&#7885;"),
    ],
)
def test_words_are_found_whatever_stands_around_and_between_them(text: str) -> None:
    """In Markdown, HTML, JSON; with no-break spaces, as Word leaves them, and with references."""
    assert hash_clause(_CLAUSE) in hash_clauses(text)


def test_short_clauses_tell_no_text_from_another() -> None:
    """Six syllables do."""
    assert [*split_clauses("một hai ba bốn năm. một hai ba bốn năm sáu!")] == ["một hai ba bốn năm sáu"]


@given(st.text(st.characters(exclude_characters="&")))
def test_what_is_hashed_is_what_is_split(text: str) -> None:
    """Whatever the text: so that who finds a hash finds the words."""
    assert hash_clauses(text) == sorted({hash_clause(clause) for clause in split_clauses(text)})

"""The writer and the reader of the index cut a text into the same terms."""

from __future__ import annotations

import json
from pathlib import Path
from unicodedata import normalize

import pytest

from bantin.search.dates import find_dates
from bantin.search.tokens import tokenise
from search.node import run_node

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", VECTORS, ids=lambda case: f"{case['category']}: {case['text']!a}")
def test_the_writer(case: dict[str, object]) -> None:
    """A text gives the tokens, or the dates, that a person would name."""
    text = str(case["text"])
    found = tokenise(text) if case["kind"] == "tokens" else [one.term for one in find_dates(normalize("NFC", text))]
    assert found == case["expected"]


def test_the_reader() -> None:
    """The browser's module gives the same for every case."""
    assert run_node("vectors.mjs", VECTORS) == [case["expected"] for case in VECTORS]


def test_there_are_enough_cases() -> None:
    """Every vowel with every tone, old and new placement, numbers, dates, what is no word."""
    assert len(VECTORS) >= 300

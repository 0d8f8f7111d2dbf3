"""The questions of `bantin new`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from bantin.cli import questions
from bantin.model import Official, Registry, Topic, Ward
from bantin.text.dates import VIETNAM

REGISTRY = Registry(
    {
        "ben-cat": Ward("ben-cat", "Bến Cát", "phường", "TP. Hồ Chí Minh"),
        "ben-nghe": Ward("ben-nghe", "Bến Nghé", "phường", "TP. Hồ Chí Minh"),
    },
    {"nguyen-van-a": Official("nguyen-van-a", "Nguyễn Văn A")},
    {"thong-bao": Topic("thong-bao", "Thông báo"), "y-te": Topic("y-te", "Y tế", synonyms=("tiêm chủng",))},
)
Answer = Callable[..., None]
TODAY = datetime(2025, 10, 7, tzinfo=VIETNAM)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Return a function that takes what the editor types, line after line."""

    def take(*lines: str) -> None:
        typed: Iterator[str] = iter(lines)
        monkeypatch.setattr(questions.click, "prompt", lambda *_, **__: next(typed))

    return take


def test_a_ward_is_found_without_diacritics(answer: Answer) -> None:
    """However it is typed."""
    answer("ben cat", "")
    assert questions.ask_wards(REGISTRY) == ("ben-cat",)


def test_several_wards_are_offered_by_number(answer: Answer) -> None:
    """The plain console of Windows can do that."""
    answer("ben", "2", "")
    assert questions.ask_wards(REGISTRY) == ("ben-nghe",)


def test_an_official_is_completed(answer: Answer) -> None:
    """By the name that the registry has."""
    answer("nguyen van a", "Chủ tịch UBND phường", "")
    assert questions.ask_officials(REGISTRY) == ("Nguyễn Văn A: Chủ tịch UBND phường",)


def test_a_topic_is_found_by_a_synonym(answer: Answer) -> None:
    """And none is asked for twice."""
    answer("tiem chung", "")
    assert questions.ask_topics(REGISTRY) == ("y-te",)


@pytest.mark.parametrize(
    ("typed", "day"), [("", None), ("5/10/2025", "2025-10-05"), ("2025-10-05T08:30", "2025-10-05")]
)
def test_a_date_is_taken_as_typed(answer: Answer, typed: str, day: str | None) -> None:
    """Nothing means today."""
    answer(typed)
    found = questions.ask_date(TODAY)
    assert (None if found is None else f"{found:%Y-%m-%d}") == day


def test_a_title_is_needed(answer: Answer) -> None:
    """Asked until it is there."""
    answer("", "  ", "Tin mới")
    assert questions.ask_title() == "Tin mới"


def test_a_raised_number_is_no_choice(answer: Answer) -> None:
    """It is asked again: what was answered before is not lost."""
    answer("ben", "²", "1", "")
    assert questions.ask_wards(REGISTRY) == ("ben-cat",)

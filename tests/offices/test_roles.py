"""Real roles become posts."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from bantin.offices import Post, read_offices

CASES: dict[str, list[str]] = {}
for line in (Path(__file__).parent / "roles.txt").read_text(encoding="utf-8").splitlines():
    if line.startswith("\t"):
        CASES[next(reversed(CASES))].append(line.strip(" \t|"))
    elif line and not line.startswith("#"):
        CASES[line] = []


def describe(post: Post) -> str:
    """Return a post as roles.txt writes it."""
    said = "quyền" if post.is_acting else "nguyên" if post.is_former else post.remit
    return " | ".join((post.role, post.body, str(post.place), said)).rstrip(" |")


def read(text: str) -> list[str]:
    """Return what roles.txt should say of a text."""
    reading = read_offices(text)
    return [describe(post) for post in reading.posts] + [f"? {part}" for part in reading.unread]


@pytest.mark.parametrize("text", CASES)
def test_a_role_says_these_posts(text: str) -> None:
    """Each office in its body and place, in the order of the text; what is no office stays as it is."""
    assert read(text) == CASES[text]


def test_there_are_as_many_roles_as_were_asked_for() -> None:
    """At least 250, from the usage of ward portals and newspapers."""
    assert len(CASES) >= 250


@pytest.mark.parametrize("text", CASES)
def test_the_unicode_form_does_not_count(text: str) -> None:
    """Word on a Mac writes decomposed letters."""
    assert read_offices(unicodedata.normalize("NFD", text)).posts == read_offices(text).posts


@given(st.text(max_size=80))
def test_nothing_is_lost(text: str) -> None:
    """What no office can be read from is kept, in the words of the text."""
    words = set(re.findall(r"\w+", unicodedata.normalize("NFC", text)))
    assert set(re.findall(r"\w+", " ".join(read_offices(text).unread))) <= words


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "Bí thư Đảng ủy, Chủ tịch HĐND phường Bến Cát",
            ["Bí thư Đảng ủy phường Bến Cát", "Chủ tịch Hội đồng nhân dân phường Bến Cát"],
        ),
        ("Trưởng khu phố 3, phường Bến Cát", ["Trưởng khu phố 3"]),
        ("Bí thư Quận ủy Quận 1", ["Bí thư Quận ủy Quận 1"]),
        (
            "Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Tây Ninh",
            ["Bí thư Tỉnh ủy Tây Ninh", "Chủ tịch Hội đồng nhân dân tỉnh Tây Ninh"],
        ),
    ],
)
def test_a_post_has_a_full_name(text: str, labels: list[str]) -> None:
    """Without abbreviations, with the nearest place."""
    assert [post.label for post in read_offices(text).posts] == labels

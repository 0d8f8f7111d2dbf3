"""The editors' guide says what bantin does."""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from bantin.messages import load_messages
from bantin.read.article import OPTIONAL, REQUIRED
from conftest import Site
from structure.sources import ROOT

TEXTS = load_messages("vi")
PAGES = sorted((ROOT / "content/trang/huong-dan").glob("*.md"))
FENCED = [
    (path.name, kind, text)
    for path in PAGES
    for kind, text in re.findall(r"^```(\w+)\n(.*?)^```", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
]
PROBLEMS = sorted(
    {line for _, kind, text in FENCED if kind == "text" for line in text.splitlines() if line.endswith("]")}
)


def pattern(key: str) -> re.Pattern[str]:
    """Return what a message looks like, whatever fills its places."""
    parts = string.Formatter().parse(TEXTS(key))
    return re.compile("".join(re.escape(text) + (".*" if name is not None else "") for text, name, *_ in parts))


@pytest.mark.parametrize("line", [line for line in PROBLEMS if re.search(r": (?:lỗi|lưu ý): ", line)])
def test_a_problem_in_the_guide_is_told_in_these_words(line: str) -> None:
    """By the rule in its brackets."""
    found = re.fullmatch(r"\S+:\d+:\d+: (?:lỗi|lưu ý): (.*) \[([a-z-]+)\]", line)
    assert found
    keys = [key for key in TEXTS.keys() if re.fullmatch(rf"rules\.{found[2]}\.(?:\w+\.)?message", key)]  # noqa: SIM118 - not a dict
    assert any(pattern(key).fullmatch(found[1]) for key in keys)


@pytest.mark.parametrize("text", [text for _, kind, text in FENCED if kind == "yaml"])
def test_fields_in_the_guide_exist(text: str) -> None:
    """As they are written there."""
    assert set(yaml.safe_load(text)) <= {*REQUIRED, *OPTIONAL}


def test_the_article_of_the_guide_can_be_published(make_site: Callable[[str], Site]) -> None:
    """Without a problem."""
    (text,) = (text for _, kind, text in FENCED if kind == "markdown" and text.startswith("---"))
    report = make_site(f"-- content/news/2025/10/hop-to-dan-pho.md --\n{text}").build()
    assert report.problems == ()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_message_that_the_guide_explains_exists(path: Path) -> None:
    """The table of messages quotes them from their beginning."""
    told = re.findall(r"^\| ([^|`]*«…»[^|]*|Ảnh cho biết[^|]*) \|", path.read_text(encoding="utf-8"), re.MULTILINE)
    messages = [TEXTS(key) for key in TEXTS.keys() if key.endswith(".message")]  # noqa: SIM118 - not a dict
    plain = [re.sub(r"{[^}]*}", "…", message) for message in messages]
    assert [one for one in told if not any(message.startswith(one.strip()) for message in plain)] == []

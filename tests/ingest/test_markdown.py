"""Articles of other generators: what Markdown says stays as it was written."""

from __future__ import annotations

import time

import pytest

from bantin.ingest.markdown import read_markdown
from ingest.materials import propose

LEAD = "UBND phường Bến Cát thông báo lịch trực của các khu phố trong tháng."


@pytest.mark.parametrize(
    ("written", "body"),
    [
        ("- Hồ sơ\n  - Đơn\n  - Ảnh\n- Lệ phí", "- Hồ sơ\n    - Đơn\n    - Ảnh\n- Lệ phí"),
        ("1. Hồ sơ\n    - Đơn\n2. Lệ phí", "1. Hồ sơ\n    - Đơn\n2. Lệ phí"),
        ("- Hồ sơ gồm đơn\n  và ảnh\n- Lệ phí", "- Hồ sơ gồm đơn và ảnh\n- Lệ phí"),
        ("1. Hồ sơ\n\n   Nộp tại trụ sở.\n2. Lệ phí", "1. Hồ sơ\n\n    Nộp tại trụ sở.\n2. Lệ phí"),
        ("Giờ làm việc\n------------\n\nTừ 7 giờ.", "## Giờ làm việc\n\nTừ 7 giờ."),
        (
            "Xem [kế hoạch][kh] và [Thông báo].\n\n[kh]: https://example.org/kh 'Kế hoạch'\n[thông báo]: <https://example.org/tb>",
            "Xem [kế hoạch](https://example.org/kh) và [Thông báo](https://example.org/tb).",
        ),
        ("Lịch như sau:\n```\nT2  7 giờ\nT3  8 giờ\n```\nTrân trọng.", "```\nT2  7 giờ\nT3  8 giờ\n```"),
        ("```\n- a\n\n[b]: c\n```", "```\n- a\n\n[b]: c\n```"),
        ("Theo kế hoạch.[^1]\n\n[^1]: Kế hoạch số 12.", "Theo kế hoạch.[^1]\n\n[^1]: Kế hoạch số 12."),
    ],
)
def test_what_markdown_says_stays(written: str, body: str) -> None:
    """Lists within lists, items of several rows, underlined headings, addresses that stand apart, code."""
    assert body in propose("markdown", f"# Lịch trực khu phố\n\n{LEAD}\n\n{written}\n").body


def test_a_title_may_be_underlined() -> None:
    """As many generators write it."""
    found = propose("markdown", f"Lịch trực khu phố\n=================\n\n{LEAD}\n")
    assert (found.title, found.body) == ("Lịch trực khu phố", LEAD)


@pytest.mark.parametrize("sign", ["[", "![", "<", "{:", "[a](", "*a ", "# ", "-", "`", "1. "])
def test_signs_that_repeat_without_end_are_read_at_once(sign: str) -> None:
    """A pasted page has many that are never closed."""
    started = time.perf_counter()
    read_markdown(f"Đoạn\n{sign * 20_000}x\n\n|{sign * 20_000}x\n{sign * 20_000}x")
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    "head",
    ["---\ntitle: Lịch trực Tết\ndate: 2025-01-20\n---\n", '+++\ntitle = "Lịch trực Tết"\ndate = 2025-01-20\n+++\n'],
    ids=["YAML", "TOML"],
)
def test_a_title_that_is_declared_stands(head: str) -> None:
    """A heading is one of the text then, unless it says the same."""
    body = f"# Lịch trực Tết\n\n## Lịch trực của phường Bến Cát\n\n{LEAD}\n"
    found = propose("markdown", f"{head}\n{body}")
    assert (found.title, found.body) == ("Lịch trực Tết", f"## Lịch trực của phường Bến Cát\n\n{LEAD}")

"""Help pages and complaints about wrong use."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from bantin.cli.main import COMMANDS as NAMES, bantin
from cli.conftest import Run

COMMANDS = (*NAMES, "ward find", "ward add")

ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?|args|show|error|message|exit|default|required|range|integer|value|invalid|"
    r"missing|such|not|got|unexpected|requires|file|folder|version|help|try|the|and|or|is)\b",
    re.IGNORECASE,
)
"""Words that click or Python would add."""

WRONG = {
    "unknown command": (["khong"], "Không có lệnh «khong»."),
    "command nearly right": (["buidl"], "Có phải ý bạn là «build»?"),
    "unknown option": (["build", "--khong"], "Không có tùy chọn --khong."),
    "option nearly right": (["build", "--worker", "2"], "Có phải ý bạn là «--workers»?"),
    "unknown short option": (["build", "-x"], "Không có tùy chọn -x."),
    "option without its value": (["build", "--out"], "Tùy chọn --out thiếu giá trị"),
    "switch with a value": (["build", "--strict=1"], "Tùy chọn --strict thiếu giá trị, hoặc không nhận giá trị."),
    "surplus words": (["build", "hai", "ba"], "Thừa «hai ba»."),
    "no title": (["new", "--ward", "ben-cat"], "Thiếu --title."),
    "no ward": (["new", "--title", "Tin mới"], "Thiếu --ward."),
    "too few workers": (["build", "--workers", "0"], "Giá trị của --workers không đúng: «0» không phải số nguyên từ 1"),
    "workers in words": (["build", "--workers", "hai"], "«hai» không phải số nguyên từ 1"),
    "no such port": (["serve", "--port", "99999"], "«99999» không phải số nguyên từ 1 đến 65535"),
    "no instant": (
        ["build", "--now", "07/10/2025"],
        "«07/10/2025» không theo dạng năm-tháng-ngày. Viết --now 2025-10-07",
    ),
    "no such day": (["build", "--now", "2025-02-30"], "Giá trị của --now không đúng: «2025-02-30»"),
    "delta without manifest": (["build", "--delta", "thay-doi"], "--delta và --against phải đi cùng nhau"),
    "no such number of results": (["ward", "find", "--limit", "0", "x"], "«0» không phải số nguyên từ 1 đến 1000"),
    "no place to find": (["ward", "find"], "Thiếu TÊN…."),
    "no place to add": (["ward", "add", "khu phố"], "Không tìm thấy xã, phường nào cho «khu phố»."),
    "several places to add": (["ward", "add", "tan thanh"], "Hãy viết thêm quận, huyện, tỉnh, hoặc chọn bằng mã"),
    "an id that is none": (["ward", "add", "ben thanh", "--id", "Bến"], "«Bến» không dùng làm id được"),
    "an id that is taken": (["ward", "add", "ben thanh", "--id", "ben-cat"], "id «ben-cat» đã có"),
    "no such configuration": (["build", "-f", "khong.yml"], "Không có tệp khong.yml."),
    "no such file": (["check", "content/khong.md"], "Không có tệp content/khong.md."),
    "file of another site": (["check", ".."], "Tệp .. không thuộc trang tin này."),
}


def find_english(text: str) -> list[str]:
    """Return English words, the names of options and of our files apart."""
    return ENGLISH.findall(re.sub(r"(--?[a-z-]+)|\S*\.(yml|md)", "", text))


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_a_help_page_holds_no_english(run: Run, command: str) -> None:
    """An editor reads Vietnamese only."""
    page = run(*command.split(), "--help").out
    assert find_english(page) == []


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_a_help_page_tells_the_usage_first(run: Run, command: str) -> None:
    """The first line is what to type."""
    page = run(*command.split(), "--help").out
    assert page.startswith(f"Cách dùng: bantin {command}".rstrip() + " [TÙY CHỌN]")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_explained(command: str) -> None:
    """An option without an explanation is a riddle."""
    found: click.Command = bantin
    for name in command.split():
        assert isinstance(found, click.Group)
        inner = found.get_command(click.Context(found), name)
        assert inner is not None
        found = inner
    silent = [one.name for one in found.params if one.param_type_name == "option" and not getattr(one, "help", "")]
    assert silent == []


def test_without_a_command_the_help_is_shown_and_the_exit_code_says_so(run: Run) -> None:
    """Nothing was done."""
    result = run()
    assert (result.code, result.out) == (2, run("--help").out)


@pytest.mark.parametrize(("arguments", "says"), WRONG.values(), ids=WRONG)
def test_wrong_use_is_told_in_vietnamese(run: Run, project: Path, arguments: list[str], says: str) -> None:
    """What is wrong stands in the sentence."""
    del project
    assert says in run(*arguments).err


@pytest.mark.parametrize("arguments", [case[0] for case in WRONG.values()], ids=WRONG)
def test_wrong_use_ends_with_exit_code_2(run: Run, project: Path, arguments: list[str]) -> None:
    """Scripts tell wrong use from wrong content by it."""
    del project
    assert run(*arguments).code == 2


@pytest.mark.parametrize("arguments", [case[0] for case in WRONG.values()], ids=WRONG)
def test_a_complaint_holds_no_english(run: Run, project: Path, arguments: list[str]) -> None:
    """Click's own sentences stay inside."""
    del project
    assert find_english(run(*arguments).err) == []


def test_the_version_is_told(run: Run) -> None:
    """One line, for a report."""
    assert re.fullmatch(r"bantin \d+\.\d+\.\d+\n", run("--version").out)

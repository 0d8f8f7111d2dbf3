"""Lists and tables of which Markdown makes something else than the editor sees: no text may vanish unnoticed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.check.prose import Manuscript
    from bantin.read.findings import Findings

_SUSPECT = re.compile(r"^ {0,3}(?:[-*+] |\d{1,9}\. |\|)", re.MULTILINE)
_BLOCK = re.compile(r"(?:^[^\n]*\S[^\n]*(?:\n|\Z))+", re.MULTILINE)
_ITEM = re.compile(r"(?P<indent> {0,3})(?:[-*+]|(?P<number>\d{1,9})\.) \S")
_OTHER = ("#", ">", "<", "!", "[", "|", "    ", "\t")
"""How lines begin that are no paragraph."""
_FENCES = ("```", "~~~")
_RULE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_BAR = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"`[^`\n]*`")


def find_list_faults(manuscript: Manuscript, findings: Findings) -> None:
    """list-glued, list-indent, list-numbers, table-cells."""
    text = manuscript.text
    if not _SUSPECT.search(text) or any(fence in text for fence in _FENCES):
        return
    for block in _BLOCK.finditer(text):
        lines = [*_lines(block[0], block.start())]
        first = lines[0][1]
        if first.startswith("|"):
            _find_lost_cells(lines, manuscript, findings)
        elif _ITEM.match(first):
            _find_shallow_items(lines, manuscript, findings)
            _find_numbers(lines, manuscript, findings)
        elif not first.startswith(_OTHER):
            _find_glued(lines, manuscript, findings)


def _lines(block: str, start: int) -> Iterator[tuple[int, str]]:
    """Yield (where it begins in the text, the line) of each line of a block."""
    for line in block.splitlines():
        yield start, line
        start += len(line) + 1


def _find_glued(lines: list[tuple[int, str]], manuscript: Manuscript, findings: Findings) -> None:
    """Find the first item or row that stands right below a paragraph, of which Markdown takes it for a part."""
    for start, line in lines[1:]:
        item = _ITEM.match(line)
        if line.startswith("|") or (item and item["number"] in {None, "1"}):
            variant = "" if item else "table"
            findings.warning("list-glued", *manuscript.place(start), variant=variant)
            return


def _find_shallow_items(lines: list[tuple[int, str]], manuscript: Manuscript, findings: Findings) -> None:
    """Find items further in than the first, but not far enough to belong to the one above."""
    outer = len(lines[0][1]) - len(lines[0][1].lstrip())
    for start, line in lines[1:]:
        item = _ITEM.match(line)
        if item and len(item["indent"]) > outer:
            findings.warning("list-indent", *manuscript.place(start + len(item["indent"])))


def _find_numbers(lines: list[tuple[int, str]], manuscript: Manuscript, findings: Findings) -> None:
    """Find the first number that is not the next one: HTML counts by itself. The same number everywhere is usual."""
    items = [(start, int(item["number"])) for start, line in lines if (item := _ITEM.match(line)) and item["number"]]
    if len({number for _, number in items}) <= 1:
        return
    for wanted, (start, number) in enumerate(items, items[0][1]):
        if number != wanted:
            findings.warning("list-numbers", *manuscript.place(start), typed=number, shown=wanted)
            return


def _find_lost_cells(lines: list[tuple[int, str]], manuscript: Manuscript, findings: Findings) -> None:
    """Find rows of a table with more cells than its heading: what is too much is not shown."""
    if len(lines) < len(("heading", "rule", "row")) or not _RULE.fullmatch(lines[1][1]):
        return
    wanted = _count_cells(lines[0][1])
    for start, line in lines[2:]:
        found = _count_cells(line)
        if found > wanted:
            findings.warning("table-cells", *manuscript.place(start), found=found, wanted=wanted)


def _count_cells(row: str) -> int:
    return len(_BAR.split(_CODE.sub("", row.strip()).removeprefix("|").removesuffix("|")))

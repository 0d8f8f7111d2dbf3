"""What is pasted from Word, Zalo or a sheet, and of which Markdown makes something else than the editor sees."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bantin.text.alphabet import UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.check.prose import Manuscript
    from bantin.read.findings import Findings

_BLOCK = re.compile(r"(?:^[^\n]*\S[^\n]*(?:\n|\Z))+", re.MULTILINE)
_FENCES = ("```", "~~~")
_MARK = re.compile(
    r" {0,3}(?P<mark>[•●○▪■◦‣–—✓✔☑★☆✅👉📌🔹🔸➡]\ufe0f?|[a-zđ][.)]|\d{1,3}\)|[IVX]{1,4}\.|\d{1,2}\.(?=[^\W\d_]))\s*\S"
)
"""How officers begin the items of a list, and Markdown does not."""
_LABEL = re.compile(r" {0,3}\w[\w ]{1,24}: \S[^\n]{0,90}")
"""One of the lines of a notice: "Thời gian: 7 giờ"."""
_RULE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_NO_PARAGRAPH = ("#", ">", "<", "!", "[", "|", "    ", "\t", "- ", "* ", "+ ", "=", ":")
_HOLDS = re.compile(r" {0,3}(?:[-*+] |\d{1,9}\. |\[\^|!!!|\?\?\?|===|: )")
"""How what holds the indented lines below it begins: an item, a note, a box, a tab, a definition."""
_INDENTED = re.compile(rf"(?: {{4}}|\t)\s*[{UPPER}]\w*,? \w")
_LEAST_WORDS = 6
"""Of an indented line that is no code."""
_STAR = re.compile(r"(?<=[0-9đ%])\*(?=\d)")


def find_pasted_faults(manuscript: Manuscript, findings: Findings) -> None:
    """lines-joined, text-indented, star-lost."""
    text = manuscript.text
    if any(fence in text for fence in _FENCES):
        return
    holder = ""
    for block in _BLOCK.finditer(text):
        lines = [*_lines(block[0], block.start())]
        first = lines[0][1]
        if not first.startswith((" ", "\t")):
            holder = first
        if first.startswith(("    ", "\t")):
            _find_indented(lines, holder, manuscript, findings)
        elif first.startswith("|"):
            _find_missing_rule(lines, manuscript, findings)
        elif not first.startswith(_NO_PARAGRAPH):
            _find_joined(lines, manuscript, findings)
        if "*" in block[0]:
            _find_stars(block, manuscript, findings)


def _lines(block: str, start: int) -> Iterator[tuple[int, str]]:
    """Yield (where it begins in the text, the line) of each line of a block."""
    for line in block.splitlines():
        yield start, line
        start += len(line) + 1


def _find_indented(lines: list[tuple[int, str]], holder: str, manuscript: Manuscript, findings: Findings) -> None:
    """Find a paragraph whose first line is set in, as in a letter: it is shown as code."""
    start, line = lines[0]
    if not _HOLDS.match(holder) and _INDENTED.match(line) and len(line.split()) >= _LEAST_WORDS:
        findings.warning("text-indented", *manuscript.place(start))


def _find_missing_rule(lines: list[tuple[int, str]], manuscript: Manuscript, findings: Findings) -> None:
    if len(lines) > 1 and not _RULE.fullmatch(lines[1][1]) and lines[1][1].startswith("|"):
        bars = lines[0][1].strip().strip("|").count("|") + 1
        findings.warning("lines-joined", *manuscript.place(lines[0][0]), variant="table", wanted="|---" * bars + "|")


def _find_joined(lines: list[tuple[int, str]], manuscript: Manuscript, findings: Findings) -> None:
    """Find the first of two neighbouring lines that were meant to stay lines; a mark at the end keeps them apart."""
    for (start, line), (_, below) in pairwise(lines):
        if line.endswith(("  ", "\\", "<br>")):
            continue
        mark = _MARK.match(line)
        if mark and _MARK.match(below):
            findings.warning("lines-joined", *manuscript.place(start), variant="list", mark=mark["mark"])
            return
        if "\t" in line.strip() and "\t" in below.strip():
            findings.warning("lines-joined", *manuscript.place(start), variant="sheet")
            return
        if _LABEL.fullmatch(line) and _LABEL.fullmatch(below):
            findings.warning("lines-joined", *manuscript.place(start))
            return


def _find_stars(block: re.Match[str], manuscript: Manuscript, findings: Findings) -> None:
    stars = [*_STAR.finditer(block[0])]
    if len(stars) > 1:
        findings.warning("star-lost", *manuscript.place(block.start() + stars[0].start()))

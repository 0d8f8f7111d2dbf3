"""Text on which Markdown would work for minutes: marks that nest, or stay open, beyond reason.

Python-Markdown looks for the end of every mark anew, so its time grows with the square of what is left open. Counting
first is linear, and the same on every machine, as a limit of time would not be.
"""

from __future__ import annotations

import re

_GAP = re.compile(r"\n[ \t]*\n")
"""Ends a block: within one Markdown pairs its marks."""
_DEEP = re.compile(r"^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}\.[ \t])){60}", re.MULTILINE)
_HEADING = re.compile(r"^(?:#|=+[ \t]*$|-+[ \t]*$)", re.MULTILINE)
_CONTENTS = re.compile(r"^\[TOC\]", re.MULTILINE)
_SPECIAL = re.compile(r"[*_`\[<&!\\]")
_PAIRED = re.compile(r"\]\(|[\[\]()<>]")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_UNPAIRED = frozenset("area br col dd dt hr img input li option p td th tr wbr".split())
"""Tags that HTML lets stand without an end."""

# Each bound costs about half a second on a machine of 2020, and is far from anything that a person writes.
_MOST_OPEN = 2_000_000
_MOST_HEADING_WORK = 10_000_000
_MOST_SPECIAL_WORK = 10_000_000_000
_MOST_CELLS = 100_000
_MOST_TAG_WORK = 50_000
_MOST_CONTENTS = 5_000
_MOST_NOTES = 1_000


def find_tangle(text: str) -> int | None:
    """Return where in `text` the first block beyond reason begins, or None where there is none."""
    if deep := _DEEP.search(text):
        return deep.start()
    contents = len(_CONTENTS.findall(text)) if "[TOC]" in text else 0
    if (
        ("<" in text and _measure_tags(text) > _MOST_TAG_WORK)
        or (contents and contents * len(_HEADING.findall(text)) > _MOST_CONTENTS)
        or text.count("[^") > _MOST_NOTES
    ):
        return 0
    start = 0
    for end in (*(gap.end() for gap in _GAP.finditer(text)), len(text)):
        if _is_tangled(text[start:end]):
            return start
        start = end
    return None


def _is_tangled(block: str) -> bool:
    if len(block) < 1000:  # noqa: PLR2004 - a short text cannot cost much
        return False
    lines = block.count("\n") + 1
    return (
        len(_HEADING.findall(block)) * len(block) > _MOST_HEADING_WORK
        or len(_SPECIAL.findall(block)) * len(block) > _MOST_SPECIAL_WORK
        or max(line.count("|") for line in block.split("\n")) * lines > _MOST_CELLS
        or _measure_open(block) > _MOST_OPEN
    )


def _measure_open(block: str) -> int:
    """Return how many characters lie between opening and closing marks, added up over all pairs."""
    work = 0
    squares: list[int] = []
    rounds: list[int] = []
    angles: list[int] = []
    for match in _PAIRED.finditer(block):
        mark, at = match[0], match.start()
        if mark == "[":
            squares.append(at)
        elif mark == "<":
            angles.append(at)
        elif mark == ">":
            work += sum(at - start for start in angles)
            angles.clear()
        elif mark == "(":
            continue
        elif mark == ")":
            work += at - rounds.pop() if rounds else 0
        elif squares:
            work += at - squares.pop()
        if mark == "](":
            rounds.append(at)
    return work + sum(len(block) - start for start in (*squares, *rounds, *angles))


def _measure_tags(text: str) -> int:
    """Return how many tags are open at each opening tag, added up."""
    work = depth = 0
    for closing, name in _TAG.findall(text):
        if name.lower() in _UNPAIRED:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        work += 0 if closing else depth
    return work

"""Runs of a Word file, as a reader of the printed page sees them: what is hidden or struck out goes, fields stay."""

from __future__ import annotations

import re

from bantin.ingest.material import Note, note
from bantin.ingest.word_package import Element

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_OFF = {"0", "false", "off"}
_HIDDEN = (f"{WORD}vanish",)
_STRUCK = (f"{WORD}strike", f"{WORD}dstrike")
_WRAPPED = (f"{WORD}fldSimple", f"{WORD}dir", f"{WORD}bdo")
"""Fields (a date, a name of a mailing) and directions, whose runs mammoth does not look for."""
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_LOWERED = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
_MOVED = {"superscript": _RAISED, "subscript": _LOWERED}
_SAID = 120
"""Characters of left-out words that the report quotes."""


def clean_runs(root: Element) -> tuple[bool, list[Note]]:
    """Bring the runs of a part to what is to be read; return whether any changed, and what was left out."""
    hidden, struck = _drop_marked(root, _HIDDEN), _drop_marked(root, _STRUCK)
    formulas = ["".join(one.itertext()) for one in root.iter(f"{_MATHS}oMath")]
    told = (("hidden_left_out", hidden), ("struck_left_out", struck), ("formula_left_out", formulas))
    notes = [note(key, words=quoted) for key, words in told if (quoted := _quote(words))]
    moved, unwrapped = _move_digits(root), _unwrap(root)
    return bool(hidden or struck) or moved or unwrapped, notes


def _quote(words: list[str]) -> str:
    said = " ".join(" ".join(words).split())
    return said if len(said) <= _SAID else f"{said[:_SAID]}…"


def _drop_marked(root: Element, formats: tuple[str, ...]) -> list[str]:
    """Take out the runs that have one of some formats; return their words."""
    words = []
    for mark in [*root.iter(*formats)]:
        run = mark.getparent().getparent()
        if run is None or run.tag != f"{WORD}r" or run.getparent() is None or mark.get(f"{WORD}val") in _OFF:
            continue
        words.append("".join(one.text or "" for one in run.iter(f"{WORD}t")))
        run.getparent().remove(run)
    return words


def _move_digits(root: Element) -> bool:
    """Write raised and lowered digits as the signs that plain text has for them: 10³ is not 103."""
    changed = False
    for mark in root.iter(f"{WORD}vertAlign"):
        run, table = mark.getparent().getparent(), _MOVED.get(mark.get(f"{WORD}val") or "")
        if run is None or run.tag != f"{WORD}r" or table is None:
            continue
        for text in run.iter(f"{WORD}t"):
            if re.fullmatch(r"\s*[0-9+−-]*[0-9][0-9+−-]*\s*", text.text or "", re.ASCII):
                text.text = text.text.translate(table)
                mark.set(f"{WORD}val", "baseline")
                changed = True
    return changed


def _unwrap(root: Element) -> bool:
    """Put the runs of fields and of directions in their place."""
    found = [*root.iter(*_WRAPPED)]
    for one in found:
        for child in [*one]:
            one.addprevious(child)
        one.getparent().remove(one)
    return bool(found)

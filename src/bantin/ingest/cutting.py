"""Taking words from the beginning or the end of a line that has links and emphasis, which stay in the rest."""

from __future__ import annotations

import re

_FARTHEST = 1000
"""Characters before the end of a line in which a signature with its emphasis stands."""
_MARKS = re.compile(r"\*\*|\*")


def cut_front(markdown: str, words: str) -> str:
    """Return `markdown` without the `words` it begins with; '' where it begins with others."""
    match = re.match(_pattern(words) + r"(?:\*+\s+)?\s*", markdown)
    return "" if match is None else _marks_left_open(match[0]) + markdown[match.end() :]


def cut_end(markdown: str, words: str) -> str:
    """Return `markdown` without the `words` it ends with; '' where it ends with others."""
    match = re.compile(_pattern(words) + r"[\s*]*$").search(markdown, max(0, len(markdown) - _FARTHEST))
    if match is None:
        return ""
    kept = markdown[: match.start()].rstrip()
    return kept + _marks_left_open(kept)


def _pattern(words: str) -> str:
    """Return the pattern of the words with marks of emphasis and blanks anywhere between their characters."""
    return r"[\s*\\]*" + r"[\s*\\]*".join(re.escape(letter) for letter in words if not letter.isspace())


def _marks_left_open(text: str) -> str:
    """Return the marks that begin within a text and do not end in it."""
    opened: list[str] = []
    for mark in _MARKS.findall(text):
        if opened and opened[-1] == mark:
            opened.pop()
        else:
            opened.append(mark)
    return "".join(opened)

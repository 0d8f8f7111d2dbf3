"""What is certainly wrong in an article's text, put right: blanks, signs, one placement of tones, one kind of quotes.

Letters up to the place of their tone, and digits, never change; quotations, code, links, HTML and names are not
touched. Repairing twice gives what repairing once gave.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bantin.text.tones import IN_NAME, place_tones_of_prose

_HEAD = re.compile(r"\A\ufeff?\s*---[ \t]*\r?\n.*?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_KEPT = (
    r"^(?:```|~~~)[^\n]*\n.*?(?:^(?:```|~~~)[ \t]*$|\Z)|^(?: {4}|\t)[^\n]*$|^[ \t]*\|[^\n]*$|`[^`\n]*`|\]\([^)\n]*\)|"
    r"\]\[[^\]\n]*\]|^\[[^\]\n]+\]:[^\n]*$|"
    r"https?://\S+|www\.\S+|<!--.*?-->|<[^>\n]*>|\{[^}\n]*\}|“[^”\n]*”|«[^»\n]*»|‘[^’\n]*’|\"[^\"\n]*\"|\S+@\S+|"
    r"\S*\w\.\w\S*|^[ \t]*(?:[-+*>#]|\d+[.)])[ \t]+|[ \t]+$"
)
_QUOTED = re.compile(r"(?<![\w=\"])\"(?=\S)([^\"\n]*\S)\"(?![\w\"])")
_BOTH_PLACES = (
    re.compile(r"(?<![qQ])(?:[òóỏõọ][ae]|[ùúủũụ]y)(?!\w)", re.IGNORECASE),
    re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<![qQ])u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE),
)
_STEPS = (
    (re.compile(r"\s?\.\s?/\s?\.(?![./\w])"), "."),
    (re.compile(r"(?<=[^\W\d_])\.\.(?=\s+[A-ZĐÀ-Ỹ]|\s*$)(?!\.)", re.MULTILINE), "."),
    (re.compile(r"(?<=\w),,+(?=\s|$)"), ","),
    (re.compile(r"(?<=\S)[ \t]{2,}(?=\S)"), " "),
    (re.compile(r"(?<=\w) ([,;])(?=\s)"), r"\1"),
    (re.compile(r"(?<=[^\W\d_]{2}) (\.)(?=\s+[A-ZĐÀ-Ỹ]|\s*$)", re.MULTILINE), r"\1"),
    (re.compile(r"(?<=[a-zà-ỹđ]),(?=[a-zà-ỹđ]{2})"), ", "),
)


def repair(text: str, names: Iterable[str]) -> str:
    """Return a file's text repaired; `names` (of wards, officials) stay as they are written."""
    head = _HEAD.match(text)
    start = head.end() if head else 0
    body = text[start:]
    known = sorted({name for name in names if name.strip()}, key=lambda name: (-len(name), name))
    kept = _pattern(known)
    parts = kept.split(body)
    prose = IN_NAME.sub("", "\n".join(parts[::2]))
    mixed = all(pattern.search(prose) for pattern in _BOTH_PLACES)
    for index in range(0, len(parts), 2):
        parts[index] = _repair_part(parts[index], known, mixed=mixed)
    repaired = "".join(parts)
    if '"' in repaired and "“" in repaired:
        repaired = _bend_quotes(repaired)
    return text[:start] + repaired


def _pattern(names: Sequence[str]) -> re.Pattern[str]:
    spelt = "|".join(re.escape(name) for name in names)
    return re.compile(
        f"({_KEPT}{f'|(?<!{chr(92)}w)(?:{spelt})(?!{chr(92)}w)' if spelt else ''})", re.MULTILINE | re.DOTALL
    )


def _repair_part(part: str, names: Sequence[str], *, mixed: bool) -> str:
    for pattern, right in _STEPS:
        part = pattern.sub(right, part)
    return place_tones_of_prose(part, names) if mixed and not part.isascii() else part


def _bend_quotes(text: str) -> str:
    """Return `text` with curly quotes, outside of code, links and HTML."""
    kept = re.compile(
        r"(`[^`\n]*`|\]\([^)\n]*\)|<[^>\n]*>|\{[^}\n]*\}|^(?: {4}|\t)[^\n]*$|```.*?(?:```|\Z))",
        re.MULTILINE | re.DOTALL,
    )
    parts = kept.split(text)
    parts[::2] = [_QUOTED.sub(r"“\1”", part) for part in parts[::2]]
    return "".join(parts)

"""Which lines around the text of an article sign it, and which only look like names: recipients of gifts, places."""

from __future__ import annotations

import re

from bantin.ingest.chrome import is_chrome
from bantin.ingest.material import Line
from bantin.ingest.signature import Signature, is_labelled, is_office, is_person_like, read_signature

_SIGNED = 2
"""Lines above a name among which the office stands that signs a letter: "CHỦ TỊCH", "(đã ký)"."""
_LAST = 5
"""Lines after the last paragraph among which a signature is looked for."""
_MOST_GUESSED = 2
"""Lines without a label ("Tác giả: …") that may sign; more of them are a list of the article."""
_LABELLED = re.compile(r"(?:Nguồn|Tác giả|Thực hiện|Tin|Bài|Tin, ảnh|Bài, ảnh)\s*[:：]")
"""What a signature within the text begins with."""
_LISTS = re.compile(r"(?!.*\b(?:ảnh|clip|video)\b).*:$", re.IGNORECASE)
"""What has a list below it; below "Một số hình ảnh tại hội nghị:" there were pictures."""


def find_signatories(lines: list[Line], first: int, last: int) -> dict[int, Signature]:
    """Return the lines that sign, by index; the text goes from the line `first` to the line `last`.

    Without a label nothing below a colon signs, and no item of a list: they are what the article enumerates. Of two
    sources the second one stays in the text.
    """
    found: dict[int, Signature] = {}
    guessed: list[int] = []
    source, below, listed = "", 0, False
    for index, line in enumerate(lines):
        if is_chrome(line.text):
            continue
        within = first <= index <= last
        below += index > last
        labelled = is_labelled(line.text)
        if (labelled or not (listed or within)) and not _is_of_letter(index, lines):
            signature = _read(line, above=index < first, near=index > last and below <= _LAST)
            if signature is not None and source in {"", signature.source or source}:
                found[index] = signature
                source = signature.source or source
                guessed += [] if labelled else [index]
        listed = (_LISTS.match(line.text) is not None and not labelled) or (listed and not within)
    return {index: one for index, one in found.items() if len(guessed) <= _MOST_GUESSED or index not in guessed}


def _is_of_letter(index: int, lines: list[Line]) -> bool:
    """Tell whether an office stands above a line: who signs a letter belongs to it."""
    return any(is_office(one.text) for one in lines[max(0, index - _SIGNED) : index])


def _read(line: Line, *, above: bool, near: bool) -> Signature | None:
    """Return who signs with a line: just above the text a name only, near its end anybody, elsewhere with a label."""
    if line.kind not in {"text", "quote", "heading"}:
        return None
    named = above and is_person_like(line.text) and " " in line.text
    return read_signature(line.text) if near or named or _LABELLED.match(line.text) else None

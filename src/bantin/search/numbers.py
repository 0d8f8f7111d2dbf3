"""What else a number in a text is typed as: "84.000 đồng" is "84 nghìn" and "84k", a telephone number has no blanks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bantin.search.tokens import tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator

# Each pattern begins with one sign, not with some: `re` leaps to where such a pattern can begin.
_NUMBER = re.compile(
    r"[0-9](?<![\w.,].)[0-9]*(?:[.,][0-9]+)*(?:[ \u00a0]?(?P<unit>nghìn|ngàn|triệu|tỷ|tỉ|tr|k)(?!\w))?", re.IGNORECASE
)
_DIALLED = re.compile(r"[0-9](?<![\w.,].)[0-9]{1,4}(?:(?:\)[ .-]?|[ .-])[0-9]{1,5}){1,4}(?!\w)")
_DIGITS = range(8, 12)
"""Of a telephone number."""
_ABROAD = re.compile(r"84(?=[0-9]{9})")
_SEPARATOR = re.compile(r"[.,]")
_GROUP = 3
_NEIGHBOUR = 30
"""Characters in which the word beside a number stands; no Vietnamese syllable is longer."""
_UNITS = {"nghìn": 10**3, "ngàn": 10**3, "k": 10**3, "triệu": 10**6, "tr": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_NAMES = ((10**3, ("nghin", "ngan", "k")), (10**6, ("trieu", "tr")), (10**9, ("ti",)))
"""Folded, as a reader types them."""
_DONG = (["dong"], ["d"], ["vnd"])
_FEWEST = 1000
_MOST = 10**15
_SHORTEST = 4
"""Characters of a number without unit that has another spelling: below it is less than `_FEWEST`."""
_LONGEST = 30
"""Characters of a number with its unit; Python refuses to count thousands of digits."""


def number_phrases(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the other spellings of each number in `text` as tokens, between the words beside it."""
    for match in _NUMBER.finditer(text):
        written, unit = match[0], match["unit"]
        # Most numbers are small, and have one spelling.
        if (unit or len(written) >= _SHORTEST) and (spellings := list(_spellings(written, unit))):
            before = tokenise(text[max(0, match.start() - _NEIGHBOUR) : match.start()])[-1:]
            after = tokenise(text[match.end() : match.end() + _NEIGHBOUR])[:1]
            for spelling in spellings:
                for word in _DONG if after in _DONG else (after,):
                    yield (*before, *spelling, *word)
    for match in _DIALLED.finditer(text):
        digits = _ABROAD.sub("0", "".join(filter(str.isdigit, match[0])))
        if len(digits) in _DIGITS:
            yield tuple(tokenise(digits))


def _spellings(written: str, unit: str | None) -> Iterator[list[str]]:
    """Yield what is typed for a number: its thousands apart, all its digits, so many thousands, millions, billions."""
    if len(written) > _LONGEST:
        return
    first, *rest = _SEPARATOR.split(written.removesuffix(unit or "").rstrip())
    is_grouped = bool(rest) and len(first) <= _GROUP and all(len(part) == _GROUP for part in rest)
    if is_grouped:
        yield [token for part in (first, *rest, unit or "") for token in tokenise(part)]
    value = _value(first, rest, _UNITS[unit.lower()] if unit else 1, is_grouped=is_grouped)
    if value is None or not _FEWEST <= value < _MOST or not (unit or is_grouped or value % _FEWEST == 0):
        return
    yield [str(value)]
    for scale, names in _NAMES:
        count, left = divmod(value, scale)
        if 0 < count < 10 * _FEWEST and left * _FEWEST % scale == 0 and (scale > _FEWEST or not left):
            fraction = f"{left * _FEWEST // scale:03}".rstrip("0")
            number = tokenise(f"{count},{fraction}" if fraction else str(count))
            yield from ([*number, name] for name in names)


def _value(first: str, rest: list[str], scale: int, *, is_grouped: bool) -> int | None:
    """Return the number, None for what is no whole one or a row of numbers."""
    if not rest or is_grouped:
        return int(first + "".join(rest)) * scale
    if len(rest) > 1:
        return None
    value, left = divmod(int(first + rest[0]) * scale, 10 ** len(rest[0]))
    return None if left else value

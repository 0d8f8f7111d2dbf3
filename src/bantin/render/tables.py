"""Wide tables scroll inside themselves, by finger and by keyboard, so that a phone never scrolls sideways."""

from __future__ import annotations

import re
from html import escape
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_INNERMOST = re.compile(r"<table\b(?:(?!<table\b).)*?</table>", re.DOTALL)


def wrap_tables(html: str, label: Callable[[int], str]) -> str:
    """Return `html` with each table in a box that can be scrolled and has a name, `label(1)` the first."""
    numbers = count(1)

    def wrap(match: re.Match[str]) -> str:
        name = escape(label(next(numbers)))
        return f'<div class="bt-scroll" role="group" tabindex="0" aria-label="{name}">{match[0]}</div>'

    return _INNERMOST.sub(wrap, html)

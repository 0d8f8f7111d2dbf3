"""Telephone numbers and e-mail addresses as people write them."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\+?\(?\d[\d\s.()-]*\d")
"""One number, in groups: (0274) 3 855 123, 028.3829.7896, +84 28 3829 7896, 1900 1234."""
_BETWEEN = re.compile(r"[\s,;/]*(?:hoặc|và|[-–])?[\s,;/]*")
_EMAIL = re.compile(r"[^\s@<>(),;:\"]+@[^\s@<>(),;:\"]+\.[A-Za-z]{2,}")
_FEWEST, _MOST = 3, 15
"""Digits of a number: 114 has three, E.164 allows fifteen."""


def find_numbers(text: str) -> tuple[str, ...]:
    """Return the digits of each telephone number in a text, a leading + kept."""
    found = (re.sub(r"[^\d+]", "", match[0]) for match in _NUMBER.finditer(text))
    return tuple(one for one in found if _FEWEST <= len(one.lstrip("+")) <= _MOST)


def is_phone(text: str) -> bool:
    """Tell whether a text is a telephone number, or several, and nothing else."""
    numbers = _NUMBER.findall(text)
    rest = _NUMBER.sub("\n", text).split("\n")
    return bool(numbers) and len(find_numbers(text)) == len(numbers) and all(map(_BETWEEN.fullmatch, rest))


def is_email(text: str) -> bool:
    """Tell whether a text is one e-mail address."""
    return bool(_EMAIL.fullmatch(text))


def contact_link(kind: str, text: str) -> str:
    """Return the address that calls, writes to or opens a contact; empty for what is only read."""
    if kind in {"phone", "hotline"}:
        return f"tel:{find_numbers(text)[0]}" if is_phone(text) else ""
    if kind == "email":
        return f"mailto:{text}" if is_email(text) else ""
    return text if kind == "website" else ""

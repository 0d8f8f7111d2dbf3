"""The one hash of the program: short, stable across machines, made from plain values only."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from hashlib import blake2b
from typing import Any

SIZE = 16
"""Bytes of a digest: 128 bits, far beyond chance for any number of files."""


def digest(*values: object) -> str:
    """Return the hexadecimal digest of plain values: text, bytes, numbers, None, dates, lists, dicts, dataclasses."""
    hasher = blake2b(digest_size=SIZE)
    for value in values:
        data = value if isinstance(value, bytes) else _plain(value).encode()
        hasher.update(b"%d:" % len(data))
        hasher.update(data)
    return hasher.hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_encode)


def _encode(value: object) -> Any:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return [type(value).__name__, *(getattr(value, field.name) for field in fields(value))]
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    message = f"no digest for {type(value).__name__}"
    raise TypeError(message)

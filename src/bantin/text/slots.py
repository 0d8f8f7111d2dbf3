"""Text with named places left open: `[[bantin:name]]`. MkDocs makes it once, the engine fills it for every page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SLOT = re.compile(r"\[\[bantin:([a-z0-9-]+)\]\]")


def slot(name: str) -> str:
    """Return how the place `name` is written."""
    return f"[[bantin:{name}]]"


class Slotted:
    """A text cut at its slots."""

    def __init__(self, text: str) -> None:
        self._parts = _SLOT.split(text)

    @property
    def names(self) -> frozenset[str]:
        """The names of the slots it has."""
        return frozenset(self._parts[1::2])

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the text; a slot that `values` does not name stays as it is written."""
        parts = list(self._parts)
        for index in range(1, len(parts), 2):
            name = parts[index]
            parts[index] = values[name] if name in values else slot(name)
        return "".join(parts)

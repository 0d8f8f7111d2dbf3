"""The text of an article after Markdown, before anything outside the file is known."""

from __future__ import annotations

from dataclasses import dataclass

REFERENCE = "bantin-ref:"
"""Scheme of a reference in a body, followed by its number; never an address that leaves the program."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A link or picture inside a body, as written; resolved when the page is made."""

    target: str
    """The address as the editor wrote it, entities decoded."""
    line: int
    """Line in the file, from 1."""
    column: int
    """Column in that line, from 1."""
    is_picture: bool
    """True for `src`, false for `href`."""


@dataclass(frozen=True, slots=True)
class Body:
    """HTML reduced to the safe list; reference n stands in it as `bantin-ref:n`."""

    html: str
    references: tuple[Reference, ...]
    lead: str
    """Text of the first paragraph, for the summary where none is written."""
    removed: tuple[tuple[str, int, int], ...]
    """HTML that the safe list does not allow: (tag or attribute, line and column in the file), each name once."""

"""What every kind of file is brought to before it is read: lines with their kind, hints from its own head, pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "heading", "caption", "picture", "item", "table", "quote", "footnote", "dateline"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, blanks cleaned, never empty."""

    text: str
    kind: Kind = "text"
    """What the file's own format says it is; plain text says nothing."""
    apart: bool = True
    """Whether a blank line or a block's border stands before it."""
    markdown: str = ""
    """Its text with links and emphasis, where the format has them."""

    @property
    def written(self) -> str:
        """What goes into a body: the Markdown where there is one, else the text."""
        return self.markdown or self.text


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that travels with the material."""

    name: str
    data: bytes
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence of the report: a key of the catalogue below `ingest.note` and its values."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


def note(key: str, **values: object) -> Note:
    """Return a note."""
    return Note(key, tuple((name, str(value)) for name, value in values.items()))


@dataclass(frozen=True, slots=True)
class Hints:
    """What the file's own head states (meta elements, front matter); '' where it is silent."""

    title: str = ""
    published: str = ""
    summary: str = ""
    byline: tuple[str, ...] = ()
    source: str = ""
    url: str = ""
    is_declared: bool = False
    """Whether an author wrote the title as such (front matter); a page's own may be that of its site."""


@dataclass(frozen=True, slots=True)
class Material:
    """One article's raw text."""

    lines: tuple[Line, ...]
    hints: Hints = Hints()
    pictures: tuple[Picture, ...] = ()
    notes: tuple[Note, ...] = ()
    dropped: tuple[str, ...] = ()
    """Lines that the format marks as navigation, comments or advertising."""
    holds_pictures: bool = False
    """Whether the format has its pictures in their places; a plain text has lost them."""

"""Articles of other generators (Hugo, Jekyll, Astro …): their front matter gives hints, their body stays Markdown."""

from __future__ import annotations

import re

from bantin.ingest.front_matter import split_head
from bantin.ingest.markdown_blocks import read_blocks
from bantin.ingest.material import Material, Note

_FENCE = re.compile(r"\s*(?:```|~~~)")
_TARGET = re.compile(r" {0,3}\[(?P<name>[^\[\]^][^\[\]]{0,200})\]:[ \t]*<?(?P<address>[^\s<>]{1,2000})>?(?:[ \t].*)?")
_REFERENCE = re.compile(r"\[(?P<words>[^\[\]]{1,500})\](?:\[(?P<name>[^\[\]]{0,200})\])?(?![(\[:])")


def read_markdown(text: str, notes: tuple[Note, ...] = ()) -> Material:
    """Return the blocks of a Markdown file. Raises Unreadable for front matter that has a mistake."""
    hints, body = split_head(text)
    return Material(tuple(read_blocks(_resolve(body.split("\n")))), hints, notes=notes, holds_pictures=True)


def _resolve(rows: list[str]) -> list[str]:
    """Put addresses that stand apart ("[a]: https://…") where they are meant: a body is cut into parts."""
    targets: dict[str, str] = {}
    kept: list[tuple[str, bool]] = []
    is_code = False
    for row in rows:
        is_code ^= bool(_FENCE.match(row))
        if not is_code and (match := _TARGET.fullmatch(row)):
            targets.setdefault(_name(match["name"]), match["address"])
        else:
            kept.append((row, is_code))

    def link(match: re.Match[str]) -> str:
        address = targets.get(_name(match["name"] or match["words"]))
        return match[0] if address is None else f"[{match['words']}]({address})"

    return [row if is_code or not targets else _REFERENCE.sub(link, row) for row, is_code in kept]


def _name(said: str) -> str:
    return " ".join(said.casefold().split())

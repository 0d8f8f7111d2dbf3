"""Blocks become Markdown that says what the raw text said, letter for letter."""

from __future__ import annotations

import re
from urllib.parse import quote as urlquote

from bantin.ingest.structure import Block

_OPENING = re.compile(
    r"^(?P<mark>#{1,6}(?=\s|$)|>|[-+](?=\s)|={2,}$|-{3,}|~{3,}|:::|!!!|\?\?\?|\*\[|\[\^?[^\]]*\]:|\|)"
)
_NO_ADDRESS = re.compile(r"[\s()<>\\]")
"""What ends an address in Markdown."""
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s)")
_SIGNS = re.compile(r"[\\`*_<]|\[(?=[^\]]*\][(\[:])|&(?=#?\w+;)|\{(?=[:#.])|!(?=\[)|\[\^|\[\[|==")


def write_body(blocks: tuple[Block, ...]) -> str:
    """Return the Markdown of a body: captions in emphasis, headings, lists, tables as they were."""
    parts: list[str] = []
    last, indent = "", 0
    for block in blocks:
        written = _write(block)
        if not written:
            continue
        if block.kind == "item":
            # An item within another, whatever became of the one around it: Markdown takes a deeper one for code.
            deepest = indent + 4 if last == "item" else 0
            indent = min(len(written) - len(written.lstrip()), deepest)
            written = " " * indent + written.lstrip()
        joint = "\n" if (block.kind == last == "item") or (block.kind == "caption" and last == "picture") else "\n\n"
        parts.append(written if not parts else joint + written)
        last = block.kind
    return "".join(parts)


def _write(block: Block) -> str:
    if block.kind == "caption":
        return f"*{escape(block.text)}*"
    if block.kind == "picture":
        return f"![{escape_alt(block.markdown)}]({_NO_ADDRESS.sub(lambda match: urlquote(match[0]), block.text)})"
    if block.kind == "heading":
        text = block.written if block.markdown else escape(block.text)
        return text if text.startswith("#") else f"## {text}"
    if block.kind == "item":
        return block.markdown or f"- {escape(block.text)}"
    if block.markdown:
        return block.markdown
    if block.kind == "quote":
        return f"> {escape(block.text)}"
    return escape(block.text)


def escape_alt(text: str) -> str:
    """Return the text of a picture so that no bracket ends it."""
    return re.sub(r"([\\\[\]])", r"\\\1", text)


def escape(text: str) -> str:
    """Return plain text so that Markdown shows it as it is; lists that editors type with hyphens stay lists."""
    text = _SIGNS.sub(lambda match: f"\\{match[0]}" if match[0] != "==" else "=\\=", text)
    if re.match(r"[-+•]\s+\S", text):
        return f"- {text[1:].lstrip()}"
    text = _OPENING.sub(lambda match: f"\\{match[0]}", text)
    return _NUMBERED.sub(r"\1\\\2", text)

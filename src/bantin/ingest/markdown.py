"""Articles of other generators (Hugo, Jekyll, Astro …): their front matter gives hints, their body stays Markdown."""

from __future__ import annotations

import re

from bantin.ingest.front_matter import split_head
from bantin.ingest.material import Kind, Line, Material, Note
from bantin.ingest.tidy import clean_line

_FENCE = re.compile(r"^\s{0,3}(```|~~~)")
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<src>[^)\s]+)[^)]*\)(?:\{[^}]*\})?\s*$")
_SHORTCODE = re.compile(
    r"\{\{[<%]\s*figure\b(?P<parts>.*?)[>%]\}\}|\{%\s*include\s+(?:figure|image)\S*\s+(?P<liquid>.*?)%\}"
)
_ATTRIBUTE = re.compile(r"(\w+)=[\"']([^\"']*)[\"']")
_MARKS = re.compile(r"(\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`)|!?\[([^\]]*)\]\([^)]*\)|<[^>]+>|\{[:#.][^}]*\}")


def read_markdown(text: str, notes: tuple[Note, ...] = ()) -> Material:
    """Return the blocks of a Markdown file. Raises Unreadable for front matter that has a mistake."""
    hints, body = split_head(text)
    return Material(tuple(_read_blocks(body)), hints, notes=notes, holds_pictures=True)


def _read_blocks(body: str) -> list[Line]:
    lines: list[Line] = []
    fenced: list[str] | None = None
    for block in re.split(r"\n[ \t]*\n", body.strip("\n")):
        rows = block.split("\n")
        fences = sum(bool(_FENCE.match(row)) for row in rows)
        if fenced is not None or fences % 2:
            fenced = [*(fenced or []), block]
            if fences % 2 and len(fenced) > 1:
                lines.append(Line(clean_line(" ".join(fenced)), "table", markdown="\n\n".join(fenced)))
                fenced = None
            continue
        lines += _read_block(rows)
    if fenced:
        lines.append(Line(clean_line(" ".join(fenced)), "table", markdown="\n\n".join(fenced)))
    return [line for line in lines if line.text]


def _read_block(rows: list[str]) -> list[Line]:
    first = rows[0].strip()
    if _FENCE.match(first) or (len(rows) > 1 and "|" in first and re.match(r"^[\s|:-]+$", rows[1])):
        return [Line(_plain(" ".join(rows)), "table", markdown="\n".join(rows))]
    found: list[Line] = []
    text: list[str] = []
    for row in rows:
        line = _read_row(row.strip())
        if line is None:
            text.append(row)
            continue
        found += [*_paragraph(text), line]
        text = []
    return [*found, *_paragraph(text)]


def _read_row(row: str) -> Line | None:
    if match := _PICTURE.fullmatch(row):
        return Line(match["src"], "picture", markdown=match["alt"])
    if match := _SHORTCODE.fullmatch(row):
        parts = dict(_ATTRIBUTE.findall(match["parts"] or match["liquid"] or ""))
        caption = parts.get("caption") or parts.get("title") or ""
        return Line(parts.get("src") or parts.get("url") or row, "picture", markdown=caption or parts.get("alt", ""))
    if match := re.match(r"#{1,6}\s+(.*?)\s*#*$", row):
        return Line(_plain(match[1]), "heading", markdown=re.sub(r"^#\s", "## ", row))
    if re.match(r"(?:[-*+]|\d+[.)])\s+\S", row):
        return Line(_plain(re.sub(r"^(?:[-*+]|\d+[.)])\s+", "", row)), "item", markdown=row)
    if match := re.fullmatch(r"([*_])([^*_]+)\1", row):
        return Line(clean_line(match[2]), "caption")
    return None


def _paragraph(rows: list[str]) -> list[Line]:
    joined = clean_line(" ".join(rows))
    if not joined:
        return []
    kind: Kind = "quote" if joined.startswith(">") else "text"
    written = "\n".join(rows) if kind == "quote" else joined
    return [Line(_plain(joined.lstrip("> ")), kind, markdown=written if written != _plain(joined) else "")]


def _plain(text: str) -> str:
    return clean_line(re.sub(r"\\([\\`*_{}\[\]()#+.!<-])", r"\1", _MARKS.sub(lambda match: match[2] or "", text)))

"""Rows of Markdown become lines with their kind; what they are written with stays, lists with what stands in them."""

from __future__ import annotations

import re
from dataclasses import replace

from bantin.ingest.material import Line
from bantin.ingest.tidy import clean_line

_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<src>[^)\s]+)(?:\s[^)]*)?\)(?:\{[^}]*\})?\s*")
_SHORTCODE = re.compile(
    r"\{\{[<%]\s*figure\b(?P<parts>.*?)[>%]\}\}|\{%\s*include\s+(?:figure|image)\S*\s+(?P<liquid>.*?)%\}"
)
_ATTRIBUTE = re.compile(r"(\w+)=[\"']([^\"']*)[\"']")
_HEADING = re.compile(r"(?P<mark>#{1,6})\s+(?P<words>\S.*)")
_UNDERLINE = re.compile(r" {0,3}(?:={2,}|-{2,})\s*")
_RULE = re.compile(r" {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})")
_ITEM = re.compile(r"(?P<mark>[-*+]|\d{1,9}[.)])\s+(?P<words>\S.*)")
_FOOTNOTE = re.compile(r"(?P<mark>\[\^[^\[\]\s]{1,100}\]:)\s+(?P<words>\S.*)")
_CAPTION = re.compile(r"([*_])([^*_]+)\1")
_TABLE = re.compile(r"(?=[^-]*-)[\s|:-]+")
_MARKS = re.compile(
    r"(\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`)|!?\[([^\[\]]{0,500})\]\([^)]{0,1000}\)|<[^<>]{1,1000}>|"
    r"\{[:#.][^{}]{0,200}\}"
)
_DEEPER = 2
"""Blanks before an item from which on it stands within the one above."""
_INDENT = "    "


def read_blocks(rows: list[str]) -> list[Line]:
    """Return the lines of a body."""
    reader = _Reader()
    at = 0
    while at < len(rows):
        at = reader.read(rows, at)
    reader.end_paragraph()
    reader.end_item()
    return [line for line in reader.lines if line.text]


class _Reader:
    """Goes through the rows; knows the paragraph and the list that are open."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._text: list[str] = []
        self._more: list[tuple[str, str]] = []
        """What stands in the last item below its first row, as text and as written."""
        self._around: list[int] = []
        """How far the items are indented in which the next row may stand, the outermost first."""
        self._goes_on = False
        """Whether no blank row stands since the last item."""

    def read(self, rows: list[str], at: int) -> int:
        """Read the block that begins at a row; return the row after it."""
        row = rows[at].expandtabs(4)
        if not row.strip():
            self.end_paragraph()
            self._goes_on = False
            return at + 1
        if fence := _FENCE.match(row):
            return self._read_fence(rows, at, fence[1])
        if self._text and _UNDERLINE.fullmatch(row):
            words = clean_line(" ".join(self._text))
            self._text = []
            return self._add(Line(_plain(words), "heading", markdown=f"## {words}"), at)
        if _RULE.fullmatch(row):
            self.end_paragraph()
            return at + 1
        if not self._text and at + 1 < len(rows) and "|" in row and _TABLE.fullmatch(rows[at + 1]):
            return self._read_run(rows, at, "table")
        if row.lstrip().startswith(">"):
            return self._read_run(rows, at, "quote")
        line = _read_row(row.strip())
        if line is not None:
            return self._add(line, at)
        self._read_text(row)
        return at + 1

    def end_paragraph(self) -> None:
        """Close the paragraph that is open."""
        joined = clean_line(" ".join(self._text))
        self._text = []
        if joined:
            is_marked = _plain(joined) != joined or "[^" in joined
            self._add(Line(_plain(joined), "text", markdown=joined if is_marked else ""), 0)

    def end_item(self) -> None:
        """Put what stands in the last item below its first row into its line."""
        if self._more:
            last = self.lines[-1]
            text = " ".join([last.text, *(text for text, _ in self._more)])
            self.lines[-1] = replace(
                last, text=text, markdown="".join([last.markdown, *(one for _, one in self._more)])
            )
            self._more = []

    def _add(self, line: Line, at: int) -> int:
        self.end_paragraph()
        self.end_item()
        self._around = []
        self.lines.append(line)
        return at + 1

    def _read_text(self, row: str) -> None:
        """Take a row of words into the item that goes on, as its next paragraph, or into the paragraph."""
        indent = len(row) - len(row.lstrip())
        if item := _ITEM.fullmatch(row.strip()):
            self.end_paragraph()
            self.end_item()
            self._leave(indent)
            written = f"{_INDENT * len(self._around)}{item['mark']} {clean_line(item['words'])}"
            self.lines.append(Line(_plain(item["words"]), "item", markdown=written))
            self._around.append(indent)
            self._goes_on = True
            return
        if self._around and (self._goes_on or indent >= _DEEPER):
            words, joint = clean_line(row), " "
            if not self._goes_on:
                self._leave(indent)
                joint = f"\n\n{_INDENT * len(self._around)}"
            self._more.append((_plain(words), joint + words))
            self._goes_on = True
            return
        self._around = []
        self._text.append(row)

    def _leave(self, indent: int) -> None:
        while self._around and indent < self._around[-1] + _DEEPER:
            self._around.pop()

    def _read_fence(self, rows: list[str], at: int, mark: str) -> int:
        """Take what stands between two fences as it is, within the item where it is indented."""
        end = next((one for one in range(at + 1, len(rows)) if rows[one].strip().startswith(mark)), len(rows) - 1)
        taken = rows[at : end + 1]
        indent = len(taken[0]) - len(taken[0].lstrip())
        if not (self._around and indent >= _DEEPER):
            self._add(Line(clean_line(" ".join(taken)), "table", markdown="\n".join(taken)), at)
            return end + 1
        self._leave(indent)
        inner = "\n".join(
            _INDENT * len(self._around) + (one[indent:] if not one[:indent].strip() else one) for one in taken
        )
        self._more.append((clean_line(" ".join(taken)), f"\n\n{inner}"))
        self._goes_on = False
        return end + 1

    def _read_run(self, rows: list[str], at: int, kind: str) -> int:
        """Take the rows of a table or a quotation, up to the next blank one."""
        end = next((one for one in range(at, len(rows)) if not rows[one].strip()), len(rows))
        taken = rows[at:end]
        if kind == "table":
            self._add(Line(_plain(" ".join(taken)), "table", markdown="\n".join(taken)), at)
        else:
            said = " ".join(one.strip().lstrip("> ") for one in taken)
            self._add(Line(_plain(said), "quote", markdown="\n".join(taken)), at)
        return end


def _read_row(row: str) -> Line | None:
    if match := _PICTURE.fullmatch(row):
        return Line(match["src"], "picture", markdown=match["alt"])
    if match := _SHORTCODE.fullmatch(row):
        parts = dict(_ATTRIBUTE.findall(match["parts"] or match["liquid"] or ""))
        caption = parts.get("caption") or parts.get("title") or ""
        return Line(parts.get("src") or parts.get("url") or row, "picture", markdown=caption or parts.get("alt", ""))
    if match := _HEADING.fullmatch(row):
        words = match["words"].rstrip("# ") or match["words"]
        mark = match["mark"] if len(match["mark"]) > 1 else "##"
        return Line(_plain(words), "heading", markdown=f"{mark} {words}")
    if match := _FOOTNOTE.fullmatch(row):
        return Line(_plain(match["words"]), "footnote", markdown=row)
    if match := _CAPTION.fullmatch(row):
        return Line(clean_line(match[2]), "caption")
    return None


def _plain(text: str) -> str:
    return clean_line(re.sub(r"\\([\\`*_{}\[\]()#+.!<-])", r"\1", _MARKS.sub(lambda match: match[2] or "", text)))

"""Articles of other generators (Hugo, Jekyll, Astro …): their front matter gives hints, their body stays Markdown."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime
from typing import Any

import yaml

from bantin.ingest.material import Hints, Kind, Line, Material, Note
from bantin.ingest.refusal import Unreadable
from bantin.ingest.tidy import clean_line
from bantin.model import Problem
from bantin.read.findings import Findings
from bantin.read.nodes import parse_yaml

_YAML = re.compile(r"\A\s*---[ \t]*\n(?P<head>.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\A\s*\+\+\+[ \t]*\n(?P<head>.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^\s*[\w-]+\s*[:=]", re.MULTILINE)
_UNCLOSED = re.compile(r"\A\s*(?P<rule>---)[ \t]*\n[\w-]+:(?!.*^---[ \t]*$)", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(r"^\s{0,3}(```|~~~)")
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<src>[^)\s]+)[^)]*\)(?:\{[^}]*\})?\s*$")
_SHORTCODE = re.compile(
    r"\{\{[<%]\s*figure\b(?P<parts>.*?)[>%]\}\}|\{%\s*include\s+(?:figure|image)\S*\s+(?P<liquid>.*?)%\}"
)
_ATTRIBUTE = re.compile(r"(\w+)=[\"']([^\"']*)[\"']")
_MARKS = re.compile(r"(\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`)|!?\[([^\]]*)\]\([^)]*\)|<[^>]+>|\{[:#.][^}]*\}")
_KEYS = {
    "title": ("title", "tieu_de", "headline"),
    "published": ("date", "published", "pubDate", "publishDate", "published_at", "ngay"),
    "summary": ("summary", "description", "excerpt", "sapo"),
    "byline": ("author", "authors", "byline", "tac_gia"),
    "source": ("source", "nguon"),
    "url": ("canonical", "url", "permalink"),
}


def read_markdown(text: str, notes: tuple[Note, ...] = ()) -> Material:
    """Return the blocks of a Markdown file. Raises Unreadable for front matter that has a mistake."""
    head, body = _split(text)
    return Material(tuple(_read_blocks(body)), _read_hints(head), notes=notes, holds_pictures=True)


def _split(text: str) -> tuple[dict[str, Any], str]:
    """Return (fields, body); what stands between two rules and has no fields is text."""
    for pattern, load in ((_YAML, _load_yaml), (_TOML, tomllib.loads)):
        if match := pattern.match(text):
            try:
                head = load(match["head"])
            except (yaml.YAMLError, ValueError, RecursionError) as error:
                if not _FIELD.search(match["head"]):
                    return {}, text
                raise Unreadable(_explain(text, match, error)) from error
            return (head, text[match.end() :]) if isinstance(head, dict) else ({}, text)
    if match := _UNCLOSED.match(text):
        raise Unreadable(Problem("", text.count("\n", 0, match.start("rule")) + 1, 1, "front-matter-unclosed", "error"))
    return {}, text


def _load_yaml(head: str) -> Any:
    try:
        return yaml.safe_load(head)
    except ValueError:  # a day that no calendar has: the fields stay as they were typed
        return yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but texts, lists and mappings


def _explain(text: str, match: re.Match[str], error: Exception) -> Problem:
    """Return what is wrong with a head, at its line of the file."""
    first = text.count("\n", 0, match.start("head")) + 1
    if isinstance(error, tomllib.TOMLDecodeError):
        told = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = (int(told[1]), int(told[2])) if told else (1, 1)
        return Problem("", first + line - 1, column, "yaml-syntax", "error", variant="other")
    findings = Findings("")
    parse_yaml(match["head"], findings, first)
    return next(
        (one for one in findings.problems if one.severity == "error"),
        Problem("", first, 1, "yaml-syntax", "error", variant="other"),
    )


def _read_hints(head: dict[str, Any]) -> Hints:
    values: dict[str, str] = {}
    names: tuple[str, ...] = ()
    for field, keys in _KEYS.items():
        value = next((head[key] for key in keys if head.get(key)), "")
        if isinstance(value, datetime | date):
            value = value.isoformat()
        if field == "byline":
            listed = value if isinstance(value, list) else [value]
            names = tuple(
                clean_line(str(one.get("name", "") if isinstance(one, dict) else one)) for one in listed if one
            )
        else:
            values[field] = clean_line(str(value.get("name", "") if isinstance(value, dict) else value))
    url = values["url"] if values["url"].startswith("http") else ""
    return Hints(values["title"], values["published"], values["summary"], names, values["source"], url)


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

"""What one file says, whatever its address: read once for each content, then known by its digest."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import unescape

from bantin.verify.clauses import hash_clauses
from bantin.verify.page import read_page

_TEXT = frozenset(("html", "json", "xml", "csv", "txt", "opml", "ics", "css"))
_URL = re.compile(r"https?://[^\s\"'<>\\,]+")
_QUOTED = r"""\"([^\"]*)\"|'([^']*)'"""
_STYLE = re.compile(rf"url\(\s*(?:{_QUOTED}|([^\"'\s)]+))|@import\s+(?:{_QUOTED})", re.IGNORECASE)
"""An address in quotes may hold brackets: a drawing that is written there refers to parts of itself."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Addresses stand as written, each once."""

    links: tuple[str, ...] = ()
    """What a reader or a machine may follow."""
    loads: tuple[str, ...] = ()
    """What a browser fetches by itself."""
    ids: tuple[str, ...] = ()
    faults: tuple[tuple[str, str], ...] = ()
    """(name of a text below `verify.`, what was found)."""
    clauses: tuple[int, ...] = ()


def read_facts(name: str, data: bytes) -> Facts:
    """Return what the file `name` says."""
    suffix = name.rpartition(".")[2].lower()
    if suffix not in _TEXT:
        return Facts()
    text = data.decode(errors="replace")
    if suffix == "css":
        return Facts(loads=find_style_loads(text))
    clauses = tuple(hash_clauses(text))
    if suffix == "html":
        page = read_page(text)
        loads = dict.fromkeys((*page.loads, *(one for style in page.styles for one in find_style_loads(style))))
        return Facts(tuple(page.links), tuple(loads), tuple(page.ids), tuple(page.faults), clauses)
    return Facts(tuple(dict.fromkeys(map(unescape, _URL.findall(text)))), clauses=clauses)


def find_style_loads(style: str) -> tuple[str, ...]:
    """Return what a style sheet fetches."""
    found = ("".join(match).strip() for match in _STYLE.findall(style))
    return tuple(dict.fromkeys(one for one in found if one and not one.startswith(("#", "data:"))))


def encode_facts(facts: Facts) -> bytes:
    """Return facts for the cache."""
    rows = (facts.links, facts.loads, facts.ids, facts.faults, facts.clauses)
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def decode_facts(row: bytes) -> Facts:
    """Return facts from the cache. Raises ValueError or TypeError for what `encode_facts` never wrote."""
    links, loads, ids, faults, clauses = json.loads(row)
    return Facts(tuple(links), tuple(loads), tuple(ids), tuple((key, told) for key, told in faults), tuple(clauses))


def read_batch(batch: list[tuple[str, str]]) -> list[bytes]:
    """Return the encoded facts of files, given as (name, path on the disk); a process of its own may do it."""
    rows = []
    for name, path in batch:
        with open(path, "rb") as file:  # noqa: PTH123 - names are text here, for speed
            rows.append(encode_facts(read_facts(name, file.read())))
    return rows

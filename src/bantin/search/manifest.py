"""The manifest: the one file of the index whose name never changes; all others it names.

manifest := varint(bytes) JSON, then for each tier 3 bytes for each bucket and each block of cards: the content hash
            in the file's name, zeros where there is none
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from bantin.search.bits import varint
from bantin.search.columns import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bantin.plan.documents import TierShape

FORMAT = 2
"""Readers of another format ask the reader to load the page again."""
_FILE = re.compile(r"search/(?:(\w+)/)?([a-z]+)(\d*)-([0-9a-f]{6})\.bin")


def encode_manifest(shapes: Sequence[TierShape], paths: Iterable[str]) -> bytes:
    """Return the manifest of the index whose tiers have `shapes` and whose files lie at `paths`."""
    marks: dict[tuple[str, str], dict[int, str]] = defaultdict(dict)
    for path in paths:
        if match := _FILE.fullmatch(path):
            tier, part, number, mark = match.groups()
            marks[tier or "", part][int(number or 0)] = mark
    tiers, tables = [], []
    for shape in shapes:
        blocks = -(-shape.span >> shape.shift) + 1
        first = min(marks[shape.name, "c"])
        count = min(blocks, max(marks[shape.name, "c"]) + 1) - first
        facts = [shape.name, shape.articles, shape.base, shape.slots, shape.span, shape.buckets, shape.shift]
        tiers.append([*facts, first, count, [marks[shape.name, kind].get(0, "") for kind in KINDS]])
        tables.append(_table(marks[shape.name, "b"], 0, shape.buckets))
        tables.append(_table(marks[shape.name, "c"], first, count))
    head = {"format": FORMAT, "dictionary": marks["", "dictionary"].get(0, ""), "tiers": tiers}
    data = json.dumps(head, separators=(",", ":")).encode()
    return varint(len(data)) + data + b"".join(tables)


def _table(marks: dict[int, str], first: int, count: int) -> bytes:
    return b"".join(bytes.fromhex(marks.get(first + number, "000000")) for number in range(count))

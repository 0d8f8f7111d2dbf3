"""registry/removed.yml: digests of the addresses that were taken down for good."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bantin.read.decode import decode
from bantin.read.findings import Findings
from bantin.read.nodes import Scalar, Sequence, parse_yaml

if TYPE_CHECKING:
    from bantin.model import Problem

REMOVED = "registry/removed.yml"
_DIGEST = re.compile(r"[0-9a-f]{16}")


def read_removed(data: bytes) -> tuple[frozenset[str], tuple[Problem, ...]]:
    """Return (digests, problems). Never raises for what the file holds."""
    findings = Findings(REMOVED)
    text = decode(data, findings)
    tree = parse_yaml(text, findings) if text else None
    found: set[str] = set()
    items = tree.items if isinstance(tree, Sequence) else [tree] if tree is not None else []
    for item in items:
        if isinstance(item, Scalar) and _DIGEST.fullmatch(item.text):
            found.add(item.text)
        else:
            findings.error("removed-entry", *item.place)
    return frozenset(found), tuple(findings.problems)

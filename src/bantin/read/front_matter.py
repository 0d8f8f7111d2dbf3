"""The head of an article between two `---` lines, split by python-frontmatter, with places kept."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from bantin.model import Place
from bantin.read.nodes import Mapping, Node, parse_yaml

if TYPE_CHECKING:
    from bantin.read.findings import Findings

_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)
_SPOILT = re.compile(r"[-–—_=]{2,}[ \t]*\n[ \t]*[a-z_]+:[ \t]")
"""A head whose first line is no longer three hyphens: Word joins them to a dash."""
_FIELDS = re.compile(r"(?:title|date|ward):[ \t]*\S")
_KEY = "tree"


class _PlacedYaml(YAMLHandler):
    """Loads the head as a tree with places instead of plain values."""

    def __init__(self, findings: Findings, first_line: int) -> None:
        super().__init__(fm_boundary=_BOUNDARY)
        self._findings = findings
        self._first_line = first_line

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        """Return the tree under one key. `fm` starts with the line break after the first `---`."""
        return {_KEY: parse_yaml(fm, self._findings, self._first_line)}


def split_article(text: str, findings: Findings) -> tuple[Mapping, str, int] | None:
    """Return (head, body, line of the body's first line), or None after a finding.

    Findings: `file-empty`, `front-matter-missing`, `front-matter-unclosed`, `front-matter-empty` and those of YAML.
    """
    if not text.strip():
        findings.error("file-empty")
        return None
    lead = len(text) - len(text.lstrip())
    first_line = text.count("\n", 0, lead) + 1
    opening = _BOUNDARY.match(text, lead)
    if not opening:
        spoilt = _SPOILT.match(text, lead)
        bare = None if spoilt else _FIELDS.match(text, lead)
        findings.error("front-matter-missing", first_line, variant="spoilt" if spoilt else "bare" if bare else "")
        return None
    closing = _BOUNDARY.search(text, opening.end())
    if not closing:
        findings.error("front-matter-unclosed", first_line)
        return None
    metadata, _ = frontmatter.parse(text, handler=_PlacedYaml(findings, first_line))
    tree: Node | None = metadata[_KEY]  # type: ignore[assignment]  # what `load` returned
    if findings.has_errors and not isinstance(tree, Mapping):
        return None
    if tree is None:
        findings.error("front-matter-empty", first_line)
        return None
    if not isinstance(tree, Mapping):
        findings.error("wrong-type", *tree.place, variant="head", key="")
        return None
    # Not as python-frontmatter gives it, without the blanks that its first line begins with: columns count them.
    rest = text[closing.end() :]
    start = closing.end() + rest.rfind("\n", 0, len(rest) - len(rest.lstrip())) + 1
    body, body_line = text[start:].rstrip(), text.count("\n", 0, start) + 1
    # What is missing points at the first "---".
    return replace(tree, place=Place(first_line)), body, body_line

"""registry/search.yml: groups of words that search takes for one another."""

from __future__ import annotations

from bantin.model import Problem
from bantin.read.decode import decode
from bantin.read.findings import Findings
from bantin.read.nodes import Node, Scalar, Sequence, parse_yaml
from bantin.text.bare_syllables import is_syllable
from bantin.text.fold import fold

PHRASES = "registry/search.yml"
_FEWEST = 2
_LONGEST = 8
"""Words of a phrase; longer ones nobody types."""


def read_phrases(data: bytes) -> tuple[tuple[tuple[str, ...], ...], tuple[Problem, ...]]:
    """Return (groups of phrases, problems). Never raises for what the file holds."""
    findings = Findings(PHRASES)
    text = decode(data, findings)
    tree = parse_yaml(text, findings) if text else None
    groups: list[tuple[str, ...]] = []
    if isinstance(tree, Sequence):
        groups = [group for item in tree.items if (group := _read_group(item, findings))]
    elif tree is not None:
        findings.error("search-group", *tree.place, variant="file")
    return tuple(groups), tuple(findings.problems)


def _read_group(item: Node, findings: Findings) -> tuple[str, ...]:
    if not isinstance(item, Sequence) or not all(isinstance(one, Scalar) for one in item.items):
        findings.error("search-group", *item.place)
        return ()
    phrases = [one for one in item.items if isinstance(one, Scalar)]
    different = {" ".join(fold(one.text).split()): one for one in phrases if one.text and not one.is_null}
    if len(different) < _FEWEST:
        findings.error("search-group", *item.place, variant="single")
        return ()
    for folded, one in different.items():
        if one.text.isupper() and is_syllable(folded):
            findings.warning("search-ambiguous", *one.place, value=one.text)
        elif len(folded.split()) > _LONGEST:
            findings.error("search-group", *one.place, variant="long", value=one.text, limit=_LONGEST)
            return ()
    return tuple(" ".join(one.text.split()) for one in different.values())

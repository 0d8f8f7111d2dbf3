"""YAML with the place of every value. All scalars stay text: what the editor typed is what is meant.

No tags, no anchors: front matter is data, and a `!!python/…` tag or a bomb of aliases ends here as a problem.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml

from bantin.model import Place
from bantin.read.findings import Findings

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 20
_DEEP = re.compile(rf"(?:[\[{{]\s*|- ){{{_MAX_DEPTH}}}")
_PLAIN_TAGS = {f"tag:yaml.org,2002:{name}" for name in "str int float bool null timestamp seq map merge value".split()}
_NULL_TAG = "tag:yaml.org,2002:null"

_SYNTAX = (
    ("tab", re.compile(r"'\\t'|found a tab|tab character")),
    ("colon", re.compile(r"mapping values are not allowed")),
    ("quote", re.compile(r"quoted scalar|unexpected end of stream")),
    ("escape", re.compile(r"escape")),
    ("colon-missing", re.compile(r"could not find expected ':'")),
    ("special", re.compile(r"cannot start any token|found undefined alias|alias|anchor|directive|tag")),
    ("indent", re.compile(r"did not find expected|expected <block end>|expected the node content|block mapping")),
)
"""Wordings of the rule by libyaml's words; the first that fits is taken."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, as typed."""

    text: str
    place: Place
    is_null: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: list[Node]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, in the order typed."""

    entries: dict[str, Node]
    place: Place
    keys: dict[str, Place] = field(default_factory=dict)
    """Where each key stands."""


Node = Scalar | Sequence | Mapping


def parse_yaml(text: str, findings: Findings, first_line: int = 1) -> Node | None:
    """Return the tree of a YAML text whose first line is `first_line` of its file; None where empty or wrong.

    Findings: `yaml-syntax`, `yaml-too-deep`, `yaml-duplicate-key`, `yaml-alias`, `yaml-tag`.
    """
    if deep := _DEEP.search(text):
        findings.error("yaml-too-deep", first_line + text.count("\n", 0, deep.start()))
        return None
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        place = Place(mark.line + first_line, mark.column + 1) if mark else Place(first_line)
        _report_syntax(f"{fault.context or ''} {fault.problem or ''}", place, findings)
        return None
    except yaml.YAMLError as fault:
        _report_syntax(str(fault), Place(first_line), findings)
        return None
    if root is None:
        return None
    return _Converter(findings, first_line).convert(root, 0)


def _report_syntax(words: str, place: Place, findings: Findings) -> None:
    variant = next((name for name, pattern in _SYNTAX if pattern.search(words)), "other")
    findings.error("yaml-syntax", *place, variant=variant)


class _Converter:
    """Walks libyaml's nodes once; a node met twice is an alias."""

    def __init__(self, findings: Findings, first_line: int) -> None:
        self._findings = findings
        self._first_line = first_line
        self._seen: set[int] = set()

    def convert(self, node: yaml.Node, depth: int) -> Node | None:
        place = Place(node.start_mark.line + self._first_line, node.start_mark.column + 1)
        if id(node) in self._seen:
            self._findings.error("yaml-alias", *place)
            return None
        self._seen.add(id(node))
        if node.tag not in _PLAIN_TAGS:
            self._findings.error("yaml-tag", *place, tag=str(node.tag).replace("tag:yaml.org,2002:", "!!"))
            return None
        if depth > _MAX_DEPTH:
            self._findings.error("yaml-too-deep", *place)
            return None
        if isinstance(node, yaml.ScalarNode):
            return Scalar(str(node.value).strip(), place, node.tag == _NULL_TAG)
        if isinstance(node, yaml.SequenceNode):
            items = (self.convert(item, depth + 1) for item in node.value)
            return Sequence([item for item in items if item is not None], place)
        assert isinstance(node, yaml.MappingNode)  # noqa: S101 - YAML has three kinds of nodes
        return self._convert_mapping(node, place, depth)

    def _convert_mapping(self, node: yaml.MappingNode, place: Place, depth: int) -> Mapping:
        mapping = Mapping({}, place)
        for key_node, value_node in node.value:
            key = self.convert(key_node, depth + 1)
            if not isinstance(key, Scalar):
                if key is not None:
                    self._findings.error("yaml-syntax", *key.place, variant="key")
                continue
            if key.text in mapping.keys:
                first = mapping.keys[key.text]
                self._findings.error("yaml-duplicate-key", *key.place, key=key.text, first=first.line)
                continue
            mapping.keys[key.text] = key.place
            value = self.convert(value_node, depth + 1)
            if value is not None:
                mapping.entries[key.text] = value
        return mapping

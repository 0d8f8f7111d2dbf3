"""YAML with the place of every value. All scalars stay text: what the editor typed is what is meant.

No tags, no anchors: front matter is data, and a `!!python/…` tag or a bomb of aliases ends here as a problem.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from bantin.model import Place
from bantin.read.decode import CONTROL
from bantin.read.syntax import explain_syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.read.findings import Findings

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 20
_PLAIN_TAGS = {f"tag:yaml.org,2002:{name}" for name in "str int float bool null timestamp seq map".split()}
_NOTE = re.compile(r"[ \t]+#(?P<text>.*)")
_EXCUSE = "bỏ qua"
"""How a note begins that excuses a finding."""
_LISTS = frozenset("ward tags officials byline aliases successors synonyms quarters introduction".split())
"""Keys that may have several values: who writes one twice may mean them all."""
_NULLS = {"", "~", "null", "Null", "NULL"}


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

    Findings: `yaml-syntax`, `yaml-too-deep`, `yaml-duplicate-key`, `yaml-alias`, `yaml-tag`,
    `control-character`, `comment-cut`.
    """
    # Events and not PyYAML's nodes: libyaml's composer overflows the C stack on what nests deeply.
    try:
        tree = _Builder(yaml.parse(text, Loader=_Loader), findings, first_line).build()
        if " #" in text:
            _find_comments(text, findings, first_line)
    except yaml.MarkedYAMLError as fault:
        variant, mark = explain_syntax(fault, text)
        findings.error("yaml-syntax", mark[0] + first_line, mark[1] + 1, variant=variant)
    except yaml.YAMLError:
        findings.error("yaml-syntax", first_line, variant="other")
    except _TooDeepError as fault:
        findings.error("yaml-too-deep", *fault.place)
    else:
        return tree
    return None


def _find_comments(text: str, findings: Findings, first_line: int) -> None:
    """Find what YAML takes for a note behind a value of several words, and an editor for a part of it."""
    lines = text.split("\n")
    for token in yaml.scan(text, Loader=_Loader):
        if isinstance(token, yaml.ScalarToken) and token.plain and " " in token.value:
            line = token.end_mark.line
            note = _NOTE.match(lines[line], token.end_mark.column)
            if note and not note["text"].lstrip().startswith(_EXCUSE):
                lost = f"#{note['text'].rstrip()}"
                whole = f"{token.value} {lost}".replace('"', "'")
                findings.warning("comment-cut", line + first_line, note.start("text"), lost=lost, whole=whole)


class _TooDeepError(Exception):
    """Raised by `_Builder` at the first value that lies too deep."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.place = place


class _Builder:
    """Reads libyaml's events once, into nodes of ours."""

    def __init__(self, events: Iterator[yaml.Event], findings: Findings, first_line: int) -> None:
        self._events = events
        self._findings = findings
        self._first_line = first_line

    def build(self) -> Node | None:
        """Return the tree of the first document; another one is a finding."""
        tree = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._findings.error("yaml-syntax", *self._place(event), variant="other")
                    return None
                tree = self._read(next(self._events), 0)
        return tree

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(mark.line + self._first_line, mark.column + 1) if mark else Place(self._first_line)

    def _read(self, event: yaml.Event, depth: int) -> Node | None:
        place = self._place(event)
        if depth > _MAX_DEPTH:
            raise _TooDeepError(place)
        node: Node
        if not isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)):  # an alias
            self._findings.error("yaml-alias", *place)
            return None
        if isinstance(event, yaml.ScalarEvent):
            is_null = not event.style and event.value in _NULLS
            node = Scalar(str(event.value).strip(), place, is_null)
            # Double quotes may spell out what the file itself must not hold.
            if event.style == '"' and (found := CONTROL.search(event.value)):
                self._findings.error("control-character", *place, code=f"U+{ord(found[0]):04X}")
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._read_sequence(place, depth)
        else:
            node = self._read_mapping(place, depth)
        if event.anchor is not None:
            self._findings.error("yaml-alias", *place)
        elif event.tag is not None and event.tag not in _PLAIN_TAGS:
            self._findings.error("yaml-tag", *place, tag=str(event.tag).replace("tag:yaml.org,2002:", "!!"))
        return node

    def _read_sequence(self, place: Place, depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            item = self._read(event, depth + 1)
            if item is not None:
                items.append(item)
        return Sequence(items, place)

    def _read_mapping(self, place: Place, depth: int) -> Mapping:
        mapping = Mapping({}, place)
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._read(event, depth + 1)
            value = self._read(next(self._events), depth + 1)
            if not isinstance(key, Scalar):
                if key is not None:
                    self._findings.error("yaml-syntax", *key.place, variant="key")
            elif key.text in mapping.keys:
                first = mapping.keys[key.text]
                variant = "list" if key.text in _LISTS else ""
                self._findings.error("yaml-duplicate-key", *key.place, variant=variant, key=key.text, first=first.line)
            else:
                mapping.keys[key.text] = key.place
                if value is not None:
                    mapping.entries[key.text] = value
        return mapping

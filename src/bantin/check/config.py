"""Rules for mkdocs.yml: keys that nothing looks at, and pages of the navigation that are not there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from bantin.model import Place, Problem
from bantin.read.fields import suggest
from bantin.read.findings import Findings
from bantin.read.nodes import Mapping, Node, Scalar, Sequence, parse_yaml


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """What is judged of mkdocs.yml, and what there is for it to name."""

    name: str
    text: str
    keys: Iterable[str]
    """At its top."""
    known_keys: Collection[str]
    links: Iterable[str]
    """Paths below content/ that the navigation names."""
    pages: Collection[str]
    """Paths below content/ that it may name."""


def check_config(config: ConfigFile) -> tuple[Problem, ...]:
    """Return what is wrong in mkdocs.yml though MkDocs goes on."""
    findings = Findings(config.name)
    tree = parse_yaml(config.text, Findings(config.name))
    for key in config.keys:
        if key not in config.known_keys:
            near = suggest(key, config.known_keys)
            findings.warning("config-key", *find_key(tree, key), variant=near and "suggestion", key=key, near=near)
    for link in config.links:
        if link not in config.pages:
            near = suggest(link, config.pages)
            place = find_word(tree, link)
            findings.error("nav-missing", *place, variant=near and "suggestion", target=link, near=near)
    return tuple(findings.problems)


def find_key(tree: Node | None, key: str) -> Place:
    """Return where a mapping of `tree` has this key, the outermost first; the first line where none has."""
    return next((node.keys[key] for node in _nodes(tree) if isinstance(node, Mapping) and key in node.keys), Place(1))


def find_word(tree: Node | None, word: str) -> Place:
    """Return where `tree` has this value or, as an extension with options stands, this key; else the first line."""
    values = (node.place for node in _nodes(tree) if isinstance(node, Scalar) and node.text == word)
    return next(values, None) or find_key(tree, word)


def _nodes(tree: Node | None) -> Iterator[Node]:
    """Yield all nodes, those of a level before those within them."""
    level = [tree] if tree else []
    while level:
        yield from level
        level = [below for node in level for below in _below(node)]


def _below(node: Node) -> Iterable[Node]:
    if isinstance(node, Mapping):
        return node.entries.values()
    return node.items if isinstance(node, Sequence) else ()

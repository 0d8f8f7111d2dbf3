"""Rules for mkdocs.yml: keys that nothing looks at, and pages of the navigation that are not there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bantin.model import Place, Problem
from bantin.read.fields import suggest
from bantin.read.findings import Findings


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
    for key in config.keys:
        if key not in config.known_keys:
            near = suggest(key, config.known_keys)
            findings.warning(
                "config-key", *find_key(config.text, key), variant=near and "suggestion", key=key, near=near
            )
    for link in config.links:
        if link not in config.pages:
            near = suggest(link, config.pages)
            place = find_word(config.text, link)
            findings.error("nav-missing", *place, variant=near and "suggestion", target=link, near=near)
    return tuple(findings.problems)


def find_key(text: str, key: str) -> Place:
    """Return where `key` stands in a YAML text; its first line where that is not to be seen."""
    return _find(rf"""(?:^|[{{,])[ \t]*(?:- +)?["']?({re.escape(key)})["']?\s*:""", text)


def find_word(text: str, word: str) -> Place:
    """Return where `word` stands by itself in a YAML text; its first line where that is not to be seen."""
    return _find(rf"""(?<![\w./-])({re.escape(word)})(?![\w./-])""", text)


def _find(pattern: str, text: str) -> Place:
    match = re.search(pattern, text, re.MULTILINE)
    if match is None:
        return Place(1)
    return Place(text.count("\n", 0, match.start(1)) + 1, match.start(1) - text.rfind("\n", 0, match.start(1)))

"""Typed values out of a YAML mapping. Each reader returns its value or None, after a finding that says why."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from bantin.read.findings import MOST_OF_A_RULE, Findings
from bantin.read.nodes import Mapping, Node, Scalar, Sequence
from bantin.text.dates import ImpossibleDate, find_impossible, parse_instant, propose_date

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from bantin.model import Place

_URL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_CALLED = {
    "title": "tiêu đề, tên bài, headline",
    "date": "ngày, ngày đăng, published",
    "ward": "phường, xã, địa phương",
    "officials": "cán bộ, lãnh đạo",
    "tags": "chủ đề, tag, category, categories",
    "summary": "tóm tắt, sapo, description, excerpt",
    "byline": "tác giả, người viết, author, authors",
    "image": "ảnh, ảnh chính, cover",
    "source": "nguồn",
    "attachments": "tệp đính kèm, đính kèm",
    "corrections": "đính chính",
    "status": "trạng thái, draft",
    "aliases": "địa chỉ cũ, permalink",
    "lang": "ngôn ngữ, language",
    "name": "tên, họ tên",
    "role": "chức vụ",
}
"""What editors call fields, in Vietnamese or in another generator."""
_MEANT = {called: field for field, names in _CALLED.items() for called in names.split(", ")}
_ALIKE = 70
"""Below this share of equal letters (percent) a suggestion confuses more than it helps."""
_LONGEST_WORD = 200
"""Characters that a suggestion looks at: a page pasted into a field has no neighbour."""


def suggest(word: str, known: Iterable[str]) -> str:
    """Return the known word nearest to `word`, or '' where none is near."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only what is wrong has need of it

    found = process.extractOne(word[:_LONGEST_WORD], list(known), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return str(found[0]) if found else ""


def _is_empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return node.is_null or not node.text
    return isinstance(node, Sequence) and all(map(_is_empty, node.items))


class Fields:
    """The values of one mapping; `label` goes before a key in messages ("officials.role")."""

    def __init__(self, mapping: Mapping, findings: Findings, label: str = "") -> None:
        self.mapping = mapping
        self.findings = findings
        self._label = label

    def name(self, key: str) -> str:
        """Return the key as messages show it."""
        return f"{self._label}.{key}" if self._label else key

    def place(self, key: str) -> Place:
        """Return where the value stands, else its key, else the mapping."""
        node = self.mapping.entries.get(key)
        return node.place if node else self.mapping.keys.get(key, self.mapping.place)

    def check_keys(self, known: Iterable[str], *, in_registry: bool = False) -> None:
        """Find keys that are not `known`, with the nearest that is; the registry may grow, so there it is a warning."""
        known = tuple(known)
        unknown = [(key, place) for key, place in self.mapping.keys.items() if key not in known]
        for key, place in unknown[:MOST_OF_A_RULE]:
            report = (
                partial(self.findings.warning, "registry-key")
                if in_registry
                else partial(self.findings.error, "unknown-key")
            )
            meant = _MEANT.get(key.casefold(), "")
            near = meant if meant in known else suggest(key, known)
            variant = "suggestion" if near else ""
            report(*place, variant=variant, key=self.name(key), near=near, known=", ".join(known))

    def node(self, key: str) -> Node | None:
        """Return what stands at `key`; None where absent or left empty, be it a list of nothing but empty items."""
        node = self.mapping.entries.get(key)
        return None if node is None or _is_empty(node) else node

    def require(self, keys: Iterable[str], place: Place) -> None:
        """Find the keys that are missing (at `place`) or have no value."""
        for key in keys:
            if self.node(key) is None:
                at = self.mapping.keys.get(key, place)
                variant = "empty" if key in self.mapping.keys else ""
                self.findings.error("missing-field", *at, variant=variant, key=self.name(key), example=key)

    def text(self, key: str) -> str | None:
        """Return one text."""
        node = self.node(key)
        if node is None:
            return None
        if isinstance(node, Scalar):
            return " ".join(node.text.split())
        self.wrong_type(key, node, "text")
        return None

    def url(self, key: str) -> str | None:
        """Return an absolute address of the web."""
        value = self.text(key)
        if value is not None and not _URL.fullmatch(value):
            self.findings.error("url-invalid", *self.place(key), key=self.name(key), value=value)
            return None
        return value

    def language(self, key: str) -> str | None:
        """Return a language tag such as "en" (BCP 47)."""
        value = self.text(key)
        if value is not None and not _LANGUAGE.fullmatch(value):
            self.findings.error("unknown-choice", *self.place(key), variant="language", key=self.name(key), value=value)
            return None
        return value

    def choice(self, key: str, allowed: tuple[str, ...]) -> str | None:
        """Return one of the `allowed` words."""
        value = self.text(key)
        if value is None or value in allowed:
            return value
        near = suggest(value.lower(), allowed)
        self.findings.error(
            "unknown-choice",
            *self.place(key),
            variant="suggestion" if near else "",
            key=self.name(key),
            value=value,
            near=near,
            allowed=", ".join(allowed),
        )
        return None

    def instant(self, key: str) -> tuple[datetime, bool] | None:
        """Return a date or a date with time, and whether it has a time."""
        value = self.text(key)
        if value is None:
            return None
        try:
            parsed = parse_instant(value)
        except ImpossibleDate:
            self.findings.error("date-impossible", *self.place(key), key=self.name(key), value=value)
            return None
        if parsed is None and (day := find_impossible(value)):
            self.findings.error("date-impossible", *self.place(key), variant="day", key=self.name(key), value=day)
        elif parsed is None:
            proposed = propose_date(value)
            variant = "proposal" if proposed else ""
            self.findings.error(
                "date-format",
                *self.place(key),
                variant=variant,
                key=self.name(key),
                field=key,
                value=value,
                proposed=proposed,
            )
        return parsed

    def texts(self, key: str) -> tuple[tuple[str, Place], ...]:
        """Return one text or a list of them, each with its place; repeated ones once, after a finding."""
        node = self.node(key)
        found: dict[str, Place] = {}
        for item in self.items(node):
            if not isinstance(item, Scalar):
                self.wrong_type(key, item, "texts")
            elif item.text in found:
                self.findings.warning("duplicate-value", *item.place, key=self.name(key), value=item.text)
            elif not _is_empty(item):
                found[item.text] = item.place
        return tuple(found.items())

    def mappings(self, key: str) -> tuple[Fields, ...]:
        """Return the mappings of a list (or the one that stands alone); the rule has an example for each such key."""
        found = []
        for item in self.items(self.node(key)):
            if isinstance(item, Mapping):
                found.append(Fields(item, self.findings, self.name(key)))
            else:
                self.wrong_type(key, item, key)
        return tuple(found)

    def mapping_at(self, key: str) -> Fields | None:
        """Return the one mapping at `key`."""
        node = self.node(key)
        if node is None:
            return None
        if isinstance(node, Mapping):
            return Fields(node, self.findings, self.name(key))
        self.wrong_type(key, node, "mapping")
        return None

    @staticmethod
    def items(node: Node | None) -> list[Node]:
        """Return the members of a list, or the value itself as the only one."""
        if node is None:
            return []
        return node.items if isinstance(node, Sequence) else [node]

    def wrong_type(self, key: str, node: Node, wanted: str) -> None:
        """Find a value of another shape than `wanted`, which names a wording of the rule."""
        self.findings.error("wrong-type", *node.place, variant=wanted, key=self.name(key), field=key)

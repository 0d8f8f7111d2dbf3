"""Which entry of the registry a wrong id means: the one so called, else the one whose id looks like it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bantin.model import Topic, Ward
from bantin.read.fields import suggest
from bantin.text.slugs import is_slug, slugify

if TYPE_CHECKING:
    from collections.abc import Mapping

_BETWEEN = re.compile(r"\s*[,;]\s*")


def find_near(value: str, entries: Mapping[str, Ward] | Mapping[str, Topic]) -> str:
    """Return the id of the entry that `value` means, '' for none.

    It may be a name with or without its kind and province, another spelling, or stand before what means nothing.
    """
    first = _BETWEEN.split(value)[0]
    return _find_named(value, entries) or suggest(slugify(value), entries) or _find_named(first, entries)


def _find_named(value: str, entries: Mapping[str, Ward] | Mapping[str, Topic]) -> str:
    slug = slugify(value)
    if slug in entries:
        return slug
    return next((one.id for one in entries.values() if slug in map(slugify, _spellings(one))), "")


def find_all(value: str, entries: Mapping[str, Ward] | Mapping[str, Topic]) -> list[str]:
    """Return the ids of a list that was written as one text, "ben-cat, ben-nghe"; empty where it is none."""
    if _find_named(value, entries):
        return []
    parts = [part for part in _BETWEEN.split(value) if part]
    ids = [find_near(part, entries) or (part if is_slug(part) else "") for part in parts]
    return ids if len(ids) > 1 and all(ids) else []


def _spellings(entry: Ward | Topic) -> tuple[str, ...]:
    if isinstance(entry, Ward):
        placed = (f"{name}, {entry.province}" for name in (entry.name, entry.full_name))
        return (entry.name, entry.full_name, *placed, *entry.aliases)
    return (entry.name, *entry.synonyms)

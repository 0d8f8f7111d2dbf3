"""Topics of the registry that an article is about, by their names and synonyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bantin.model import Topic
from bantin.text.fold import fold

_MOST = 3
_LEAST = 3
"""Points from which a topic counts: once in the title, or three times in the text."""
_IN_TITLE = 3


def find_topics(title: str, texts: Iterable[str], topics: Mapping[str, Topic]) -> tuple[str, ...]:
    """Return the ids of at most three topics, the surest first."""
    head, body = f" {fold(title)} ", fold(" \n ".join(texts))
    points = {}
    for topic in topics.values():
        words = [fold(word) for word in (topic.name, *topic.synonyms) if len(word) > 3]
        pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b") if words else None
        if pattern is None:
            continue
        score = _IN_TITLE * len(pattern.findall(head)) + len(pattern.findall(body))
        if score >= _LEAST:
            points[topic.id] = score
    return tuple(sorted(points, key=lambda one: (-points[one], one))[:_MOST])

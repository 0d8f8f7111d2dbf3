"""How well an extraction agrees with the labels: shares of right answers, and F1 where there are several."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from ingest.labelled.compose import Labelled

Extraction = dict[str, Any]
"""The fields of `bantin import --json` that are judged; what a tool cannot find is missing."""
FIELDS = ("date", "ward", "title", "byline", "officials", "offices", "captions", "dropped", "kept")


@dataclass
class Score:
    """Counts of one field."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; for single answers their share."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0


def _key(text: str) -> str:
    folded = unicodedata.normalize("NFC", text).casefold().replace("uỷ", "ủy").replace("òa", "oà")
    return " ".join(re.sub(r"[\W_]+", " ", folded).split())


def score(articles: Iterable[Labelled], extract: Callable[[Labelled], Extraction]) -> dict[str, Score]:
    """Return the score of each field."""
    scores = {name: Score() for name in FIELDS}
    for article in articles:
        got = extract(article)
        for name, wanted, found in _pairs(article, got):
            one = scores[name]
            one.right += len(wanted & found)
            one.found += len(found)
            one.wanted += len(wanted)
            if wanted != found:
                one.misses.append(f"{article.name}: {sorted(wanted - found)} / {sorted(found - wanted)}")
    return scores


def _pairs(article: Labelled, got: Extraction) -> Iterable[tuple[str, set[str], set[str]]]:
    yield "date", {article.date}, {got["date"]} if got.get("date") else set()
    yield (
        "ward",
        {_key(article.ward) + article.code},
        {_key(ward["name"]) + ward["code"] for ward in (got.get("wards") or [])[:1]},
    )
    yield "title", {_key(article.title)}, {_key(got["title"])} if got.get("title") else set()
    byline = got.get("byline") or []
    names = [byline] if isinstance(byline, str) else byline
    yield "byline", {_key(name) for name in article.byline}, {_key(name) for name in names}
    officials = got.get("officials") or []
    yield "officials", {_key(name) for name in article.officials}, {_key(one["name"]) for one in officials}
    yield (
        "offices",
        {f"{_key(name)}: {_key(role)}" for name, roles in article.officials.items() for role in _fullest(roles)},
        {f"{_key(one['name'])}: {_key(role)}" for one in officials for role in one["roles"]},
    )
    if "captions" in got:
        yield "captions", {_key(one) for one in article.captions}, {_key(one) for one in got["captions"]}
    body = _key(f"{got.get('summary') or ''} {got.get('body_markdown') or ''}")
    kept = {_key(line) for line in (got.get("body_markdown") or "").split("\n")}
    lost = {_key(one) for one in article.dropped} - {""}
    yield "dropped", lost, lost - kept
    yield (
        "kept",
        {_key(one) for one in article.sentences},
        {_key(one) for one in article.sentences if _key(one) in body},
    )


def _fullest(roles: list[str]) -> list[str]:
    return [
        role
        for role in dict.fromkeys(roles)
        if not any(_key(other) != _key(role) and _key(other).startswith(f"{_key(role)} ") for other in roles)
    ]

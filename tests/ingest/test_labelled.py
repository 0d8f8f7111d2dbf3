"""The labelled set: what an import must find, and what it must not lose."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from bantin.ingest.extract import Setting, extract
from bantin.ingest.proposal import as_dict
from bantin.ingest.sources import read_bytes, read_file
from bantin.messages import load_messages
from bantin.model import Registry
from ingest.labelled.compose import Labelled, compose
from ingest.labelled.score import Score, score

LEAST = {
    "date": 0.97,
    "ward": 0.97,
    "officials": 0.97,
    "offices": 0.93,
    "title": 0.95,
    "byline": 0.95,
    "captions": 0.95,
    "dropped": 0.97,
    "kept": 1.0,
}


def read(article: Labelled) -> dict[str, Any]:
    """Return what `bantin import --json` prints of an article."""
    setting = Setting(Registry(), date(2026, 11, 1))
    return as_dict(extract(article.name, read_bytes("text", article.data), setting), load_messages("vi"))


@cache
def scores() -> dict[str, Score]:
    """Return the scores on the test part, worked out once."""
    return score(compose("test"), read)


@pytest.mark.parametrize("field", LEAST)
def test_the_test_part_is_read(field: str) -> None:
    """As well as promised, field by field."""
    assert scores()[field].f1 >= LEAST[field], scores()[field].misses


FREE = Path(__file__).parent / "labelled" / "free"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load(FREE.with_suffix(".yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", EXPECTED)
def test_an_article_written_by_hand_is_read(name: str) -> None:
    """Every field, as a reader of the page would fill it."""
    material = read_file(FREE / f"{name}.txt")
    found = as_dict(extract(name, material, Setting(Registry(), date(2026, 11, 1))), load_messages("vi"))
    ward = found["wards"][0]
    found |= {
        "ward": f"{ward['kind']} {ward['name']} {ward['code']}",
        "officials": {one["name"]: one["roles"] for one in found["officials"]},
    }
    assert {key: found[key] for key in EXPECTED[name]} == EXPECTED[name]

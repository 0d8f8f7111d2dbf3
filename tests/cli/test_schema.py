"""`bantin schema`."""

from __future__ import annotations

import json
import re

import pytest
import yaml

from bantin.cli.schema import fields_table
from bantin.read.schema import NAMES
from cli.conftest import Run
from structure.sources import ROOT, read


@pytest.mark.parametrize("name", NAMES)
def test_the_guide_holds_the_table(name: str) -> None:
    """Made by the command, so that it cannot tell otherwise."""
    assert fields_table(name) in read("docs/truong.md")


def test_the_schema_lets_pass_what_the_reader_takes(run: Run) -> None:
    """Every key of the demonstration's articles, each with the form that it has there."""
    properties = json.loads(run("schema").out)["properties"]
    heads = [
        yaml.safe_load(path.read_text(encoding="utf-8").split("\n---")[0])
        for path in ROOT.glob("content/news/*/*/*.md")
    ]
    assert {key for head in heads for key in head} <= set(properties)


def test_a_date_may_have_a_time(run: Run) -> None:
    """As in the contract of an article."""
    pattern = json.loads(run("schema").out)["properties"]["date"]["pattern"]
    assert [bool(re.search(pattern, date)) for date in ("2025-10-07", "2025-10-07T15:55", "7/10/2025")] == [
        True,
        True,
        False,
    ]


def test_an_unknown_schema_is_told_with_those_that_exist(run: Run) -> None:
    """In one line."""
    assert (
        run("schema", "bai").err
        == "Giá trị của [TÊN] không đúng: Không có lược đồ «bai». Các lược đồ: article, wards, officials, topics.\n"
    )

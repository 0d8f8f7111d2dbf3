"""Open data: after their schemas, and stable where nothing of theirs changed."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from conftest import RICH_REGISTRY, Site, article

MakeSite = Callable[[str], Site]

CONTENT = f"""{RICH_REGISTRY}
-- content/news/2022/12/mot.md --
{article("Một", "2022-12-27", "cau-kho", officials='[{name: Lê Văn C, role: "PCT UBND phường"}]')}
-- content/news/2025/10/hai.md --
{article("Hai, có dấu phẩy", "2025-10-07T15:55", "cau-ong-lanh", tags="[thong-bao]")}
-- content/news/2025/10/nhap.md --
{article("Nháp", "2025-10-08", "cau-ong-lanh", status="draft")}
-- content/news/2025/12/mai.md --
{article("Mai", "2025-12-05", "cau-ong-lanh")}
"""


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    """Return the built site of `CONTENT`."""
    made = make_site(CONTENT)
    made.build()
    return made


def load(site: Site, path: str) -> Any:
    """Return a file of open data."""
    return json.loads(site.tree()[f"api/{path}"])


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        ("dia-phuong.json", "dia-phuong"),
        ("can-bo.json", "can-bo"),
        ("can-bo/le-van-c.json", "can-bo-mot"),
        ("tin/2025/10.json", "tin"),
        ("tin/2022/12.json", "tin"),
    ],
)
def test_a_file_is_what_its_schema_says(site: Site, path: str, schema: str) -> None:
    """The schemas are published beside the data."""
    judge = Draft202012Validator(load(site, f"schema/{schema}.json"))
    Draft202012Validator.check_schema(judge.schema)
    assert list(judge.iter_errors(load(site, path))) == []


def test_a_ward_names_what_came_before_and_after(site: Site) -> None:
    """One code in two eras is two wards."""
    wards = {one["id"]: one for one in load(site, "dia-phuong.json")}
    first, second = wards["cau-ong-lanh"], wards["cau-kho"]
    assert (first["id"], first["code"], first["predecessors"]) == (
        "cau-ong-lanh",
        "26758",
        [{"id": "cau-kho", "partial": False}],
    )
    assert (second["until"], second["successors"]) == ("2025-06-30", [{"id": "cau-ong-lanh", "partial": False}])


def test_a_person_has_memberships_of_the_registry_and_of_articles(site: Site) -> None:
    """Popolo: role, organization, area, days, sources."""
    person = load(site, "can-bo/le-van-c.json")
    assert [(one["label"], one["origin"], one["start_date"], one["first_seen"]) for one in person["memberships"]] == [
        ("Chủ tịch UBND phường Bến Cát", "registry", "2025-07-01", None),
        ("Phó Chủ tịch Ủy ban nhân dân phường Cầu Kho", "articles", None, "2022-12-27"),
    ]


def test_a_month_holds_the_articles_that_the_site_shows(site: Site) -> None:
    """With the ward of their day; drafts and embargoed ones are not there."""
    assert [one["title"] for one in load(site, "tin/2025/10.json")] == ["Hai, có dấu phẩy"]
    assert load(site, "tin/2022/12.json")[0]["wards"] == ["cau-kho"]
    assert "api/tin/2025/12.json" not in site.tree()


def test_a_spreadsheet_reads_the_same_rows(site: Site) -> None:
    """Byte order mark for Excel, commas in quotes."""
    data = site.tree()["api/tin/2025/10.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig"))))
    assert [(row["title"], row["topics"]) for row in rows] == [("Hai, có dấu phẩy", "thong-bao")]


def test_a_new_article_changes_its_month_and_its_people_only(site: Site) -> None:
    """The lists change with the registry."""
    before = site.tree()
    text = article("Ba", "2025-10-20", "cau-ong-lanh", officials='[{name: Lê Văn C, role: "Bí thư Đảng ủy phường"}]')
    site.write("news/2025/10/ba.md", text)
    site.build()
    changed = {path for path, data in site.tree().items() if path.startswith("api/") and before.get(path) != data}
    assert changed == {"api/can-bo/le-van-c.json", "api/tin/2025/10.csv", "api/tin/2025/10.json"}


def test_what_is_gone_leaves_the_data(site: Site) -> None:
    """The month of the last article goes with it."""
    (site.root / "content/news/2022/12/mot.md").unlink()
    site.build()
    assert "api/tin/2022/12.json" not in site.tree()
    assert len(load(site, "can-bo/le-van-c.json")["memberships"]) == 1

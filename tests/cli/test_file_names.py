"""Files of content/ with names that an office gives them."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image

from cli.conftest import Run

ARTICLE = """---
title: Lễ ra quân
date: 2025-11-07
ward: ben-cat
image: {{src: "../../../media/{picture}", alt: Lễ ra quân}}
attachments: [{{src: "../../../media/{paper}", title: Kế hoạch}}]
---

Bà con các khu phố dự [lễ ra quân](../../../media/{paper}).

![Bà con dự lễ](../../../media/{picture})
"""


def _write(project: Path, picture: str, paper: str) -> None:
    """Write an article with a picture and a paper, whose names are encoded as references write them."""
    media = project / "content/media"
    media.mkdir(exist_ok=True)
    Image.new("RGB", (400, 300), "green").save(media / unquote(picture))
    (media / unquote(paper)).write_bytes(b"%PDF-1.4")
    article = project / "content/news/2025/11/ra-quan.md"
    article.parent.mkdir(parents=True, exist_ok=True)
    article.write_text(ARTICLE.format(picture=picture, paper=paper), encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["Ảnh%20họp", "a%23b", "a%3Fb", "a%2520b", "a%26amp%3Bb", "a'b", "a,b", "a+b", "a%3Bb"]
)
def test_whatever_a_file_is_called_every_page_and_feed_leads_to_it(run: Run, project: Path, name: str) -> None:
    """Blanks, signs that mean something in an address, entities, a name that looks encoded already."""
    _write(project, f"{name}.jpg", f"{name}.pdf")
    assert (run("check").code, run("build").code) == (0, 0)
    result = run("verify")
    assert (result.code, result.err) == (0, "")


def test_machines_are_told_where_a_picture_is(run: Run, project: Path) -> None:
    """Messengers, search engines and feed readers take an address as it stands."""
    _write(project, "a%23b%20c.jpg", "a.pdf")
    run("build")
    page = (project / "site/tin/2025/11/ra-quan/index.html").read_text(encoding="utf-8")
    feed = json.loads((project / "site/feed.json").read_text(encoding="utf-8"))
    address = "https://tin.example/media/a%23b%20c.jpg"
    assert (f'property="og:image" content="{address}"' in page, f'"image":"{address}"' in page) == (True, True)
    assert feed["items"][0]["image"] == address


def test_a_picture_may_have_the_longest_name_that_a_disk_takes(run: Run, project: Path) -> None:
    """Its smaller forms get a shorter one."""
    name = "Ả" * 83 + "b.jpg"
    assert len(name.encode()) == 254
    _write(project, name, "a.pdf")
    assert (run("build").code, run("verify").code) == (0, 0)


def test_what_lies_beside_the_standing_pages_by_mistake_is_not_published(run: Run, project: Path) -> None:
    """The check names it; a webmaster's page for a search engine is published."""
    pages = project / "content/trang"
    for path in (pages / "Nhap.MD", pages / "x.html", pages / "luong.xlsx", project / "content/googleab12.html"):
        path.write_text("Nháp", encoding="utf-8")
    run("build")
    site = project / "site"
    names = ("trang/Nhap.MD", "trang/x.html", "trang/luong.xlsx", "googleab12.html")
    assert [name for name in names if (site / name).exists()] == ["googleab12.html"]


def test_a_file_beside_the_pages_is_published_anew_when_it_changes(run: Run, project: Path) -> None:
    """Though no article changed."""
    robots = project / "content/robots.txt"
    robots.write_text("User-agent: *", encoding="utf-8")
    run("build")
    robots.write_text("User-agent: x", encoding="utf-8")
    run("build")
    assert (project / "site/robots.txt").read_text(encoding="utf-8") == "User-agent: x"


def test_what_is_passed_over_is_no_page_and_no_file(run: Run, project: Path) -> None:
    """What systems and programs leave behind; a name that cannot be shown would break the list of files."""
    folder = project / "content/trang"
    for name in ("Thumbs.db", "~nhap.md", "a\tb.txt", "c\nd.txt"):
        (folder / name).write_text("# Nháp", encoding="utf-8")
    run("build")
    found = sorted(path.name for path in (project / "site/trang").rglob("*") if path.is_file())
    for name in ("a\tb.txt", "c\nd.txt"):
        (folder / name).unlink()
    assert (found, run("build").code) == (["index.html"], 0)

"""What beside the articles forbids making a site, and what does not make its pages anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bantin.build import BuildOptions, Project, build_site
from bantin.build.cache import Cache
from bantin.build.code import digest_code
from bantin.model import ContentError, Problem
from conftest import NOW, Site, article

MakeSite = Callable[[str], Site]


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    """A site that was built."""
    site = make_site("")
    site.write("news/2025/10/tin.md", article("Tin"))
    site.build()
    return site


@pytest.mark.parametrize(
    ("path", "text", "rule"),
    [
        ("registry/wards.yml", "- id: ben-cat\n  name: [\n", "yaml-syntax"),
        ("registry/wards.yml", "", "registry-empty"),
        ("registry/topics.yml", "chu-de: Chủ đề\n", "wrong-type"),
    ],
)
def test_what_would_lose_many_pages_makes_no_site(site: Site, path: str, text: str, rule: str) -> None:
    """What was there before stays, and the error names the file."""
    before = site.tree()
    site.write(path, text)
    with pytest.raises(ContentError) as caught:
        site.build()
    assert [(one.path, one.rule) for one in caught.value.problems] == [(f"content/{path}", rule)]
    assert site.tree() == before


def test_broken_synonyms_are_told_and_the_articles_are_published(site: Site) -> None:
    """No article names an entry of registry/search.yml."""
    site.write("registry/search.yml", "- [TTYT, trung tâm y tế\n")
    site.write("news/2025/10/moi.md", article("Bài mới"))
    report = site.build()
    assert [(one.path, one.rule) for one in report.problems] == [("content/registry/search.yml", "yaml-syntax")]
    assert "tin/2025/10/moi/index.html" in site.tree()


def test_a_wrong_line_of_mkdocs_yml_makes_no_page_anew(site: Site) -> None:
    """It is told, and no page depends on it."""
    project = Project(site.root, site.root / "mkdocs.yml")
    found = Problem("mkdocs.yml", 2, 1, "config-key", "warning", (("key", "site_nam"), ("near", "")))
    with Cache(project.private / "cache.sqlite", digest_code()) as cache:
        host = replace(site.host, problems=(found,))
        report = build_site(project, host, cache, BuildOptions(NOW, site.out, 1))
    assert (report.rendered, report.warnings) == (0, 1)

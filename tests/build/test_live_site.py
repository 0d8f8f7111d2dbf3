"""The preview makes each page when it is asked for; it is the page that a build writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

import pytest

from bantin.build import Project
from bantin.build.cache import Cache
from bantin.build.code import digest_code
from bantin.build.live_site import LiveSite
from bantin.text.dates import VIETNAM
from conftest import Site, article

ATTACHED = "[{src: ../../../media/moi.txt, title: Giấy}]"


@pytest.fixture
def site(make_site: Callable[[str], Site]) -> Site:
    """A site with archives, links between articles, an attachment and an embargo."""
    site = make_site("-- content/media/moi.txt --\nGiấy mời\n")
    for number in range(70):
        body = f"Đoạn {number}.\n\n[](../10/tin-{(number + 1) % 70:02}.md)"
        site.write(f"news/2025/10/tin-{number:02}.md", article(f"Tin {number}", body=body, tags="thong-bao"))
    site.write(
        "news/2025/12/hen.md", article("Hẹn", "2025-12-24", attachments="[{src: ../../../media/moi.txt, title: Giấy}]")
    )
    return site


@pytest.fixture
def live(site: Site) -> Iterator[LiveSite]:
    """The site in memory, with a cache of its own."""
    with Cache(site.root / "live.sqlite", digest_code()) as cache:
        yield LiveSite(Project(site.root, site.root / "mkdocs.yml"), cache)


def read(live: LiveSite, site: Site) -> dict[str, bytes | None]:
    """Return what it gives at the place of every file that a build writes."""
    site.build()
    return {path: live.file(path) for path in site.tree()}


def test_every_file_is_the_one_that_a_build_writes(site: Site, live: LiveSite) -> None:
    """Pages, archives, attachments, sitemaps, the search index."""
    live.refresh(site.host, site.now)
    assert read(live, site) == site.tree()


def test_an_edit_is_seen_after_a_refresh(site: Site, live: LiveSite) -> None:
    """On the article's page, and on every page that shows its card."""
    live.refresh(site.host, site.now)
    site.write("news/2025/10/tin-05.md", article("Tin đã sửa", body="Khác hẳn."))
    assert live.refresh(site.host, site.now)
    assert read(live, site) == site.tree()


def test_what_falls_due_is_seen_after_a_refresh(site: Site, live: LiveSite) -> None:
    """An embargo ends while somebody looks, and its attachment comes along."""
    live.refresh(site.host, site.now)
    assert live.file("tin/2025/12/hen/index.html") is None
    assert live.file("media/moi.txt") is None
    site.now = datetime(2025, 12, 25, tzinfo=VIETNAM)
    assert live.refresh(site.host, site.now)
    assert read(live, site) == site.tree()


def test_without_a_change_nothing_is_made_again(site: Site, live: LiveSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """The open page need not be loaded again."""
    monkeypatch.setattr("bantin.build.scan._RACY", 0)
    live.refresh(site.host, site.now)
    assert not live.refresh(site.host, site.now)


def test_nothing_is_written_but_the_cache(site: Site, live: LiveSite) -> None:
    """Looking leaves no trace."""
    before = site.tree(".")
    live.refresh(site.host, site.now)
    live.file("index.html")
    assert {path for path in site.tree(".") if path not in before} == set()


def test_an_edited_template_is_seen_after_a_refresh(site: Site, live: LiveSite) -> None:
    """Whoever works on the look of a site sees it without starting again."""
    component = site.root / "mau/components/headline/headline.html"
    component.parent.mkdir(parents=True)
    site.settings = replace(site.settings, theme_dirs=("mau",))
    shown = []
    for word in ("Một", "Hai"):
        component.write_text(f"{{% macro headline(params) %}}{word}{{% endmacro %}}", encoding="utf-8")
        live.refresh(site.host, site.now)
        shown.append(
            f"<li>{word}</li>".encode() in (live.file("tin/2025/10/tin-30/index.html") or b"").replace(b"\n", b"")
        )
    assert shown == [True, True]

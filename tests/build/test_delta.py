"""A build from the difference equals a build of everything."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bantin.build import edition
from bantin.build.index import Indexer
from bantin.build.writer import Writer
from bantin.plan import Job
from bantin.plan.scope import Scope
from bantin.text.dates import VIETNAM
from conftest import Site, article
from editor import Editor


@pytest.mark.parametrize("seed", range(4))
def test_any_edit_gives_the_site_of_a_full_build(
    make_site: Callable[[str], Site], monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """In a site whose lists are longer than a page, every step equals a build that knows nothing of the one before."""
    scopes: list[Scope | None] = []

    def note(*arguments: object) -> Scope | None:
        scopes.append(find_scope(*arguments))  # type: ignore[arg-type]
        return scopes[-1]

    find_scope = edition.find_scope
    monkeypatch.setattr(edition, "find_scope", note)
    patched = _note_patches(monkeypatch)
    monkeypatch.setattr("bantin.build.scan._RACY", 20_000_000)
    editor = Editor(make_site(), seed)
    for _ in range(70):
        editor.add()
    editor.site.build()
    for _ in range(25):
        editor.edit()
        editor.site.build()
        shutil.rmtree(editor.site.root / "clean", ignore_errors=True)
        shutil.rmtree(editor.site.root / ".bantin/unknown", ignore_errors=True)
        editor.site.build("clean", cache="unknown/cache.sqlite")
        assert editor.site.tree() == editor.site.tree("clean")
    assert sum(scope is not None for scope in scopes) >= 20
    assert any(patched)


def _note_patches(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Return whether each part of the search index that is due is patched, from here on; small ones too."""
    monkeypatch.setattr("bantin.build.index.MOST", 8)
    monkeypatch.setattr("bantin.build.index._SHARE", 1)
    made: list[bool] = []
    original = Indexer._patch

    def note(self: Indexer, job: Job, writer: Writer) -> object:
        made.append((found := original(self, job, writer)) is not None)
        return found

    monkeypatch.setattr(Indexer, "_patch", note)
    return made


def test_the_newest_article_plans_only_what_it_touches(
    make_site: Callable[[str], Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two hundred articles' pages one is planned, and of the lists its own."""
    site = make_site()
    for number in range(200):
        day = datetime(2024, 1, 1, tzinfo=VIETNAM) + timedelta(days=number)
        site.write(f"news/{day:%Y/%m}/tin-{number}.md", article(f"Tin {number}", f"{day:%Y-%m-%d}", tags="thong-bao"))
    site.build()
    site.write("news/2025/11/moi.md", article("Mới", "2025-11-30", "ben-nghe", tags="an-sinh-xa-hoi"))
    scopes: list[Scope] = []
    find_scope = edition.find_scope
    monkeypatch.setattr(edition, "find_scope", lambda *given: scopes.append(find_scope(*given)) or scopes[-1])
    site.build()
    (scope,) = scopes
    assert scope.articles == {"news/2025/11/moi.md"}
    assert scope.lists == {"ward/ben-nghe", "topic/an-sinh-xa-hoi"}
    assert scope.months == {(2025, 11)}


def test_a_page_that_somebody_took_away_comes_back(make_site: Callable[[str], Site]) -> None:
    """What lies outside a change is known to be as it was only while it is there."""
    site = make_site()
    site.write("news/2025/10/mot.md", article("Một"))
    site.write("news/2025/10/hai.md", article("Hai"))
    site.build()
    before = site.tree()
    (site.out / "tin/2025/10/hai/index.html").unlink()
    site.build()
    assert site.tree() == before


def test_a_changed_registry_plans_everything(make_site: Callable[[str], Site]) -> None:
    """Every page that names the ward names it anew."""
    site = make_site()
    site.write("news/2025/10/mot.md", article("Một"))
    site.build()
    wards = site.root / "content/registry/wards.yml"
    wards.write_text(wards.read_text(encoding="utf-8").replace("name: Bến Cát", "name: Bến Cát Mới"), encoding="utf-8")
    replace(site).build()
    assert "phường Bến Cát Mới" in site.html("tin/2025/10/mot/")


def test_a_build_tells_the_warnings_of_what_it_read_and_counts_the_others(make_site: Callable[[str], Site]) -> None:
    """Who publishes one article hears of that one; `bantin check` tells all."""
    site = make_site()
    site.write("news/2025/10/mot.md", article("Một", officials="Trần Thị B"))
    first = site.build()
    site.write("news/2025/10/hai.md", article("Hai", officials="Trần Thị C"))
    second = site.build()
    third = site.build()
    told = [{problem.path for problem in report.problems} for report in (first, second, third)]
    assert told == [{"content/news/2025/10/mot.md"}, {"content/news/2025/10/hai.md"}, set()]
    assert len(first.problems) + len(second.problems) == second.warnings == third.warnings

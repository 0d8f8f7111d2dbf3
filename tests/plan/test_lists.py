"""Archives are cut by year and numbered from the oldest article."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, strategies as st

from bantin.catalogue import Catalogue, Entry, make_catalogue
from bantin.check import Content
from bantin.model import Article, Reference, Registry
from bantin.plan.lists import NEWEST, PAGE, Years, cut_pages
from bantin.text.dates import VIETNAM
from conftest import Site, article

START = datetime(2023, 1, 1, 8, tzinfo=VIETNAM)


def catalogue_of(days: list[int]) -> Catalogue:
    """Return a catalogue of articles so many days after the start of 2023."""
    dates = sorted(START + timedelta(days=day) for day in days)
    entries = [
        Entry(f"news/{number:04}.md", "", "published", date=date.isoformat(), lists="ward/ben-cat")
        for number, date in enumerate(dates)
    ]
    return make_catalogue(entries, Content(Registry(), {}), NoShelf(), "2100-01-01T00:00:00+07:00")


class NoShelf:
    """Holds nothing: cutting pages asks for no article."""

    def article(self, entry: Entry) -> Article:
        """Return nothing."""
        raise KeyError(entry.path)

    def references(self, entry: Entry) -> tuple[Reference, ...]:
        """Return nothing."""
        raise KeyError(entry.path)


def cut(days: list[int]) -> Years:
    """Return the written archive pages of articles on these days."""
    return cut_pages(range(len(days)), catalogue_of(days))


DAYS = st.lists(st.integers(min_value=0, max_value=1000), max_size=150)


@given(DAYS)
def test_every_article_is_on_an_archive_page_or_on_the_landing_page(days: list[int]) -> None:
    """What no archive page holds is among the newest thirty."""
    archived = [position for pages in cut(days).values() for page in pages for position in page]
    missing = set(range(len(days))) - set(archived)
    assert missing <= set(range(len(days))[-NEWEST:])
    assert len(archived) == len(set(archived))


@given(DAYS)
def test_only_the_last_page_of_a_past_year_is_not_full(days: list[int]) -> None:
    """Twenty a page; the unfinished page of the newest year is not written."""
    catalogue = catalogue_of(days)
    newest = max((int(one.date[:4]) for one in catalogue.entries), default=0)
    for year, pages in cut(days).items():
        assert all(len(page) == PAGE for page in pages[:-1])
        assert len(pages[-1]) == PAGE if year == newest else 1 <= len(pages[-1]) <= PAGE


@given(DAYS)
def test_a_newer_article_leaves_all_written_pages_alone(days: list[int]) -> None:
    """Numbered from the oldest, a page never changes when something newer comes."""
    before, after = cut(days), cut([*days, 1001])
    assert all(after[year][: len(pages)] == pages for year, pages in before.items())


def test_archive_pages_link_to_the_older_and_the_newer_one(make_site: Callable[[str], Site]) -> None:
    """A reader walks from the newest page to the oldest and back to the landing page."""
    site = make_site()
    for number in range(45):
        site.write(f"news/2024/03/tin-{number:02}.md", article(f"Tin {number}", f"2024-03-{number % 28 + 1:02}"))
    site.build()
    first, second = site.html("dia-phuong/ben-cat/2024/1/"), site.html("dia-phuong/ben-cat/2024/2/")
    assert 'href="../../../../dia-phuong/ben-cat/2024/2/"' in first
    assert 'href="../../../../dia-phuong/ben-cat/2024/1/"' in second
    assert 'href="../../../../dia-phuong/ben-cat/"' in second
    assert not (site.out / "dia-phuong/ben-cat/2024/3").exists()
    assert 'href="../../dia-phuong/ben-cat/2024/2/"' in site.html("dia-phuong/ben-cat/")


def test_a_new_year_finishes_the_last_page_of_the_old_one(make_site: Callable[[str], Site]) -> None:
    """When the list's newest year ends, its unfinished page is written."""
    site = make_site()
    for number in range(3):
        site.write(f"news/2024/03/tin-{number}.md", article(f"Tin {number}", "2024-03-05"))
    site.build()
    assert not (site.out / "dia-phuong/ben-cat/2024").exists()
    site.write("news/2025/01/dau-nam.md", article("Đầu năm", "2025-01-02"))
    site.build()
    assert "Tin 2" in site.html("dia-phuong/ben-cat/2024/1/")


def test_the_newest_article_changes_few_files_whatever_the_size(make_site: Callable[[str], Site]) -> None:
    """Of hundreds of articles, one more changes at most 20 + 3E + 25 files, E being its wards, officials and topics."""
    site = make_site()
    for number in range(300):
        day = START + timedelta(days=number)
        site.write(f"news/{day:%Y/%m}/tin-{number}.md", article(f"Tin {number}", f"{day:%Y-%m-%d}", tags="thong-bao"))
    site.build()
    before = site.tree()
    site.write("news/2025/11/moi-nhat.md", article("Mới nhất", "2025-11-30", tags="thong-bao"))
    site.build()
    after = site.tree()
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    # A file of the index is named by its content: what becomes another file is one change, not two.
    index = [path for path in changed if path.startswith("search/")]
    assert sum(path in after for path in index) <= 25
    assert len(changed) - len(index) <= 20 + 3 * 2
    assert not [path for path in changed if "/2023/" in path]


def test_embargoed_draft_and_withdrawn_articles_stand_in_no_list(make_site: Callable[[str], Site]) -> None:
    """A list shows what is published as of the build's instant."""
    site = make_site()
    site.write("news/2025/10/a.md", article("Đã đăng"))
    site.write("news/2025/10/b.md", article("Bản nháp", status="draft"))
    site.write("news/2025/12/c.md", article("Chưa tới ngày", "2025-12-24"))
    site.write(
        "news/2025/10/d.md",
        article("Đã rút", status="withdrawn", withdrawn="{date: 2025-10-08, reason: Trùng bài}"),
    )
    site.build()
    lists = [
        page for path, page in site.tree().items() if path.endswith((".html", ".xml")) and not path.startswith("tin/")
    ]
    shown = b"".join(lists).decode()
    assert "Đã đăng" in shown
    assert not [title for title in ("Bản nháp", "Chưa tới ngày", "Đã rút") if title in shown]
    assert "Trùng bài" in site.html("tin/2025/10/d/")
    assert not (site.out / "tin/2025/12").exists()
    later = replace(site, now=datetime(2025, 12, 25, tzinfo=VIETNAM))
    later.build()
    assert "Chưa tới ngày" in later.html("dia-phuong/ben-cat/")

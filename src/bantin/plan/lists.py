"""Landing pages and archives of wards, officials, topics and months.

An archive is cut by year and numbered from the oldest article of the year, so that a new article leaves the pages
before it alone. The unfinished last page of a list's newest year is not written: the landing page shows its articles.
"""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from bantin import urls
from bantin.catalogue import list_key
from bantin.plan.chronicle import count_months, find_topics
from bantin.plan.jobs import ListPage
from bantin.plan.lineage import collect_facts, find_heirs, find_predecessors, make_kin
from bantin.plan.record import collect_statements
from bantin.plan.seated import find_held, find_seated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bantin.catalogue import Catalogue
    from bantin.model import Held, Official, Topic, Ward
    from bantin.plan.jobs import Job
    from bantin.plan.sources import Sources

NEWEST = 30
"""Articles of a landing page (contract)."""
PAGE = 20
"""Articles of an archive page (contract)."""

Years = dict[int, tuple[tuple[int, ...], ...]]
"""By year, oldest first: the written pages, oldest first, each with its positions in ascending order."""


def cut_pages(positions: Sequence[int], catalogue: Catalogue) -> Years:
    """Return the written archive pages of a list given in ascending order."""
    cut = cut_places([int(catalogue.entries[position].date[:4]) for position in positions])
    return {year: tuple(tuple(positions[place] for place in page) for page in pages) for year, pages in cut.items()}


def cut_places(years: Sequence[int]) -> dict[int, tuple[range, ...]]:
    """Return by year the written pages as ranges of places, given the years of all places in ascending order."""
    cut = {}
    start = 0
    for year, members in groupby(years):
        count = sum(1 for _ in members)
        written = count // PAGE * PAGE if start + count == len(years) else count
        end = start + written
        if written:
            cut[year] = tuple(range(first, min(first + PAGE, end)) for first in range(start, end, PAGE))
        start += count
    return cut


def plan_lists(sources: Sources) -> Iterator[Job]:
    """Yield the pages of every entry of the registry, of those without articles too, and of every month."""
    catalogue = sources.catalogue
    registry = catalogue.registry
    predecessors, held = find_predecessors(registry), find_held(registry)
    for ward in registry.wards.values():
        if sources.wants_list(list_key("ward", ward.id)):
            yield from _plan_list(sources, "ward", ward, _with_front(sources, ward, predecessors[ward.id], held))
    for official in registry.officials.values():
        yield from _plan_list(sources, "official", official, _with_record(sources, official))
    for topic in registry.topics.values():
        yield from _plan_list(sources, "topic", topic, ListPage)
    for (year, month), positions in catalogue.months.items():
        yield from _plan_month(sources, year, month, positions)


def _with_front(
    sources: Sources, ward: Ward, predecessors: Sequence[Ward], held: Mapping[str, list[tuple[Official, Held]]]
) -> Callable[..., ListPage]:
    """Return what makes the front page of a ward: besides its news, whom to turn to, and what it was and became."""
    catalogue = sources.catalogue
    positions = catalogue.articles_of("ward", frozenset((ward.id,)))
    return partial(
        ListPage,
        facts=collect_facts(ward),
        predecessors=tuple(make_kin(one, is_part=one.is_split) for one in predecessors),
        successors=find_heirs(catalogue.registry, ward),
        seated=() if ward.is_former else find_seated(catalogue, ward.id, positions, held),
        topics=find_topics(positions, catalogue),
    )


def _with_record(sources: Sources, official: Official) -> Callable[..., ListPage]:
    """Return what makes the landing page of a person: articles tell the posts, and the registry does."""
    if not sources.wants_list(list_key("official", official.id)):
        return ListPage
    catalogue = sources.catalogue
    positions = catalogue.articles_of("official", frozenset((official.id,)))
    wards = catalogue.registry.wards
    held_in = tuple(wards[held.ward].full_name if held.ward in wards else "" for held in official.posts)
    return partial(ListPage, statements=collect_statements(catalogue, positions, official.id), held_in=held_in)


def _plan_list(
    sources: Sources, kind: str, entry: Ward | Official | Topic, landing_page: Callable[..., ListPage]
) -> Iterator[Job]:
    """Yield the landing page, for which `landing_page` knows what the archive does not show, and the archive."""
    if not sources.wants_list(list_key(kind, entry.id)):
        return
    positions = sources.catalogue.articles_of(kind, frozenset((entry.id,)))
    years = cut_pages(positions, sources.catalogue)
    landing = urls.entity(kind, entry.id)
    title = getattr(entry, "full_name", entry.name)
    cards = sources.cards(positions[-NEWEST:])
    counts = tuple((year, len(pages)) for year, pages in sorted(years.items(), reverse=True))
    months = count_months(positions, sources.catalogue, years, landing)
    yield sources.page(landing, landing_page(landing, title, kind, entry, 0, 0, cards, counts, months=months))
    ordered = [(year, number) for year, pages in years.items() for number in range(1, len(pages) + 1)]
    for index, (year, number) in enumerate(ordered):
        older = urls.archive_page(landing, *ordered[index - 1]) if index else ""
        newer = urls.archive_page(landing, *ordered[index + 1]) if index + 1 < len(ordered) else landing
        cards = sources.cards(years[year][number - 1])
        inputs = ListPage(landing, title, kind, entry, year, number, cards, older=older, newer=newer)
        yield sources.page(urls.archive_page(landing, year, number), inputs)


def _plan_month(sources: Sources, year: int, month: int, positions: Sequence[int]) -> Iterator[Job]:
    if not sources.wants_month(year, month):
        return
    landing = urls.month(year, month)
    pages = cut_pages(positions, sources.catalogue).get(year, ())
    cards, counts = sources.cards(positions[-NEWEST:]), ((year, len(pages)),) if pages else ()
    title = f"{month:02}/{year:04}"
    yield sources.page(landing, ListPage(landing, title, "month", None, 0, 0, cards, counts))
    for number, members in enumerate(pages, 1):
        older = f"{landing}{number - 1}/" if number > 1 else ""
        newer = f"{landing}{number + 1}/" if number < len(pages) else landing
        inputs = ListPage(landing, title, "month", None, year, number, sources.cards(members), (), older, newer)
        yield sources.page(f"{landing}{number}/", inputs)

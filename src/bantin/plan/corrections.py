"""The page of all corrections, its archive and its feed. Cut and numbered as the lists of articles are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bantin import urls
from bantin.catalogue import CORRECTIONS
from bantin.plan.feeds import NEWEST as IN_FEED, first_address
from bantin.plan.lists import NEWEST, cut_places
from bantin.plan.syndication import Corrected, CorrectionsPage, Feed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bantin.catalogue import Catalogue
    from bantin.plan.jobs import Job
    from bantin.plan.sources import Sources


class _Place(NamedTuple):
    """Where a correction stands; its order is that of the archive, oldest first."""

    date: str
    path: str
    ordinal: int
    """Among the corrections of its article."""
    position: int


def plan_corrections(sources: Sources) -> Iterator[Job]:
    """Yield the landing page, the written pages of its archive, and the feed."""
    if not sources.wants_list(CORRECTIONS):
        return
    corrections = _collect(sources.catalogue)
    cut = cut_places([int(one.date[:4]) for one in corrections])
    counts = tuple((year, len(pages)) for year, pages in sorted(cut.items(), reverse=True))
    newest = _newest_first(corrections[-NEWEST:])
    yield sources.page(urls.CORRECTIONS, CorrectionsPage(0, 0, newest, counts))
    addresses = [
        urls.archive_page(urls.CORRECTIONS, year, number) for year in cut for number in range(1, len(cut[year]) + 1)
    ]
    pages = [(year, number, places) for year in cut for number, places in enumerate(cut[year], 1)]
    for index, (year, number, places) in enumerate(pages):
        older = addresses[index - 1] if index else ""
        newer = addresses[index + 1] if index + 1 < len(addresses) else urls.CORRECTIONS
        shown = _newest_first(corrections[places.start : places.stop])
        yield sources.page(addresses[index], CorrectionsPage(year, number, shown, older=older, newer=newer))
    if sources.settings.site_url:
        feed = Feed(urls.CORRECTIONS, "corrections", "", is_full=True, corrections=newest[:IN_FEED])
        yield sources.file(urls.feed(urls.CORRECTIONS), feed)


def _collect(catalogue: Catalogue) -> list[Corrected]:
    """Return all corrections of listed articles, oldest first."""
    places = sorted(
        _Place(date, catalogue.entries[position].path, ordinal, position)
        for position in catalogue.corrected
        for ordinal, date in enumerate(catalogue.entries[position].corrections.split(" "))
    )
    return [_describe(catalogue, place) for place in places]


def _describe(catalogue: Catalogue, place: _Place) -> Corrected:
    article, wards = catalogue.article(place.position), catalogue.registry.wards
    correction = article.corrections[place.ordinal]
    same = [one.date for one in article.corrections[: place.ordinal + 1]].count(correction.date)
    mark = f"{first_address(article)}#dinh-chinh-{place.date}" + (f"-{same}" if same > 1 else "")
    names = tuple(wards[ward].full_name for ward in article.wards)
    address = urls.article(article.path)
    return Corrected(mark, place.date, correction.was, correction.now, article.title, address, names)


def _newest_first(corrections: Sequence[Corrected]) -> tuple[Corrected, ...]:
    return tuple(reversed(corrections))

"""From the catalogue and the host to the plan: one small planner a family of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.plan.articles import plan_articles
from bantin.plan.corrections import plan_corrections
from bantin.plan.data import plan_data
from bantin.plan.directories import plan_archive, plan_directories
from bantin.plan.feeds import plan_feeds
from bantin.plan.files import plan_files, plan_standing_pages
from bantin.plan.home import plan_home
from bantin.plan.jobs import PlainPage
from bantin.plan.lists import plan_lists
from bantin.plan.moves import plan_moves
from bantin.plan.search import plan_search
from bantin.plan.share import plan_share_pictures
from bantin.plan.sitemap import plan_sitemap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.plan.jobs import Job
    from bantin.plan.sources import Sources


def make_plan(sources: Sources) -> Iterator[Job]:
    """Yield every job of the site: the front page first, then as they come, so that workers need not wait for the last.

    Raises ValueError where two jobs claim one address: a defect of ours, for the rules keep editors from it.
    """
    seen: set[str] = set()
    for job in _chain(sources):
        if job.address in seen:
            message = f"two jobs at {job.address!r}"
            raise ValueError(message)
        seen.add(job.address)
        yield job


def _chain(sources: Sources) -> Iterator[Job]:
    yield from plan_home(sources)
    yield from plan_files(sources)
    yield from plan_articles(sources)
    yield from plan_lists(sources)
    yield from plan_archive(sources)
    yield from plan_directories(sources)
    yield from plan_corrections(sources)
    yield sources.page(urls.SEARCH, PlainPage("search"))
    yield sources.page(urls.NOT_FOUND, PlainPage("not_found"))
    yield from plan_standing_pages(sources)
    yield from plan_search(sources)
    yield from plan_feeds(sources)
    yield from plan_moves(sources)
    yield from plan_share_pictures(sources)
    yield from plan_sitemap(sources)
    yield from plan_data(sources)

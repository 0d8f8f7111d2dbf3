"""From the catalogue and the host to the plan: one small planner a family of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.plan.articles import plan_articles
from bantin.plan.directories import plan_archive, plan_directories
from bantin.plan.files import plan_files, plan_standing_pages
from bantin.plan.home import plan_home
from bantin.plan.jobs import Job, PlainPage
from bantin.plan.lists import plan_lists
from bantin.plan.search import plan_search
from bantin.plan.sitemap import plan_sitemap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bantin.plan.sources import Sources

Plan = dict[str, Job]


def make_plan(sources: Sources) -> Plan:
    """Return every job of the site, by address.

    Raises ValueError where two jobs claim one address: a defect of ours, for the rules keep editors from it.
    """
    plan: Plan = {}
    _add(plan, plan_home(sources))
    _add(plan, plan_articles(sources))
    _add(plan, plan_lists(sources))
    _add(plan, plan_archive(sources))
    _add(plan, plan_directories(sources))
    _add(plan, (sources.page(urls.SEARCH, PlainPage("search")), sources.page(urls.NOT_FOUND, PlainPage("not_found"))))
    _add(plan, plan_standing_pages(sources))
    _add(plan, plan_files(sources))
    _add(plan, plan_search(sources))
    _add(plan, plan_sitemap(sources))
    return plan


def _add(plan: Plan, jobs: Iterable[Job]) -> None:
    for job in jobs:
        if job.address in plan:
            message = f"two jobs at {job.address!r}"
            raise ValueError(message)
        plan[job.address] = job

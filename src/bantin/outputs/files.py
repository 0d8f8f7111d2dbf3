"""Which writer makes the files of which inputs: of everything but pages, copies and the search index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin.outputs.data import write_data
from bantin.outputs.feeds import write_feed
from bantin.outputs.moves import write_host_rules, write_redirects, write_robots
from bantin.outputs.opml import write_opml
from bantin.outputs.sitemap import write_sitemap
from bantin.plan.dataset import MonthData, PeopleData, PersonData, Schemas, WardData
from bantin.plan.jobs import Sitemap
from bantin.plan.moves import HostRules, Redirects, Robots
from bantin.plan.syndication import Feed, FeedList, SharePicture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bantin.plan import Job
    from bantin.render.templates import Templates
    from bantin.views import Site

DATA = (WardData, PeopleData, PersonData, MonthData, Schemas)


def write_files(job: Job, site: Site, templates: Templates, bodies: Sequence[str]) -> dict[str, bytes] | None:
    """Return the files of a job by their paths, None where it makes something else; `bodies`: those that it names."""
    inputs, site_url = job.inputs, site.settings.site_url
    if isinstance(inputs, DATA):
        return write_data(inputs, job.address, site_url)
    if isinstance(inputs, Feed):
        return write_feed(inputs, site, templates.component, bodies)
    if isinstance(inputs, Redirects):
        return write_redirects(inputs, site, templates.layout)
    if isinstance(inputs, HostRules):
        return write_host_rules(inputs, site_url)
    data = None
    if isinstance(inputs, Sitemap):
        data = write_sitemap(inputs, site_url)
    elif isinstance(inputs, FeedList):
        data = write_opml(inputs, site)
    elif isinstance(inputs, Robots):
        data = write_robots(site_url)
    elif isinstance(inputs, SharePicture):
        from bantin.outputs.share import draw_share_picture  # noqa: PLC0415 - it loads Pillow, and most sites have none

        data = draw_share_picture(inputs)
    return None if data is None else {job.address: data}

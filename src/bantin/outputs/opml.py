"""The list of all feeds (OPML 2.0), which a feed reader takes in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.outputs.feeds import feed_title
from bantin.outputs.xml import attribute, escape
from bantin.views.page import sentence

if TYPE_CHECKING:
    from bantin.plan.syndication import FeedList
    from bantin.views import Site


def write_opml(inputs: FeedList, site: Site) -> bytes:
    """Return the list, its groups in their order; without a date, so that it changes with the registry only."""
    root = site.settings.site_url
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">']
    title = escape(site.texts("feeds.all", site=site.settings.site_name))
    lines += [f"<head><title>{title}</title></head>", "<body>"]
    for key, feeds in inputs.groups:
        lines += [f'<outline text="{attribute(site.texts(key))}">'] if key else []
        for name, landing in feeds:
            text = attribute(_name(name, landing, site))
            lines.append(
                f'<outline type="rss" text="{text}" title="{text}" xmlUrl="{attribute(root + urls.feed(landing))}"'
                f' htmlUrl="{attribute(root + landing)}"/>'
            )
        lines += ["</outline>"] if key else []
    lines += ["</body>", "</opml>\n"]
    return "\n".join(lines).encode()


def _name(name: str, landing: str, site: Site) -> str:
    if landing == urls.HOME:
        return feed_title("home", "", site)
    return site.texts(name) if landing == urls.CORRECTIONS else sentence(name)

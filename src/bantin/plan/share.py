"""Pictures for messengers, of articles that have none that a messenger shows. Off unless mkdocs.yml asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.plan.jobs import Job, fingerprint
from bantin.plan.syndication import SharePicture, is_shown_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.plan.sources import Sources

_EDITION = "1"
"""To be raised when the picture is drawn otherwise. It depends on nothing else, so no other change draws it anew."""


def plan_share_pictures(sources: Sources) -> Iterator[Job]:
    """Yield a picture for each published article without one."""
    settings, registry = sources.settings, sources.catalogue.registry
    if not (settings.share_pictures and settings.site_url):
        return
    for position in sources.catalogue.listed:
        entry = sources.catalogue.entries[position]
        if sources.wants_article(entry.path):
            article = sources.catalogue.article(position)
            if not is_shown_elsewhere(article):
                wards = ", ".join(registry.wards[ward].full_name for ward in article.wards)
                inputs = SharePicture(article.title, wards, settings.site_name)
                address = urls.share_picture(article.path)
                yield Job(address, inputs, fingerprint(inputs, (_EDITION,), address))

"""The values of the front page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.views.metadata import describe_site
from bantin.views.page import Page, Site, Values, card, cards, link, sentence
from bantin.views.references import fill_references

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bantin.plan.evidence import Gathering, Renamed
    from bantin.plan.jobs import CardHtml, HomePage, Link, Parts

BESIDE = 2
"""Articles that stand with their summaries under the lead."""


def view_home(inputs: HomePage, site: Site, root: str, parts: Parts) -> Page:
    """Return the front page."""
    settings = site.settings
    title = inputs.title or settings.site_name
    made = iter(parts.cards)
    newest = [next(made) for _ in inputs.newest]
    lead = card(site, inputs.lead) if inputs.lead else None
    introduction, pictures = fill_references(inputs.introduction, inputs.references, root, is_top=False)
    values: Values = {
        "title": title,
        "authority": settings.masthead.authority,
        "newest_day": lead["date"] if lead else None,
        "introduction": introduction,
        "pinned": cards(site, inputs.pinned, pinned=True),
        "lead": lead,
        "cards": [one.card for one in newest[:BESIDE]],
        "headlines": [one.headline for one in newest[BESIDE:]],
        "wards": [_group(one, made, root) for one in inputs.wards],
        "topics": [_group(one, made, root) for one in inputs.topics],
        "find": view_find(inputs.provinces, inputs.renamed, root) if inputs.provinces or inputs.renamed else None,
        "archive_href": urls.link(root, urls.ARCHIVE),
        "wards_href": urls.link(root, urls.WARDS),
        "topics_href": urls.link(root, urls.TOPICS),
    }
    description = inputs.description or settings.site_description
    return Page(
        "home",
        values,
        title,
        description,
        edit="index.md",
        pictures=pictures,
        metadata=describe_site(settings),
        feed=urls.HOME,
    )


def _group(group: Gathering, made: Iterator[CardHtml], root: str) -> Values:
    """Return a ward or a topic with its newest articles, taken from what is made for the page in its order."""
    return {
        "name": sentence(group.name),
        "href": urls.link(root, group.address),
        "note": group.note,
        "headlines": [next(made).headline for _ in group.cards],
    }


def view_find(provinces: Iterable[Link], renamed: Iterable[Renamed], root: str) -> Values:
    """Return what finds a ward: without a script the directory and the provinces, with it suggestions."""
    return {
        "action": urls.link(root, urls.WARDS),
        "index": urls.link(root, urls.INDEX),
        "root": root,
        "provinces": [link(root, one) for one in provinces],
        "renamed": [_renamed(one, root) for one in renamed],
    }


def _renamed(one: Renamed, root: str) -> Values:
    return {
        "name": sentence(one.name),
        "href": urls.link(root, one.address),
        "place": one.place,
        "heirs": [
            {"name": sentence(name), "href": urls.link(root, address), "place": province}
            for name, address, province in one.heirs
        ],
    }

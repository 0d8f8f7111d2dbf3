"""Which view makes the page of which inputs."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from bantin import urls
from bantin.plan.jobs import ArchivePage, ArticlePage, DirectoryPage, HomePage, ListPage, Parts, PlainPage
from bantin.plan.syndication import CorrectionsPage
from bantin.views.article import view_article
from bantin.views.corrections import view_corrections
from bantin.views.directory import view_archive, view_directory
from bantin.views.home import view_find, view_home
from bantin.views.listing import view_list
from bantin.views.page import Page, Site, Values

if TYPE_CHECKING:
    from bantin.plan.jobs import Inputs

SEARCH_TEXTS = (
    *("suggestions", "filters", "remove", "only", "ward", "topic", "official", "from", "to"),
    *("total", "none", "honest", "corrected", "corrected_end", "corrected_apart", "scattered"),
    *("sort", "relevance", "date", "more"),
    *("facets", "facet_ward", "facet_topic", "facet_official", "facet_year", "by_ward", "by_topic"),
    *("missing", "damaged", "offline", "format"),
)
"""What the script of the search page says."""


@singledispatch
def make_page(inputs: Inputs, site: Site, root: str, parts: Parts) -> Page:  # noqa: ARG001 - one form for all
    """Return the page of `inputs`; `root` leads to the site's root, `parts` are what its job names."""
    message = f"no view for {type(inputs).__name__}"
    raise TypeError(message)


@make_page.register
def _(inputs: ArticlePage, site: Site, root: str, parts: Parts) -> Page:
    return view_article(inputs, site, root, parts)


@make_page.register
def _(inputs: ListPage, site: Site, root: str, parts: Parts) -> Page:
    return view_list(inputs, site, root, parts)


@make_page.register
def _(inputs: HomePage, site: Site, root: str, parts: Parts) -> Page:
    return view_home(inputs, site, root, parts)


@make_page.register
def _(inputs: DirectoryPage, site: Site, root: str, _: Parts) -> Page:
    return view_directory(inputs, site, root)


@make_page.register
def _(inputs: ArchivePage, site: Site, root: str, _: Parts) -> Page:
    return view_archive(inputs, site, root)


@make_page.register
def _(inputs: CorrectionsPage, site: Site, root: str, _: Parts) -> Page:
    return view_corrections(inputs, site, root)


@make_page.register
def _(inputs: PlainPage, site: Site, root: str, _: Parts) -> Page:
    title = site.texts(f"{inputs.kind}.title")
    folders = (("wards", urls.WARDS), ("officials", urls.OFFICIALS), ("topics", urls.TOPICS), ("archive", urls.ARCHIVE))
    links = [{"name": site.texts(f"sections.{name}"), "href": urls.link(root, address)} for name, address in folders]
    home = [{"name": site.texts("not_found.newest"), "href": urls.link(root, urls.HOME)}]
    values: Values = {
        "title": title,
        "action": urls.link(root, urls.SEARCH),
        "directories": links,
        "links": home + links,
        "find": view_find((), (), root),
    }
    if inputs.kind == "search":
        values |= {
            "root": root,
            "index": urls.link(root, urls.INDEX),
            "script": urls.link(root, f"{urls.INDEX}interface.mjs"),
            "reader": urls.link(root, f"{urls.INDEX}search.mjs"),
            "texts": {name: site.texts(f"search.text.{name}") for name in SEARCH_TEXTS},
        }
    return Page(inputs.kind, values, title, site.texts(f"{inputs.kind}.description"), is_indexed=False)

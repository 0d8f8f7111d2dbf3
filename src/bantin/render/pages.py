"""A page of views becomes the bytes of a file: layout, then frame."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bantin import urls
from bantin.plan.jobs import CardHtml
from bantin.render.head import describe, render_head
from bantin.text.slots import Slotted
from bantin.views.page import Page, Site, Values, card
from bantin.views.references import fill_references, place_pictures

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bantin.model import Card
    from bantin.plan.jobs import Target
    from bantin.render.templates import Templates


class PageRenderer:
    """Renders pages of one site."""

    def __init__(self, site: Site, frames: Mapping[str, str], templates: Templates) -> None:
        self._site = site
        self._frames = {name: Slotted(html) for name, html in frames.items()}
        self.templates = templates

    def root(self, address: str) -> str:
        """Return what leads from a page to the site's root. A 404 is served at any depth, so its way is absolute."""
        if address == urls.NOT_FOUND:
            return urlsplit(self._site.settings.site_url).path or "/"
        return urls.root(address)

    def card(self, value: Card) -> CardHtml:
        """Return an article as lists show it."""
        params = {"card": card(self._site, value)}
        return CardHtml(self.templates.component("card", params), self.templates.component("headline", params))

    def render(self, page: Page, address: str) -> bytes:
        """Return the file of `page`."""
        root = self.root(address)
        main = self.templates.layout(page.layout, page.values).replace(urls.ROOT, root)
        main = place_pictures(main, self._pictures(page.pictures))
        values = self._slots(page, address, root) | {"main": main + self._feeds(page, root)}
        return self._frames[urls.frame(address)].fill(values).encode()

    def standing(self, html: str, targets: tuple[Target, ...], address: str) -> bytes:
        """Return the file of a page that MkDocs rendered."""
        filled, pictures = fill_references(html, targets, self.root(address))
        return place_pictures(filled, self._pictures(pictures)).encode()

    def _pictures(self, values: tuple[Values, ...]) -> list[str]:
        return [self.templates.component("picture", one).strip() for one in values]

    def _slots(self, page: Page, address: str, root: str) -> dict[str, str]:
        settings = self._site.settings
        title = page.title if page.title == settings.site_name else f"{page.title} - {settings.site_name}"
        return {
            "lang": settings.language,
            "title": escape(title),
            "topic": escape(page.title),
            "description": describe(page, settings),
            "canonical": self._canonical(page, address),
            "head": render_head(page, address, root, settings, self._trail(page, address)),
            "breadcrumb": self._breadcrumb(page, root),
            "edit": self._edit(page),
        }

    def _canonical(self, page: Page, address: str) -> str:
        if not self._site.settings.site_url or not page.is_indexed:
            return ""
        return f'<link rel="canonical" href="{escape(urls.absolute(self._site.settings.site_url, address))}">'

    def _feeds(self, page: Page, root: str) -> str:
        """Return the visible way to the feeds of a page."""
        if page.feed is None or not self._site.settings.site_url:
            return ""
        params = {"atom": root + urls.feed(page.feed), "json": root + urls.json_feed(page.feed)}
        return self.templates.component("feed-links", params)

    def _breadcrumb(self, page: Page, root: str) -> str:
        if not page.breadcrumb:
            return ""
        items = [{"name": name, "href": urls.link(root, address)} for name, address in self._trail(page, "")[:-1]]
        return self.templates.component("breadcrumb", {"items": items})

    def _trail(self, page: Page, address: str) -> list[tuple[str, str]]:
        """Return (name, address) of the pages above, and of the page itself."""
        return [(self._site.texts("sections.home"), urls.HOME), *page.breadcrumb, (page.title, address)]

    def _edit(self, page: Page) -> str:
        if not page.edit or not self._site.settings.edit_base:
            return ""
        return self.templates.component("edit-link", {"href": self._site.settings.edit_base + page.edit})

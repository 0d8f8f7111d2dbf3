"""Sitemaps after sitemaps.org's protocol 0.9."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.outputs.xml import escape

if TYPE_CHECKING:
    from bantin.plan.jobs import Sitemap

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write_sitemap(inputs: Sitemap, site_url: str) -> bytes:
    """Return a sitemap, or an index of sitemaps, with absolute addresses."""
    outer, inner = ("sitemapindex", "sitemap") if inputs.is_index else ("urlset", "url")
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<{outer} xmlns="{_NAMESPACE}">']
    for address, changed in inputs.entries:
        date = f"<lastmod>{changed}</lastmod>" if changed else ""
        lines.append(f"<{inner}><loc>{escape(urls.absolute(site_url, address))}</loc>{date}</{inner}>")
    lines.append(f"</{outer}>\n")
    return "\n".join(lines).encode()

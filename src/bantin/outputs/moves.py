"""Redirects: a page for any host, and rules for Netlify, Cloudflare Pages (`_redirects`) and nginx (maps)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlsplit

from bantin import urls

if TYPE_CHECKING:
    from collections.abc import Callable

    from bantin.plan.moves import HostRules, Move, Redirects
    from bantin.views import Site

NGINX, NGINX_QUERIES = "_redirects.map", "_redirects-query.map"
"""To be included in a map of $uri, and in one of $request_uri."""


def write_redirects(inputs: Redirects, site: Site, layout: Callable[..., str]) -> dict[str, bytes]:
    """Return a page at each old address; it says itself where to go, for the host knows nothing of it."""
    canonical = urljoin(site.settings.site_url, inputs.target) if site.settings.site_url else ""
    files = {}
    for file in inputs.files:
        page = {
            "title": inputs.title,
            "lang": site.settings.language,
            "href": urls.root(file) + inputs.target,
            "canonical": canonical,
        }
        files[file] = layout("redirect", page).encode()
    return files


def write_host_rules(inputs: HostRules, site_url: str) -> dict[str, bytes]:
    """Return the files of rules. Queries are told to nginx only: the others do not look at them."""
    base = urlsplit(site_url).path or "/"
    plain = [move for move in inputs.moves if not move.query]
    asked = [move for move in inputs.moves if move.query]
    files = {
        urls.HOST_RULES: [f"{base}{quote(_path(move))} {base}{move.target} 301" for move in plain],
        NGINX: [_pair(base + key, base + move.target) for move in plain for key in _spellings(move)],
        NGINX_QUERIES: [_pair(f"{base}{quote(move.path)}?{move.query}", base + move.target) for move in asked],
    }
    return {path: "".join(f"{line}\n" for line in lines).encode() for path, lines in files.items() if lines}


def _path(move: Move) -> str:
    return move.path if move.is_file else f"{move.path}/"


def _spellings(move: Move) -> tuple[str, ...]:
    return (move.path,) if move.is_file else (f"{move.path}/", move.path)


def _pair(key: str, value: str) -> str:
    return f'"{key}" "{value}";'


def write_robots(site_url: str) -> bytes:
    """Return robots.txt: everything may be read, and this is where to begin."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}{urls.SITEMAP}\n".encode()

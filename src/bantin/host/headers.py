"""What a host tells browsers beside each page: `_headers` for Netlify and Cloudflare Pages, a site of nginx.

The policy is that of the meta elements of all pages together, and what only a header can say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bantin.host.policy import content_security_policy
from bantin.publish.plan import is_immutable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bantin.model import Host

HEADERS = "_headers"
"""Address of the file that Netlify and Cloudflare Pages read."""
_ALWAYS = {
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_FOR_EVER = "public, max-age=31536000, immutable"
_INDEX = ("search/archive/*", "search/middle/*", "search/open/*")
"""Parts of the search index: every file in them is named by its content."""

# Pictures, PDF and the like run nothing under nosniff, and browsers' own viewers must not be kept from showing them.
_NGINX = """\
map_hash_bucket_size 256;
map $uri $bantin_cache {{
    default "no-cache";
    "~^{base}(?:assets|search)/.*[.-][0-9a-f]{{6,}}\\.(?:min\\.)?[a-z0-9]+$" "{for_ever}";
}}
map $uri $bantin_policy {{
    default "{policy}";
    "~*\\.svg$" "default-src 'none'; style-src 'unsafe-inline'; sandbox";
    "~^{base}media/" "";
}}
map $uri $bantin_moved {{ default ""; include {root}/_redirects.map*; }}
map $request_uri $bantin_asked {{ default ""; include {root}/_redirects-query.map*; }}
server {{
    listen 80;
    listen [::]:80;
    server_name {name};
    root {root};
    charset utf-8;
    server_tokens off;
    absolute_redirect off;
    error_page 404 /404.html;
    types {{
        text/html html;
        text/css css;
        text/javascript js mjs;
        application/json json;
        application/xml xml;
        text/csv csv;
        text/x-opml opml;
        text/plain txt;
        image/svg+xml svg;
        image/png png;
        image/jpeg jpg jpeg;
        image/webp webp;
        image/avif avif;
        image/gif gif;
        font/woff2 woff2;
        application/pdf pdf;
        video/mp4 mp4;
        audio/mpeg mp3;
    }}
    default_type application/octet-stream;
    gzip on;
    gzip_vary on;
    gzip_comp_level 6;
    gzip_min_length 512;
    gzip_types text/css text/javascript application/json application/xml text/x-opml text/csv text/plain image/svg+xml
        application/octet-stream;
    add_header Cache-Control $bantin_cache always;
    add_header Content-Security-Policy $bantin_policy always;
{headers}
    if ($bantin_asked) {{ return 301 $bantin_asked; }}
    if ($bantin_moved) {{ return 301 $bantin_moved; }}
    # Danh sách tệp đã đăng và mọi tệp ẩn là việc riêng của máy chủ.
    location ~ /\\.(?!well-known/) {{ return 404; }}
    location {base} {{
{strip}        try_files $uri $uri/index.html =404;
    }}
}}
"""


def site_policy(pages: Iterable[str]) -> str:
    """Return the policy for all `pages` (HTML) together."""
    return f"{content_security_policy(chr(10).join(pages))}; frame-ancestors 'self'"


def _pages(host: Host) -> list[str]:
    return [*host.frames.values(), *(page.html for page in host.pages)]


def write_headers(pages: Iterable[str], addresses: Iterable[str]) -> bytes:
    """Return the file `_headers` of a site with these pages; `addresses`: of the theme's files."""
    always = {**_ALWAYS, "Content-Security-Policy": site_policy(pages)}
    lines = ["/*", *(f"  {name}: {value}" for name, value in always.items())]
    for address in (*_INDEX, *filter(is_immutable, sorted(addresses))):
        lines += [f"/{address}", f"  Cache-Control: {_FOR_EVER}"]
    return "".join(f"{line}\n" for line in lines).encode()


def write_nginx(host: Host, root: str) -> str:
    """Return a site of nginx that serves the folder `root`, to be included in its http block."""
    address = urlsplit(host.settings.site_url)
    base = address.path or "/"
    headers = "\n".join(f'    add_header {name} "{value}" always;' for name, value in _ALWAYS.items())
    return _NGINX.format(
        base=base,
        for_ever=_FOR_EVER,
        policy=site_policy(_pages(host)),
        root=root.rstrip("/"),
        name=address.hostname or "_",
        headers=headers,
        # nginx's own alias and its try_files do not agree, so the site's folder is taken off the address.
        strip="" if base == "/" else f"        rewrite ^{base}(.*)$ /$1 break;\n",
    )

"""The kinds of page that a site has, known by their addresses alone, as readers know them."""

import re
from pathlib import Path

from browser.stage import LIST_YEAR, TRIAL_SLUG

_PATTERNS = {
    "home": r"index\.html",
    "article": r"tin/\d{4}/\d{2}/[^/]+/index\.html",
    "trial-article": rf"tin/{LIST_YEAR}/\d\d/{TRIAL_SLUG}/index\.html",
    "ward": r"dia-phuong/[^/]+/index\.html",
    "official": r"can-bo/[^/]+/index\.html",
    "topic": r"chu-de/[^/]+/index\.html",
    "ward-list": r"dia-phuong/[^/]+/\d{4}/\d+/index\.html",
    "official-list": r"can-bo/[^/]+/\d{4}/\d+/index\.html",
    "topic-list": r"chu-de/[^/]+/\d{4}/\d+/index\.html",
    "wards": r"dia-phuong/index\.html",
    "officials": r"can-bo/index\.html",
    "topics": r"chu-de/index\.html",
    "province": r"tinh/[^/]+/index\.html",
    "archive": r"luu-tru/index\.html",
    "archive-year": r"luu-tru/\d{4}/index\.html",
    "archive-month": r"luu-tru/\d{4}/\d\d/index\.html",
    "archive-list": r"luu-tru/\d{4}/\d\d/\d+/index\.html",
    "search": r"tim-kiem/index\.html",
    "corrections": r"dinh-chinh/index\.html",
    "standing": r"trang/[^/]+/index\.html",
    "guide": r"trang/huong-dan/[^/]+/index\.html",
    "missing": r"404\.html",
}
KINDS = tuple(_PATTERNS)

_NOWHERE = "khong/co/trang-nay/"
"""Readers meet the 404 page at addresses like this one, where a relative link would lead astray."""


def find_file(site: Path, kind: str) -> str:
    """Give the page of a kind that holds the most: rich pages break first. In doubt, the first by address."""
    pattern = re.compile(_PATTERNS[kind])
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    found = sorted(path for path in paths if pattern.fullmatch(path))
    if not found:
        raise LookupError(f"the site has no page of kind {kind} ({pattern.pattern})")
    return max(found, key=lambda path: (site / path).stat().st_size)


def find_address(site: Path, kind: str) -> str:
    """Give the address, below the site's folder, at which a reader meets a page of this kind."""
    if kind == "missing":
        return _NOWHERE
    return find_file(site, kind).removesuffix("index.html")

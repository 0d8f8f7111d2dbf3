"""Rules between files: addresses that two of them claim, standing pages at addresses of ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bantin.check.claims import Claims
from bantin.check.references import locate
from bantin.read.decode import find_conflict
from bantin.read.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bantin.check.references import Content
    from bantin.model import Problem, Reference

OWN_FOLDERS = frozenset(
    (
        "tin",
        "dia-phuong",
        "can-bo",
        "chu-de",
        "luu-tru",
        "tinh",
        "tim-kiem",
        "dinh-chinh",
        "search",
        "media",
        "api",
        "sitemap",
        "khung",
    )
)
"""First parts of the addresses that the engine writes (contract of addresses), and of the frames' sources."""
OWN_FILES = frozenset(
    (
        "index.html",
        "404.html",
        "sitemap.xml",
        "feed.xml",
        "feed.json",
        "feeds.opml",
        "_redirects",
        "_redirects.map",
        "_redirects-query.map",
    )
)

_HEAD = re.compile(r"\A\ufeff?---[ \t]*\n.*?^---[ \t]*$", re.DOTALL | re.MULTILINE)
_OWN_KEY = re.compile(r"^(status|ward|officials)[ \t]*:", re.MULTILINE)
"""What only the head of an article has."""


def check_site(pages: Iterable[str], files: Iterable[str]) -> tuple[Problem, ...]:
    """Return the conflicts among standing `pages` and other `files` (paths below content/).

    What an error is about is left out of the site.
    """
    problems: list[Problem] = []
    claims = Claims()
    # MkDocs leaves README.md out where index.md is beside it.
    for path in (*sorted(pages, key=lambda path: (path.endswith("README.md"), path)), *sorted(files)):
        findings = Findings(path)
        first, name = path.partition("/")[0].removesuffix(".md"), path.rpartition("/")[2]
        address = page_address(path) if path.endswith(".md") else path
        if first.casefold() in OWN_FOLDERS:
            folder = "trang" if path.endswith(".md") else "media"
            findings.error("standing-page-address", address=f"/{first}/", proposed=f"{folder}/{name}")
        elif first.casefold() in OWN_FILES:
            findings.error("standing-page-address", variant="file", address=f"/{path.removesuffix('.md')}")
        elif (other := claims.claim(f"{address}index.html" if path.endswith(".md") else path, path)) is not None:
            findings.error("address-conflict", variant="page", address=f"/{address}", other=other)
        problems += findings.problems
    return tuple(problems)


def check_page(path: str, text: str) -> tuple[Problem, ...]:
    """Return an error where a standing page is an article, or holds two versions that nobody has joined yet.

    An article would be shown as a page even as a draft.

    Its head need not be sound YAML: a draft must not be told for a missing quotation mark. What an error is about is
    left out of the site.
    """
    findings = Findings(path)
    find_conflict(text, findings)
    head = _HEAD.match(text)
    if head and (own := _OWN_KEY.search(head[0])):
        findings.error("article-misplaced", head[0].count("\n", 0, own.start()) + 1, key=own[1])
    return tuple(findings.problems)


def page_address(path: str) -> str:
    """Return the address of a standing page, as MkDocs gives it: index.md and README.md stand for their folder."""
    folder, _, name = path.removesuffix(".md").rpartition("/")
    stem = "" if name in {"index", "README"} else f"{name}/"
    return f"{folder}/{stem}" if folder else stem


def check_hidden_links(path: str, references: Iterable[Reference], content: Content) -> tuple[Problem, ...]:
    """Return a warning for each link of a file to an article that exists but is not shown: draft, embargoed, faulty."""
    findings = Findings(path)
    for reference in references:
        if locate(reference.target, path, content).fault == "hidden":
            findings.warning("link-hidden", reference.line, reference.column, target=reference.target)
    return tuple(findings.problems)

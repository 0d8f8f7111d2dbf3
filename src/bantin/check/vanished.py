"""Addresses that readers know and that the site would lose.

An article that moved says so by an alias, one that was taken back by its notice. What was taken down for good stands in
registry/removed.yml by a digest: the address itself, which may hold a name, is written nowhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bantin.model import digest
from bantin.read.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from bantin.model import Problem

_ARTICLE = re.compile(r"tin/([0-9]{4}/[0-9]{2}/[^/]+)/")
_GENERATED = re.compile(
    r"$|(?:luu-tru|tinh|dinh-chinh|search|tim-kiem|khung)/|(?:dia-phuong|can-bo|chu-de)/(?:$|[^/]+/[0-9]{4}/[0-9]+/)"
)
"""Pages that come and go with what they list."""
_REGISTRIES = {"dia-phuong": "wards", "can-bo": "officials", "chu-de": "topics"}
_LENGTH = 16


class Site(NamedTuple):
    """What there is now. Paths are below content/."""

    addresses: Container[str]
    """Of all pages, old addresses among them."""
    articles: Mapping[str, str]
    """Every article file that can be read, with its status."""
    removed: Container[str]
    """Digests of the addresses that were given up (`name_removed`)."""


def name_removed(address: str) -> str:
    """Return what stands in registry/removed.yml for an address below the site."""
    return digest(address)[:_LENGTH]


def find_vanished(published: Iterable[tuple[str, str]], site: Site) -> tuple[Problem, ...]:
    """Return a problem for each published page that the site has no more.

    `published`: (address, path of the article of which it was an old address, or '') of each page.
    """
    by_name: dict[str, list[str]] = {}
    for path in site.articles:
        by_name.setdefault(path.rpartition("/")[2], []).append(path)
    return tuple(
        problem
        for address, owner in sorted(published)
        if address not in site.addresses and not _GENERATED.match(address)
        if name_removed(address) not in site.removed
        for problem in _judge(address, owner, site, by_name)
    )


def _judge(address: str, owner: str, site: Site, by_name: Mapping[str, list[str]]) -> Iterable[Problem]:
    match = _ARTICLE.fullmatch(address)
    path = f"news/{match[1]}.md" if match else ""
    if owner in site.articles:
        # An article that is not shown itself is told once.
        return _tell(owner, "alias", address) if f"tin/{owner[5:-3]}/" in site.addresses else ()
    if path in site.articles:
        # What is wrong with a faulty file is told already.
        return () if site.articles[path] == "faulty" else _tell(path, "hidden", address)
    if path:
        (moved, *_) = sorted(by_name.get(path.rpartition("/")[2], ())) or [""]
        return _tell(moved or path, "moved" if moved else "", address)
    registry = _REGISTRIES.get(address.partition("/")[0])
    return _tell(f"registry/{registry}.yml" if registry else f"{address.rstrip('/')}.md", "page", address)


def _tell(path: str, variant: str, address: str) -> tuple[Problem, ...]:
    findings = Findings(path)
    findings.error("address-gone", variant=variant, address=f"/{address}", mark=name_removed(address))
    return tuple(findings.problems)

"""From what changed since the last build to the part of the plan that it can touch.

Right only while the ground is the same: program, settings, registry, media and standing pages. Then the page of an
article depends on the article, on the twelve before it in each of its lists, and on what it links to; a list depends
on its members. Whatever is not certain ends in None: plan everything.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING
from urllib.parse import unquote

from bantin.build.records import decode_record
from bantin.catalogue.catalogue import identify_officials, list_keys
from bantin.catalogue.related import NEAREST
from bantin.plan.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from bantin.build.cache import Cache
    from bantin.build.content import Loaded
    from bantin.build.state import State
    from bantin.catalogue import Catalogue
    from bantin.catalogue.catalogue import ListKind
    from bantin.model import Article, Reference

MOST = 200
"""Changed articles beyond which planning everything is no slower."""


def find_scope(before: State | None, loaded: Loaded, catalogue: Catalogue, cache: Cache) -> Scope | None:
    """Return what to plan again, or None for everything."""
    if before is None or before.ground != loaded.ground:
        return None
    changed = find_changed(before, loaded)
    if len(changed) > MOST:
        return None
    versions = _old_versions(before, changed, cache)
    if versions is None:
        return None
    versions += [article for article in catalogue.articles if article.path in changed]
    order = [(article.date, article.path) for article in catalogue.articles]
    paths = set(changed) | find_mentioning(changed, loaded.references)
    lists: set[tuple[ListKind, str]] = set()
    for article in versions:
        keys = list_keys(article, identify_officials(article, catalogue.registry))
        lists.update(keys)
        place = bisect_left(order, (article.date, article.path))
        for key in keys:
            members = catalogue.lists.get(key, ())
            start = bisect_left(members, place)
            paths.update(catalogue.articles[one].path for one in members[start : start + NEAREST + 2])
    # A withdrawn article stands in no list, so the lists do not tell what stands after it.
    paths.update(article.path for article in catalogue.articles if article.status == "withdrawn")
    months = frozenset((article.date.year, article.date.month) for article in versions)
    return Scope(frozenset(paths), frozenset(lists), months)


def find_changed(before: State, loaded: Loaded) -> frozenset[str]:
    """Return the paths of articles that were added, taken away, edited, or became visible or expired."""
    now, then = loaded.known, before.articles
    return frozenset(path for path in now.keys() | then.keys() if _facts(now, path) != _facts(then, path))


def _facts(known: Mapping[str, tuple[object, ...]], path: str) -> tuple[object, ...]:
    return known[path][:3] if path in known else ()


def _old_versions(before: State, changed: Collection[str], cache: Cache) -> list[Article] | None:
    """Return the articles among `changed` that were shown, as they were; None where the cache forgot one."""
    keys = {
        path: before.articles[path].key
        for path in changed
        if path in before.articles and before.articles[path].is_shown
    }
    rows = cache.get("article", keys.values())
    if any(key not in rows for key in keys.values()):
        return None
    records = (decode_record(rows[key], path) for path, key in keys.items())
    return [record.article for record in records if record.article]


def find_mentioning(paths: Collection[str], references: Mapping[str, Iterable[Reference]]) -> frozenset[str]:
    """Return the articles with a link that may lead to any of `paths`: names decide, folders do not count."""
    slugs = {path.rpartition("/")[2].removesuffix(".md") for path in paths}
    return frozenset(
        base
        for base, found in references.items()
        if any(_name(reference.target) in slugs for reference in found if not reference.is_picture)
    )


def _name(target: str) -> str:
    path = unquote(target).partition("#")[0].partition("?")[0]
    return path.rstrip("/").rpartition("/")[2].removesuffix(".md")

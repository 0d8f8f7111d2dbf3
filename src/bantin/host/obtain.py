"""The host from the cache where nothing that it depends on changed, else from MkDocs."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING

from bantin.host.recipe import decode_recipe, digest_recipe
from bantin.host.records import decode_host, encode_host

if TYPE_CHECKING:
    from bantin.build import Project
    from bantin.build.cache import Cache
    from bantin.model import Host

_RECIPE, _MARKS = "recipe", "marks"
_KEPT = 4


def obtain_host(project: Project, cache: Cache) -> Host:
    """Return the host of a project. Raises ConfigError where mkdocs.yml is wrong."""
    with suppress(ValueError, KeyError, TypeError):
        row = cache.get("host", (_RECIPE,)).get(_RECIPE)
        if row:
            recipe = decode_recipe(json.loads(row))
            mark = digest_recipe(recipe, project)
            if data := cache.get("host", (mark,)).get(mark):
                return decode_host(data)
    from bantin.host.start import run_mkdocs  # noqa: PLC0415 - MkDocs takes half a second to import

    host, recipe = run_mkdocs(project)
    mark = digest_recipe(recipe, project)
    cache.put("host", {_RECIPE: json.dumps(asdict(recipe)).encode(), mark: encode_host(host)})
    _forget_old(cache, mark)
    cache.commit()
    return host


def _forget_old(cache: Cache, mark: str) -> None:
    """Keep the hosts of the last few configurations, `mark` the newest: each weighs a megabyte."""
    before: list[str] = []
    with suppress(ValueError):
        before = json.loads(cache.get("host", (_MARKS,)).get(_MARKS, b"[]"))
    marks = [mark, *(one for one in before if one != mark)]
    cache.drop("host", marks[_KEPT:])
    cache.put("host", {_MARKS: json.dumps(marks[:_KEPT]).encode()})

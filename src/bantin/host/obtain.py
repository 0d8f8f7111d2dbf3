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

_RECIPE = "recipe"


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
    cache.prune("host", 0, ())
    cache.put("host", {_RECIPE: json.dumps(asdict(recipe)).encode(), mark: encode_host(host)})
    cache.commit()
    return host

"""A value for each article file, kept folder by folder: only those in which something changed are written again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from bantin.model import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from bantin.build.cache import Cache

V = TypeVar("V")
_PREFIX = "shard "


@dataclass(frozen=True, slots=True)
class Shard(Generic[V]):
    """The values of one folder."""

    key: str
    """Of its row in the cache, by its content."""
    values: dict[str, V]
    """By path."""


Shards = dict[str, Shard[V]]
"""By folder."""


def load_shards(cache: Cache, keys: list[str], decode: Callable[[Any], dict[str, V]]) -> Shards[V]:
    """Return what `save_shards` kept. Raises KeyError or ValueError."""
    rows = cache.get("state", keys)
    shards = {}
    for key in keys:
        folder, plain = json.loads(rows[key])
        shards[folder] = Shard(key, decode(plain))
    return shards


def save_shards(
    cache: Cache, values: Mapping[str, V], encode: Callable[[dict[str, V]], Any], known: Shards[V]
) -> Shards[V]:
    """Keep `values`, by path; those of a folder that are as they are `known` to be lie in the cache already."""
    folders: dict[str, dict[str, V]] = {}
    for path, value in values.items():
        folders.setdefault(path.rpartition("/")[0], {})[path] = value
    shards = {}
    for folder, part in folders.items():
        shard = known.get(folder)
        if shard is None or shard.values != part:
            data = json.dumps([folder, encode(part)], ensure_ascii=False, separators=(",", ":")).encode()
            shard = Shard(f"{_PREFIX}{digest(data)}", part)
            cache.put("state", {shard.key: data})
        shards[folder] = shard
    return shards


def merge(shards: Shards[V]) -> dict[str, V]:
    """Return all values, by path."""
    return {path: value for shard in shards.values() for path, value in shard.values.items()}


def drop_shards(cache: Cache, live: Iterable[str]) -> None:
    """Forget the shards that nothing of what is kept is made of."""
    cache.drop("state", {key for key in cache.keys("state") if key.startswith(_PREFIX)}.difference(live))

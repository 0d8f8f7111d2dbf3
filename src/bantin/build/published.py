"""What is published by the manifest of it, and what of that the content would lose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.build.manifest import load_manifest
from bantin.check.vanished import Site, find_vanished
from bantin.model import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bantin.build.content import Loaded
    from bantin.catalogue import Catalogue
    from bantin.model import Host, Problem


def find_lost(manifest: Path, host: Host, loaded: Loaded, catalogue: Catalogue) -> tuple[Problem, ...]:
    """Return a problem for each published address that would vanish; paths are below content/.

    Where there is no manifest yet, as before the first difference, nothing is published. Raises ConfigError for a
    damaged one.
    """
    lines, seal = load_manifest(manifest)
    if manifest.exists() and not seal:
        raise ConfigError("config.manifest_damaged", path=manifest)
    articles = {path: entry.status for path, entry in loaded.entries.items()}
    known = Site(frozenset(_addresses(host, catalogue)), articles, loaded.content.registry.removed)
    return find_vanished(set(_pages(lines)), known)


def _pages(lines: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield (address, article whose old address it is) of each page in a manifest."""
    for job, line in lines.items():
        owner = f"news/{job.removeprefix('tin/').removesuffix(urls.OLD)[:-1]}.md" if job.endswith(urls.OLD) else ""
        for file in line.split("\t")[1::4]:
            if file.endswith((".html", ".htm")) and file != urls.NOT_FOUND:
                yield file.removesuffix("index.html"), owner


def _addresses(host: Host, catalogue: Catalogue) -> Iterator[str]:
    """Yield the address of every page but those that list others."""
    registry = catalogue.registry
    for entry in catalogue.entries:
        yield urls.article(entry.path)
        for alias in entry.aliases.split("\n") if entry.aliases else ():
            if (old := urls.old_address(alias)) is not None:
                yield old
    for kind, known in (("ward", registry.wards), ("official", registry.officials), ("topic", registry.topics)):
        yield from (urls.entity(kind, one) for one in known)
    yield from (page.address for page in host.pages)

"""What is beside the articles: the registry and the media, and what in them forbids making a site."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bantin.build.identity import describe_unreadable
from bantin.build.media import measure_media
from bantin.check import check_page
from bantin.check.media import check_media
from bantin.model import Problem, Registry, digest
from bantin.read import read_registry
from bantin.read.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from bantin.build.articles import Workplace
    from bantin.build.medium import Medium
    from bantin.build.scan import Scan
    from bantin.check import MediaFile

WARDS = "registry/wards.yml"
_NAMING = frozenset((WARDS, "registry/officials.yml", "registry/topics.yml"))
"""What articles name entries of: without one of these files hardly any could be shown."""
_BROKEN = frozenset("encoding yaml-syntax yaml-too-deep registry-empty".split())
"""Rules whose findings leave nothing of a registry file."""
_UNREADABLE = "file-unreadable"
"""Of what cannot be read, a whole folder perhaps, nobody knows how much a site would lose."""


@dataclass(frozen=True, slots=True)
class SharedContent:
    """What is beside the articles."""

    registry: Registry
    media: dict[str, MediaFile]
    problems: tuple[Problem, ...]
    base: str
    """Digest of what cards depend on besides their article."""
    digest: str

    @property
    def ruins(self) -> tuple[Problem, ...]:
        """What keeps a file of the registry that articles name or a whole folder out: better no site is made."""
        return tuple(
            one for one in self.problems if one.rule == _UNREADABLE or (one.path in _NAMING and _is_broken(one))
        )


def _is_broken(problem: Problem) -> bool:
    return problem.rule in _BROKEN or (problem.rule, problem.variant) == ("wrong-type", "registry")


def load_shared_content(scan: Scan, media: Mapping[str, Medium], place: Workplace, base: str) -> SharedContent:
    """Return registry and media; `base` is the digest of the program, the settings and the host."""
    problems = [*scan.problems, *_check_pages(scan.pages, place.folder)]
    registry, found = read_registry(_read_registry_files(scan.registry, place.folder, problems))
    if scan.articles and not registry.wards and not any(one.path == WARDS for one in (*problems, *found)):
        findings = Findings(WARDS)
        findings.error("registry-empty")
        problems += findings.problems
    measured = measure_media(media, place)
    known = (registry.wards, registry.officials, registry.topics)
    entries = [[(one.id, one.digest) for one in entries.values()] for entries in known]
    mark = digest(base, entries, registry.persons, registry.namesakes, sorted(measured.items()), scan.pages, scan.files)
    return SharedContent(registry, measured, (*problems, *found, *check_media(measured)), base, mark)


def _check_pages(paths: Iterable[str], folder: Path) -> Iterator[Problem]:
    for path in paths:
        with suppress(OSError):  # MkDocs tells of what it cannot read
            yield from check_page(path, (folder / path).read_text(encoding="utf-8", errors="replace"))


def _read_registry_files(paths: Iterable[str], folder: Path, problems: list[Problem]) -> dict[str, bytes]:
    files = {}
    for path in paths:
        try:
            files[path] = (folder / path).read_bytes()
        except OSError as error:
            problems.append(describe_unreadable(path, error))
    return files

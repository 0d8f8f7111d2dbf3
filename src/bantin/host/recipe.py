"""What a run of MkDocs depends on, and whether any of it changed: so that a publish need not start MkDocs."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bantin.build.code import digest_code
from bantin.build.disk import reading_faults
from bantin.build.scan import scan_standing
from bantin.model import digest
from bantin.render.folders import digest_folders, theme_dir

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bantin.build import Project

_INHERIT = re.compile(r"^INHERIT:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE)
_ENVIRONMENT = re.compile(r"!ENV\s+(.+)")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Recipe:
    """Where the things lie that a `Host` was made of; paths relative to the project, as far as they are in it."""

    content_dir: str
    theme_dirs: tuple[str, ...]
    hooks: tuple[str, ...]
    packages: tuple[str, ...]
    """Distributions: mkdocs, its theme, its plugins."""


def decode_recipe(values: dict[str, Any]) -> Recipe:
    """Return a recipe from its plain form. Raises KeyError for what is none."""
    lists = (tuple(values[name]) for name in ("theme_dirs", "hooks", "packages"))
    return Recipe(values["content_dir"], *lists)


def digest_recipe(recipe: Recipe, project: Project) -> str:
    """Return the host fingerprint: the digest of everything that the recipe names, as it is now."""
    config = list(_config_files(project.config_file))
    texts = [_read(path) for path in config]
    names = sorted({name for text in texts for line in _ENVIRONMENT.findall(text) for name in _NAME.findall(line)})
    content = project.root / recipe.content_dir
    folders = [project.root / folder for folder in recipe.theme_dirs]
    return digest(
        digest_code(),
        recipe,
        texts,
        {name: os.environ.get(name) for name in names},
        [_read(project.root / hook) for hook in recipe.hooks],
        [_version(package) for package in recipe.packages],
        digest_folders((*folders, theme_dir())),
        [(path, _digest_file(content / path)) for path in scan_standing(content)],
    )


def _digest_file(path: Path) -> str:
    with reading_faults(str(path)):
        return digest(path.read_bytes())


def _config_files(path: Path) -> Iterator[Path]:
    """Yield mkdocs.yml and what it inherits from."""
    seen: set[Path] = set()
    current: Path | None = path
    while current is not None and current not in seen:
        seen.add(current)
        yield current
        match = _INHERIT.search(_read(current))
        current = (current.parent / match[1]).resolve() if match else None


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def relative_paths(paths: Iterable[str | os.PathLike[str]], root: Path) -> tuple[str, ...]:
    """Return paths relative to `root` with forward slashes, so that a moved project keeps its fingerprint."""
    return tuple(Path(os.path.relpath(path, root)).as_posix() for path in paths)

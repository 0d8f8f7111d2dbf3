"""Where a project's files lie on the disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bantin.model import ConfigError, Settings


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with mkdocs.yml."""

    root: Path
    """The folder of mkdocs.yml: the repository, as far as messages are concerned."""
    config_file: Path

    @property
    def private(self) -> Path:
        """Our own folder: cache, manifests, lock."""
        return self.root / ".bantin"

    def content(self, settings: Settings) -> Path:
        """Return the folder that editors touch."""
        return self.root / settings.content_dir

    def output(self, settings: Settings, out: str | None) -> Path:
        """Return the output folder: `out` relative to the working folder, else that of mkdocs.yml."""
        return Path(out).resolve() if out else (self.root / settings.site_dir).resolve()

    def holds_sources(self, settings: Settings, folder: Path) -> bool:
        """Tell whether a site in `folder` would be mixed into what it is made of, or into what git and we keep."""
        wanted = folder.resolve()
        sources = (self.content(settings), *(self.root / one for one in settings.theme_dirs))
        guarded = [one.resolve() for one in (*sources, self.root / ".git", self.private)]
        roots = {self.root.resolve(), *(above for one in guarded for above in (one, *one.parents))}
        return wanted in roots or any(one in wanted.parents for one in guarded)


def require_folder(path: Path) -> None:
    """Raise ConfigError where `path` cannot be a folder, because it, or what it would lie in, is a file."""
    for one in (path, *path.parents):
        if one.is_dir():
            return
        if one.exists():
            raise ConfigError("config.not_a_folder", path=one)


def find_project(config_file: str | None, start: Path) -> Project:
    """Return the project of `config_file`, or that of the nearest mkdocs.yml at or above `start`.

    Raises ConfigError where there is none.
    """
    if config_file:
        path = Path(config_file).resolve()
        if not path.is_file():
            raise ConfigError("config.missing_file", path=config_file)
        return Project(path.parent, path)
    for folder in (start, *start.parents):
        path = folder / "mkdocs.yml"
        if path.is_file():
            return Project(folder, path)
    raise ConfigError("config.missing", folder=start)

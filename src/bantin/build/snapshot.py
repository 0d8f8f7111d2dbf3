"""What lies on the disk, before anything is understood: enough to tell that nothing changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bantin.build.code import digest_code
from bantin.build.medium import Medium, identify_media
from bantin.build.pictures.develop import recipe
from bantin.build.pool import Payload
from bantin.build.scan import Scan, scan_content
from bantin.messages import load_messages
from bantin.model import Base, ConfigError, digest
from bantin.render.folders import digest_folders, theme_dir
from bantin.text.dates import VIETNAM

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from bantin.build.build_summary import BuildSummary
    from bantin.build.project import Project
    from bantin.model import Host


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The sources of a site."""

    folder: Path
    """content/."""
    scan: Scan
    media: dict[str, Medium]
    base: Base
    """What every job depends on."""
    base_digest: str
    """Of `base` and of all that the host gives."""
    sources: str
    """Digest of everything but the articles, byte for byte."""
    payload: Payload
    private: Path
    """Our own folder, for what is worth keeping."""

    def equals(self, before: BuildSummary, at: datetime) -> bool:
        """Tell whether a build as of `at` would come to what the build of `before` came to."""
        now = at.astimezone(VIETNAM).isoformat()
        if before.sources != self.sources or now < before.now or (before.due and now >= before.due):
            return False
        return all(self.scan.articles.values()) and before.signatures == self.scan.articles


def take_snapshot(project: Project, host: Host, before: BuildSummary | None, clock: int) -> Snapshot:
    """Return the sources of a project as they are at `clock` (nanoseconds since 1970). Raises ConfigError.

    `before` spares reading the media that were not touched since.
    """
    folder = project.content(host.settings)
    if not folder.is_dir():
        raise ConfigError("config.no_content", folder=host.settings.content_dir)
    base, payload = prepare(project, host)
    scan = scan_content(folder, clock)
    media = identify_media(folder, scan.media, before.media if before else {})
    mark = digest(base, payload.digest)
    kept = {path: one.key for path, one in media.items()}
    copied = [(file.address, file.digest) for file in host.files]
    sources = digest(mark, _read_all(folder, scan.registry), kept, scan.pages, scan.files, copied, scan.problems)
    return Snapshot(folder, scan, media, base, mark, sources, payload, project.private)


def prepare(project: Project, host: Host) -> tuple[Base, Payload]:
    """Return what every job depends on, and what workers need of the site."""
    folders = (*(project.root / folder for folder in host.settings.theme_dirs), theme_dir())
    base = Base(
        code=digest_code(),
        settings=digest(replace(host.settings, site_dir="")),
        texts=load_messages(host.settings.language).digest,
        templates=digest_folders(folders),
        frames={name: digest(html) for name, html in host.frames.items()},
        pictures=recipe(),
    )
    needed, names = replace(host, files=(), problems=()), tuple(map(str, folders))
    phrases = _read_phrases(project.content(host.settings))
    # A process that served another build must not go on with templates that were edited since.
    return base, Payload(digest(needed, phrases, base.templates), needed, names, phrases)


def _read_phrases(content: Path) -> tuple[tuple[str, ...], ...]:
    """Return the phrases of equal meaning before all else is read: what an article gives depends on them."""
    try:
        data = (content / "registry/search.yml").read_bytes()
    except OSError:
        return ()
    from bantin.read.phrases import read_phrases  # noqa: PLC0415 - few sites have such a file

    return read_phrases(data)[0]


def _read_all(folder: Path, paths: list[str]) -> list[bytes]:
    found = []
    for path in paths:
        try:
            found.append((folder / path).read_bytes())
        except OSError:
            found.append(b"")
    return found

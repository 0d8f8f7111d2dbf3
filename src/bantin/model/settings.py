"""What mkdocs.yml says, as plain values: the only configuration that travels inward."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

MOST_WORKERS = 61
"""Processes of a build: Windows cannot wait for more at once."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """Who answers for the site (option `masthead` of the plugin); what is empty is not shown."""

    authority: str = ""
    """Managing body (cơ quan chủ quản)."""
    responsible: str = ""
    """Person responsible for the content."""
    licence: str = ""
    address: str = ""
    hotline: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that pages depend on; paths are relative to the folder of mkdocs.yml."""

    site_name: str
    site_url: str = ""
    """Absolute, ending in a slash; empty where mkdocs.yml has none."""
    site_description: str = ""
    language: str = "vi"
    content_dir: str = "content"
    site_dir: str = "site"
    theme_dirs: tuple[str, ...] = ()
    """The ward's own templates, laid over ours."""
    markdown_extensions: tuple[str, ...] = ()
    extension_configs: dict[str, dict[str, Any]] | None = None
    """Functions stand in it as {"python": "module:name"}."""
    edit_base: str = ""
    """Address to which a file's path below content/ is appended to edit it."""
    article_limit_kb: int = 1024
    """Option of the plugin: a larger article is refused."""
    ignored_rules: tuple[str, ...] = ()
    """Option of the plugin: rules on the text of articles that this ward does not want."""
    title_limit: int = 120
    """Option of the plugin: characters from which a title counts as long."""
    masthead: Masthead = Masthead()
    qr_codes: bool = True
    """Option of the plugin: whether a printed article carries its address as a QR code; it needs `site_url`."""
    share_pictures: bool = False
    """Option of the plugin: draw a picture for messengers of each article that has none."""
    feed_authority: str = ""
    """Option of the plugin: what ids in feeds begin with, "host,year:/path" (RFC 4151); empty: from `site_url`."""


@dataclass(frozen=True, slots=True)
class Base:
    """Digests that every job of a sort depends on."""

    code: str
    """The program itself."""
    settings: str
    texts: str
    templates: str
    frames: dict[str, str]
    """Digest of each frame, by name."""
    pictures: str = ""
    """What decides, besides a picture, the bytes that become of it; nothing else depends on it."""

    def of(self, frame: str = "") -> tuple[str, ...]:
        """Return what a page in `frame` depends on, or a file without a frame."""
        return (self.code, self.settings, self.texts, self.templates, self.frames.get(frame, ""))

"""What MkDocs and Material give us, once per change of the host: frames, standing pages, files."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.model.body import Reference
from bantin.model.problem import Problem
from bantin.model.settings import Settings


@dataclass(frozen=True, slots=True)
class StandingPage:
    """A page that MkDocs renders whole; its links into news/ and media/ still wait."""

    path: str
    """Below content/: trang/gioi-thieu.md."""
    address: str
    title: str
    html: str
    """The page, with `[[bantin:ref-n]]` where reference n belongs."""
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class HostFile:
    """A file of the theme or of content/ that is published as it is."""

    address: str
    digest: str
    data: bytes = b""
    """The bytes of a theme's file."""
    source: str = ""
    """Instead of `data`: the path below content/."""


@dataclass(frozen=True, slots=True)
class Host:
    """All that the host gives; `digest` changes when any of it does."""

    settings: Settings
    frames: dict[str, str]
    """Material's page with slots `[[bantin:…]]`, by name (`render.frame`)."""
    introduction: StandingPage = StandingPage("index.md", "", "", "")
    """The text of content/index.md, without a frame."""
    home_title: str = ""
    home_description: str = ""
    pages: tuple[StandingPage, ...] = ()
    files: tuple[HostFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What is wrong in mkdocs.yml, with paths relative to the project."""

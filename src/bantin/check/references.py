"""What a link or picture in content points at, by paths of files; addresses come later."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote, urlsplit

from bantin.model.picture import Picture, fit

if TYPE_CHECKING:
    from collections.abc import Container

    from bantin.model import Registry

Kind = Literal["article", "media", "page", "file", "address"]
Fault = Literal["", "missing", "backslash", "outside", "hidden", "external", "local"]
"""`external`: at another host; `local`: on the editor's own disk."""

PIXELS = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
"""Endings of pictures that consist of pixels, as far as browsers show them."""
_MARK = 8
"""Characters of a digest in the names of a picture's smaller forms: they need not differ but from its older ones."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_LOCAL = re.compile(r"file:|[a-z]:[\\/]|\\\\", re.IGNORECASE)

_ENTITY_FOLDERS = ("dia-phuong", "can-bo", "chu-de")
_FEEDS, _WITH_FEEDS = ("feed.xml", "feed.json"), ("", "dinh-chinh")
"""What stands beside these landing pages, and beside each ward, official and topic."""
_SECTIONS = frozenset(("", *_ENTITY_FOLDERS, "luu-tru", "tim-kiem", "dinh-chinh"))
"""Landing pages; content may link to them as to a file, dia-phuong/index.md, as MkDocs' navigation does."""


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A picture or attachment, as far as pages show it."""

    size: int
    """Bytes."""
    digest: str
    width: int = 0
    """Pixels; 0 for what is not a picture."""
    height: int = 0
    fault: str = ""
    """Why it cannot be published: a wording of `picture-unreadable`."""
    is_located: bool = False
    """Whether it tells where it was taken (GPS in its EXIF data)."""
    is_still: bool = False
    """Whether it is a picture of pixels that does not move: only of such are smaller forms made."""

    def picture(self, path: str) -> Picture:
        """Return the picture that the site publishes of this file, which lies at `path`."""
        return Picture(path, *fit(self.width, self.height), self.digest[:_MARK] if self.is_still else "")


@dataclass(frozen=True, slots=True)
class Content:
    """What exists beside an article. Paths are below content/."""

    registry: Registry
    articles: dict[str, bool]
    """Articles by path; whether the site shows them (not: draft, under embargo, with errors)."""
    media: dict[str, MediaFile] = field(default_factory=dict)
    pages: frozenset[str] = frozenset()
    """Standing pages (.md)."""
    files: frozenset[str] = frozenset()
    """Other files that are copied as they are."""


@dataclass(frozen=True, slots=True)
class Located:
    """Where a reference leads: a path below content/ or, for `address`, below the site; or the fault in it."""

    kind: Kind
    path: str
    anchor: str = ""
    fault: Fault = ""


def locate(target: str, base: str, content: Content) -> Located:
    """Return where `target`, written in the file `base`, leads."""
    target = target.strip()
    if fault := _judge_form(target):
        return Located("file", target.replace("\\", "/"), fault=fault)
    parts = urlsplit(target)
    anchor = f"#{parts.fragment}" if parts.fragment else ""
    written = unquote(parts.path)
    if written.startswith("/"):
        return _locate_address(written, anchor, content)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(base), written)) if written else base
    if path == ".." or path.startswith("../"):
        return Located("file", path, anchor, "outside")
    return _locate_file(path, anchor, content)


def name_of(target: str) -> str:
    """Return the last part of an address in one form, however it is written: "../10/tin%20a.md#b" gives "tin a".

    Two addresses of one file have one name, though two files may share it. Pictures keep their ending.
    """
    path = unquote(target).partition("#")[0].partition("?")[0]
    return unicodedata.normalize("NFC", path.rstrip("/").rpartition("/")[2].removesuffix(".md"))


def _judge_form(target: str) -> Fault:
    if not target:
        return "missing"
    if _LOCAL.match(target):
        return "local"
    if _SCHEME.match(target):
        return "external"
    return "backslash" if "\\" in target else ""


def _locate_file(path: str, anchor: str, content: Content) -> Located:
    if path in content.articles:
        return Located("article", path, anchor, "" if content.articles[path] else "hidden")
    # macOS keeps file names decomposed; what editors type is composed by the reader of the text.
    for name in (path, unicodedata.normalize("NFD", path)):
        if name in content.media:
            return Located("media", name)
    if path in content.pages:
        return Located("page", path, anchor)
    if path in content.files:
        return Located("file", path)
    folder, _, name = path.rpartition("/")
    if name == "index.md" and folder in _SECTIONS:
        return Located("address", f"{folder}/" if folder else "", anchor)
    kind: Kind = "article" if path.startswith("news/") else "media" if path.startswith("media/") else "file"
    return Located(kind, path, anchor, "missing")


def _locate_address(written: str, anchor: str, content: Content) -> Located:
    """Judge an address of the site such as /dia-phuong/ben-cat/; only what surely exists passes."""
    path = written.strip("/")
    article = re.sub(r"^tin/", "news/", path) + ".md"
    if article in content.articles:
        return Located("article", article, anchor, "" if content.articles[article] else "hidden")
    if page := next((one for one in (f"{path}.md", f"{path}/index.md") if one in content.pages), ""):
        return Located("page", page, anchor)
    if path in content.media or path in content.files:
        return Located("media" if path in content.media else "file", path)
    beside, _, file = path.rpartition("/")
    if path == "feeds.opml" or (file in _FEEDS and (beside in _WITH_FEEDS or _is_entry(beside, content))):
        return Located("address", path)
    known = path in _SECTIONS or _is_entry(path, content)
    return Located("address", f"{path}/" if path else "", anchor, "" if known else "missing")


def _is_entry(path: str, content: Content) -> bool:
    """Tell whether a ward, an official or a topic has its page there."""
    folder, _, name = path.partition("/")
    registry = content.registry
    known: dict[str, Container[str]] = dict(
        zip(_ENTITY_FOLDERS, (registry.wards, registry.officials, registry.topics), strict=True)
    )
    return name in known.get(folder, {})

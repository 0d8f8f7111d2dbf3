"""Which files content/ has, and which of them count."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bantin.model import name_fault
from bantin.read.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

    from bantin.model import Problem

_IGNORED = frozenset(("Thumbs.db", "desktop.ini", "Icon\r"))
_REGISTRY = frozenset(f"registry/{name}.yml" for name in ("wards", "officials", "topics", "search", "removed"))
_RUNS = (".html", ".htm", ".xhtml", ".xht", ".xml", ".xsl", ".js", ".mjs", ".php")
"""Endings in media/ that a browser would run, or a host, outside the policy of our pages."""
_ARTICLES = (".md", ".markdown")
"""Endings of what is no attachment: raw, it would be nobody's page, and a draft of it would be public."""
_PAGES = (".html", ".htm", ".xhtml", ".xht", ".php")
_OFFICE = (".doc", ".docx", ".rtf", ".odt", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp")
_TEMPORARY = (".", "~$", "~")
"""First characters of hidden files and of what Word leaves beside an open file."""


_RACY = 2_000_000_000
"""Nanoseconds: a file changed so shortly before it was looked at may change again without showing it."""
_OURS = frozenset(("news", "registry", "media"))


@dataclass
class Scan:
    """Files by what they are for; paths below content/ with forward slashes, sorted.

    A signature is what git compares to see whether a file was touched: size, times, inode. It is empty where the file
    is too young to be trusted.
    """

    articles: dict[str, str] = field(default_factory=dict)
    """Signatures by path."""
    registry: list[str] = field(default_factory=list)
    media: dict[str, str] = field(default_factory=dict)
    """Signatures by path."""
    pages: list[str] = field(default_factory=list)
    """Standing pages, index.md among them: what MkDocs renders."""
    files: list[str] = field(default_factory=list)
    """What is copied as it is."""
    problems: list[Problem] = field(default_factory=list)


def scan_content(content: Path, now: int) -> Scan:
    """Return the files of the folder `content` as of `now` (nanoseconds since 1970); symbolic links are reported."""
    scan = Scan()
    for path, entry in _walk(content, "", scan.problems):
        folder = path.partition("/")[0] if "/" in path else ""
        if fault := _JUDGES.get(folder, judge_standing)(path):
            _ignore(path, fault, scan.problems)
        elif folder == "news":
            scan.articles[path] = _sign(entry, now)
        elif folder == "media":
            scan.media[path] = _sign(entry, now)
        elif folder == "registry":
            scan.registry.append(path)
        else:
            (scan.pages if path.endswith(".md") else scan.files).append(path)
    return scan


def _judge_media(path: str) -> str:
    name = path.lower()
    return "active" if name.endswith(_RUNS) else "article" if name.endswith(_ARTICLES) else ""


def judge_standing(path: str) -> str:
    """Return why a standing page, or a file beside one, does not count, as a wording of `file-ignored`; '' if it does.

    What lies there is mostly the webmaster's: icons, a page right below content/ by which a search engine knows the
    owner. A text or a sheet of an office was laid down there by mistake.
    """
    if path.endswith(".md"):
        return ""
    name = path.lower()
    if name.endswith(_ARTICLES):
        return "page"
    if name.endswith(_OFFICE):
        return "office"
    return "active" if "/" in name and name.endswith(_PAGES) else ""


_JUDGES: dict[str, Callable[[str], str]] = {
    "news": lambda path: "" if path.endswith(".md") else "news",
    "registry": lambda path: "" if path in _REGISTRY else "registry",
    "media": _judge_media,
}
"""By folder: what gives the wording of `file-ignored` for a file that does not count, '' for one that does."""


def is_overlooked(path: str) -> bool:
    """Tell whether a file below content/ is hidden, temporary, a system's own, or has a name that cannot be shown."""
    return any(_is_overlooked(name) or not name.isprintable() for name in path.split("/"))


def _is_overlooked(name: str) -> bool:
    return name.startswith(_TEMPORARY) or name in _IGNORED


def scan_standing(content: Path) -> list[str]:
    """Return what the host renders or copies: all of the folder `content` but news, registry and media."""
    return [path for path, _ in _walk(content, "", [], skipped=_OURS)]


def _sign(entry: os.DirEntry[str], now: int) -> str:
    try:
        stat = entry.stat()
    except OSError:  # gone since the folder was read
        return ""
    if max(stat.st_mtime_ns, stat.st_ctime_ns) > now - _RACY:
        return ""
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}"


def _walk(
    folder: Path, prefix: str, problems: list[Problem], skipped: Container[str] = ()
) -> Iterator[tuple[str, os.DirEntry[str]]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        findings = Findings(prefix)
        findings.error("file-unreadable", variant="folder", reason=name_fault(error))
        problems += findings.problems
        return
    for entry in entries:
        path = f"{prefix}{entry.name}"
        if _is_overlooked(entry.name):
            continue
        if entry.is_symlink():
            _ignore(path, "link", problems)
        elif not entry.name.isprintable():
            _ignore(path.encode("unicode_escape").decode(), "name", problems)
        elif entry.is_dir():
            if path not in skipped:
                yield from _walk(folder / entry.name, f"{path}/", problems)
        elif entry.is_file():
            yield path, entry


def _ignore(path: str, variant: str, problems: list[Problem]) -> None:
    findings = Findings(path)
    findings.warning("file-ignored", variant=variant)
    problems += findings.problems

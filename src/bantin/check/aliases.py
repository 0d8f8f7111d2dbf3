"""Old addresses of articles: what they may look like, and whom two of them would lead to."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from bantin.check.site import OWN_FILES, OWN_FOLDERS, page_address
from bantin.read.findings import Findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bantin.model import Place, Problem

_PATH = re.compile(r"[^\s\\:?#*|<>\"/]+(?:/[^\s\\:?#*|<>\"/]+)*")
"""What can be a folder on every system, and reaches a static host as typed."""
_QUERY = re.compile(r"[A-Za-z0-9._~%&=+,/-]+")
_PAGES = (".html", ".htm")
_TAKEN = (OWN_FOLDERS | OWN_FILES | {"assets", "robots.txt"}) - {"tin"}
"""First parts of addresses that the site has itself: a file of ours can be nobody's folder."""


class OldAddress(NamedTuple):
    """An address that an article had."""

    path: str
    """Decoded, without slashes around it."""
    query: str = ""
    """What stood behind "?": a static host does not look at it."""

    @property
    def file(self) -> str:
        """The file that a host serves there, below the site."""
        return self.path if self.path.lower().endswith(_PAGES) else f"{self.path}/index.html"


def read_alias(text: str) -> OldAddress | None:
    """Return the address that an editor wrote, None where it is none of this site."""
    written, mark, query = text.partition("?")
    path = unicodedata.normalize("NFC", unquote(written.strip("/"))).removesuffix("/index.html")
    is_sound = _PATH.fullmatch(path) and path.isprintable() and not {".", ".."} & set(path.split("/"))
    if not is_sound or (mark and not _QUERY.fullmatch(query)):
        return None
    return OldAddress(path, query)


def check_aliases(
    aliased: Mapping[str, Mapping[str, Place]], articles: Iterable[str], pages: Iterable[str], files: Iterable[str] = ()
) -> tuple[Problem, ...]:
    """Return what is wrong with old addresses: {place by alias} by article, beside all articles, `pages` and `files`.

    Paths are below content/.
    """
    if not aliased:
        return ()
    # A disk that takes A for a holds one of two such files only.
    owners = {f"{page_address(page)}index.html".casefold(): page for page in pages}
    owners |= {path.casefold(): path for path in files}
    owners |= {f"tin/{path.removeprefix('news/').removesuffix('.md')}/index.html".casefold(): path for path in articles}
    claims = _Claims(owners)
    return tuple(
        problem
        for path, places in sorted(aliased.items())
        for alias, place in places.items()
        for problem in claims.judge(path, alias, place)
    )


class _Claims:
    """Who has which file."""

    def __init__(self, owners: dict[str, str]) -> None:
        self._owners = owners
        self._folders = {folder: owner for file, owner in owners.items() for folder in _folders(file)}

    def judge(self, path: str, alias: str, place: Place) -> Iterable[Problem]:
        """Return what is wrong with an alias of the article at `path`; a sound one is its own from now on."""
        findings = Findings(path)
        old = read_alias(alias)
        first = old.path.partition("/")[0].casefold() if old else ""
        if old is None:
            findings.error("alias-invalid", *place, value=alias)
        elif old.query:
            self._judge_query(old, alias, path, place, findings)
        elif first in _TAKEN:
            findings.error("alias-invalid", *place, variant="own", value=alias, folder=f"/{first}/")
        elif old.path == f"tin/{path[5:-3]}":
            findings.warning("alias-needless", *place, value=alias)
        elif (other := self._find_other(old.file.casefold(), path)) is not None:
            findings.error("address-conflict", *place, address=f"/{old.path}/", other=f"content/{other}")
        return findings.problems

    def _judge_query(self, old: OldAddress, alias: str, path: str, place: Place, findings: Findings) -> None:
        if (other := self._owners.setdefault(f"{old.path}?{old.query}", path)) != path:
            findings.error("address-conflict", *place, address=f"/{old.path}?{old.query}", other=f"content/{other}")
        else:
            findings.warning("alias-query", *place, value=alias, path=f"/{old.path}")

    def _find_other(self, file: str, path: str) -> str | None:
        """Return who has a file already, or one that would have to be its folder, or lie in it."""
        above = next((one for one in _folders(file) if one in self._owners), None)
        if above is not None:
            return self._owners[above]
        if file in self._folders:
            return self._folders[file]
        other = self._owners.setdefault(file, path)
        if other == path:
            self._folders |= {folder: path for folder in _folders(file) if folder not in self._folders}
            return None
        return other


def _folders(file: str) -> list[str]:
    parts = file.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts))]

"""Old addresses of articles: what they may look like, and whom two of them would lead to."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from bantin.check.claims import Claims
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
    judge = _Judge()
    for page in pages:
        judge.claims.claim(f"{page_address(page)}index.html", page)
    for path in files:
        judge.claims.claim(path, path)
    for path in articles:
        judge.claims.claim(f"tin/{path.removeprefix('news/').removesuffix('.md')}/index.html", path)
    return tuple(
        problem
        for path, places in sorted(aliased.items())
        for alias, place in places.items()
        for problem in judge.judge(path, alias, place)
    )


class _Judge:
    """Looks at one alias after the other."""

    def __init__(self) -> None:
        self.claims = Claims()
        self._queries: dict[str, str] = {}

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
        elif (other := self.claims.claim(old.file, path)) is not None:
            findings.error("address-conflict", *place, address=f"/{old.path}/", other=f"content/{other}")
        return findings.problems

    def _judge_query(self, old: OldAddress, alias: str, path: str, place: Place, findings: Findings) -> None:
        if (other := self._queries.setdefault(f"{old.path}?{old.query}", path)) != path:
            findings.error("address-conflict", *place, address=f"/{old.path}?{old.query}", other=f"content/{other}")
        else:
            findings.warning("alias-query", *place, value=alias, path=f"/{old.path}")

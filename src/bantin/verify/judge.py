"""From the facts of all files to what is wrong with the site."""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bantin.verify.facts import Facts
    from bantin.verify.inventory import File

NOT_FOUND = "404.html"
_SCHEMES = ("http://", "https://", "//")
_ELSEWHERE = ("mailto:", "tel:", "data:", "sms:")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong in a file."""

    path: str
    kind: str
    """Name of a text below `verify.`."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Budget:
    """What a site may weigh, in bytes; 0 for any weight."""

    page: int = 500_000
    total: int = 0


class Judge:
    """Knows all files of one site."""

    def __init__(self, files: Mapping[str, File], facts: Mapping[str, Facts], site_url: str) -> None:
        """`facts`: by path, of the files that were looked at; `site_url`: ends in a slash, or ''."""
        self._files = files
        self._ids = {path: frozenset(one.ids) for path, one in facts.items()}
        self._facts = facts
        self._site_url = site_url
        self._base = urlsplit(site_url).path if site_url else "/"
        self._known: dict[tuple[str, str], str | None] = {}

    def find(self, budget: Budget) -> Iterator[Finding]:
        """Yield what is wrong, file by file."""
        total = sum(file.size for file in self._files.values())
        if budget.total and total > budget.total:
            yield Finding("", "total_large", str(total))
        for path, facts in self._facts.items():
            if path.endswith(".html") and budget.page and self._files[path].size > budget.page:
                yield Finding(path, "too_large", str(self._files[path].size))
            yield from (Finding(path, kind, detail) for kind, detail in facts.faults)
            yield from self._find_dead(path, facts)

    def _find_dead(self, path: str, facts: Facts) -> Iterator[Finding]:
        folders = _folders(path)
        for load in facts.loads:
            if load[:8].lower().startswith(_SCHEMES) and not self._is_own(load):
                yield Finding(path, "third_party", load)
            elif kind := self._fault(path, folders, load):
                yield Finding(path, kind, load)
        is_machine = not path.endswith(".html")
        for link in facts.links:
            if link[:8].lower().startswith(_SCHEMES) and not self._is_own(link):
                continue
            if kind := self._fault(path, folders, link):
                yield Finding(path, "dead_entry" if is_machine else kind, link)

    def _is_own(self, address: str) -> bool:
        return bool(self._site_url) and address.startswith(self._site_url)

    def _fault(self, path: str, folders: Sequence[str], address: str) -> str:
        """Return what is wrong with an address on the page at `path`; '' for nothing."""
        if address[:8].lower().startswith(_ELSEWHERE):
            return ""
        target, _, fragment = address.partition("#")
        target = target.partition("?")[0]
        if target and path == NOT_FOUND and not target.startswith(("/", *_SCHEMES)):
            return ""  # shown at any address, where a relative link is made right by its script
        file = self._locate(path, folders, target)
        if file is None:
            return "dead_link"
        if fragment and fragment != "top" and file.endswith(".html"):
            ids = self._ids.get(file)
            if ids is not None and fragment not in ids and unquote(fragment) not in ids:
                return "dead_anchor"
        return ""

    def _locate(self, path: str, folders: Sequence[str], target: str) -> str | None:
        """Return the file that an address leads to, or None. `folders`: that of the page, then those above it."""
        if not target:
            return path
        up = 0
        while target.startswith("../") and up + 1 < len(folders):
            target, up = target[3:], up + 1
        # Below its folder an address means the same on every page: nearly each is answered from memory.
        key = (folders[up], target)
        if key not in self._known:
            self._known[key] = self._look(*key)
        return self._known[key]

    def _look(self, folder: str, target: str) -> str | None:
        if self._is_own(target):
            below = target.removeprefix(self._site_url)
        elif target.startswith("/"):
            if not target.startswith(self._base):
                return None
            below = target.removeprefix(self._base)
        else:
            below = f"{folder}{target}"
        clean = normpath(unquote(below)) if below else "."
        if clean.startswith(".."):
            return None
        is_folder = not below or below.endswith(("/", "/.", "/..")) or clean == "."
        file = ("" if clean == "." else f"{clean}/") + "index.html" if is_folder else clean
        return file if file in self._files else None


def _folders(path: str) -> list[str]:
    """Return the folder of a file, and those above it; each ends in a slash but the site's own, ''."""
    parts = path.split("/")
    return ["".join(f"{part}/" for part in parts[:count]) for count in range(len(parts) - 1, -1, -1)]

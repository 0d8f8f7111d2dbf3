"""Which part of the plan a small change can touch. What lies outside is known to be as it was."""

from __future__ import annotations

from dataclasses import dataclass

from bantin import urls
from bantin.catalogue import list_key

_KINDS = {address: kind for kind, address in urls.FOLDERS.items()}


@dataclass(frozen=True, slots=True)
class Scope:
    """Articles, lists and months whose pages must be planned; everything that is not one of these always is."""

    articles: frozenset[str]
    """Paths below content/, those of articles that are gone among them."""
    lists: frozenset[str]
    """By `list_key`."""
    months: frozenset[tuple[int, int]]

    def covers(self, address: str) -> bool:
        """Tell whether a plan of this scope holds the job at `address`, if there is to be one."""
        parts = address.split("/")
        folder = f"{parts[0]}/"
        if folder == "tin/":
            return f"news/{address.removeprefix('tin/').rstrip('/')}.md" in self.articles
        if folder in _KINDS and parts[1]:
            return list_key(_KINDS[folder], parts[1]) in self.lists
        if folder == urls.ARCHIVE and len(parts) > 3:  # noqa: PLR2004 - luu-tru/yyyy/mm/
            return (int(parts[1]), int(parts[2])) in self.months
        if folder == "sitemap/" and parts[1][:4].isdecimal():
            return (int(parts[1][:4]), int(parts[1][5:7])) in self.months
        return True

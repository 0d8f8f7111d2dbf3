"""Which part of the plan a small change can touch. What lies outside is known to be as it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bantin import urls
from bantin.catalogue import ALIASES, CORRECTIONS, list_key

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
        kind, subject = _subject_of(address)
        return not kind or subject in getattr(self, kind)


def scope_of(address: str) -> Scope:
    """Return the smallest scope whose plan holds the job at `address`."""
    kind, subject = _subject_of(address)
    none: frozenset[Any] = frozenset()
    articles, lists, months = (frozenset([subject]) if kind == name else none for name in Scope.__slots__)
    return Scope(articles, lists, months)


def _subject_of(address: str) -> tuple[str, Any]:
    """Return which field of a scope decides about an address, and by what; of what is always planned, nothing."""
    parts = address.split("/")
    folder = f"{parts[0]}/"
    if folder == "tin/":
        # Below an article's address lie its old addresses and its picture for messengers.
        return "articles", f"news/{'/'.join(parts[1:4])}.md"
    if folder in _KINDS and parts[1]:
        return "lists", list_key(_KINDS[folder], parts[1])
    if folder == urls.CORRECTIONS:
        return "lists", CORRECTIONS
    if address == urls.HOST_RULES:
        return "lists", ALIASES
    if folder == urls.DATA and parts[1] == "can-bo" and len(parts) == len(("api", "can-bo", "id.json")):
        return "lists", list_key("official", parts[2].rpartition(".")[0])
    month = _find_month(folder, parts)
    return ("months", month) if month else ("", None)


def _find_month(folder: str, parts: list[str]) -> tuple[int, int] | None:
    """Return year and month of luu-tru/yyyy/mm/…, api/tin/yyyy/mm.json and sitemap/yyyy-mm.xml."""
    year, month = "", ""
    if folder == urls.ARCHIVE and len(parts) > 3:  # noqa: PLR2004 - that many parts
        year, month = parts[1:3]
    elif folder == urls.DATA and parts[1] == "tin" and len(parts) > 3:  # noqa: PLR2004 - as above
        year, month = parts[2], parts[3].partition(".")[0]
    elif folder == "sitemap/":
        year, month = parts[1][:4], parts[1][5:7]
    return (int(year), int(month)) if _is_number(year) and _is_number(month) else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()

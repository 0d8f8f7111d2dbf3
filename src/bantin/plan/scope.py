"""Which part of the plan a small change can touch. What lies outside is known to be as it was."""

from __future__ import annotations

from dataclasses import dataclass

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
        one = scope_of(address)
        is_always_planned = not (one.articles or one.lists or one.months)
        return is_always_planned or bool(
            one.articles & self.articles or one.lists & self.lists or one.months & self.months
        )


def scope_of(address: str) -> Scope:
    """Return the smallest scope whose plan holds the job at `address`."""
    parts = address.split("/")
    folder = f"{parts[0]}/"
    articles, lists, months = [], [], []
    if folder == "tin/":
        # Below an article's address lie its old addresses and its picture for messengers.
        articles.append(f"news/{'/'.join(parts[1:4])}.md")
    elif folder in _KINDS and parts[1]:
        lists.append(list_key(_KINDS[folder], parts[1]))
    elif folder == urls.CORRECTIONS:
        lists.append(CORRECTIONS)
    elif address == urls.HOST_RULES:
        lists.append(ALIASES)
    elif folder == urls.ARCHIVE and len(parts) > 3 and _are_numbers(*parts[1:3]):  # noqa: PLR2004 - luu-tru/yyyy/mm/
        months.append((int(parts[1]), int(parts[2])))
    elif folder == urls.DATA and parts[1] == "can-bo" and len(parts) == len(("api", "can-bo", "id.json")):
        lists.append(list_key("official", parts[2].rpartition(".")[0]))
    elif folder == urls.DATA and parts[1] == "tin" and _are_numbers(*_month_of(parts)):
        months.append((int(parts[2]), int(parts[3].partition(".")[0])))
    elif folder == "sitemap/" and _are_numbers(parts[1][:4], parts[1][5:7]):
        months.append((int(parts[1][:4]), int(parts[1][5:7])))
    return Scope(frozenset(articles), frozenset(lists), frozenset(months))


def _month_of(parts: list[str]) -> tuple[str, str]:
    """Return year and month of api/tin/yyyy/mm.json."""
    return (parts[2], parts[3].partition(".")[0]) if len(parts) > 3 else ("", "")  # noqa: PLR2004 - that many parts


def _are_numbers(*texts: str) -> bool:
    return all(text.isascii() and text.isdecimal() for text in texts)

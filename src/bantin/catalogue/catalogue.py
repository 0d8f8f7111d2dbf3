"""Articles in the order of their publication, with the lists they stand in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from bantin.catalogue.entry import Entry, Records, is_shown, list_key, make_card

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bantin.check import Content
    from bantin.model import Article, Card, Registry


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that the site may show. A position is an index into `entries`, which are sorted by (date, path)."""

    entries: tuple[Entry, ...]
    """Those with a page of their own: published and withdrawn ones."""
    listed: Sequence[int]
    """Positions of those that lists may show: not the withdrawn ones."""
    lists: dict[str, list[int]]
    """Positions by `list_key`, in ascending order; a list without articles is not there."""
    months: dict[tuple[int, int], list[int]]
    """Positions of the listed ones of each (year, month); all in ascending order."""
    corrected: Sequence[int]
    """Positions of the listed ones that tell a correction."""
    content: Content
    now: str
    """The instant of the build, ISO 8601 at +07:00."""
    records: Records

    @property
    def registry(self) -> Registry:
        """Wards, officials and topics."""
        return self.content.registry

    def article(self, position: int) -> Article:
        """Return the whole article at a position."""
        return self.records.article(self.entries[position])

    def card(self, position: int) -> Card:
        """Return the card of the article at a position."""
        return make_card(self.article(position), self.content)

    def articles_of(self, kind: str, ids: frozenset[str]) -> Sequence[int]:
        """Return the positions of the articles of any of `ids`, in ascending order, each once."""
        found = [self.lists.get(list_key(kind, one), ()) for one in ids]
        if len(found) == 1:
            return found[0]
        return sorted(set().union(*found))


def make_catalogue(entries: Iterable[Entry], content: Content, records: Records, now: str) -> Catalogue:
    """Return the catalogue of all `entries` as of `now`."""
    shown = sorted((entry for entry in entries if is_shown(entry, now)), key=attrgetter("date", "path"))
    lists: dict[str, list[int]] = defaultdict(list)
    months: dict[str, list[int]] = defaultdict(list)
    listed, corrected = [], []
    for position, entry in enumerate(shown):
        if entry.status == "withdrawn":
            continue
        listed.append(position)
        months[entry.date[:7]].append(position)
        if entry.corrections:
            corrected.append(position)
        for key in entry.lists.split(" "):
            lists[key].append(position)
    by_month = {(int(month[:4]), int(month[5:])): positions for month, positions in months.items()}
    return Catalogue(tuple(shown), listed, dict(lists), by_month, corrected, content, now, records)

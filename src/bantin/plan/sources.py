"""What the planners read, and how they make jobs of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bantin import urls
from bantin.plan.assets import CopyFile, PictureFiles
from bantin.plan.jobs import Inputs, Job, fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bantin.catalogue import Catalogue
    from bantin.check import Content
    from bantin.model import Base, Host, Settings
    from bantin.plan.scope import Scope


@dataclass(frozen=True, slots=True)
class Sources:
    """What the planners read. Only the inputs of a job reach its view."""

    catalogue: Catalogue
    content: Content
    host: Host
    base: Base
    titles: Mapping[str, str]
    """Of every article that can be read, by path."""
    withheld: frozenset[str] = frozenset()
    """Media that only hidden articles use."""
    scope: Scope | None = None
    """What to plan; None: everything."""

    def wants_article(self, path: str) -> bool:
        """Tell whether the page of the article at `path` is to be planned."""
        return self.scope is None or path in self.scope.articles

    def wants_list(self, key: str) -> bool:
        """Tell whether the pages of the list of that key are to be planned."""
        return self.scope is None or key in self.scope.lists

    def wants_month(self, year: int, month: int) -> bool:
        """Tell whether the pages and the sitemap of a month are to be planned."""
        return self.scope is None or (year, month) in self.scope.months

    @property
    def settings(self) -> Settings:
        """The site's settings."""
        return self.host.settings

    def page(self, address: str, inputs: Inputs, bodies: tuple[str, ...] = ()) -> Job:
        """Return the job of a page in its frame."""
        mark = fingerprint(inputs, self.base.of(urls.frame(address)), address)
        return Job(address, inputs, mark, bodies)

    def file(self, address: str, inputs: Inputs, bodies: tuple[str, ...] = ()) -> Job:
        """Return the job of a file without a frame."""
        return Job(address, inputs, fingerprint(inputs, self.base.of(), address), bodies)

    def copy(self, address: str, inputs: CopyFile | PictureFiles) -> Job:
        """Return the job of files that nothing but its inputs decides."""
        return Job(address, inputs, fingerprint(inputs, (), address))

    def cards(self, positions: Sequence[int]) -> tuple[str, ...]:
        """Return the keys of the cards of `positions`, newest first."""
        entries = self.catalogue.entries
        return tuple(entries[position].card for position in reversed(positions))

"""What the planners read, and how they make jobs of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bantin import urls
from bantin.plan.jobs import Base, Inputs, Job, fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bantin.catalogue import Catalogue
    from bantin.check import Content
    from bantin.model import Card, Host, Reference, Settings


@dataclass(frozen=True, slots=True)
class Sources:
    """What the planners read. Only the inputs of a job reach its view."""

    catalogue: Catalogue
    content: Content
    host: Host
    base: Base
    references: Mapping[str, tuple[Reference, ...]]
    """References of each article's body, by path."""

    @property
    def settings(self) -> Settings:
        """The site's settings."""
        return self.host.settings

    def page(self, address: str, inputs: Inputs, bodies: tuple[str, ...] = ()) -> Job:
        """Return the job of a page in its frame."""
        mark = fingerprint(inputs, self.base.of(urls.frame(address)), address)
        return Job(address, (urls.output(address),), inputs, mark, bodies)

    def file(self, address: str, inputs: Inputs, bodies: tuple[str, ...] = ()) -> Job:
        """Return the job of a file without a frame."""
        return Job(address, (address,), inputs, fingerprint(inputs, self.base.of(), address), bodies)

    def cards(self, positions: Sequence[int]) -> tuple[Card, ...]:
        """Return the cards of `positions`, newest first."""
        return tuple(self.catalogue.cards[position] for position in reversed(positions))

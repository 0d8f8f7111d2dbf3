"""What editors keep in registry/*.yml: wards, officials and topics, by id."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Contacts:
    """How people reach the offices of a ward; what is empty is not known."""

    address: str = ""
    """Of its offices (key `address`, or `seat` of the ward)."""
    hours: str = ""
    """When they are open."""
    phone: str = ""
    hotline: str = ""
    email: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class Ward:
    """A commune-level unit (phường, xã, đặc khu), valid in time."""

    id: str
    name: str
    """Without its kind: Bến Nghé."""
    kind: str
    province: str
    code: str = ""
    district: str = ""
    """The district it belonged to, before 1 July 2025."""
    since: date | None = None
    """First day (key `from`)."""
    until: date | None = None
    """Last day."""
    successors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    description: str = ""
    quarters: tuple[str, ...] = ()
    """Khu phố, ấp, thôn and the like."""
    contacts: Contacts = Contacts()
    line: int = field(default=1, compare=False)
    digest: str = field(default="", compare=False)

    @property
    def is_former(self) -> bool:
        """Whether it has come to an end: the registry tells its last day."""
        return self.until is not None

    @property
    def is_split(self) -> bool:
        """Whether several wards got a part of it."""
        return len(self.successors) > 1

    @property
    def full_name(self) -> str:
        """Kind and name, as in a sentence: phường Bến Nghé."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class Held:
    """A post that the registry says a person holds or held (Popolo: a membership)."""

    role: str
    body: str = ""
    ward: str = ""
    """Id of the ward whose body it is."""
    since: date | None = None
    """First day (key `from`)."""
    until: date | None = None
    """Last day."""
    source: str = ""
    """Where that is to be read."""

    def covers(self, day: date) -> bool:
        """Tell whether the post was held on a day, as far as the registry knows."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Official:
    """A person who holds or held an office."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    posts: tuple[Held, ...] = ()
    description: str = ""
    line: int = field(default=1, compare=False)
    digest: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that articles are tagged with; with an introduction or dates it is a dossier (chuyên đề)."""

    id: str
    name: str
    description: str = ""
    introduction: tuple[str, ...] = ()
    """Paragraphs above its articles."""
    since: date | None = None
    """First day of the dossier (key `from`)."""
    until: date | None = None
    """Last day; its articles stay."""
    synonyms: tuple[str, ...] = ()
    line: int = field(default=1, compare=False)
    digest: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Registry:
    """All entries, by id, in the order of their files."""

    wards: dict[str, Ward] = field(default_factory=dict)
    officials: dict[str, Official] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    persons: dict[str, str] = field(default_factory=dict)
    """Official's id by the key of each spelling (`text.names.name_key`)."""
    namesakes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Ids of those who share a name, by its key: their posts tell them apart."""
    phrases: tuple[tuple[str, ...], ...] = ()
    """Groups of words that search takes for one another (registry/search.yml)."""
    removed: frozenset[str] = frozenset()
    """Digests of the addresses that were taken down for good (registry/removed.yml)."""

    def successors(self, ward: Ward) -> tuple[Ward, ...]:
        """Return the wards that a former one became, as far as they have entries."""
        return tuple(self.wards[one] for one in ward.successors if one in self.wards)

    def heirs(self, ward_id: str) -> tuple[str, ...]:
        """Return the ids of all wards that one became, at once or in steps, the nearest first."""
        found: list[str] = []
        queue = [ward_id]
        while queue:
            ward = self.wards.get(queue.pop(0))
            new = [one for one in ward.successors if one in self.wards and one not in {*found, ward_id}] if ward else []
            found += new
            queue += new
        return tuple(found)

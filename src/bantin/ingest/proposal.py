"""What an import proposes: the fields of an article with how sure each is, its body, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from bantin.ingest.chronology import Day, Moment

if TYPE_CHECKING:
    from bantin.ingest.material import Note, Picture
    from bantin.ingest.people import Person
    from bantin.ingest.places import Place
    from bantin.messages import Messages


@dataclass(frozen=True, slots=True)
class Ward:
    """A ward with its id in the registry, or the one that it would get."""

    id: str
    place: Place
    known: bool
    """Whether the registry has it."""

    def as_dict(self) -> dict[str, str]:
        """Return it as the extraction prints it."""
        place = self.place
        return {"id": self.id, "name": place.name, "kind": place.kind, "province": place.province, "code": place.code}


@dataclass(frozen=True, slots=True)
class Proposal:
    """One article, read from raw material."""

    path: str
    """Of the raw file, as it was named."""
    title: str = ""
    """'' where the material has none."""
    headline: str = ""
    """What the draft is called: the title, else what the text begins with."""
    date: Moment | None = None
    date_kind: str | None = None
    event_date: Day | None = None
    wards: tuple[Ward, ...] = ()
    mentioned: tuple[Ward, ...] = ()
    officials: tuple[Person, ...] = ()
    byline: tuple[str, ...] = ()
    source: str = ""
    source_url: str = ""
    summary: str = ""
    captions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    dropped: tuple[str, ...] = ()
    body: str = ""
    """Markdown."""
    confidence: dict[str, float] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


def as_dict(proposal: Proposal, texts: Messages) -> dict[str, Any]:
    """Return a proposal as `bantin import --json` prints it."""
    byline: str | list[str] | None = list(proposal.byline) or None
    return {
        "path": proposal.path,
        "title": proposal.title or None,
        "date": show_date(proposal.date),
        "date_kind": proposal.date_kind,
        "event_date": show_date(proposal.event_date),
        "wards": [ward.as_dict() for ward in proposal.wards],
        "wards_mentioned": [ward.as_dict() for ward in proposal.mentioned],
        "officials": [
            {"name": one.name, "roles": list(one.roles), "spellings": list(one.spellings)} for one in proposal.officials
        ],
        "byline": byline[0] if byline and len(byline) == 1 else byline,
        "source": proposal.source or None,
        "summary": proposal.summary or None,
        "captions": list(proposal.captions),
        "topics": list(proposal.topics),
        "dropped": list(proposal.dropped),
        "body_markdown": proposal.body,
        "confidence": proposal.confidence,
        "notes": [texts(f"ingest.note.{note.key}", **dict(note.values)) for note in proposal.notes],
    }


def show_date(moment: date | datetime | None) -> str | None:
    """Return a day or a minute in the form of front matter."""
    if moment is None:
        return None
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()

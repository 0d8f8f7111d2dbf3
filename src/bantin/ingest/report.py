"""What an import tells the editor: what was found, how sure it is, what is left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin.ingest.proposal import Proposal, show_date

if TYPE_CHECKING:
    from bantin.ingest.draft import Draft
    from bantin.messages import Messages

_SURE, _LIKELY = 0.9, 0.7
_MOST_DROPPED = 12


def write_report(proposal: Proposal, draft: Draft, shown: str, texts: Messages) -> str:
    """Return the report of one file; `shown` is where its draft lies."""
    values = {
        "title": proposal.title,
        "date": show_date(proposal.date) or "",
        "wards": "; ".join(_show_ward(proposal, index) for index in range(len(proposal.wards))),
        "officials": "; ".join(f"{one.name} ({', '.join(one.roles)})" for one in proposal.officials),
        "byline": ", ".join(proposal.byline),
        "source": proposal.source,
        "summary": proposal.summary,
        "captions": str(len(proposal.captions)) if proposal.captions else "",
    }
    lines = [texts("ingest.report.done", path=proposal.path, draft=shown)]
    for field, value in values.items():
        sure = _name(proposal.confidence.get(field, 0.0), texts) if value else texts("ingest.report.none")
        lines.append(
            f"  {texts(f'ingest.report.field.{field}')}: {value} [{sure}]"
            if value
            else f"  {texts(f'ingest.report.field.{field}')}: {sure}"
        )
    notes = [texts(f"ingest.note.{note.key}", **dict(note.values)) for note in (*proposal.notes, *draft.notes)]
    lines += [f"  ! {one}" for one in dict.fromkeys(notes)]
    if proposal.dropped:
        some = " · ".join(proposal.dropped[:_MOST_DROPPED])
        lines.append("  " + texts("ingest.report.dropped", count=len(proposal.dropped), some=some))
    if draft.officials:
        lines += ["  " + texts("ingest.report.officials"), *(f"    {line}" for line in draft.officials.splitlines())]
    return "\n".join(lines)


def _show_ward(proposal: Proposal, index: int) -> str:
    ward = proposal.wards[index]
    place = ward.place
    area = ", ".join(part for part in (place.district, place.province, place.code) if part)
    return f"{place.kind} {place.name} ({area})" if area else f"{place.kind} {place.name}"


def _name(confidence: float, texts: Messages) -> str:
    level = "sure" if confidence >= _SURE else "likely" if confidence >= _LIKELY else "guess"
    return texts(f"ingest.report.{level}")

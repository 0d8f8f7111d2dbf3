"""A proposal becomes the files of a draft: the article, its pictures, the registry entries still missing. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime

from bantin.ingest.caption import split_credit
from bantin.ingest.material import Note, note
from bantin.ingest.pictures import CleanPicture, clean_picture
from bantin.ingest.proposal import Proposal, Ward, show_date
from bantin.model import Registry
from bantin.text.capitals import capitalise_name
from bantin.text.names import name_key
from bantin.text.scalars import quote
from bantin.text.slugs import MAX_FILE_NAME, slugify

_REFERENCE = re.compile(r"!\[(?P<alt>(?:[^\]\\]|\\.)*)\]\((?P<src>[^)]*)\)(?:(?=\n\*(?P<caption>[^\n]+)\*(?:\n|\Z)))?")
"""A picture in a body, with the caption in the line below it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """All that one import writes; paths are below content/."""

    path: str
    text: str
    pictures: dict[str, bytes] = field(default_factory=dict)
    wards: tuple[Ward, ...] = ()
    """Wards that registry/wards.yml lacks."""
    officials: str = ""
    """Entries that registry/officials.yml lacks, ready to paste: a person's page is for an editor to decide."""
    notes: tuple[Note, ...] = ()


def write_draft(proposal: Proposal, registry: Registry, today: date, taken: frozenset[str] = frozenset()) -> Draft:
    """Return the draft of a proposal; `taken` are paths that earlier drafts of the same run have."""
    moment = proposal.date or today
    slug = _free_slug(slugify(proposal.headline, MAX_FILE_NAME) or "bai-nhap", f"news/{moment:%Y/%m}", taken)
    body, pictures, notes = _place_pictures(proposal, f"media/{moment:%Y/%m}/{slug}")
    head = _write_head(proposal, moment)
    return Draft(
        f"news/{moment:%Y/%m}/{slug}.md",
        "\n".join(["---", *head, "status: draft", "---", "", body, ""]),
        pictures,
        tuple(ward for ward in proposal.wards if not ward.known),
        _official_entries(proposal, registry),
        notes,
    )


def _free_slug(slug: str, folder: str, taken: frozenset[str]) -> str:
    number, free = 1, slug
    while f"{folder}/{free}.md" in taken:
        number += 1
        free = f"{slug[: MAX_FILE_NAME - 4].rstrip('-')}-{number}"
    return free


def _write_head(proposal: Proposal, moment: date | datetime) -> list[str]:
    ids = [ward.id for ward in proposal.wards]
    lines = [f"title: {quote(proposal.headline)}", f"date: {show_date(moment)}"]
    lines.append(f"ward: {ids[0]}" if len(ids) == 1 else f"ward: [{', '.join(ids)}]")
    if proposal.officials:
        lines.append("officials:")
    for person in proposal.officials:
        lines += [f"  - name: {quote(person.name)}", f"    role: {quote(', '.join(person.roles))}"]
    if proposal.topics:
        lines.append(f"tags: [{', '.join(proposal.topics)}]")
    if proposal.summary:
        lines.append(f"summary: {quote(proposal.summary)}")
    day = moment.date() if isinstance(moment, datetime) else moment
    if proposal.event_date and proposal.event_date != day:
        lines.append(f"event_date: {proposal.event_date.isoformat()}")
    names = [capitalise_name(name) for name in proposal.byline]
    if names:
        lines.append(f"byline: {quote(names[0])}" if len(names) == 1 else f"byline: [{', '.join(map(quote, names))}]")
    if proposal.source:
        lines += ["source:", f"  name: {quote(proposal.source)}"]
        lines += (
            [f"  url: {quote(proposal.source_url)}"]
            if re.fullmatch(r"https?://[^\s<>\"]+", proposal.source_url)
            else []
        )
    return lines


def _official_entries(proposal: Proposal, registry: Registry) -> str:
    entries = []
    for person in proposal.officials:
        if any(name_key(name) in registry.persons for name in person.spellings):
            continue
        entry = f"- id: {slugify(person.name)}\n  name: {quote(person.name)}\n"
        if len(person.spellings) > 1:
            entry += f"  aliases: [{', '.join(quote(name) for name in person.spellings[1:])}]\n"
        entries.append(entry)
    return "".join(entries)


def _place_pictures(proposal: Proposal, stem: str) -> tuple[str, dict[str, bytes], tuple[Note, ...]]:
    """Return (body with the pictures' places, files by path below content/, notes); paths begin with `stem`."""
    stored: dict[str, bytes] = {}
    notes: list[Note] = []
    carried = {f"docx:{number}": picture for number, picture in enumerate(proposal.pictures, 1)}

    def place(match: re.Match[str]) -> str:
        source, alt = match["src"], match["alt"]
        picture = carried.get(source)
        if picture is None:
            notes.append(note("picture_elsewhere", address=source))
            return alt
        cleaned = clean_picture(picture.data)
        if cleaned is None:
            notes.append(note("picture_unreadable", name=picture.name))
            return alt
        path = _store(cleaned, stem, stored)
        if cleaned.had_location:
            notes.append(note("picture_location", name=path))
        if not alt:
            alt = split_credit(match["caption"] or "")[0]
        return f"![{alt}](../../../{path})"

    body = _REFERENCE.sub(place, proposal.body) if "![" in proposal.body else proposal.body
    return re.sub(r"\n{3,}", "\n\n", body).strip() or proposal.headline, stored, tuple(notes)


def _store(picture: CleanPicture, stem: str, stored: dict[str, bytes]) -> str:
    for path, data in stored.items():
        if data == picture.data:
            return path
    path = f"{stem}-{len(stored) + 1}{picture.ending}"
    stored[path] = picture.data
    return path

"""Material becomes a proposal: parts, then moments, wards, officials and topics. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from bantin.ingest.body import write_body
from bantin.ingest.caption import split_credit
from bantin.ingest.chronology import Chronology, find_chronology
from bantin.ingest.material import Material, Note, note
from bantin.ingest.people import Person, find_officials
from bantin.ingest.places import Place, choose_wards, find_places, load_gazetteer
from bantin.ingest.proposal import Proposal, Ward
from bantin.ingest.structure import Structure, find_structure
from bantin.ingest.subjects import find_topics
from bantin.ingest.vicinity import Vicinity
from bantin.ingest.wards import register_places
from bantin.model import Registry
from bantin.text.capitals import is_shouted, lower_title

_LONGEST_HEADLINE = 120
_SITE_WEIGHT = 0.4
"""Of a ward that only the page around the article names."""


@dataclass(frozen=True)
class Setting:
    """What an import knows of the project and of the day."""

    registry: Registry
    today: date

    @cached_property
    def vicinity(self) -> Vicinity:
        """Where the project is at home."""
        return Vicinity(self.registry)


def extract(path: str, material: Material, setting: Setting) -> Proposal:
    """Return what `material`, read from the file `path`, proposes."""
    structure = find_structure(material, setting.today)
    texts = [structure.summary] * bool(structure.summary) + [block.text for block in structure.blocks]
    title = structure.title.text
    when = find_chronology(structure.datelines, material.hints.published, texts, title, setting.today)
    shown = lower_title(title, texts) if is_shouted(title) else title
    places = _find_wards(shown, structure, texts, when, setting.vicinity)
    officials = find_officials([shown, *texts], load_gazetteer().is_place)
    own = choose_wards(places)
    registered = register_places(places, setting.registry)
    wards = tuple(registered[place] for place in own)
    byline = structure.byline or material.hints.byline
    source = _name_source(structure, material)
    notes = [*material.notes, *when.notes, *_notes(structure, shown, own, wards, officials)]
    notes += [] if byline else [note("no_byline")]
    return Proposal(
        path,
        shown,
        shown or propose_headline(texts),
        when.date,
        when.kind,
        when.event,
        wards,
        tuple(registered.values()),
        officials,
        byline,
        source,
        material.hints.url,
        structure.summary,
        structure.captions,
        find_topics(shown, texts, setting.registry.topics),
        material.pictures,
        structure.dropped,
        write_body(structure.blocks),
        _judge(structure, when, own, officials, hinted=bool(byline)),
        tuple(notes),
    )


def _find_wards(
    title: str, structure: Structure, texts: list[str], when: Chronology, vicinity: Vicinity
) -> tuple[Place, ...]:
    day = when.event or (when.date.date() if isinstance(when.date, datetime) else when.date)
    weighted = [(title, 3.0)]
    weighted += [(text, 2.0 if index < 2 else 1.0) for index, text in enumerate(texts)]
    weighted += [(name, 1.5) for name in structure.byline] + [(structure.source, 1.0)]
    around = " \n".join([title, *texts, *structure.byline, structure.source, *structure.dropped])
    gazetteer = load_gazetteer()
    places = find_places(weighted, around, day, gazetteer, vicinity)
    if places:
        return places
    of_site = [(line, _SITE_WEIGHT) for line in structure.dropped]
    return find_places(of_site, around, day, gazetteer, vicinity)


def _name_source(structure: Structure, material: Material) -> str:
    """Return where the text was published first: what it says, a paper's name beside its tag where both are known."""
    said, paper = structure.source or material.hints.source, _find_paper(structure.dropped)
    return f"{paper} ({said})" if paper and said.isupper() and len(said) <= 8 else said or paper


_PAPER = re.compile(r"(?:Báo|Đài|Cổng|Trang|Tạp chí)\s+[A-ZĐÀ-Ỹ][\w\s]{2,40}?(?=\s+(?:trên|tại|online)\b|$|\s*[-|,.])")


def _find_paper(dropped: tuple[str, ...]) -> str:
    """Return the newspaper that the lines around the article name ("Theo dõi Báo Tây Ninh trên")."""
    for line in dropped:
        match = _PAPER.search(line)
        if match and "in" not in match[0].split()[1:2]:
            return match[0].strip()
    return ""


def propose_headline(texts: list[str]) -> str:
    """Return a title made of the first sentence that tells what happened, cut at a word."""
    for text in [*[one for one in texts if re.match(r"(?:Ngày|Sáng|Chiều|Tối)\b", one)], *texts]:
        sentence = re.sub(r"^(?:Vào\s+)?(?:Ngày|Sáng|Chiều|Tối|Trưa|Đêm)[^,]{0,40},\s*", "", text)
        sentence = re.split(r"(?<=[.!?…])\s|[:;]\s", sentence, maxsplit=1)[0].strip(" .,:;")
        if len(sentence.split()) >= 3:
            cut = sentence if len(sentence) <= _LONGEST_HEADLINE else sentence[:_LONGEST_HEADLINE].rpartition(" ")[0]
            return cut[:1].upper() + cut[1:].rstrip(" ,;:-")
    return next((text[:_LONGEST_HEADLINE] for text in texts if text.strip()), "")


def _judge(
    structure: Structure, when: Chronology, wards: tuple[Place, ...], officials: tuple[Person, ...], *, hinted: bool
) -> dict[str, float]:
    ward = 0.0
    if wards:
        ward = 0.5 if not wards[0].code else 0.6 if wards[0].rivals else 0.95
    return {
        "title": structure.title.confidence,
        "date": round(when.confidence, 2),
        "wards": ward,
        "officials": 0.85 if officials else 0.0,
        "byline": 0.9 if structure.byline else 0.8 if hinted else 0.0,
        "source": 0.8 if structure.source else 0.0,
        "summary": 0.75 if structure.summary else 0.0,
        "captions": 0.8 if structure.captions else 0.0,
    }


def _notes(
    structure: Structure, title: str, places: tuple[Place, ...], wards: tuple[Ward, ...], officials: tuple[Person, ...]
) -> list[Note]:
    notes = []
    if not title:
        notes.append(note("no_title"))
    elif title != structure.title.text:
        notes.append(note("title_capitals"))
    if not places:
        notes.append(note("no_ward"))
    for place, ward in zip(places, wards, strict=True):
        full = f"{place.kind} {place.name}"
        if not place.code:
            notes.append(note("ward_unknown", name=full))
        elif place.rivals:
            notes.append(
                note("ward_rivals", name=full, count=place.rivals + 1, district=place.district or place.province)
            )
        if not ward.known:
            notes.append(note("ward_missing", name=full, id=ward.id))
    notes += [note("spellings", names=", ".join(one.spellings)) for one in officials if len(one.spellings) > 1]
    repeated = [block.text for block in structure.blocks if block.kind == "caption"]
    notes += [
        note("caption_twice", text=split_credit(one)[0]) for one in dict.fromkeys(repeated) if repeated.count(one) > 1
    ]
    return notes

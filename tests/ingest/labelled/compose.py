"""Raw articles with labels, composed of `parts.yml`: the shapes that editors bring, each with its traps.

The same number gives the same article on every machine.
"""

from __future__ import annotations

import random
import textwrap
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from bantin import units
from bantin.text.dates import VIETNAM
from bantin.text.legacy import from_tcvn3, from_vni

PARTS = yaml.safe_load((Path(__file__).parent / "parts.yml").read_text(encoding="utf-8"))
SHAPES = ("newspaper", "district", "ward", "word", "pasted")
SIZES = {"tuning": 70, "test": 70}
_WEEKDAYS = "Thứ hai|Thứ ba|Thứ tư|Thứ năm|Thứ sáu|Thứ bảy|Chủ nhật".split("|")
_MONTHS = "Một|Hai|Ba|Tư|Năm|Sáu|Bảy|Tám|Chín|Mười|Mười Một|Mười Hai".split("|")


@dataclass
class Labelled:
    """One raw article with what must be found in it."""

    name: str
    data: bytes
    title: str = ""
    date: str = ""
    ward: str = ""
    code: str = ""
    officials: dict[str, list[str]] = field(default_factory=dict)
    byline: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)


def compose(split: str) -> list[Labelled]:
    """Return the articles of "tuning" or "test"."""
    return [_Composer(split, number).make() for number in range(SIZES[split])]


class _Composer:
    def __init__(self, split: str, number: int) -> None:
        self.chance = random.Random(f"{split} {number}")
        self.split, self.number, self.shape = split, number, SHAPES[number % len(SHAPES)]
        self.made = Labelled(f"{split}-{number:03}-{self.shape}", b"")
        self.when = datetime(2021, 1, 4, 8, 5, tzinfo=VIETNAM) + timedelta(
            days=self.chance.randrange(1750), minutes=self.chance.randrange(170)
        )
        self.unit = self._choose_unit()
        self.names = list(PARTS["persons"][split])
        self.chance.shuffle(self.names)
        self.roles: dict[str, list[str]] = {}

    def _choose_unit(self) -> units.Unit:
        era: units.Era = "current" if self.when.date() >= units.REFORM else "former"
        country = units.load()
        wards = [unit for unit in country.communes(era) if unit.kind == "phường" and not unit.name.isdigit()]
        counts: dict[str, int] = {}
        for unit in wards:
            counts[unit.name] = counts.get(unit.name, 0) + 1
        return self.chance.choice([unit for unit in wards if counts[unit.name] == 1])

    def pick(self, pool: str) -> Any:
        return self.chance.choice(PARTS[pool][self.split])

    def fill(self, text: str) -> str:
        full, when = self.unit.full_name, self.when
        values = {
            "w": full,
            "W": self.unit.name,
            "Kw": full[0].upper() + full[1:],
            "KW": full.upper(),
            "D": "",
            "d": when.day,
            "m": when.month,
            "dd": f"{when.day:02}",
            "mm": f"{when.month:02}",
            "yyyy": when.year,
            "H": f"{when.hour:02}",
            "M": f"{when.minute:02}",
            "weekday": _WEEKDAYS[when.weekday()],
            "monthword": _MONTHS[when.month - 1],
        }
        return text.format(**values)

    def official(self) -> str:
        """Return one person with offices, and note the label."""
        text, roles = self.pick("single")
        name = self.names.pop()
        self._note(name, roles)
        return self.fill(text.replace("{n}", name))

    def group(self) -> str:
        text, labels = self.pick("officials")
        for key, roles in labels.items():
            name = self.names.pop()
            text = text.replace(f"{{{key}}}", name)
            self._note(name, roles)
        return self.fill(text)

    def _note(self, name: str, roles: list[str]) -> None:
        self.roles.setdefault(name, []).extend(self.fill(role) for role in roles)

    def make(self) -> Labelled:
        lines = getattr(self, f"_{self.shape}")()
        self.made.officials = self.roles
        self.made.ward, self.made.code = self.unit.name, self.unit.code
        text = "\n".join(lines)
        self.made.data = self._encode(text)
        return self.made

    def _encode(self, text: str) -> bytes:
        if self.shape == "word" and self.number % 3 == 0:
            return (
                _legacy(text, from_tcvn3).encode("cp1252", "replace")
                if self.number % 2
                else _legacy(text, from_vni).encode("cp1252", "replace")
            )
        if self.number % 11 == 5:
            return unicodedata.normalize("NFD", text).encode()
        if self.number % 13 == 7:
            return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
        return text.encode()

    # Parts of articles, each a list of lines.

    def _title(self) -> list[str]:
        title = self.fill(self.pick("titles"))
        self.made.title = title
        return [title]

    def _lead(self, *, published: bool) -> str:
        form = self.pick("event_forms")
        if not published and "{yyyy}" not in form:
            self.context = self.fill(self.pick("year_context"))
        text = self.pick("leads")
        text = text.replace("{o1}", "\0").replace("{o0}", "\1").replace("{D}", self.fill(form))
        if not published:
            self.made.date = f"{self.when:%Y-%m-%d}"
        filled = self.fill(text)
        return filled.replace("\0", self.group() if "\0" in filled else "").replace(
            "\1", self.official() if "\1" in filled else ""
        )

    def _paragraphs(self, count: int) -> list[str]:
        found = self.chance.sample(PARTS["paragraphs"][self.split], count)
        if hasattr(self, "context"):
            found.insert(1, self.context)
        return [self.fill(one) for one in found]

    def _speech(self) -> str:
        text = self.pick("speeches")
        return self.fill(text.replace("{o0}", "\1")).replace("\1", self.official())

    def _caption(self) -> str:
        text = self.pick("captions")
        filled = self.fill(text.replace("{o0}", "\1"))
        if "\1" in filled:
            while True:
                official, roles = self.pick("single")
                if not official.endswith(","):
                    break
            name = next((one for one in self.roles), None)
            name = self.names.pop() if self.names else name
            self._note(str(name), roles)
            filled = filled.replace("\1", self.fill(official.replace("{n}", str(name))))
        self.made.captions.append(filled)
        return filled

    def _dateline(self) -> list[str]:
        form = self.pick("datelines")
        self.made.date = f"{self.when:%Y-%m-%dT%H:%M}" if "{H}" in form else f"{self.when:%Y-%m-%d}"
        return [self.fill(form)]

    def _chrome(self, pool: str) -> list[str]:
        lines = [self.fill(one) for one in self.pick(pool)]
        self.made.dropped += lines
        return lines

    def _byline(self) -> list[str]:
        text, names = self.pick("bylines")
        self.made.byline = [self.fill(one) for one in names]
        return [self.fill(text)] if text else []

    # Shapes.

    def _newspaper(self) -> list[str]:
        head, title, date = self._chrome("heads"), self._title(), self._dateline()
        above, below = (title, date) if self.chance.random() < 0.7 else (date, title)
        agency = self.pick("agencies")
        lead = self._lead(published=True)
        sapo = [self.fill(self.pick("sapos"))] if self.chance.random() < 0.6 else []
        first = [agency + (sapo[0] if sapo else lead), *([lead] if sapo else [])]
        one, two = self._paragraphs(4)[:2], self._paragraphs(3)[:2]
        body = [
            *first,
            self._caption(),
            *one,
            self._speech(),
            self._caption(),
            *[text for text in two if text not in one],
        ]
        self.made.sentences = [*one, lead]
        lines = [*head, *above, *below, *self._chrome("after_title"), ""]
        for text in body:
            lines += [text, ""]
        return [*lines, *self._byline(), "", *self._chrome("tails")]

    def _district(self) -> list[str]:
        lines = [*self._title(), "", *self._chrome("after_title"), "", self._lead(published=False), ""]
        paragraphs = self._paragraphs(3)
        self.made.sentences = paragraphs
        for text in [*paragraphs, self._speech()]:
            lines += [text, ""]
        return [*lines, *self._byline()]

    def _ward(self) -> list[str]:
        head, title = self._chrome("heads"), self._title()
        banner = [f"{self.unit.name.upper()} – TIN HOẠT ĐỘNG TRONG THÁNG!"] if self.number % 2 else []
        lead = self._lead(published=False)
        paragraphs = self._paragraphs(2)
        self.made.sentences = paragraphs
        lines = [*head, *title, "", *banner, "", lead]
        for text in [*paragraphs, self._speech()]:
            lines += ["", text]
        lines[-1] = lines[-1].rstrip(".") + "./."
        return [*lines, "", *self._byline()]

    def _word(self) -> list[str]:
        """Return an export of Word: hard-wrapped lines, no chrome."""
        paragraphs = [self._lead(published=False), *self._paragraphs(3), self._speech()]
        self.made.sentences = paragraphs
        lines = [*self._title(), ""]
        for text in paragraphs:
            lines += [*textwrap.wrap(text, 78, break_long_words=False, break_on_hyphens=False), ""]
        return [*lines, *self._byline()]

    def _pasted(self) -> list[str]:
        """Return a portal's text without a blank line, captions glued or doubled."""
        lines = [
            *self._chrome("heads"),
            *self._title(),
            *self._dateline(),
            *self._chrome("after_title"),
            self._lead(published=True),
        ]
        paragraphs = self._paragraphs(3)
        self.made.sentences = paragraphs
        caption = self._caption()
        lines += [f"{caption} {caption}" if self.chance.random() < 0.4 and "Ảnh" not in caption else caption]
        for text in [*paragraphs, self._speech()]:
            lines.append(text)
        return [*lines, *self._byline(), *self._chrome("tails")]


def _legacy(text: str, decode: Any) -> str:
    """Return `text` as the old encoding wrote it, found by trying every letter; what it lacks stays."""
    table: dict[str, str] = {}
    singles = [chr(code) for code in range(0xA1, 0x100)]
    letters = {form for letter in text if not letter.isascii() for form in (letter, letter.lower())}
    pairs = singles + [base + mark for base in "aeouyôöAEOUYÔÖ" for mark in singles]
    for written in pairs:
        read = decode(written)
        if read in letters and written != read:
            table.setdefault(read, written)
    return "".join(table.get(letter) or table.get(letter.lower(), letter) for letter in text)

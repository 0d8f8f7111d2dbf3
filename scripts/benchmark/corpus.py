"""N invented articles of ward news, the same for the same numbers: 150 wards, 540 officials, 60 topics, five years.

Each article is made from its number alone, so that one of them, or its address for a link, costs no more than itself.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cached_property
from random import Random
from typing import TYPE_CHECKING, TypeVar

from benchmark import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Item = TypeVar("Item")

FIRST_DAY = datetime(2021, 1, 1, tzinfo=timezone(timedelta(hours=7)))
LAST_DAY = datetime(2025, 12, 31, tzinfo=FIRST_DAY.tzinfo)
NEWEST = LAST_DAY + timedelta(hours=23)
OLDER = datetime(2022, 7, 1, 9, tzinfo=FIRST_DAY.tzinfo)
"""Dated three years ago and more, in the middle of a year: about half of that year's list pages follow it."""
PICTURES = 8

_SPAN = int((LAST_DAY - FIRST_DAY) / timedelta(minutes=1))
_OFFICIALS_A_WARD = 3
_HIGH = 90
"""Officials above the wards."""
_HOW_MANY = (1, 1, 2, 2, 2, 3, 3, 4, 5, 6)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slugify(text: str) -> str:
    """Return text as it may stand in an address."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d")).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", plain).strip("-")


@dataclass(frozen=True, slots=True)
class Entry:
    """A ward, official or topic."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Article:
    """What stands in the head of an article; `rng` goes on to make its body."""

    number: int
    slug: str
    title: str
    date: datetime
    ward: Entry
    officials: tuple[tuple[Entry, str], ...]
    """Each with the role."""
    topics: tuple[Entry, ...]
    rng: Random

    @property
    def lists(self) -> int:
        """E: how many wards, officials and topics it has."""
        return 1 + len(self.officials) + len(self.topics)

    @property
    def place(self) -> str:
        """Year, month and slug, as in addresses and files."""
        return f"{self.date:%Y/%m}/{self.slug}"


@dataclass(frozen=True)
class Corpus:
    """Articles 0 to n - 1 in the order of their dates; from n on, any that a benchmark adds."""

    n: int
    seed: int = 1

    @cached_property
    def wards(self) -> tuple[Entry, ...]:
        """All wards, those with the most articles first."""
        names = [f"{first} {last}" for first in words.WARD_FIRST for last in words.WARD_LAST]
        self._rng(-1).shuffle(names)
        return tuple(Entry(slugify(name), name) for name in names)

    @cached_property
    def officials(self) -> tuple[Entry, ...]:
        """Three a ward in the order of the wards, then those above the wards."""
        rng, found = self._rng(-2), dict[str, Entry]()
        while len(found) < len(self.wards) * _OFFICIALS_A_WARD + _HIGH:
            name = f"{_pick(rng, words.FAMILY)} {_pick(rng, words.MIDDLE)} {_pick(rng, words.GIVEN)}"
            found.setdefault(slugify(name), Entry(slugify(name), name))
        return tuple(found.values())

    @cached_property
    def topics(self) -> tuple[Entry, ...]:
        """All topics, those with the most articles first."""
        return tuple(Entry(slugify(name), name) for name in words.TOPICS)

    def article(self, number: int, date: datetime | None = None) -> Article:
        """Return article `number`, at `date` if given."""
        rng = self._rng(number)
        date = date or FIRST_DAY + timedelta(minutes=int((number + rng.random()) * _SPAN / self.n))
        at = _skewed(rng, len(self.wards))
        ward = self.wards[at]
        own = len(self.wards) * _OFFICIALS_A_WARD
        pool = [at * _OFFICIALS_A_WARD + k for k in range(_OFFICIALS_A_WARD)]
        pool += rng.sample(range(own, own + _HIGH), 3)
        people = sorted(rng.sample(pool, _pick(rng, _HOW_MANY)))
        roles = [words.ROLES[k % len(words.ROLES)] if k < own else words.HIGH_ROLES[k % 4] for k in people]
        topics = sorted({_skewed(rng, len(self.topics)) for _ in range(1 + int(rng.random() * 5))})
        subject = self.topics[topics[0]].name
        action = f"{_pick(rng, words.TITLES)} {subject[0].lower()}{subject[1:]}"
        title = f"Phường {ward.name} {action} tháng {date.month}/{date.year}"
        return Article(
            number=number,
            slug=f"{slugify(title)[:60].rstrip('-')}-{number:06d}",
            title=title,
            date=date,
            ward=ward,
            officials=tuple((self.officials[k], role) for k, role in zip(people, roles, strict=True)),
            topics=tuple(self.topics[k] for k in topics),
            rng=rng,
        )

    def newest(self) -> Article:
        """Return an article later than all others."""
        return self.article(self.n, NEWEST)

    def older(self) -> Article:
        """Return one that comes late."""
        return self.article(self.n + 1, OLDER)

    def _rng(self, number: int) -> Random:
        return Random((self.seed << 40) + (number + 10))  # noqa: S311  # the same each time is the point


def write_body(corpus: Corpus, article: Article, link: Callable[[Article], str], media: str) -> tuple[str, str]:
    """Return summary and body, in Markdown; `link` gives the target of a link, `media` the folder of pictures.

    Works once an article: the body goes on where the head left its random numbers.
    """
    writer = _Writer(article)
    rng = article.rng
    target = 1200 + int(rng.triangular(0, 4200, 1400))
    blocks, length = [writer.paragraph()], 0
    while length < target:
        dice = rng.random()
        for limit, make in _BLOCKS:
            if dice < limit:
                block = make(writer, media)
                break
        else:
            block = writer.paragraph()
        blocks.append(block)
        length += len(block)
    if article.number and rng.random() < 0.5:  # noqa: PLR2004 - half of all articles link to an older one
        older = corpus.article(int(rng.random() * min(article.number, corpus.n)))
        if older.date < article.date:
            blocks.insert(1 + int(rng.random() * len(blocks)), f"Xem thêm: [{older.title}]({link(older)})")
    summary = blocks[0].replace("**", "")[:220].rpartition(" ")[0].rstrip(",;.") + "…"
    return summary, "\n\n".join(blocks) + "\n"


class _Writer:
    """Makes the blocks of one article."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._rng = article.rng
        self._values: dict[str, object] = {}

    def sentence(self) -> str:
        rng = self._rng
        core, ending = _pick(rng, words.CORES), _pick(rng, words.ENDINGS)
        return f"{_pick(rng, words.OPENINGS)} {core}{ending}." % self._values

    def paragraph(self) -> str:
        """Return two to four sentences, every third time with some words in bold."""
        rng = self._rng
        self._draw()
        text = " ".join(self.sentence() for _ in range(2 + int(rng.random() * 3)))
        if rng.random() < 0.3:  # noqa: PLR2004 - as often as editors do
            parts = text.split(" ")
            start = int(rng.random() * (len(parts) - 8))
            end = start + 3 + int(rng.random() * 4)
            run = " ".join(parts[start:end])
            bold = run.rstrip(",;.")
            text = " ".join([*parts[:start], f"**{bold}**{run[len(bold) :]}", *parts[end:]])
        return text

    def figure(self, media: str) -> str:
        caption = _pick(self._rng, words.CAPTIONS) % self._values
        return f"![{caption}]({media}/anh-{int(self._rng.random() * PICTURES)}.png)\n*{caption}*"

    def items(self, _: str) -> str:
        count = 3 + int(self._rng.random() * 3)
        return "\n".join(f"- {_capital(_pick(self._rng, words.CORES) % self._values)}." for _ in range(count))

    def quote(self, _: str) -> str:
        return f"> {_capital(_pick(self._rng, words.CORES) % self._values)}."

    def table(self, _: str) -> str:
        rng = self._rng
        head = f"| {' | '.join(_pick(rng, words.TABLES))} |\n| --- | ---: | ---: |\n"
        return head + "\n".join(
            f"| Khu phố {area} | {5 + int(rng.random() * 900)} | {60 + int(rng.random() * 41)} |"
            for area in range(1, 4 + int(rng.random() * 4))
        )

    def heading(self, _: str) -> str:
        return f"## {_pick(self._rng, words.HEADINGS)}\n\n{self.paragraph()}"

    def _draw(self) -> None:
        """Draw new names and figures, for one paragraph."""
        random, article = self._rng.random, self._article
        day = article.date - timedelta(days=int(random() * 20))
        self._values = {
            "ward": article.ward.name,
            "who": _pick(self._rng, article.officials)[0].name,
            "day": f"{day.day}/{day.month}/{day.year}",
            "month": f"{day.month}/{day.year}",
            "quarter": 1 + (day.month - 1) // 3,
            "street": _pick(self._rng, words.STREETS),
            "area": 1 + int(random() * 14),
            "lane": 1 + int(random() * 300),
            "count": 2 + int(random() * 90),
            "big": 100 + int(random() * 9000),
            "share": 50 + int(random() * 50),
            "money": f"{1 + int(random() * 40)},{int(random() * 1000):03d}",
        }


_BLOCKS: tuple[tuple[float, Callable[[_Writer, str], str]], ...] = (
    (0.20, _Writer.figure),
    (0.26, _Writer.items),
    (0.30, _Writer.quote),
    (0.34, _Writer.table),
    (0.39, _Writer.heading),
)
"""How often each block comes, added up; all else are paragraphs."""


def _pick(rng: Random, items: Sequence[Item]) -> Item:
    """Return one of them: `choice`, three times as fast."""
    return items[int(rng.random() * len(items))]


def _skewed(rng: Random, count: int) -> int:
    """Return a number below `count`, small ones more often: some wards and topics have far more news than others."""
    return int(count * rng.random() ** 1.6)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]

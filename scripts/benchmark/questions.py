"""What the search engines are asked: words out of the articles of a site, and words that none of them has."""

from __future__ import annotations

import re
from collections import defaultdict
from html import unescape
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from bantin.search.tokens import tokenise
from search.labelled import load_labelled

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

WINDOWS = 200
PHRASES = 20
SYLLABLES = 4
_TITLE = re.compile(r'<h1 class="bt-article__title">(.*?)</h1>', re.DOTALL)
_BODY = re.compile(r'<div class="bt-prose">(.*?)<div class="bt-article__foot"', re.DOTALL)
_PARTS = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W_]+")


class Text(NamedTuple):
    """The words of an article."""

    title: str
    body: str


class Question(NamedTuple):
    """Words typed, and the addresses of which one must come first."""

    kind: str
    query: str
    wanted: tuple[str, ...] = ()


def read_texts(site: Path) -> dict[str, Text]:
    """Return the words of every article, by address: the rest of a page is of no editor's making."""
    texts = {}
    for path in sorted(site.glob("tin/*/*/*/index.html")):
        page = path.read_text(encoding="utf-8")
        texts[path.parent.relative_to(site).as_posix() + "/"] = Text(_read(_TITLE, page), _read(_BODY, page))
    return texts


def draw_windows(texts: Mapping[str, Text], seed: int) -> list[Question]:
    """Return four-syllable windows that one article alone has, with and without diacritics."""
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    words = _words(texts, SYLLABLES)
    for address, text in texts.items():
        # A link's words are the title of another article, which rightly comes first.
        for part in text:
            folded = [" ".join(tokenise(word)) for word in _WORD.findall(part)]
            for start in range(len(folded) - SYLLABLES + 1):
                owners[tuple(folded[start : start + SYLLABLES])].add(address)
    questions: list[Question] = []
    random = Random(seed)  # noqa: S311 - the same each time is the point
    while len(questions) < 2 * WINDOWS:
        address = random.choice(list(words))
        raw = _window(random, words[address], SYLLABLES)
        plain = tuple(" ".join(tokenise(word)) for word in raw)
        if len(owners[plain]) == 1:
            questions.append(Question("window", " ".join(raw), (address,)))
            questions.append(Question("window, no diacritics", " ".join(plain), (address,)))
    return questions


def draw_phrases(kind: str, length: int, texts: Mapping[str, Text], seed: int) -> list[Question]:
    """Return windows of some length, whoever has them."""
    words = _words(texts, length)
    random = Random(seed)  # noqa: S311 - likewise
    return [
        Question(kind, " ".join(_window(random, words[random.choice(list(words))], length))) for _ in range(PHRASES)
    ]


def find_absent(texts: Mapping[str, Text]) -> list[Question]:
    """Return the labelled questions that nothing may be found for, but those that stand in an article after all."""
    everything = [f" {' '.join(tokenise(text.body))} " for text in texts.values()]
    queries = [one.query for one in load_labelled() if one.category == "absent"]
    return [
        Question("absent", query)
        for query in queries
        if not any(f" {' '.join(tokenise(query))} " in text for text in everything)
    ]


def _read(pattern: re.Pattern[str], page: str) -> str:
    found = pattern.search(page)
    return " ".join(unescape(_PARTS.sub(" ", found[1] if found else "")).split())


def _words(texts: Mapping[str, Text], least: int) -> dict[str, list[str]]:
    """Return the words of the articles that have enough of them, by address."""
    words = {address: _WORD.findall(text.body) for address, text in texts.items()}
    return {address: found for address, found in words.items() if len(found) >= least}


def _window(random: Random, words: list[str], length: int) -> list[str]:
    start = random.randrange(len(words) - length + 1)
    return words[start : start + length]

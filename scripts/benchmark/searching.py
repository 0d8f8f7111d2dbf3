"""Search in one site by three engines: how often the right article comes first, and what a reader pays.

Started by `scripts/bench.py search` in an environment that has Playwright. bantin and Pagefind index the same pages;
Material's lunr gets their text as MkDocs would hand it over. All answer in one Chromium. Every question is a reader's
first one: nothing of an earlier one is at hand. Bytes are those of the bodies, text packed by gzip.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from benchmark.engines import BLANK, ENGINES, LUNR_LIMIT, Engine, prepare_peers
from benchmark.hosting import NEVER_KEPT, Host, hosted
from benchmark.questions import Question, draw_phrases, draw_windows, find_absent, read_texts
from browser.chromium import running, window

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from playwright.sync_api import Page

_CARDS = 10
_TIMED = """async ([name, query]) => {
    const begin = performance.now();
    const found = await window[name](query);
    return [found, performance.now() - begin];
}"""


class Spent(NamedTuple):
    """What something cost a reader."""

    size: int
    requests: int
    ms: float = 0


class Answer(NamedTuple):
    """What an engine said to a question."""

    question: Question
    hits: tuple[str, ...]
    spent: Spent

    @property
    def is_right(self) -> bool:
        """Whether an article that is wanted comes first, or nothing where nothing is wanted."""
        return (bool(self.hits) and self.hits[0] in self.question.wanted) if self.question.wanted else not self.hits


class Asked(NamedTuple):
    """All that was found out about an engine."""

    opening: Spent
    answers: list[Answer]
    """To the sets of questions."""
    found: list[Answer]
    """To the phrases: without what cards show."""
    cards: list[Spent]
    """What ten cards with snippets cost besides, where there were ten."""


class Desk:
    """A page in which an engine answers."""

    def __init__(self, page: Page, host: Host, engine: Engine) -> None:
        self._page, self._host, self._engine = page, host, engine
        self._is_open = False

    def open(self) -> Spent:
        """Open the engine as a reader does who was never here; one that has all it needs is opened once."""
        if self._is_open and self._engine.is_whole:
            return Spent(0, 0)
        self._page.goto(self._host.address + BLANK)
        self._host.sent.clear()
        begin = time.monotonic()
        self._page.evaluate(self._engine.script, self._host.address)
        self._is_open = True
        return self._count((time.monotonic() - begin) * 1000)

    def ask(self, question: Question, function: str = "ask") -> Answer:
        """Ask one question."""
        self._host.sent.clear()
        found, ms = self._page.evaluate(_TIMED, [function, question.query])
        hits = tuple("".join(address.partition("tin/")[1:]) for address in found)
        return Answer(question, hits, self._count(ms))

    def _count(self, ms: float) -> Spent:
        return Spent(sum(one.size for one in self._host.sent), len(self._host.sent), ms)


def examine(desk: Desk, questions: Sequence[Question], phrases: Sequence[Question]) -> Asked:
    """Ask an engine everything."""
    asked = Asked(desk.open(), [], [], [])
    for question in questions:
        desk.open()
        asked.answers.append(desk.ask(question))
    for phrase in phrases:
        desk.open()
        asked.found.append(desk.ask(phrase, "find"))
        shown = desk.ask(phrase)
        if len(shown.hits) == _CARDS:
            asked.cards.append(shown.spent)
    return asked


def rates_table(results: dict[str, Asked]) -> str:
    """Return hit rates and costs, one engine and set a line."""
    lines = [
        "| engine | opening kB | s | set | right one first | rightly nothing | ms | kB | most kB | requests |",
        "| --- | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, asked in results.items():
        opening = f"{asked.opening.size / 1000:.1f} | {asked.opening.ms / 1000:.2f}"
        for kind, answers in _by_kind(asked.answers).items():
            first = _rate(one for one in answers if one.question.wanted)
            nothing = _rate(one for one in answers if not one.question.wanted)
            ms = median(one.spent.ms for one in answers)
            kilobytes, most, requests, _ = _costs([one.spent for one in answers])
            lines.append(
                f"| {name} | {opening} | {kind} | {first} | {nothing} | {ms:.0f} | {kilobytes} | {most} | {requests} |"
            )
    return "\n".join(lines)


def costs_table(results: dict[str, Asked]) -> str:
    """Return what each part of a search costs, one engine and part a line."""
    lines = [
        "| engine | part | kB | most kB | requests | most requests |",
        "| --- | --- | ---: | ---: | ---: | ---: |",
    ]
    for name, asked in results.items():
        worst = max(asked.answers, key=lambda one: one.spent)
        parts = {"opening": [asked.opening]}
        parts |= {kind: [one.spent for one in found] for kind, found in _by_kind(asked.found).items()}
        parts["ten cards with snippets"] = asked.cards
        parts[f"worst question of the sets: {worst.question.query}"] = [worst.spent]
        lines += [f"| {name} | {part} | {' | '.join(_costs(spent))} |" for part, spent in parts.items() if spent]
    return "\n".join(lines)


def _by_kind(answers: Iterable[Answer]) -> dict[str, list[Answer]]:
    groups: dict[str, list[Answer]] = {}
    for one in answers:
        groups.setdefault(one.question.kind, []).append(one)
    return groups


def _rate(answers: Iterable[Answer]) -> str:
    right = [one.is_right for one in answers]
    return f"{sum(right)} of {len(right)}"


def _costs(spent: Sequence[Spent]) -> tuple[str, str, str, str]:
    """Return kilobytes and requests, the median and the most of each."""
    sizes, requests = [one.size / 1000 for one in spent], [one.requests for one in spent]
    return f"{median(sizes):.1f}", f"{max(sizes):.1f}", f"{median(requests):.0f}", f"{max(requests)}"


def main(site: Path, pagefind: str, seed: int) -> int:
    """Ask all engines, print the tables."""
    texts = read_texts(site)
    questions = [*draw_windows(texts, seed), *find_absent(texts)]
    phrases = [*draw_phrases("two syllables", 2, texts, seed), *draw_phrases("five syllables", 5, texts, seed)]
    took = prepare_peers(site, texts, pagefind)
    engines = [one for one in ENGINES if not one.is_whole or len(texts) <= LUNR_LIMIT]
    results = {}
    with hosted(site, NEVER_KEPT) as host, running() as browser, window(browser, 1280, "light") as context:
        for engine in engines:
            with context.new_page() as page:
                page.set_default_timeout(600_000)
                results[engine.name] = examine(Desk(page, host, engine), questions, phrases)
    print(f"{rates_table(results)}\n\n{costs_table(results)}")
    print(f"\nPagefind's indexing took {took:.1f} s; {len(texts)} articles, seed {seed}.")
    missed = [one for one in results["bantin"].answers if not one.is_right]
    for one in missed:
        print(f"bantin missed ({one.question.kind}): {one.question.query} → {', '.join(one.question.wanted)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))

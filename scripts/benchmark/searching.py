"""Search in one site by three engines: how often the right article comes first, and what a reader pays.

Started by `scripts/bench.py search` in an environment that has Playwright. bantin and Pagefind index the same pages;
Material's lunr gets their text as MkDocs would hand it over. All answer in one Chromium.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections import defaultdict
from html import unescape
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

import material  # type: ignore[import-untyped]

from bantin.search.tokens import tokenise
from browser.chromium import running, window
from browser.host import hosted
from search.labelled import load_labelled

if TYPE_CHECKING:
    from playwright.sync_api import Page

WINDOWS = 200
SYLLABLES = 4
_BODY = re.compile(r'<div class="bt-prose">(.*?)<div class="bt-article__foot"', re.DOTALL)
_PARTS = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W_]+")
_PAGEFIND = "pagefind-bench"
_LUNR_LIMIT = 2_000
"""Articles beyond which lunr keeps a browser busy for minutes."""

_ENGINES = {
    "bantin": """async (base) => {
        const { openSearch } = await import(base + "search/search.mjs");
        const index = await openSearch(base + "search/");
        window.ask = async (query) => (await index.search(query)).hits.map((hit) => hit.url);
    }""",
    "Pagefind": f"""async (base) => {{
        const index = await import(base + "{_PAGEFIND}/pagefind.js");
        await index.init();
        window.ask = async (query) => {{
            const found = (await index.search(query)).results.slice(0, 10);
            const pages = await Promise.all(found.map((one) => one.data()));
            return pages.map((one) => one.raw_url ?? one.url);
        }};
    }}""",
    "Material's lunr": """async (base) => {
        const index = await (await fetch(base + "lunr-bench/search_index.json")).json();
        const worker = new Worker(base + "lunr-bench/workers/search.js");
        const told = (message) => new Promise((done) => {
            worker.onmessage = (event) => { if (event.data.type === message.type + 1) done(event.data.data); };
            worker.postMessage(message);
        });
        await told({ type: 0, data: { ...index, options: { suggest: false } } });
        window.ask = async (query) =>
            (await told({ type: 2, data: query })).items.slice(0, 10).map((group) => group[0].location);
    }""",
}


_COST = """() => {
    const entries = performance.getEntriesByType("resource");
    return [entries.reduce((sum, one) => sum + one.encodedBodySize, 0), entries.length];
}"""
"""Bytes and requests since the record was last cleared."""


class Question(NamedTuple):
    """Words typed, and the addresses of which one must come first."""

    kind: str
    query: str
    wanted: tuple[str, ...]


def read_texts(site: Path) -> dict[str, str]:
    """Return the words of every article's body, by address: the rest of a page is of no editor's making."""
    texts = {}
    for path in sorted(site.glob("tin/*/*/*/index.html")):
        found = _BODY.search(path.read_text(encoding="utf-8"))
        address = path.parent.relative_to(site).as_posix() + "/"
        texts[address] = " ".join(unescape(_PARTS.sub(" ", found[1] if found else "")).split())
    return texts


def draw_windows(texts: dict[str, str], seed: int) -> list[Question]:
    """Return four-syllable windows that one article alone has, with and without diacritics."""
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    words = {address: _WORD.findall(text) for address, text in texts.items()}
    for address, found in words.items():
        folded = [" ".join(tokenise(word)) for word in found]
        for start in range(len(found) - SYLLABLES + 1):
            owners[tuple(folded[start : start + SYLLABLES])].add(address)
    questions: list[Question] = []
    random = Random(seed)  # noqa: S311 - the same each time is the point
    while len(questions) < 2 * WINDOWS:
        address = random.choice(list(words))
        start = random.randrange(len(words[address]) - SYLLABLES + 1)
        raw = words[address][start : start + SYLLABLES]
        plain = tuple(" ".join(tokenise(word)) for word in raw)
        if len(owners[plain]) == 1:
            questions.append(Question("window", " ".join(raw), (address,)))
            questions.append(Question("window, no diacritics", " ".join(plain), (address,)))
    return questions


def prepare_peers(site: Path, texts: dict[str, str], pagefind: str) -> dict[str, float]:
    """Index the site for the peers, beside it; return the seconds that each took."""
    begin = time.monotonic()
    options = ["--site", str(site), "--glob", "tin/**/*.html", "--root-selector", "article", "--quiet"]
    subprocess.run([pagefind, *options, "--output-path", str(site / _PAGEFIND)], check=True, stdout=sys.stderr)
    took = {"Pagefind": time.monotonic() - begin}
    assets = Path(material.__file__).parent / "templates/assets/javascripts"
    folder = site / "lunr-bench"
    for source in (*assets.glob("workers/*.js"), *assets.glob("lunr/**/*.js")):
        name = "workers/search.js" if source.parent.name == "workers" else source.relative_to(assets).as_posix()
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(source.read_bytes())
    fields = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}
    config = {"lang": ["vi"], "separator": r"[\s\-]+", "pipeline": ["stopWordFilter"], "fields": fields}
    docs = [{"location": address, "title": text[:80], "text": text} for address, text in texts.items()]
    (folder / "search_index.json").write_text(json.dumps({"config": config, "docs": docs}), encoding="utf-8")
    return took


def measure(page: Page, base: str, engine: str, questions: list[Question]) -> dict[str, Any]:
    """Return what an engine answers to all questions, and what opening it and asking it cost."""
    page.goto(f"{base}404.html")
    page.evaluate("performance.setResourceTimingBufferSize(100000)")
    begin = time.monotonic()
    page.evaluate(_ENGINES[engine], base)
    opened = time.monotonic() - begin
    opening = page.evaluate(_COST)
    rows = []
    for question in questions:
        page.evaluate("performance.clearResourceTimings()")
        found, spent = page.evaluate(
            "async (query) => { const begin = performance.now(); const found = await window.ask(query);"
            " return [found, performance.now() - begin]; }",
            question.query,
        )
        rows.append(
            (
                question,
                [address.partition("tin/")[1] + address.partition("tin/")[2] for address in found],
                spent,
                *page.evaluate(_COST),
            )
        )
    return {"opening": opening, "seconds": opened, "rows": rows}


def table(results: dict[str, dict[str, Any]]) -> str:
    """Return hit rates and costs, one engine a line."""
    lines = [
        "| engine | opening kB | s | set | right one first | rightly nothing | ms | kB | most kB | requests |",
        "| --- | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for engine, result in results.items():
        groups: dict[str, list[Any]] = defaultdict(list)
        for row in result["rows"]:
            groups[row[0].kind].append(row)
        for kind, rows in groups.items():
            first = [row for row in rows if row[0].wanted]
            none = [row for row in rows if not row[0].wanted]
            right = sum(bool(row[1]) and row[1][0] in row[0].wanted for row in first)
            lines.append(
                f"| {engine} | {result['opening'][0] / 1000:.1f} | {result['seconds']:.2f} | {kind}"
                f" | {right} of {len(first)} | {sum(not row[1] for row in none)} of {len(none)}"
                f" | {median(row[2] for row in rows):.0f} | {median(row[3] for row in rows) / 1000:.1f}"
                f" | {max(row[3] for row in rows) / 1000:.1f} | {median(row[4] for row in rows):.0f} |"
            )
    return "\n".join(lines)


def main(site: Path, pagefind: str, seed: int) -> int:
    """Ask all engines, print the table."""
    texts = read_texts(site)
    questions = draw_windows(texts, seed)
    absent = [one for one in load_labelled() if one.category == "absent"]
    questions += [Question("absent", one.query, ()) for one in absent if not _stands(one.query, texts)]
    took = prepare_peers(site, texts, pagefind)
    engines = [engine for engine in _ENGINES if engine != "Material's lunr" or len(texts) <= _LUNR_LIMIT]
    with hosted(site, "/bench/") as base, running() as browser, window(browser, 1280, "light") as context:
        results = {}
        for engine in engines:
            with context.new_page() as page:
                page.set_default_timeout(600_000)
                results[engine] = measure(page, base, engine, questions)
    print(table(results))
    print(f"\nPagefind's indexing took {took['Pagefind']:.1f} s; {len(texts)} articles, seed {seed}.")
    return 0


def _stands(query: str, texts: dict[str, str]) -> bool:
    wanted = " ".join(tokenise(query))
    return any(f" {wanted} " in f" {' '.join(tokenise(text))} " for text in texts.values())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])))

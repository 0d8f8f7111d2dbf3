"""The search engines that are compared: how each indexes a site, and how a page opens the index and asks."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import material  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmark.questions import Text

BLANK = "bench.html"
"""A page that asks for nothing."""
LUNR_LIMIT = 2_000
"""Articles beyond which lunr keeps a browser busy for minutes."""
_PAGEFIND = "pagefind-bench"
_LUNR = "lunr-bench"


class Engine(NamedTuple):
    """How a page uses it."""

    name: str
    script: str
    """A function of the site's address. It leaves two others behind: `find` ranks the matches, with nothing to show of
    them; `ask` gives the addresses of the hits, and brings all that ten cards with snippets show."""
    is_whole: bool = False
    """Whether it asks for nothing more once it is open, so that one opening serves all questions."""


ENGINES = (
    Engine(
        "bantin",
        """async (base) => {
        const { openSearch } = await import(base + "search/search.mjs");
        const index = await openSearch(base + "search/");
        const ask = async (query, options) => (await index.search(query, options)).hits.map((hit) => hit.url);
        window.find = (query) => ask(query, { limit: 0, snippets: false });
        window.ask = (query) => ask(query);
    }""",
    ),
    Engine(
        "Pagefind",
        f"""async (base) => {{
        const index = await import(base + "{_PAGEFIND}/pagefind.js");
        await index.init();
        await index.filters(); // what is used first loads the program; this loads nothing else
        const search = async (query) => (await index.search(query)).results.slice(0, 10);
        window.find = async (query) => (await search(query)).map((one) => one.id);
        window.ask = async (query) => {{
            const pages = await Promise.all((await search(query)).map((one) => one.data()));
            return pages.map((one) => one.raw_url ?? one.url);
        }};
    }}""",
    ),
    Engine(
        "Material's lunr",
        f"""async (base) => {{
        const index = await (await fetch(base + "{_LUNR}/search_index.json")).json();
        const worker = new Worker(base + "{_LUNR}/workers/search.js");
        const told = (message) => new Promise((done) => {{
            worker.onmessage = (event) => {{ if (event.data.type === message.type + 1) done(event.data.data); }};
            worker.postMessage(message);
        }});
        await told({{ type: 0, data: {{ ...index, options: {{ suggest: false }} }} }});
        window.find = window.ask = async (query) =>
            (await told({{ type: 2, data: query }})).items.slice(0, 10).map((group) => group[0].location);
    }}""",
        is_whole=True,
    ),
)


def prepare_peers(site: Path, texts: Mapping[str, Text], pagefind: str) -> float:
    """Index the site for the peers, beside it; return the seconds that Pagefind took."""
    begin = time.monotonic()
    options = ["--site", str(site), "--glob", "tin/**/*.html", "--root-selector", "article", "--quiet"]
    subprocess.run([pagefind, *options, "--output-path", str(site / _PAGEFIND)], check=True, stdout=sys.stderr)
    took = time.monotonic() - begin
    assets = Path(material.__file__).parent / "templates/assets/javascripts"
    folder = site / _LUNR
    for source in (*assets.glob("workers/*.js"), *assets.glob("lunr/**/*.js")):
        name = "workers/search.js" if source.parent.name == "workers" else source.relative_to(assets).as_posix()
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(source.read_bytes())
    fields = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}
    config = {"lang": ["vi"], "separator": r"[\s\-]+", "pipeline": ["stopWordFilter"], "fields": fields}
    docs = [{"location": address, "title": one.title, "text": one.body} for address, one in texts.items()]
    (folder / "search_index.json").write_text(json.dumps({"config": config, "docs": docs}), encoding="utf-8")
    # The icon stands in it: else the browser asks for one, at some time.
    blank = '<!doctype html><html lang="vi"><link rel="icon" href="data:,"><title>Bench</title></html>\n'
    (site / BLANK).write_text(blank, encoding="utf-8")
    return took

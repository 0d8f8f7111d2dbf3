"""How well `bantin import` reads the labelled set, beside trafilatura, dateparser and underthesea, in one table.

    python3 scripts/benchmark/extraction.py                       # bantin alone
    python3 scripts/benchmark/extraction.py --peers VENV/bin/python

The peers live in an environment of their own (pip install trafilatura dateparser underthesea), never in the project's:
this file runs itself there with `--serve`.
"""

from __future__ import annotations

import argparse
import html
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ROWS = ("date", "ward", "officials", "offices", "title", "byline", "captions", "dropped", "kept")


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", help="Python of the environment that holds the peers")
    parser.add_argument("--split", choices=("tuning", "test"), default="test")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        return serve()
    sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]
    from ingest.labelled.compose import compose
    from ingest.labelled.score import score

    articles = compose(options.split)
    columns = {"bantin": score(articles, _read_ours)}
    started = time.process_time()
    for article in articles:
        _read_ours(article)
    speed = len(articles) / (time.process_time() - started)
    if options.peers:
        answers = _ask_peers(options.peers, articles)
        columns["trafilatura + dateparser + underthesea"] = score(articles, lambda article: answers[article.name])
    print(f"{len(articles)} articles of the part «{options.split}»; F1, for single answers the share that is right\n")
    print(f"| Field | {' | '.join(columns)} |\n|{' --- |' * (len(columns) + 1)}")
    for row in ROWS:
        shown = [f"{scores[row].f1:.3f}" if scores[row].found else "–" for scores in columns.values()]
        print(f"| {row} | {' | '.join(shown)} |")
    print(f"\nbantin: {speed:.0f} articles a second of processor time, one core")
    return 0


def _read_ours(article: Any) -> dict[str, Any]:
    from bantin.ingest.extract import Setting, extract
    from bantin.ingest.proposal import as_dict
    from bantin.ingest.sources import read_bytes
    from bantin.messages import load_messages
    from bantin.model import Registry

    setting = Setting(Registry(), datetime.now(UTC).date())
    return as_dict(extract(article.name, read_bytes("text", article.data), setting), load_messages("vi"))


def _ask_peers(python: str, articles: Iterable[Any]) -> dict[str, dict[str, Any]]:
    asked = [{"name": one.name, "text": _decode(one.data)} for one in articles]
    command = [python, __file__, "--serve"]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, encoding="utf-8", check=True)
    answers: dict[str, dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return answers


def _decode(data: bytes) -> str:
    """Return the text as an editor's program shows it: the peers are spared the old encodings."""
    from bantin.ingest.encodings import decode_text

    return decode_text(data)[0]


def serve() -> int:
    """Answer for the peers: their own defaults, the first date, all persons that are named."""
    import dateparser.search
    import trafilatura
    from underthesea import ner

    answers = {}
    for one in json.load(sys.stdin):
        answers[one["name"]] = _answer(one["text"], trafilatura, dateparser.search.search_dates, ner)
    print(json.dumps(answers, ensure_ascii=False))
    return 0


def _answer(text: str, trafilatura: Any, search: Callable[..., Any], ner: Callable[[str], Any]) -> dict[str, Any]:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    page = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    title = html.escape(lines[0]) if lines else ""
    found = trafilatura.bare_extraction(f"<html><head><title>{title}</title></head><body>{page}</body></html>")
    document = found.as_dict() if found is not None and hasattr(found, "as_dict") else found or {}
    dates = search(text[:2000], languages=["vi"], settings={"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month"]})
    persons: dict[str, None] = {}
    for line in lines:
        name: list[str] = []
        for word, _, _, tag in ner(line[:1500]):
            if tag in {"B-PER", "I-PER"}:
                name.append(word)
            elif name:
                persons[" ".join(name)] = None
                name = []
        if name:
            persons[" ".join(name)] = None
    first = dates[0][1] if dates else None
    return {
        "title": document.get("title"),
        "date": None
        if first is None
        else first.isoformat(timespec="minutes")
        if first.hour
        else first.date().isoformat(),
        "byline": document.get("author"),
        "officials": [{"name": name, "roles": []} for name in persons],
        "body_markdown": document.get("text") or "",
    }


if __name__ == "__main__":
    sys.exit(main())

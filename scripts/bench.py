"""Measure bantin beside other site generators: python3 scripts/bench.py --n 10000 [--peers hugo,pagefind,material].

All run in one go, in turn, on the same invented articles; what counts are the ratios of runs that stood side by side.
With --sizes 1000,10000,100000, bantin alone, to see how its cost grows.

python3 scripts/bench.py search --n 10000 compares search instead: hit rates, bytes, requests.
python3 scripts/bench.py pictures --n 1000 takes as many photographs instead, of 4 MB each, beside 100 articles.
python3 scripts/bench.py pages --n 10000 measures what a page costs a phone, beside Material and a theme of Hugo.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

import environment
import tools
from benchmark import developing, generators, report
from benchmark.report import Results
from benchmark.session import GROWTH, STEPS, Session
from benchmark.theme import ADDRESS, build_theme
from benchmark.workplace import Workplace, open_stage, open_workplace

DOCUMENT = environment.ROOT / "docs" / "performance.md"
_FEW_BESIDE = 100
"""Articles beside which photographs are measured."""
_FEW = 60
"""Articles of Material's blog beside the one looked at; its pages load its search index, which grows with them."""
_BLOCK, _PLACE = 64, 40
"""A search block's articles, and the place in its block that the newest article has at every size of a growth run."""


def main(arguments: list[str]) -> int:
    """Set up, run, print; 1 if a tool could not take a step."""
    modes = {"search": search, "pictures": pictures, "pages": pages}
    parser = _options()
    if arguments and arguments[0] in modes:
        return modes[arguments[0]](parser.parse_args(arguments[1:]))
    return compare(parser, parser.parse_args(arguments))


def compare(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    """Take the steps of a round with all tools, or with bantin at all sizes."""
    peers = _names(parser, options.peers, generators.PEERS)
    steps = _names(parser, options.steps, tuple(STEPS)) or list(GROWTH if options.sizes else STEPS)
    if not shutil.which("git"):
        raise environment.SetupError("Cần có git.", "git is needed.", "sudo apt-get install git")
    place = open_workplace(options)
    if options.sizes:
        found = [_measure(place, _same_place(n), [], steps, options.rounds) for n in options.sizes]
        results = [one for one, _ in found]
        name, tables = "growth", [report.growth_table(results), report.growth_goals(results)]
    else:
        found = [_measure(place, options.n, peers, steps, options.rounds)]
        name, tables = str(options.n), [report.steps_table(found[0][0]), report.goals_table(found[0][0])]
    machine, failed = found[0][1], sum(one.failed for one, _ in found)
    text = "\n\n".join([*tables, f"{_rounds(options.rounds)}; {machine}."])
    print(text)
    if options.json:
        values = {"machine": machine, "rounds": options.rounds, "corpora": [one.as_values() for one, _ in found]}
        Path(options.json).write_text(json.dumps(values, indent=1), encoding="utf-8")
    if options.write_doc:
        report.write_section(DOCUMENT, name, text)
    return 1 if failed else 0


def search(options: argparse.Namespace) -> int:
    """Compare search: bantin's, Pagefind's on the same pages, and Material's lunr where the corpus is small enough."""
    stage = open_stage()
    place = open_workplace(options, stage.python)
    workshop = place.workshop(options.n)
    bantin = workshop.bantin()
    with place.clearing(bantin):
        figures = bantin.make()
        print(f"bantin's cold build: {figures.wall:.1f} s, {figures.cpu:.1f} s of CPU.\n", flush=True)
        return stage.run("searching.py", str(bantin.site), workshop.pagefind(), str(options.seed))


def pictures(options: argparse.Namespace) -> int:
    """Take many photographs through bantin."""
    place = open_workplace(options)
    workshop = place.workshop(_FEW_BESIDE)
    machine = report.describe_machine(workshop.versions([]))
    with place.clearing(workshop.bantin()):
        text = f"{developing.measure_pictures(workshop, options.n)}\n\nOne round; {machine}."
    print(text)
    if options.write_doc:
        report.write_section(DOCUMENT, "pictures", text)
    return 0


def pages(options: argparse.Namespace) -> int:
    """Compare what the first visit of a page costs on a slow phone: ours, Material's blog, a theme of Hugo."""
    stage = open_stage()
    place = open_workplace(options, stage.python)
    workshop, small = place.workshop(options.n), place.workshop(_FEW)
    bantin, (material,) = workshop.bantin(), small.peers(["material"])
    number = options.n // 2
    with place.clearing(bantin, material):
        bantin.make()
        # The same article everywhere, as what it shows is part of what it costs; drawn anew, as a body is written once.
        material.make(workshop.corpus.article(number))
        programs = small.hugo(), tools.npm(stage.python), tools.node(stage.python)
        theme = build_theme(place.folder / "doks", *programs, workshop.corpus, workshop.corpus.article(number))
        article = workshop.corpus.article(number)
        visits = [
            ("bantin, home", str(bantin.site), ""),
            ("bantin, article", str(bantin.site), bantin.project.address(article)),
            ("Material's blog, article", str(material.site), material.project.address(article)),
            ("Hugo, Doks, article", str(theme), ADDRESS),
        ]
        return stage.run("pages.py", json.dumps(visits), str(options.rounds))


def _measure(place: Workplace, n: int, peers: list[str], steps: list[str], rounds: int) -> tuple[Results, str]:
    """Return the results on one corpus, and what they were taken with."""
    workshop = place.workshop(n)
    if "material" in peers and n > generators.MATERIAL_LIMIT:
        limit = generators.MATERIAL_LIMIT
        environment.say(f"Bỏ qua Material: trên {limit} bài.", f"Material's blog is left out beyond {limit} articles.")
        peers = [name for name in peers if name != "material"]
    found = [workshop.bantin(), *workshop.peers(peers)]
    machine = report.describe_machine(workshop.versions(found))
    session = Session(found, steps, rounds)
    with place.clearing(*found):
        session.prepare()
        runs = session.perform()
    return Results(workshop.corpus, runs, {one.name: one.title for one in found}, session.failed), machine


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":")[0])
    add = parser.add_argument
    add("--n", type=int, default=10_000, help="số bài / articles")
    add("--peers", default=",".join(generators.PEERS), help="so với / the peers: %(default)s; '' = none")
    add("--rounds", type=int, default=3, help="số lượt / rounds, of which the medians are taken")
    add("--sizes", type=_sizes, help="đo mức tăng / growth: 1000,10000,100000, bantin alone")
    add("--steps", default="", help=f"các bước / steps, else all: {','.join(STEPS)}")
    add("--seed", type=int, default=1, help="số gieo / another number makes other articles")
    add("--work", metavar="DIR", help="thư mục làm việc / where all is written, else a temporary folder")
    add("--keep", action="store_true", help="giữ lại bài và trang / keep articles and sites in the work folder")
    add("--python", metavar="FILE", help="Python có bantin / one that has bantin, else .venv")
    add("--json", metavar="FILE", help="ghi mọi số đo / write every figure of every run")
    add("--write-doc", action="store_true", help="ghi vào / put the tables into docs/performance.md")
    return parser


def _rounds(count: int) -> str:
    return "One round" if count == 1 else f"Medians of {count} rounds"


def _sizes(text: str) -> list[int]:
    return [int(one) for one in text.split(",")]


def _same_place(n: int) -> int:
    """Return the next number of articles at which the newest one has the same place in its block."""
    return n + (_PLACE - n) % _BLOCK


def _names(parser: argparse.ArgumentParser, text: str, known: tuple[str, ...]) -> list[str]:
    names = [name for name in text.split(",") if name]
    if unknown := set(names) - set(known):
        parser.error(f"{', '.join(sorted(unknown))}: {', '.join(known)}")
    return names


if __name__ == "__main__":
    sys.exit(environment.run_script(main))

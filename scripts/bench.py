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
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import environment
from benchmark import developing, generators, report
from benchmark.corpus import Corpus
from benchmark.report import Results
from benchmark.session import GROWTH, STEPS, Session

DOCUMENT = environment.ROOT / "docs" / "performance.md"
_FEW_BESIDE = 100
"""Articles beside which photographs are measured."""
_FEW = 60
"""Articles of the peers whose pages are looked at: a page costs the same in a larger site."""
_BLOCK, _PLACE = 64, 40
"""A search block's articles, and the place in its block that the newest article has at every size of a growth run."""


def main(arguments: list[str]) -> int:
    """Set up, run, print; 1 if a tool could not take a step."""
    if arguments[:1] == ["search"]:
        return search(arguments[1:])
    if arguments[:1] == ["pictures"]:
        return pictures(arguments[1:])
    if arguments[:1] == ["pages"]:
        return pages(arguments[1:])
    parser = _options()
    options = parser.parse_args(arguments)
    peers = _names(parser, options.peers, generators.PEERS)
    steps = _names(parser, options.steps, tuple(STEPS)) or list(GROWTH if options.sizes else STEPS)
    if not shutil.which("git"):
        raise environment.SetupError("Cần có git.", "git is needed.", "sudo apt-get install git")
    python = Path(options.python) if options.python else environment.prepare(environment.RUN)
    work = Path(options.work or Path(tempfile.gettempdir(), "bantin-bench")).resolve()
    work.mkdir(parents=True, exist_ok=True)
    if options.sizes:
        corpora = [Corpus(_same_place(n), options.seed) for n in options.sizes]
        found = [_measure(generators.Workshop(work, python, one), [], steps, options) for one in corpora]
        results = [one for one, _ in found]
        name, tables = "growth", [report.growth_table(results), report.growth_goals(results)]
    else:
        workshop = generators.Workshop(work, python, Corpus(options.n, options.seed))
        found = [_measure(workshop, peers, steps, options)]
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


def search(arguments: list[str]) -> int:
    """Compare search: bantin's, Pagefind's on the same pages, and Material's lunr where the corpus is small enough."""
    options = _options().parse_args(arguments)
    python = environment.prepare(environment.LOCK)
    # Imported only now: it needs what has just been prepared.
    import tools  # noqa: PLC0415

    env = os.environ | tools.prepare_browser_tests(python)
    env["PYTHONPATH"] = os.pathsep.join(str(environment.ROOT / name) for name in ("scripts", "tests"))
    work = Path(options.work or Path(tempfile.gettempdir(), "bantin-bench")).resolve()
    work.mkdir(parents=True, exist_ok=True)
    workshop = generators.Workshop(work, python, Corpus(options.n, options.seed))
    bantin = workshop.bantin()
    bantin.project.write()
    figures = bantin.build()
    print(f"bantin's cold build: {figures.wall:.1f} s, {figures.cpu:.1f} s of CPU.\n", flush=True)
    script = Path(__file__).parent / "benchmark" / "searching.py"
    command = [str(python), str(script), str(bantin.site), workshop.pagefind(), str(options.seed)]
    done = subprocess.run(command, env=env, check=False)
    if not options.keep:
        shutil.rmtree(bantin.project.root, ignore_errors=True)
    return done.returncode


def pictures(arguments: list[str]) -> int:
    """Take many photographs through bantin."""
    options = _options().parse_args(arguments)
    python = Path(options.python) if options.python else environment.prepare(environment.RUN)
    work = Path(options.work or Path(tempfile.gettempdir(), "bantin-bench")).resolve()
    work.mkdir(parents=True, exist_ok=True)
    workshop = generators.Workshop(work, python, Corpus(_FEW_BESIDE, options.seed))
    machine = report.describe_machine(workshop.versions([]))
    text = f"{developing.measure_pictures(workshop, options.n)}\n\nOne round; {machine}."
    print(text)
    if options.write_doc:
        report.write_section(DOCUMENT, "pictures", text)
    if not options.keep:
        shutil.rmtree(workshop.bantin().project.root, ignore_errors=True)
    return 0


def pages(arguments: list[str]) -> int:
    """Compare what the first visit of a page costs on a slow phone: ours, Material's blog, a theme of Hugo."""
    options = _options().parse_args(arguments)
    python = environment.prepare(environment.LOCK)
    # Imported only now: it needs what has just been prepared.
    import tools  # noqa: PLC0415
    from benchmark.theme import ADDRESS, build_theme  # noqa: PLC0415

    env = os.environ | tools.prepare_browser_tests(python)
    env["PYTHONPATH"] = os.pathsep.join(str(environment.ROOT / name) for name in ("scripts", "tests"))
    work = Path(options.work or Path(tempfile.gettempdir(), "bantin-bench")).resolve()
    work.mkdir(parents=True, exist_ok=True)
    workshop = generators.Workshop(work, python, Corpus(options.n, options.seed))
    small = generators.Workshop(work, python, Corpus(_FEW, options.seed))
    bantin, (material,) = workshop.bantin(), small.peers(["material"])
    for generator in (bantin, material):
        generator.project.write()
        generator.build()
    article, other = workshop.corpus.article(options.n // 2), small.corpus.article(_FEW // 2)
    theme = build_theme(work / "doks", small.hugo(), tools.npm(python), small.corpus, other)
    visits = [
        ("bantin, home", str(bantin.site), ""),
        ("bantin, article", str(bantin.site), bantin.project.address(article)),
        ("Material's blog, article", str(material.site), material.project.address(other)),
        ("Hugo, Doks, article", str(theme), ADDRESS),
    ]
    script = Path(__file__).parent / "benchmark" / "pages.py"
    done = subprocess.run([str(python), str(script), json.dumps(visits), str(options.rounds)], env=env, check=False)
    if not options.keep:
        shutil.rmtree(bantin.project.root, ignore_errors=True)
    return done.returncode


def _measure(
    workshop: generators.Workshop, peers: list[str], steps: list[str], options: argparse.Namespace
) -> tuple[Results, str]:
    """Return the results on one corpus, and what they were taken with."""
    corpus = workshop.corpus
    if "material" in peers and corpus.n > generators.MATERIAL_LIMIT:
        limit = generators.MATERIAL_LIMIT
        environment.say(f"Bỏ qua Material: trên {limit} bài.", f"Material's blog is left out beyond {limit} articles.")
        peers = [name for name in peers if name != "material"]
    found = [workshop.bantin(), *workshop.peers(peers)]
    machine = report.describe_machine(workshop.versions(found))
    session = Session(found, steps, options.rounds)
    session.prepare()
    runs = session.perform()
    if not options.keep:
        for generator in found:
            shutil.rmtree(generator.project.root, ignore_errors=True)
    return Results(corpus, runs, {one.name: one.title for one in found}, session.failed), machine


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

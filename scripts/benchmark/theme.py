"""One article in a theme of Hugo: Doks, which npm has. What its reader pays stands beside ours."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from benchmark.corpus import write_body
from benchmark.flavours import write_pictures

if TYPE_CHECKING:
    from benchmark.corpus import Article, Corpus

_SOURCE = Path(__file__).resolve().parent / "doks"
ADDRESS = "blog/bai/"
_FROM_SCRIPTS = ("active", "disabled", "hidden", "show")
"""Classes that scripts set."""


def build_theme(folder: Path, hugo: str, npm: list[str], node: str, corpus: Corpus, article: Article) -> Path:
    """Write and build a site of one article in `folder`; return the folder of its pages."""
    shutil.copytree(_SOURCE, folder, dirs_exist_ok=True)
    if not (folder / "node_modules").is_dir():
        subprocess.run([*npm, "install", "--silent", "--ignore-scripts"], cwd=folder, check=True)
    # A link leads to the list of articles: a script of the theme fetches what is linked.
    _, body = write_body(corpus, article, lambda _: "/blog/", "/media")
    head = f'title: "{article.title}"\ndate: {article.date.isoformat()}\ncontributors: []\n'
    for name, text in {"_index": "title: Tin phường\n", "blog/_index": "title: Tin\ncontributors: []\n"}.items():
        _put(folder / f"content/{name}.md", text, "")
    _put(folder / "content/blog/bai.md", head, body)
    for name in ("static/media", "site"):
        shutil.rmtree(folder / name, ignore_errors=True)
    write_pictures(folder / "static/media")
    subprocess.run(
        [hugo, "--minify", "--quiet", "--logLevel", "error", "--destination", "site"], cwd=folder, check=True
    )
    _purge(folder, node)
    return folder / "site"


def _purge(folder: Path, node: str) -> None:
    """Drop the styles that no page uses, as the theme's starter does."""
    pages = ["--content", "site/**/*.html", "site/js/*.js", "--safelist", *_FROM_SCRIPTS]
    purgecss = [node, "node_modules/purgecss/bin/purgecss.js", "--css", "site/main.css", "--output", "site"]
    subprocess.run([*purgecss, *pages], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def _put(path: Path, head: str, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}---\n\n{body}", encoding="utf-8", newline="\n")

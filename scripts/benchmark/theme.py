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


def build_theme(folder: Path, hugo: str, npm: list[str], corpus: Corpus, article: Article) -> Path:
    """Write and build a site of one article in `folder`; return the folder of its pages."""
    shutil.copytree(_SOURCE, folder, dirs_exist_ok=True)
    if not (folder / "node_modules").is_dir():
        subprocess.run([*npm, "install", "--silent", "--ignore-scripts"], cwd=folder, check=True)
    _, body = write_body(corpus, article, lambda other: f"/tin/{other.place}/", "/media")
    head = f'title: "{article.title}"\ndate: {article.date.isoformat()}\ncontributors: []\n'
    for name, text in {"_index": "title: Tin phường\n", "blog/_index": "title: Tin\ncontributors: []\n"}.items():
        _put(folder / f"content/{name}.md", text, "")
    _put(folder / "content/blog/bai.md", head, body)
    shutil.rmtree(folder / "static", ignore_errors=True)
    write_pictures(folder / "static/media")
    # Its production build runs PostCSS to drop unused styles, which its starter configures: its kilobytes are an upper
    # bound here.
    options = ["--environment", "development", "--minify", "--quiet", "--logLevel", "error", "--destination", "site"]
    subprocess.run([hugo, *options], cwd=folder, check=True)
    return folder / "site"


def _put(path: Path, head: str, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}---\n\n{body}", encoding="utf-8", newline="\n")

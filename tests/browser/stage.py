"""The site that the browser looks at: the project's own content, with pages that young content lacks."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from PIL import Image

import photographs

ROOT = Path(__file__).resolve().parents[2]

FOLDER = "/phuong/"
"""Where the test host keeps the site: not at its root, as links must work from any folder."""

LIST_YEAR = 2021
"""A year before all real articles, with enough of them for full list pages."""

TRIAL_SLUG = "moi-kieu-noi-dung"
"""The article that has everything an article may have."""

_LIST_ARTICLES = 41
_TRIAL = Path(__file__).with_name("trial-article.md")


def build_site(folder: Path) -> Path:
    """Build a copy of the content with the added articles; gives the site's folder."""
    work, site = folder / "work", folder / "site"
    work.mkdir(parents=True)
    shutil.copytree(ROOT / "content", work / "content")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    address = f"site_url: https://ban-tin.example{FOLDER}"
    settings, count = re.subn(r"^site_url:.*$", address, settings, flags=re.MULTILINE)
    (work / "mkdocs.yml").write_text(settings if count else f"{address}\n{settings}", encoding="utf-8")
    _add_articles(work / "content")
    command = [sys.executable, "-m", "bantin", "build", "--out", str(site)]
    done = subprocess.run(command, cwd=work, check=False, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise RuntimeError(f"bantin build: exit code {done.returncode}\n{done.stdout}\n{done.stderr}")
    return site


def _add_articles(content: Path) -> None:
    """Add one article of every kind of text, and a year of short ones in one ward, official and topic."""
    ids = {name: _first_id(content / "registry" / f"{name}.yml") for name in ("wards", "officials", "topics")}
    month = content / "news" / str(LIST_YEAR) / "03"
    month.mkdir(parents=True)
    trial = _TRIAL.read_text(encoding="utf-8")
    for name, found in ids.items():
        trial = trial.replace(f"FIRST-{name.upper()}", found)
    (month / f"{TRIAL_SLUG}.md").write_text(trial, encoding="utf-8")
    (content / "media").mkdir(exist_ok=True)
    Image.new("RGB", (800, 500), "#a8322a").save(content / "media" / "trial-picture.png")
    photographs.write(content / "media" / "trial-photo.jpg", photographs.photograph(2000, 1500))
    photographs.write(content / "media" / "trial-crowd.jpg", photographs.photograph(1500, 2000, orientation=6))
    (content / "media" / "trial-notice.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    for number in range(1, _LIST_ARTICLES + 1):
        lines = [
            "---",
            f"title: Tin ngắn số {number} về công tác của phường trong năm",
            f"date: {LIST_YEAR}-03-{number % 28 + 1:02}",
            f"ward: {ids['wards']}",
            f"officials: [{{name: {ids['officials']}, role: Bí thư Đảng ủy phường}}]",
            f"tags: [{ids['topics']}]",
            "---",
            f"Phường thông báo tin ngắn số {number} tới toàn thể người dân.",
            "",
        ]
        (month / f"tin-ngan-{number}.md").write_text("\n".join(lines), encoding="utf-8")


def _first_id(registry: Path) -> str:
    entries = yaml.safe_load(registry.read_text(encoding="utf-8"))
    return str(entries[0]["id"])

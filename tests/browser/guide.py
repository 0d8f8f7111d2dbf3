"""Pictures of the editors' guide and of the README, taken from the real thing; started by scripts/screenshots.py.

Besides the project's own content they show the article that the guide takes as its example: as it is, and, in the
preview, with the mistakes that the guide explains.
"""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from browser.chromium import running
from browser.host import hosted
from browser.stage import ROOT

_GUIDE = ROOT / "content/trang/huong-dan/viet-bai.md"
_PLACE = "news/2025/10/hop-to-dan-pho"
_PICTURES = ROOT / "content/media/huong-dan"
_README = ROOT / "docs/pictures"
_MISTAKES = {"ward: ben-cat": "ward: ben-cac", "\n## Hai": "\n![](../../../media/hop-to-dan-pho.jpg)\n\n## Hai"}
_QUALITY = 80
_PATIENCE = 60
"""Seconds until a preview must answer."""


def main() -> None:
    """Take all pictures anew."""
    with tempfile.TemporaryDirectory() as name, running() as browser:
        project = Path(name)
        shutil.copytree(ROOT / "content", project / "content")
        shutil.copy(ROOT / "mkdocs.yml", project)
        article = project / "content" / f"{_PLACE}.md"
        article.write_text(_example(), encoding="utf-8")
        # While a picture of the guide is still missing, the build says so and publishes the rest.
        subprocess.run([sys.executable, "-m", "bantin", "build"], cwd=project, check=False, capture_output=True)
        with hosted(project / "site", "/") as base:
            shots = {
                "trang-nhat": _take(browser, base, 1200, 800),
                "bai-viet": _take(browser, f"{base}{_PLACE.replace('news', 'tin')}/", 390, 780),
                "tim-kiem": _take(browser, f"{base}tim-kiem/?q=ve+sinh", 1200, 800),
            }
        text = article.read_text(encoding="utf-8")
        for right, wrong in _MISTAKES.items():
            text = text.replace(right, wrong)
        article.write_text(text, encoding="utf-8")
        with _preview(project) as base:
            shots["xem-thu"] = _take(browser, base, 1200, 800, wait="aside[role=status]")
    for name in ("trang-nhat", "bai-viet", "xem-thu"):
        _save(_PICTURES / f"{name}.webp", shots[name])
    for name in ("trang-nhat", "bai-viet", "tim-kiem"):
        _save(_README / f"{name}.webp", shots[name])


def _example() -> str:
    found = re.search(r"^```markdown\n(---\n.*?)```", _GUIDE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    if found is None:
        raise LookupError(f"no example of an article in {_GUIDE}")
    return found[1]


def _take(browser: Browser, address: str, width: int, height: int, wait: str = "main") -> bytes:
    """Return what a window shows."""
    with browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(address, wait_until="networkidle" if wait == "main" else "load")
        page.wait_for_selector(wait)
        page.evaluate("document.fonts.ready")
        return page.screenshot()


@contextmanager
def _preview(project: Path) -> Iterator[str]:
    """Run `bantin serve` while the block runs; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "bantin", "serve", "--port", str(port)]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        address = f"http://127.0.0.1:{port}/"
        try:
            for _ in range(_PATIENCE * 2):
                with suppress(OSError), urllib.request.urlopen(address):
                    break
                time.sleep(0.5)
            yield address
        finally:
            process.terminate()


def _save(path: Path, shot: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(BytesIO(shot)) as image:
        image.convert("RGB").save(path, "WEBP", quality=_QUALITY, method=6)


if __name__ == "__main__":
    main()

"""What a page costs its reader: bytes, requests, and how soon it stands on a slow phone.

Started by `scripts/bench.py pages` in an environment that has Playwright. Every page is opened cold in a Chromium that
is slowed down to a slow 4G (1.6 Mbit/s, 150 ms) and a quarter of this machine's speed; text is sent packed by gzip.
"""

from __future__ import annotations

import gzip
import json
import sys
import threading
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from playwright.sync_api import ViewportSize

from browser.chromium import running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

LATENCY = 150
"""Milliseconds that each answer takes to begin."""
THROUGHPUT = 1_600_000 / 8
"""Bytes a second."""
SLOWDOWN = 4
PHONE: ViewportSize = {"width": 360, "height": 740}
_TEXT = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml"}
_SETTLED = 1500
"""Milliseconds after loading in which a page may still shift or work."""
_LARGEST_TASK = 50
"""Milliseconds up to which Chromium does not report a task."""
_WATCH = """
    window.__seen = { lcp: 0, cls: 0, task: 0, fcp: 0 };
    const watch = (type, use) =>
        new PerformanceObserver((list) => list.getEntries().forEach(use)).observe({ type, buffered: true });
    watch("largest-contentful-paint", (entry) => (window.__seen.lcp = entry.startTime));
    watch("layout-shift", (entry) => { if (!entry.hadRecentInput) window.__seen.cls += entry.value; });
    watch("longtask", (entry) => (window.__seen.task = Math.max(window.__seen.task, entry.duration)));
    watch("paint", (entry) => { if (entry.name === "first-contentful-paint") window.__seen.fcp = entry.startTime; });
"""


class Cost(NamedTuple):
    """What one visit cost."""

    requests: int
    code: float
    """kB compressed: HTML, styles, scripts, data."""
    fonts: float
    pictures: float
    fcp: float
    """Seconds to the first text."""
    lcp: float
    """Seconds to the largest text or picture."""
    cls: float
    task: float
    """Milliseconds of the longest task; 0 below 50."""


@cache
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


@contextmanager
def hosted(site: Path) -> Iterator[str]:
    """Host a site as common hosts do: text compressed, kept for a while."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = site / self.path.partition("?")[0].lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file():
                self.send_error(404)
                return
            packed = path.suffix in _TEXT
            data = _compressed(path) if packed else path.read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", "text/javascript" if path.suffix == ".mjs" else guess_type(path)[0] or "")
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "max-age=600")
            if packed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def visit(browser: Browser, address: str) -> Cost:
    """Return what a first visit costs."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True, locale="vi-VN")
    page = context.new_page()
    page.set_default_timeout(120_000)
    sizes = _count(page)
    page.add_init_script(_WATCH)
    page.goto(address, wait_until="load")
    page.wait_for_timeout(_SETTLED)
    seen = page.evaluate("window.__seen")
    context.close()
    kinds = {"Font": "fonts", "Image": "pictures"}
    total = {"code": 0.0, "fonts": 0.0, "pictures": 0.0}
    for kind, size in sizes.values():
        total[kinds.get(kind, "code")] += size / 1000
    return Cost(len(sizes), **total, fcp=seen["fcp"] / 1000, lcp=seen["lcp"] / 1000, cls=seen["cls"], task=seen["task"])


def _count(page: Page) -> dict[str, tuple[str, int]]:
    """Slow the page down, and return where (kind, bytes) of its requests will stand."""
    sizes: dict[str, tuple[str, int]] = {}
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": False})
    session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": LATENCY, "downloadThroughput": THROUGHPUT, "uploadThroughput": THROUGHPUT / 2},
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})

    def begin(event: dict[str, Any]) -> None:
        if not event["request"]["url"].startswith("data:"):
            sizes[event["requestId"]] = (event.get("type", ""), 0)

    def end(event: dict[str, Any]) -> None:
        if event["requestId"] in sizes:
            sizes[event["requestId"]] = (sizes[event["requestId"]][0], int(event["encodedDataLength"]))

    session.on("Network.requestWillBeSent", begin)
    session.on("Network.loadingFinished", end)
    return sizes


def summarise(visits: list[Cost]) -> Cost:
    """Return the medians, and the worst of what must never be exceeded."""
    middle = Cost(*(median(values) for values in zip(*visits, strict=True)))
    return middle._replace(cls=max(one.cls for one in visits), requests=max(one.requests for one in visits))


def table(rows: dict[str, Cost]) -> str:
    """Return the costs, one page a line."""
    lines = [
        "| page | requests | kB code | kB fonts | kB pictures | first text s | LCP s | CLS | longest task ms |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, cost in rows.items():
        task = f"{cost.task:.0f}" if cost.task else f"< {_LARGEST_TASK}"
        lines.append(
            f"| {name} | {cost.requests:.0f} | {cost.code:.1f} | {cost.fonts:.1f} | {cost.pictures:.1f}"
            f" | {cost.fcp:.2f} | {cost.lcp:.2f} | {cost.cls:.3f} | {task} |"
        )
    return "\n".join(lines)


def main(pages: list[tuple[str, str, str]], rounds: int) -> int:
    """Visit every (name, site, address) in turn, as often as asked, and print the table."""
    visits: dict[str, list[Cost]] = {name: [] for name, _, _ in pages}
    with running() as browser:
        for _ in range(rounds):
            for name, site, address in pages:
                with hosted(Path(site)) as base:
                    visits[name].append(visit(browser, base + address))
    print(table({name: summarise(found) for name, found in visits.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main([tuple(page) for page in json.loads(sys.argv[1])], int(sys.argv[2])))

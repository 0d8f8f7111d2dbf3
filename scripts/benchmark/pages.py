"""What a page costs its reader: bytes, requests, and how soon it stands on a slow phone.

Started by `scripts/bench.py pages` in an environment that has Playwright. Every page is opened cold in a Chromium that
is slowed down to a slow 4G (1.6 Mbit/s, 150 ms) and a quarter of this machine's speed; text is sent packed by gzip.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from playwright.sync_api import ViewportSize

from benchmark.hosting import hosted
from browser.chromium import running
from environment import say

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from benchmark.hosting import Host

LATENCY = 150
"""Milliseconds that each answer takes to begin."""
THROUGHPUT = 1_600_000 / 8
"""Bytes a second."""
SLOWDOWN = 4
PHONE: ViewportSize = {"width": 360, "height": 740}
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
    """kB compressed: HTML, styles, scripts, data, and pages that a script fetches in advance."""
    fonts: float
    pictures: float
    fcp: float
    """Seconds to the first text."""
    lcp: float
    """Seconds to the largest text or picture."""
    cls: float
    task: float
    """Milliseconds of the longest task; 0 below 50."""


def visit(browser: Browser, host: Host, address: str) -> Cost:
    """Return what a first visit costs."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True, locale="vi-VN")
    page = context.new_page()
    page.set_default_timeout(120_000)
    _slow_down(page)
    page.add_init_script(_WATCH)
    page.goto(host.address + address, wait_until="load")
    page.wait_for_timeout(_SETTLED)
    seen = page.evaluate("window.__seen")
    context.close()
    total = {"code": 0.0, "fonts": 0.0, "pictures": 0.0}
    for one in host.sent:
        total[one.kind] += one.size / 1000
    times = {"fcp": seen["fcp"] / 1000, "lcp": seen["lcp"] / 1000}
    return Cost(len(host.sent), **total, **times, cls=seen["cls"], task=seen["task"])


def _slow_down(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": LATENCY, "downloadThroughput": THROUGHPUT, "uploadThroughput": THROUGHPUT / 2},
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})


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
    """Visit every (name, site, address) in turn, as often as asked, and print the table.

    1 where a page asks for what is not there: its figures are none of a page that works.
    """
    visits: dict[str, list[Cost]] = {name: [] for name, _, _ in pages}
    absent = set()
    with running() as browser:
        for _ in range(rounds):
            for name, site, address in pages:
                with hosted(Path(site)) as host:
                    visits[name].append(visit(browser, host, address))
                absent |= {f"{name}: {one.path}" for one in host.sent if not one.is_found}
    print(table({name: summarise(found) for name, found in visits.items()}))
    for one in sorted(absent):
        say(f"Thiếu tệp: {one}", f"{one} is not there.")
    return 1 if absent else 0


if __name__ == "__main__":
    sys.exit(main([tuple(page) for page in json.loads(sys.argv[1])], int(sys.argv[2])))

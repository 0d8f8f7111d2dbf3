"""Chromium, and what goes wrong on a page that it shows."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, sync_playwright

import tools

WIDTHS = {360: 740, 1280: 900}
"""A phone and a desktop: width and height of the window."""

SCHEMES = ("light", "dark")

_FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    # A page that asks another host for something fails fast, on every machine.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]
_WATCH_POLICY = """
    window.__blocked = [];
    document.addEventListener("securitypolicyviolation", (event) =>
        window.__blocked.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`));
"""


@dataclass
class Visit:
    """A page in a window, and what its reader would never be told."""

    page: Page
    host: str
    """The only host that may be asked, with its port."""
    troubles: list[str] = field(default_factory=list)
    """Console errors and warnings, exceptions, failed requests, requests to other hosts."""

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.troubles.append(f"exception: {error}"))
        self.page.on("requestfailed", self._fail)
        self.page.on("request", lambda request: self._check_host(request.url))
        self.page.on("response", self._check_status)
        self.page.add_init_script(_WATCH_POLICY)

    def go(self, address: str) -> None:
        """Open an address and wait until it is drawn; what went wrong on the page before is forgotten."""
        self.troubles.clear()
        self.page.goto(address, wait_until="load")

    def blocked(self) -> list[str]:
        """Tell what the Content Security Policy has refused since the page was opened."""
        return list(self.page.evaluate("window.__blocked"))

    def _hear(self, message: ConsoleMessage) -> None:
        # Chromium reports the status of a missing page here too; _check_status judges that.
        if message.type in {"error", "warning"} and "status of 404" not in message.text:
            self.troubles.append(f"console {message.type}: {message.text}")

    def _fail(self, request: Request) -> None:
        # Where no script runs, "lazy" pictures are asked for before they are laid out, in the size that `sizes` names
        # without "auto"; when the layout calls for a smaller one, Chromium gives up the first request if it still runs.
        if request.resource_type != "image" or request.failure != "net::ERR_ABORTED":
            self.troubles.append(f"failed: {request.url} {request.failure}")

    def _check_host(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in {"data", "blob"} and parts.netloc != self.host:
            self.troubles.append(f"asks another host: {address}")

    def _check_status(self, response: Response) -> None:
        # The page itself may be the 404 page, met where readers meet it; what Chromium has already is "not modified".
        if response.status >= HTTPStatus.BAD_REQUEST and not response.request.is_navigation_request():
            self.troubles.append(f"status {response.status}: {response.url}")


@contextmanager
def running() -> Iterator[Browser]:
    """Run the machine's Chromium without a window."""
    # Only root needs this; everybody else keeps the sandbox.
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tools.chromium(), args=[*_FLAGS, *root])
        yield browser
        browser.close()


@contextmanager
def window(browser: Browser, width: int, scheme: str, *, scripts: bool = True) -> Iterator[BrowserContext]:
    """Open a window as a reader has it: its size, its colours, with JavaScript or without."""
    context = browser.new_context(
        viewport={"width": width, "height": WIDTHS.get(width, 900)},
        color_scheme="dark" if scheme == "dark" else "light",
        # A colour that is still fading in has no contrast to judge.
        reduced_motion="reduce",
        java_script_enabled=scripts,
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
    )
    yield context
    context.close()

"""A plain web host on a free port of this machine."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar


class _Handler(SimpleHTTPRequestHandler):
    """Files below one folder of addresses; what is missing gets the site's 404.html, as on every static host."""

    protocol_version = "HTTP/1.1"
    # Windows may know other types for these.
    extensions_map: ClassVar[dict[str, str]] = {  # type: ignore[misc]
        **SimpleHTTPRequestHandler.extensions_map,
        ".css": "text/css",
        ".js": "text/javascript",
        ".json": "application/json",
        ".mjs": "text/javascript",
        ".svg": "image/svg+xml",
        ".woff2": "font/woff2",
        ".avif": "image/avif",
        ".webp": "image/webp",
        ".xml": "application/xml",
    }

    def __init__(self, *args: Any, site: Path, below: str, **kwargs: Any) -> None:
        self.site, self.below = site, below
        super().__init__(*args, directory=str(site), **kwargs)

    def translate_path(self, path: str) -> str:
        """Map an address below the site's folder to a file; every other address to none."""
        if not path.startswith(self.below):
            return str(self.site / "no-such-file")
        return super().translate_path("/" + path.removeprefix(self.below))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page."""
        page = self.site / "404.html"
        if code != 404 or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Say nothing: a failed request fails a test."""


@contextmanager
def hosted(site: Path, below: str) -> Iterator[str]:
    """Host the site while the block runs; gives the address of its folder."""

    def handler(*args: Any) -> _Handler:
        return _Handler(*args, site=site, below=below)

    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{below}"
        server.shutdown()

"""A host on this machine, as common ones are: text goes out packed by gzip. It notes all that it sends.

What a page costs is counted here and not in the browser, which keeps the requests of workers from the page that began
them.
"""

from __future__ import annotations

import gzip
import threading
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT = "max-age=600"
NEVER_KEPT = "no-store"
_TEXT = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml"}
_FONTS = {".woff2", ".woff", ".ttf"}
_PICTURES = {".avif", ".gif", ".ico", ".jpg", ".png", ".svg", ".webp"}


class Sent(NamedTuple):
    """One answer."""

    path: str
    size: int
    """Bytes of the body, as they went out; 0 where there is no such file."""
    is_found: bool

    @property
    def kind(self) -> str:
        """Which budget it counts for."""
        suffix = PurePosixPath(self.path).suffix
        return "fonts" if suffix in _FONTS else "pictures" if suffix in _PICTURES else "code"


class Host(NamedTuple):
    """Where a site is, and what was asked of it."""

    address: str
    sent: list[Sent]


@contextmanager
def hosted(site: Path, cache_control: str = KEPT) -> Iterator[Host]:
    """Host a site while the block runs."""
    sent: list[Sent] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Else a body waits up to 40 ms for the browser to confirm its head.
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            name = unquote(self.path.partition("?")[0])
            path = site / name.lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file():
                sent.append(Sent(name, 0, is_found=False))
                self.send_error(404)
                return
            packed = path.suffix in _TEXT
            data = _compressed(path) if packed else path.read_bytes()
            # Before the body goes: who has read it to its end finds it noted.
            sent.append(Sent(name, len(data), is_found=True))
            self.send_response(200)
            self.send_header("Content-Type", "text/javascript" if path.suffix == ".mjs" else guess_type(path)[0] or "")
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", cache_control)
            if packed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Host(f"http://127.0.0.1:{server.server_port}/", sent)
        server.shutdown()


@cache
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)

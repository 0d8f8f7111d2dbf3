"""The server behind `bantin serve`: a static host that tells open pages when the site changed and what is wrong."""

from __future__ import annotations

import json
import mimetypes
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from bantin import urls

if TYPE_CHECKING:
    from collections.abc import Callable

_OWN = "-/bantin/"
"""Addresses of the preview itself; no page of a site starts so."""
_SCRIPT = f'<script src="/{_OWN}preview.js"></script>\n</body>'.encode()
_TYPES = {
    ".mjs": "text/javascript",
    ".js": "text/javascript",
    ".xml": "application/xml",
    ".woff2": "font/woff2",
    ".avif": "image/avif",
    ".webp": "image/webp",
}
"""What a Windows registry may have otherwise, or not at all."""


@dataclass
class State:
    """What open pages are told."""

    version: int = 0
    """Rises with every change."""
    title: str = ""
    problems: list[str] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    """Serves the files that `find` gives, as a static host does, with the site's own 404 page."""

    def __init__(self, *arguments: Any, find: Callable[[str], bytes | None], state: State) -> None:
        self._find = find
        self._state = state
        super().__init__(*arguments)

    def log_message(self, *_: object) -> None:
        """Say nothing: an editor's terminal shows problems only."""

    def do_GET(self) -> None:
        """Answer for the preview itself, and for the site."""
        path = unquote(self.path.partition("#")[0].partition("?")[0]).lstrip("/")
        if path == f"{_OWN}preview.js":
            from bantin.render.folders import theme_dir

            self._send(200, path, (theme_dir() / "scripts/preview.js").read_bytes())
        elif path == f"{_OWN}state":
            state = self._state
            told = {"version": state.version, "title": state.title, "problems": state.problems}
            self._send(200, "state.json", json.dumps(told).encode())
        elif (data := self._find(urls.output(path))) is not None:
            self._send(200, urls.output(path), data)
        elif self._find(urls.output(f"{path}/")) is not None:
            self.send_response(301)
            self.send_header("Location", f"/{quote(path)}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            self._send(404, urls.NOT_FOUND, self._find(urls.NOT_FOUND) or b"")

    do_HEAD = do_GET  # noqa: N815 - the host's name

    def _send(self, code: int, path: str, data: bytes) -> None:
        ending = path[path.rfind(".") :]
        kind = _TYPES.get(ending) or mimetypes.guess_type(path)[0] or "application/octet-stream"
        if kind == "text/html":
            data = data.replace(b"</body>", _SCRIPT, 1)
        is_text = kind.startswith("text/") or ending in {".json", ".xml", ".svg"}
        self.send_response(code)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if is_text else kind)
        self.send_header("Content-Length", str(len(data)))
        # The browser must keep nothing that the next edit may change.
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

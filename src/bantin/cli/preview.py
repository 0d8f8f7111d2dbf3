"""The server behind `bantin serve`: a static host that tells open pages when the site changed and what is wrong."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from http import HTTPStatus
    from os import PathLike

_OWN = "/-/bantin/"
"""Addresses of the preview itself; no page of a site starts so."""
_SCRIPT = f'<script src="{_OWN}preview.js"></script>\n</body>'.encode()


@dataclass
class State:
    """What open pages are told."""

    folder: Path
    """The output folder."""
    version: int = 0
    """Rises with every build."""
    title: str = ""
    problems: list[str] = field(default_factory=list)


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder as a static host does, with the site's own 404 page."""

    def __init__(self, *arguments: Any, state: State) -> None:
        self._state = state
        super().__init__(*arguments, directory=str(state.folder))

    def log_message(self, *_: object) -> None:
        """Say nothing: an editor's terminal shows problems only."""

    def end_headers(self) -> None:
        """Forbid the browser to keep what the next build may change."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def do_GET(self) -> None:
        """Answer for the preview itself, and add its script to pages."""
        path = self.path.partition("?")[0]
        if path == f"{_OWN}preview.js":
            from bantin.render.folders import theme_dir

            self._send(200, "text/javascript", (theme_dir() / "scripts/preview.js").read_bytes())
        elif path == f"{_OWN}state":
            state = self._state
            told = {"version": state.version, "title": state.title, "problems": state.problems}
            self._send(200, "application/json", json.dumps(told).encode())
        elif path.endswith("/") and (page := Path(self.translate_path(path)) / "index.html").is_file():
            self._send_page(200, page)
        else:
            super().do_GET()

    def list_directory(self, path: str | PathLike[str]) -> None:
        """Show no folder without a page, as a static host does."""
        del path
        self.send_error(404)

    def send_error(self, code: int | HTTPStatus, message: str | None = None, explain: str | None = None) -> None:
        """Show 404.html for what is not there."""
        page = self._state.folder / "404.html"
        if code == 404 and page.is_file():  # noqa: PLR2004 - the code for "not found"
            self._send_page(404, page)
        else:
            super().send_error(code, message, explain)

    def _send_page(self, code: int, page: Path) -> None:
        self._send(code, "text/html", page.read_bytes().replace(b"</body>", _SCRIPT, 1))

    def _send(self, code: int, kind: str, data: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

"""`bantin serve`: look at the site while writing. Every change rebuilds what it changed."""

from __future__ import annotations

import threading
import time
import webbrowser
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bantin.cli.interface import Command, texts
from bantin.cli.session import config_option, open_session, print_problems
from bantin.model import BantinError, ConfigError

if TYPE_CHECKING:
    from http import HTTPStatus

_EVERY = 1.0
"""Seconds between two looks at the files."""


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder as a static host does, with the site's own 404 page."""

    def log_message(self, *_: object) -> None:
        """Say nothing: an editor's terminal shows problems only."""

    def send_error(self, code: int | HTTPStatus, message: str | None = None, explain: str | None = None) -> None:
        """Show 404.html for what is not there."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():  # noqa: PLR2004 - the code for "not found"
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


@click.command(cls=Command, help=texts("cli.serve"))
@config_option
@click.option("--host", default="127.0.0.1", show_default=True, metavar="IP", help=texts("cli.option.host"))
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help=texts("cli.option.port"))
@click.option("--out", metavar="DIR", help=texts("cli.option.out"))
@click.option("--open", "open_browser", is_flag=True, help=texts("cli.option.open"))
def serve(config_file: str | None, host: str, port: int, out: str | None, *, open_browser: bool) -> int:
    """Build, serve, and build again after each change, until Ctrl+C."""
    folder, root = _build(config_file, out)
    try:
        server = ThreadingHTTPServer((host, port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        raise ConfigError("serve.port", host=host, port=port, reason=error.strerror or "") from error
    address = f"http://{host}:{port}/"
    click.echo(texts("serve.ready", address=address))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    if open_browser:
        webbrowser.open(address)
    with suppress(KeyboardInterrupt):
        _watch(config_file, out, root)
    server.shutdown()
    return 0


def _build(config_file: str | None, out: str | None) -> tuple[Path, Path]:
    from bantin.build import BuildOptions, build_site

    with open_session(config_file) as session:
        folder = session.project.output(session.host.settings, out)
        report = build_site(session.project, session.host, session.cache, BuildOptions(datetime.now(UTC), folder))
        print_problems(report.problems)
        click.echo(texts("build.done", **report.as_values()))
        return folder, session.project.root


def _watch(config_file: str | None, out: str | None, root: Path) -> None:
    before = _state(root)
    while True:
        time.sleep(_EVERY)
        now = _state(root)
        if now != before:
            before = now
            try:
                _build(config_file, out)
            except BantinError as error:
                click.echo(texts(error.key, **error.values), err=True)


def _state(root: Path) -> dict[Path, int]:
    """Return when each source file changed last; the output and private folders are none."""
    found = {}
    for folder in ("content", "theme", "registry"):
        for path in (root / folder).rglob("*"):
            with suppress(OSError):
                found[path] = path.stat().st_mtime_ns
    with suppress(OSError):
        found[root / "mkdocs.yml"] = (root / "mkdocs.yml").stat().st_mtime_ns
    return found

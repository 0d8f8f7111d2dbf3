"""`bantin serve`: look at the site while writing. Every change rebuilds what it changed."""

from __future__ import annotations

import threading
import time
import webbrowser
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bantin.cli.interface import Command, Number, option, texts
from bantin.cli.session import config_option, open_session, print_problems
from bantin.model import BantinError, ConfigError

if TYPE_CHECKING:
    from http import HTTPStatus
    from os import PathLike

    from bantin.cli.session import Session

_EVERY = 1.0
"""Seconds between two looks at the files."""


@dataclass(frozen=True)
class _Watched:
    """The sources of a site at one moment."""

    sources: tuple[Path, ...]
    changed: dict[Path, int]
    """When each file changed last."""

    @classmethod
    def of(cls, sources: tuple[Path, ...]) -> _Watched:
        """Look at files and at folders with all that they hold."""
        changed = {}
        for source in sources:
            for path in (source, *source.rglob("*")):
                with suppress(OSError):
                    changed[path] = path.stat().st_mtime_ns
        return cls(sources, changed)


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder as a static host does, with the site's own 404 page."""

    def log_message(self, *_: object) -> None:
        """Say nothing: an editor's terminal shows problems only."""

    def end_headers(self) -> None:
        """Forbid the browser to keep what the next build may change."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def list_directory(self, path: str | PathLike[str]) -> None:
        """Show no folder without a page, as a static host does."""
        del path
        self.send_error(404)

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
@option("--host", default="127.0.0.1", metavar="IP", help=texts("cli.option.host"))
@option("--port", default=8000, type=Number(1, 65535), metavar="N", help=texts("cli.option.port"))
@option("--out", metavar=texts("cli.metavar.folder"), help=texts("cli.option.out"))
@option("--open", "open_browser", is_flag=True, help=texts("cli.option.open"))
def serve(config_file: str | None, host: str, port: int, out: str | None, *, open_browser: bool) -> int:
    """Build, serve, and build again after each change, until Ctrl+C."""
    folder, watched = _build(config_file, out)
    try:
        server = ThreadingHTTPServer((host, port), partial(_Handler, directory=str(folder)))
    except OSError as error:
        raise ConfigError("serve.port", host=host, port=port, reason=error.strerror or "") from error
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with suppress(KeyboardInterrupt):
        address = f"http://{host}:{port}/"
        click.echo(texts("serve.ready", address=address))
        if open_browser:
            webbrowser.open(address)
        _watch(config_file, out, watched)
    server.shutdown()
    server.server_close()
    return 0


def _build(config_file: str | None, out: str | None) -> tuple[Path, _Watched]:
    """Build; return the output folder and the sources as they were before: an edit meanwhile counts as one after."""
    from bantin.build import BuildOptions, build_site

    with open_session(config_file) as session:
        folder = session.project.output(session.host.settings, out)
        watched = _Watched.of(_sources(session))
        report = build_site(session.project, session.host, session.cache, BuildOptions(datetime.now(UTC), folder))
        print_problems(report.problems)
        click.echo(texts("build.done", **report.as_values()))
        return folder, watched


def _sources(session: Session) -> tuple[Path, ...]:
    from bantin.render.templates import theme_dir

    project, settings = session.project, session.host.settings
    own = (project.root / folder for folder in settings.theme_dirs)
    return (project.config_file, project.content(settings), *own, theme_dir())


def _watch(config_file: str | None, out: str | None, watched: _Watched) -> None:
    while True:
        time.sleep(_EVERY)
        now = _Watched.of(watched.sources)
        if now != watched:
            watched = now
            try:
                _, watched = _build(config_file, out)
            except BantinError as error:
                click.echo(texts(error.key, **error.values), err=True)

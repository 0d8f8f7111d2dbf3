"""`bantin serve`: look at the site while writing. Every change rebuilds what it changed and reloads the open page."""

from __future__ import annotations

import threading
import time
import webbrowser
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bantin.cli.interface import Command, Number, option, texts
from bantin.cli.preview import Handler, State
from bantin.cli.session import config_option, open_session, print_problems
from bantin.messages.report import format_problem
from bantin.model import BantinError, ConfigError

if TYPE_CHECKING:
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


@click.command(cls=Command, help=texts("cli.serve"))
@config_option
@option("--host", default="127.0.0.1", metavar="IP", help=texts("cli.option.host"))
@option("--port", default=8000, type=Number(1, 65535), metavar="N", help=texts("cli.option.port"))
@option("--out", metavar=texts("cli.metavar.folder"), help=texts("cli.option.out"))
@option("--open", "open_browser", is_flag=True, help=texts("cli.option.open"))
def serve(config_file: str | None, host: str, port: int, out: str | None, *, open_browser: bool) -> int:
    """Build, serve, and build again after each change, until Ctrl+C."""
    preview = _Preview(config_file, out)
    preview.build()
    try:
        server = ThreadingHTTPServer((host, port), partial(Handler, state=preview.state))
    except OSError as error:
        raise ConfigError("serve.port", host=host, port=port, reason=error.strerror or "") from error
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with suppress(KeyboardInterrupt):
        address = f"http://{host}:{port}/"
        click.echo(texts("serve.ready", address=address))
        if open_browser:
            webbrowser.open(address)
        preview.watch()
    server.shutdown()
    server.server_close()
    return 0


class _Preview:
    """Builds a site again and again."""

    def __init__(self, config_file: str | None, out: str | None) -> None:
        self._config_file = config_file
        self._out = out
        self._watched = _Watched((), {})
        self.state = State(Path())

    def build(self) -> None:
        """Build. The sources are looked at before: an edit meanwhile counts as one after."""
        from bantin.build import BuildOptions, build_site

        with open_session(self._config_file) as session:
            self.state.folder = session.project.output(session.host.settings, self._out)
            self._watched = _Watched.of(_sources(session))
            options = BuildOptions(datetime.now(UTC), self.state.folder)
            report = build_site(session.project, session.host, session.cache, options)
        print_problems(report.problems)
        click.echo(texts("build.done", **report.as_values()))
        self._tell(texts("serve.problems"), [format_problem(problem, texts) for problem in report.problems])

    def watch(self) -> None:
        """Build after each change, for ever."""
        while True:
            time.sleep(_EVERY)
            now = _Watched.of(self._watched.sources)
            if now != self._watched:
                self._watched = now
                self._build_safely()

    def _build_safely(self) -> None:
        """Build; what goes wrong is told, and the next change gets its chance."""
        try:
            self.build()
        except BantinError as error:
            self._tell(texts("serve.stopped"), [texts(error.key, **error.values)])
        except Exception as error:  # noqa: BLE001 - a defect of ours must not end an editor's afternoon
            self._tell(texts("serve.stopped"), [texts("cli.defect", kind=type(error).__name__, words=error)])
        else:
            return
        click.echo(self.state.problems[0], err=True)

    def _tell(self, title: str, problems: list[str]) -> None:
        self.state.title, self.state.problems = title, problems
        self.state.version += 1


def _sources(session: Session) -> tuple[Path, ...]:
    from bantin.render.folders import theme_dir

    project, settings = session.project, session.host.settings
    own = (project.root / folder for folder in settings.theme_dirs)
    return (project.config_file, project.content(settings), *own, theme_dir())

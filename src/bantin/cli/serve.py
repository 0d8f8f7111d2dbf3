"""`bantin serve`: look at the site while writing. A saved file shows at once in the open page."""

from __future__ import annotations

import errno
import socket
import threading
import webbrowser
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING

import click

from bantin.cli.interface import Command, Number, option, texts
from bantin.cli.preview import Handler, State
from bantin.cli.session import Instant, config_option, open_session, print_problems
from bantin.messages.report import format_problem, select_problems
from bantin.model import BantinError, ConfigError, name_fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bantin.cli.session import Session

_STEP = 20
"""Milliseconds without a further event after which a change counts as complete."""
_LOOK = 1000
"""Milliseconds after which files are looked at without an event: for mkdocs.yml, and for what is due by time."""


@click.command(cls=Command, help=texts("cli.serve"))
@config_option
@option("--host", default="127.0.0.1", metavar="IP", help=texts("cli.option.host"))
@option("--port", default=8000, type=Number(1, 65535), metavar="N", help=texts("cli.option.port"))
@option("--open", "open_browser", is_flag=True, help=texts("cli.option.open"))
@option("--now", "at", type=Instant(), envvar="BANTIN_NOW", help=texts("cli.option.serve_now"))
def serve(config_file: str | None, host: str, port: int, at: datetime | None, *, open_browser: bool) -> int:
    """Serve, and follow every change, until Ctrl+C."""
    with open_session(config_file) as session:
        preview = _Preview(session, at)
        preview.refresh()
        handler = partial(Handler, find=preview.live.file, state=preview.state)
        try:
            server = ThreadingHTTPServer((host, port), handler)
        except OSError as error:
            if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
                raise ConfigError("serve.host", host=host) from error
            raise ConfigError("serve.port", host=host, port=port, reason=name_fault(error)) from error
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with suppress(KeyboardInterrupt):
            address = f"http://{host}:{port}/"
            click.echo(texts("serve.ready", address=address))
            if open_browser:
                webbrowser.open(address)
            preview.follow()
        server.shutdown()
        server.server_close()
    return 0


class _Preview:
    """Keeps the site in step with its files."""

    def __init__(self, session: Session, at: datetime | None) -> None:
        """`at`: the instant as of which the site is shown; None: now, as it passes."""
        from bantin.build.live_site import LiveSite

        self._session = session
        self._at = at
        self.live = LiveSite(session.project, session.cache)
        self.state = State()
        self._is_stopped = False

    def refresh(self) -> None:
        """Look at the files again, and tell what is wrong in them. Raises BantinError."""
        from bantin.host import obtain_host

        host = obtain_host(self._session.project, self._session.cache)
        if self.live.refresh(host, self._at or datetime.now(UTC)) or self._is_stopped:
            self._is_stopped = False
            problems, _ = select_problems((*host.problems, *self.live.problems), 0)
            print_problems(problems)
            self._tell(texts("serve.problems"), [format_problem(problem, texts) for problem in problems])

    def follow(self) -> None:
        """Refresh after each change, for ever."""
        for _ in _watch(self._sources()):
            self._refresh_safely()

    def _refresh_safely(self) -> None:
        """Refresh; what goes wrong is told, and the next change gets its chance."""
        try:
            self.refresh()
        except BantinError as error:
            wrong = texts(error.key, **error.values)
        except Exception as error:  # noqa: BLE001 - a defect of ours must not end an editor's afternoon
            wrong = texts("cli.defect", kind=type(error).__name__, words=error)
        else:
            return
        self._is_stopped = True
        if self.state.problems != [wrong]:
            self._tell(texts("serve.stopped"), [wrong])
            click.echo(wrong, err=True)

    def _tell(self, title: str, problems: list[str]) -> None:
        self.state.title, self.state.problems = title, problems
        self.state.version += 1

    def _sources(self) -> list[Path]:
        from bantin.render.folders import theme_dir

        project, settings = self._session.project, self._session.host.settings
        own = (project.root / folder for folder in settings.theme_dirs)
        return [project.content(settings), *own, theme_dir()]


def _watch(folders: list[Path]) -> Iterator[object]:
    """Yield when something changed in `folders`, and now and then when nothing did."""
    from watchfiles import watch

    return watch(*folders, step=_STEP, rust_timeout=_LOOK, yield_on_timeout=True, raise_interrupt=True)

"""How long after saving a preview shows the edit."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from contextlib import closing, contextmanager, suppress
from http.client import HTTPException
from statistics import median
from typing import TYPE_CHECKING

from benchmark import launch
from benchmark.measure import Figures, RunError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmark.generators import Generator

EDITS = 3
_LIMIT = 300
"""Seconds for anything that is waited for."""
_LOOK = 0.005
_QUIET = 0.5
"""Seconds without work after which a server is taken to have nothing more to do."""


def preview(generator: Generator) -> Figures:
    """Start its server, edit an article some times, and give the median from saving to the new page served."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    project = generator.project
    url = f"http://127.0.0.1:{port}/{project.address(project.middle())}"
    walls, costs, memory = [], [], 0
    with _serve(generator, port) as process:
        _wait_for(url, "<h1", process)
        for number in range(EDITS):
            _rest(process)
            mark = f"lần {number} lúc {time.time_ns()}"
            cost = _cpu(process)
            for path, text in project.edit(mark).items():
                path.write_text(text, encoding="utf-8", newline="\n")
            walls.append(_wait_for(url, mark, process))
            _rest(process)
            costs.append(_cpu(process) - cost)
            memory = max(memory, launch.memory(launch.tree(process.pid)))
    return Figures(median(walls), median(costs), memory, memory)


@contextmanager
def _serve(generator: Generator, port: int) -> Iterator[subprocess.Popen[bytes]]:
    command = [part.replace("{port}", str(port)) for part in generator.server]
    with tempfile.TemporaryFile() as log:
        # A group of its own: its workers end with it.
        process = subprocess.Popen(
            command,
            cwd=generator.project.root,
            env=generator.env,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "nt":
        process.kill()
        return
    for number in (signal.SIGINT, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
            return


def _wait_for(url: str, text: str, process: subprocess.Popen[bytes]) -> float:
    """Return the seconds until the page holds the text."""
    begin = time.monotonic()
    wanted = text.encode()
    while time.monotonic() - begin < _LIMIT and process.poll() is None:
        # A page that is just being written, or a server that starts again, is asked once more.
        with suppress(OSError, HTTPException), closing(urllib.request.urlopen(url, timeout=_LIMIT)) as answer:  # noqa: S310 - our own
            if wanted in answer.read():
                return time.monotonic() - begin
        time.sleep(_LOOK)
    raise RunError(f"{url} never showed {text!r}")


def _rest(process: subprocess.Popen[bytes]) -> None:
    """Wait until the server works no more."""
    begin, before = time.monotonic(), -1.0
    # A look at the files, every second or so, is no work to wait for.
    while (now := _cpu(process)) - before > _QUIET / 5 and time.monotonic() - begin < _LIMIT:
        before = now
        time.sleep(_QUIET)


def _cpu(process: subprocess.Popen[bytes]) -> float:
    return launch.seconds(launch.tree(process.pid))

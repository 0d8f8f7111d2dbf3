"""One build at a time: a second one waits."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from bantin.model import BantinError, name_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.build.project import Project

_WAIT = 600
"""Seconds that a second build waits for the first."""


@contextmanager
def hold(project: Project) -> Iterator[None]:
    """Hold the project. Raises BantinError where another build does not let it go, or its folder cannot be written."""
    try:
        project.private.mkdir(exist_ok=True)
        lock = FileLock(project.private / "lock", timeout=_WAIT)
        lock.acquire()
    except Timeout as error:
        raise BantinError("build.busy") from error
    except OSError as error:
        raise BantinError("build.cannot_write", path=".bantin", reason=name_fault(error)) from error
    try:
        yield
    finally:
        lock.release()

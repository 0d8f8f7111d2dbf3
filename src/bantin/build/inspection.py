"""A site is looked at beside the work on the next one: with a hundred thousand pages that takes a second."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from bantin.build import untouched

if TYPE_CHECKING:
    from pathlib import Path

_MOST = 1_000_000
"""Bytes of a manifest, some thousand files, up to which another process would take longer to start."""


class Inspection:
    """A process that finds out whether the files of a site are as they were left."""

    def __init__(self, folder: str, manifest: Path) -> None:
        """Begin, where it pays and the machine lets us."""
        self._process: subprocess.Popen[bytes] | None = None
        with suppress(OSError):
            if manifest.stat().st_size > _MOST and sys.executable:
                command = [sys.executable, "-I", "-S", untouched.__file__, folder, str(manifest)]
                nothing = subprocess.DEVNULL
                self._process = subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing)  # noqa: S603 - our own program

    def result(self) -> bool:
        """Wait until it is known; False also where nothing was begun, or it failed."""
        return self._process is not None and self._process.wait() == 0

    def close(self) -> None:
        """End it: nobody wants to know any more."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

"""A progress bar for long work, when the output is a terminal."""

from __future__ import annotations

import sys
import time

import click

from bantin.cli.interface import texts

_LONG = 1.0
"""Seconds before a bar appears: short work needs none."""
_EVERY = 0.1
"""Seconds between two drawings."""


class Progress:
    """Draws how far a build is, on standard error; silent where that is no terminal."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr.isatty()
        self._started = self._drawn = time.monotonic()
        self._total = 0
        self._done: dict[str, int] = {}

    def __call__(self, stage: str, steps: int) -> None:
        """Note `steps` more of a stage; `plan` sets how many pages there are to render, or files to send."""
        if stage == "plan":
            self._total = steps
            return
        self._done[stage] = self._done.get(stage, 0) + steps
        now = time.monotonic()
        if self._is_terminal and now - self._started > _LONG and now - self._drawn > _EVERY:
            self._drawn = now
            total = f"/{self._total}" if stage in {"render", "send"} else ""
            click.echo(f"\r\x1b[K{texts(f'progress.{stage}')} {self._done[stage]}{total}", err=True, nl=False)

    def clear(self) -> None:
        """Take the bar away."""
        if self._is_terminal and self._drawn > self._started:
            click.echo("\r\x1b[K", err=True, nl=False)

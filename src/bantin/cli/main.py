"""Entry point: every failure becomes a Vietnamese sentence and an exit code."""

from __future__ import annotations

import os
import sys

import click

from bantin import __version__
from bantin.cli.interface import Group, complain, texts
from bantin.model import BantinError

COMMANDS = (
    *("init", "new", "import", "check", "fix", "build", "verify", "publish", "nginx", "serve"),
    *("ward", "schema", "gallery"),
)
"""Each in a module of its name, in the order in which an editor needs them."""
MODULES = {"import": "bring"}
"""A word of Python's names no module."""


@click.group(cls=Group, names=COMMANDS, modules=MODULES, help=texts("cli.about"))
@click.version_option(__version__, message="bantin %(version)s", help=texts("cli.version"))
def bantin() -> None:
    """Group the commands."""


def main(arguments: list[str] | None = None) -> None:
    """Run a command and leave with its exit code: 0 done, 1 errors in the content, 2 wrong use or configuration."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a Windows console may speak cp1258
    sys.exit(_run(arguments))


def _run(arguments: list[str] | None) -> int:
    try:
        return bantin.main(arguments, prog_name="bantin", standalone_mode=False) or 0
    except click.exceptions.Abort:
        click.echo(texts("cli.stopped"), err=True)
        return 130
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help())
        return 2
    except click.ClickException as error:
        click.echo(complain(error), err=True)
        return 2
    except BantinError as error:
        click.echo(texts(error.key, **error.values), err=True)
        return error.exit_code
    except Exception as error:
        if os.environ.get("BANTIN_DEBUG"):
            raise
        click.echo(texts("cli.defect", kind=type(error).__name__, words=error), err=True)
        return 2

"""`bantin ward`: communes of the country, found by any name, and written into the registry."""

from __future__ import annotations

import click

from bantin.cli.interface import Group, texts

__all__ = ["ward"]


@click.group(cls=Group, names=("find", "add"), package="bantin.cli.ward", help=texts("cli.ward.about"))
def ward() -> None:
    """Group the commands."""

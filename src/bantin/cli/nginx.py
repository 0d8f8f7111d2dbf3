"""`bantin nginx`: how a server of one's own serves the site."""

from __future__ import annotations

import click

from bantin.cli.interface import Command, option, texts
from bantin.cli.session import config_option, open_session
from bantin.model import ConfigError

_RISKY = frozenset(" ;{}\"'$\n")
"""What would end the word that a folder's name is in nginx's configuration."""


@click.command(cls=Command, help=texts("cli.nginx"))
@config_option
@option("--root", required=True, metavar=texts("cli.metavar.folder"), help=texts("cli.option.root"))
def nginx(config_file: str | None, root: str) -> int:
    """Print a site of nginx for the folder that the site is published to."""
    from bantin.host.headers import write_nginx

    if not root.startswith("/") or not _RISKY.isdisjoint(root):
        raise ConfigError("nginx.root", root=root)
    with open_session(config_file) as session:
        click.echo(write_nginx(session.host, root), nl=False)
    return 0

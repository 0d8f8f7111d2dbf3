"""Click in Vietnamese: help pages and complaints about wrong use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bantin.messages import load_messages

if TYPE_CHECKING:
    from contextlib import _GeneratorContextManager

texts = load_messages("vi")
"""The language of the command line: editors are Vietnamese whatever language a site has."""


class _Formatter(click.HelpFormatter):
    """Help pages with Vietnamese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or texts("cli.usage"))

    def section(self, name: str) -> _GeneratorContextManager[None]:
        key = f"cli.section.{name.lower()}"
        return super().section(texts(key) if key in texts else name)


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    """A command whose help speaks Vietnamese."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help`, explained in Vietnamese."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = texts("cli.help")
        return option


class Group(Command, click.Group):
    """The command with its subcommands, each imported only when it is called."""

    command_class = Command

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which an editor needs them."""
        del ctx
        return list(self.commands)


def complain(error: click.ClickException) -> str:
    """Return click's complaint in Vietnamese."""
    values: dict[str, Any] = {"name": "", "value": getattr(error, "message", "")}
    parameter = getattr(error, "param", None)
    if parameter is not None:
        values["name"] = parameter.opts[-1]
    if isinstance(error, click.NoSuchOption):
        values["name"] = error.option_name
    for kind in type(error).__mro__:
        key = f"cli.wrong.{kind.__name__}"
        if key in texts:
            return texts(key, **values)
    return texts("cli.wrong.other", **values)

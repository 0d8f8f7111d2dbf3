"""Click in Vietnamese: help pages and complaints about wrong use."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from bantin.messages import load_messages

if TYPE_CHECKING:
    from contextlib import _GeneratorContextManager

    from click.types import OptionHelpExtra

texts = load_messages("vi")
"""The language of the command line: editors are Vietnamese whatever language a site has."""


class _Formatter(click.HelpFormatter):
    """Help pages with Vietnamese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or f"{texts('cli.usage')} ")

    def section(self, name: str) -> _GeneratorContextManager[None]:
        key = f"cli.section.{name.lower()}"
        return super().section(texts(key) if key in texts else name)


class _Context(click.Context):
    formatter_class = _Formatter


class _Surplus(click.UsageError):
    """Raised by `Command` for words that the command does not take."""


class Command(click.Command):
    """A command whose help speaks Vietnamese."""

    context_class = _Context
    # Click's own complaint about surplus words is an English sentence without a class of its own.
    allow_extra_args = True

    def __init__(self, *arguments: Any, **options: Any) -> None:
        options.setdefault("options_metavar", texts("cli.metavar.options"))
        super().__init__(*arguments, **options)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and refuse what is left over."""
        rest = super().parse_args(ctx, args)
        if rest and not isinstance(self, click.Group):
            raise _Surplus(" ".join(rest), ctx)
        return rest

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help`, explained in Vietnamese."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = texts("cli.help")
        return option


class Group(Command, click.Group):
    """The command with its subcommands, each imported only when it is called."""

    command_class = Command

    def __init__(
        self,
        *arguments: Any,
        names: tuple[str, ...] = (),
        package: str = "bantin.cli",
        modules: dict[str, str] | None = None,
        **options: Any,
    ) -> None:
        options.setdefault("subcommand_metavar", texts("cli.metavar.command"))
        super().__init__(*arguments, **options)
        self._names = names
        self._package = package
        self._modules = modules or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in their order."""
        del ctx
        return list(self._names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, from the module of its name."""
        del ctx
        if cmd_name not in self._names:
            return None
        module = self._modules.get(cmd_name, cmd_name)
        command: click.Command = getattr(import_module(f"{self._package}.{module}"), module)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the words name. Raises NoSuchCommand with the names that are near."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            raise click.exceptions.NoSuchCommand(error.command_name, possibilities=self._names, ctx=ctx) from error


class Option(click.Option):
    """An option whose help text says all: no English notes of click's behind it."""

    def get_help_extra(self, ctx: click.Context) -> OptionHelpExtra:
        """Return the one note that a help text leaves to us."""
        del ctx
        return {"required": texts("cli.required")} if self.required else {}


option = partial(click.option, cls=Option)
"""`click.option` with our class."""


class Number(click.ParamType[int]):
    """An option's value as a whole number within bounds."""

    name = "N"

    def __init__(self, low: int, high: int) -> None:
        self._low, self._high = low, high

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number; complains in Vietnamese."""
        try:
            number = int(str(value))
        except ValueError:
            number = self._low - 1
        if not self._low <= number <= self._high:
            self.fail(texts("cli.wrong.number", value=value, low=self._low, high=self._high), param, ctx)
        return number


def complain(error: click.ClickException) -> str:
    """Return click's complaint in Vietnamese."""
    key = next((kind.__name__ for kind in type(error).__mro__ if f"cli.wrong.{kind.__name__}" in texts), "other")
    near = getattr(error, "possibilities", None)
    sentence = texts(f"cli.wrong.{key}", name=_name(error), value=getattr(error, "message", ""))
    return f"{sentence} {texts('cli.wrong.near', near=near[0])}" if near else sentence


def _name(error: click.ClickException) -> str:
    """Return what the user would have to write, or did write."""
    parameter = getattr(error, "param", None)
    if isinstance(parameter, click.Argument):
        return str(parameter.metavar)
    if parameter is not None:
        return str(parameter.opts[-1])
    return str(getattr(error, "option_name", "") or getattr(error, "command_name", ""))

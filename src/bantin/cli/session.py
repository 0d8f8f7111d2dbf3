"""What the commands share: the project, its host, its cache, the instant of the build."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bantin.cli.interface import option, texts
from bantin.messages.report import format_problem
from bantin.model import ConfigError
from bantin.text.dates import parse_instant, propose_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bantin.build import Project
    from bantin.build.cache import Cache
    from bantin.model import Host, Problem, Registry


@dataclass(frozen=True, slots=True)
class Session:
    """One run of a command on one project."""

    project: Project
    host: Host
    cache: Cache


@contextmanager
def open_session(config_file: str | None) -> Iterator[Session]:
    """Open the project of `config_file`, or the one around the working folder. Raises ConfigError."""
    from bantin.build.cache import Cache
    from bantin.build.code import digest_code
    from bantin.build.project import find_project
    from bantin.host import obtain_host

    project = find_project(config_file, Path.cwd())
    with Cache(project.private / "cache.sqlite", digest_code()) as cache:
        host = obtain_host(project, cache)
        _require_rules(host.settings.ignored_rules)
        yield Session(project, host, cache)


def _require_rules(ignored: tuple[str, ...]) -> None:
    """Refuse a name in `ignored_rules` that is no rule, or one whose finding is an error."""
    from bantin.check.rules import RULES

    warnings = [rule.id for rule in RULES if rule.severity == "warning"]
    for name in ignored:
        if name not in warnings:
            from bantin.read.fields import suggest

            raise ConfigError("config.unknown_rule", value=name, near=suggest(name, warnings) or ", ".join(warnings))


class Instant(click.ParamType[datetime]):
    """An option's value as an instant, +07:00 assumed."""

    name = "T"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the instant; complains in Vietnamese."""
        if isinstance(value, datetime):
            return value
        try:
            parsed = parse_instant(str(value))
        except ValueError:
            parsed = None
        if parsed is None:
            proposed = propose_date(str(value))
            key = "config.now_proposal" if proposed and param else "config.now"
            name = param.opts[-1] if param else ""
            self.fail(texts(key, value=value, option=name, proposed=proposed), param, ctx)
        return parsed[0]


config_option = option("-f", "--config-file", metavar=texts("cli.metavar.file"), help=texts("cli.option.config_file"))
now_option = option(
    "--now", type=Instant(), default=lambda: datetime.now(UTC), envvar="BANTIN_NOW", help=texts("cli.option.now")
)


published_option = option("--published", metavar=texts("cli.metavar.file"), help=texts("cli.option.published"))


def resolve_published(published: str | None) -> Path | None:
    """Return the manifest that an option names. Raises ConfigError where there is none: nothing would be compared."""
    if published is None:
        return None
    path = Path(published)
    if not path.is_file():
        raise ConfigError("check.no_file", path=published or '""')
    return path.resolve()


def load_registry(content: Path) -> Registry:
    """Return the registry of the folder `content`, whatever is wrong in it. Raises BantinError for what is locked."""
    from bantin.build.disk import reading_faults
    from bantin.read import read_registry

    paths = sorted((content / "registry").glob("*.yml"))
    with reading_faults(str(content / "registry")):
        return read_registry({f"registry/{path.name}": path.read_bytes() for path in paths})[0]


def require_parent(file: str | None) -> None:
    """Raise ConfigError for a file to be written that has no folder: most likely a slip, and known before the work."""
    if file is not None and not Path(file).resolve().parent.is_dir():
        raise ConfigError("config.no_parent", path=file, folder=Path(file).resolve().parent)


def print_problems(problems: Iterable[Problem]) -> None:
    """Print problems on standard error, in reading order."""
    for problem in problems:
        click.echo(format_problem(problem, texts), err=True)

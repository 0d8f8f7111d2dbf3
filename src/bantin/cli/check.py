"""`bantin check`: what an editor must mend."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from bantin.cli.interface import Command, option, texts
from bantin.cli.session import config_option, open_session, print_problems
from bantin.messages.report import problem_as_dict
from bantin.model import ConfigError

if TYPE_CHECKING:
    from bantin.cli.session import Session
    from bantin.model import Problem


@click.command(cls=Command, help=texts("cli.check"))
@config_option
@option("--json", "as_json", is_flag=True, help=texts("cli.option.json"))
@click.argument("files", nargs=-1, metavar=texts("cli.metavar.files"))
def check(config_file: str | None, files: tuple[str, ...], *, as_json: bool) -> int:
    """Print the problems of all content, or of `files` and folders; exit code 1 where one is an error."""
    from bantin.build import BuildOptions, check_content

    with open_session(config_file) as session:
        options = BuildOptions(datetime.now(UTC), session.project.output(session.host.settings, None))
        problems = check_content(session.project, session.host, session.cache, options)
        if files:
            wanted = [_relative(file, session) for file in files]
            problems = tuple(problem for problem in problems if any(map(PurePath(problem.path).is_relative_to, wanted)))
    _print(problems, as_json=as_json)
    return 1 if any(problem.severity == "error" for problem in problems) else 0


def _relative(file: str, session: Session) -> PurePath:
    path = Path(file).resolve()
    if not path.exists():
        raise ConfigError("check.no_file", path=file)
    try:
        return path.relative_to(session.project.root)
    except ValueError as error:
        raise ConfigError("check.outside", path=file) from error


def _print(problems: tuple[Problem, ...], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([problem_as_dict(one, texts) for one in problems], ensure_ascii=False, indent=1))
        return
    print_problems(problems)
    errors = sum(problem.severity == "error" for problem in problems)
    click.echo(texts("check.done", errors=errors, warnings=len(problems) - errors))

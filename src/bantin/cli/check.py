"""`bantin check`: what an editor must mend."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from bantin.cli.interface import Command, option, texts
from bantin.cli.session import (
    config_option,
    now_option,
    open_session,
    print_problems,
    published_option,
    require_parent,
    resolve_published,
)
from bantin.messages.report import format_annotation, problem_as_dict, problem_as_quality
from bantin.model import ConfigError

if TYPE_CHECKING:
    from bantin.cli.session import Session
    from bantin.model import Problem

RATCHET = "ratchet.yml"
"""Beside mkdocs.yml: the faults of the archive."""


@click.command(cls=Command, help=texts("cli.check"))
@config_option
@option("--json", "as_json", is_flag=True, help=texts("cli.option.json"))
@option("--github", is_flag=True, help=texts("cli.option.github"))
@option("--gitlab", metavar=texts("cli.metavar.file"), help=texts("cli.option.gitlab"))
@option("--changed", is_flag=True, help=texts("cli.option.changed"))
@option("--base", metavar=texts("cli.metavar.branch"), help=texts("cli.option.base"))
@option("--ratchet", is_flag=True, help=texts("cli.option.ratchet"))
@published_option
@now_option
@click.argument("files", nargs=-1, metavar=texts("cli.metavar.files"))
def check(  # noqa: PLR0913 - one for each option
    config_file: str | None,
    now: datetime,
    files: tuple[str, ...],
    base: str | None,
    published: str | None,
    gitlab: str | None,
    *,
    changed: bool,
    ratchet: bool,
    **forms: bool,
) -> int:
    """Print the problems of all content, or of `files` and folders; exit code 1 where one is an error."""
    from bantin.build import BuildOptions, check_content

    known = resolve_published(published)
    require_parent(gitlab)
    with open_session(config_file) as session:
        root = session.project.root
        out = session.project.output(session.host.settings, None)
        options = BuildOptions(now, out, published=known, base=base)
        problems = check_content(session.project, session.host, session.cache, options)
        if ratchet:
            problems = _hold(problems, root, base)
        if changed:
            wanted = [PurePath(path) for path in _changed(root, base)]
            problems = tuple(problem for problem in problems if PurePath(problem.path) in wanted)
        if files:
            wanted = [_relative(file, session) for file in files]
            problems = tuple(problem for problem in problems if any(map(PurePath(problem.path).is_relative_to, wanted)))
    if gitlab is not None:
        _write_report(Path(gitlab), problems)
    _print(problems, **forms)
    if known is None and not (files or forms["as_json"]):
        click.echo(texts("check.not_compared"), err=True)
    return 1 if any(problem.severity == "error" or ratchet for problem in problems) else 0


def _hold(problems: tuple[Problem, ...], root: Path, base: str | None) -> tuple[Problem, ...]:
    """Return what the ratchet does not put up with, after shrinking its file; the first run makes it."""
    from bantin.build.changes import changed_files
    from bantin.build.disk import reading_faults
    from bantin.check.ratchet import count, dump, hold, load

    path = root / RATCHET
    if not path.exists():
        counts = count(problems)
        _replace(path, dump(counts, texts("check.ratchet_heading")))
        click.echo(texts("check.ratchet_made", path=RATCHET, count=sum(map(len, counts.values()))), err=True)
        return tuple(problem for problem in problems if problem.severity == "error")
    try:
        with reading_faults(RATCHET):
            allowed = load(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ConfigError("check.ratchet_damaged", path=RATCHET) from error
    fresh, left = hold(problems, allowed, changed_files(root, base) or frozenset())
    if left != allowed:
        _replace(path, dump(left, texts("check.ratchet_heading")))
        click.echo(texts("check.ratchet_shrunk", path=RATCHET), err=True)
    return fresh


def _changed(root: Path, base: str | None) -> frozenset[str]:
    from bantin.build.changes import changed_files

    found = changed_files(root, base)
    if found is None:
        raise ConfigError("check.no_git")
    return found


def _relative(file: str, session: Session) -> PurePath:
    path = Path(file).resolve()
    if not path.exists():
        raise ConfigError("check.no_file", path=file)
    try:
        return path.relative_to(session.project.root)
    except ValueError as error:
        raise ConfigError("check.outside", path=file) from error


def _write_report(path: Path, problems: tuple[Problem, ...]) -> None:
    _replace(path, json.dumps([problem_as_quality(one, texts) for one in problems], ensure_ascii=False, indent=1))


def _replace(path: Path, text: str) -> None:
    from bantin.build.disk import readable_faults, replace_file

    with readable_faults(str(path)):
        replace_file(str(path.resolve()), text.encode())


def _print(problems: tuple[Problem, ...], *, as_json: bool, github: bool) -> None:
    if as_json:
        click.echo(json.dumps([problem_as_dict(one, texts) for one in problems], ensure_ascii=False, indent=1))
        return
    if github:
        for problem in problems:
            click.echo(format_annotation(problem, texts))
    else:
        print_problems(problems)
    errors = sum(problem.severity == "error" for problem in problems)
    click.echo(texts("check.done", errors=errors, warnings=len(problems) - errors))

"""`bantin build`: content becomes a site."""

from __future__ import annotations

import gc
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bantin.cli.interface import Command, Number, option, texts
from bantin.cli.progress import Progress
from bantin.cli.session import (
    config_option,
    now_option,
    open_session,
    print_problems,
    published_option,
    require_parent,
    resolve_published,
)
from bantin.messages.report import select_problems
from bantin.model import BantinError, ConfigError, name_fault
from bantin.model.settings import MOST_WORKERS

if TYPE_CHECKING:
    from bantin.build import Project, Report


@click.command(cls=Command, help=texts("cli.build"))
@config_option
@now_option
@option("--out", metavar=texts("cli.metavar.folder"), help=texts("cli.option.out"))
@option("--workers", type=Number(1, MOST_WORKERS), metavar="N", help=texts("cli.option.workers"))
@option("--strict", is_flag=True, help=texts("cli.option.strict"))
@option("--delta", metavar=texts("cli.metavar.folder"), help=texts("cli.option.delta"))
@option("--against", metavar=texts("cli.metavar.file"), help=texts("cli.option.against"))
@published_option
@option("--due", metavar=texts("cli.metavar.file"), help=texts("cli.option.due"))
def build(  # noqa: PLR0913 - one for each option
    config_file: str | None,
    now: datetime,
    out: str | None,
    workers: int | None,
    delta: str | None,
    against: str | None,
    *,
    published: str | None,
    due: str | None,
    strict: bool,
) -> int:
    """Build the site; exit code 1 where the content has errors."""
    gc.disable()  # a build makes many values and drops few: collecting would take a fifth of its time
    from bantin.build import BuildOptions, build_site
    from bantin.model import ContentError

    difference, known = _pair(delta, against), resolve_published(published)
    require_parent(due)
    progress = Progress()
    with open_session(config_file) as session:
        if not session.host.settings.site_url and not strict:
            click.echo(texts("build.no_site_url"), err=True)
        folder = session.project.output(session.host.settings, out)
        options = BuildOptions(now, folder, workers, strict, difference, published=known, progress=progress)
        try:
            report = build_site(session.project, session.host, session.cache, options)
        except ContentError as error:
            progress.clear()
            print_problems(select_problems(error.problems, 0)[0])
            raise
    progress.clear()
    _tell(report, is_compared=options.reference is not None)
    if report.drafts:
        click.echo(texts("build.drafts", count=report.drafts))
    _tell_due(report.due, due)
    if report.written and difference is None:
        _tell_limits(session.project, folder)
    click.echo(texts("build.done", **report.as_values()))
    return 1 if report.errors else 0


def _tell(report: Report, *, is_compared: bool) -> None:
    """Say what is wrong, and what was not looked at."""
    told, left = select_problems(report.problems, report.warnings)
    print_problems(told)
    if left:
        click.echo(texts("build.warnings", count=left), err=True)
    if report.errors:
        click.echo(texts("build.left_out", errors=report.errors), err=True)
    if not is_compared:
        click.echo(texts("build.not_compared"), err=True)


def _tell_due(instant: str, file: str | None) -> None:
    """Say when the site must be built again though no file changes, and write it down for a machine."""
    if instant:
        click.echo(texts("build.due", at=datetime.fromisoformat(instant)))
    if file:
        try:
            Path(file).write_text(f"{instant}\n" if instant else "", encoding="ascii", newline="\n")
        except OSError as error:
            raise BantinError("build.cannot_write", path=file, reason=name_fault(error)) from error


def _tell_limits(project: Project, folder: Path) -> None:
    """Name the hosts that would not take the site as it has become."""
    from bantin.build.manifest import manifest_path
    from bantin.publish.limits import find_exceeded, measure

    exceeded = find_exceeded(measure(manifest_path(project.private, folder)))
    if exceeded:
        pairs = ((texts(f"limits.host.{host}"), texts(f"limits.what.{what}")) for host, what in exceeded)
        hosts = ", ".join(texts("limits.one", host=host, what=what) for host, what in pairs)
        click.echo(texts("limits.note", hosts=hosts), err=True)


def _pair(delta: str | None, against: str | None) -> tuple[Path, Path] | None:
    """Return where the difference goes, and against what. Raises ConfigError for one without the other."""
    if delta is None and against is None:
        return None
    if delta is None or against is None:
        raise ConfigError("config.delta_alone")
    return Path(delta).resolve(), Path(against).resolve()

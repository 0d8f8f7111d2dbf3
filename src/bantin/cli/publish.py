"""`bantin publish`: a built site to where readers find it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bantin.cli.interface import Command, option, texts
from bantin.cli.progress import Progress
from bantin.cli.session import config_option, open_session
from bantin.model import ConfigError

if TYPE_CHECKING:
    from bantin.build import Project
    from bantin.publish.plan import Plan
    from bantin.publish.source import Source
    from bantin.publish.target import Target

_S3, _RSYNC, _GIT = "s3://", "rsync:", "git:"


@click.command(cls=Command, help=texts("cli.publish"))
@config_option
@option("--from", "folder", metavar=texts("cli.metavar.folder"), help=texts("cli.option.from"))
@option("--dry-run", is_flag=True, help=texts("cli.option.publish_dry_run"))
@option("--endpoint", metavar="URL", envvar="BANTIN_S3_ENDPOINT", help=texts("cli.option.endpoint"))
@option("--remote", default="origin", metavar="REMOTE", help=texts("cli.option.remote"))
@option("--save-manifest", "saved", metavar=texts("cli.metavar.file"), help=texts("cli.option.save_manifest"))
@click.argument("place", metavar=texts("cli.metavar.place_to"))
def publish(
    config_file: str | None,
    folder: str | None,
    endpoint: str | None,
    remote: str,
    saved: str | None,
    place: str,
    *,
    dry_run: bool,
) -> int:
    """Bring what differs to a place, or tell what that would be."""
    started = time.monotonic()
    if saved is not None:
        _save_manifest(_open_target(place, endpoint), Path(saved))
        return 0
    project, source = _open_source(config_file, folder)
    if place.startswith(_GIT):
        plan = _publish_branch(project, source, remote, place.removeprefix(_GIT), dry_run=dry_run)
    else:
        _refuse_own(project, source, place)
        plan = _publish_files(source, _open_target(place, endpoint), dry_run=dry_run)
    if dry_run:
        _list(plan)
        return 0
    seconds = f"{time.monotonic() - started:.1f}".replace(".", ",")
    counts = {"written": len(plan.written), "new": len(plan.new), "deleted": len(plan.removed)}
    click.echo(texts("publish.done", place=place, seconds=seconds, **counts))
    return 0


def _open_source(config_file: str | None, folder: str | None) -> tuple[Project, Source]:
    from bantin.build.project import find_project
    from bantin.publish.source import open_source

    project = find_project(config_file, Path.cwd())
    if folder is None:
        with open_session(config_file) as session:
            path = project.output(session.host.settings, None)
    else:
        path = Path(folder).resolve()
    return project, open_source(project, path)


def _open_target(place: str, endpoint: str | None) -> Target:
    if place.startswith(_S3):
        from bantin.publish.s3 import S3Target

        return S3Target(place.removeprefix(_S3), endpoint)
    if place.startswith(_RSYNC):
        from bantin.publish.rsync import RsyncTarget

        return RsyncTarget(place if place.startswith("rsync://") else place.removeprefix(_RSYNC))
    if place.startswith(_GIT) or "://" in place:
        raise ConfigError("publish.place", place=place)
    from bantin.publish.folder import FolderTarget

    return FolderTarget(Path(place).resolve())


def _refuse_own(project: Project, source: Source, place: str) -> None:
    """Refuse a folder that holds the sources or the site itself."""
    if ":" in place.replace(":\\", "", 1):
        return
    target = Path(place).resolve()
    for own in (project.root, source.folder):
        if target == own or target in own.parents or source.folder in target.parents:
            raise ConfigError("publish.own_folder", folder=target)


def _publish_files(source: Source, target: Target, *, dry_run: bool) -> Plan:
    from bantin.publish.transfer import carry_out, plan_for, read_state

    state = read_state(target, source)
    plan = plan_for(state, source)
    if not dry_run:
        progress = Progress()
        progress("plan", len(plan.written) + len(plan.removed))
        try:
            carry_out(plan, state, source, target, lambda steps: progress("send", steps))
        except KeyboardInterrupt:
            progress.clear()
            click.echo(texts("publish.interrupted"), err=True)
            raise
        finally:
            progress.clear()
    return plan


def _publish_branch(project: Project, source: Source, remote: str, branch: str, *, dry_run: bool) -> Plan:
    from bantin.publish.branch import Branch

    opened = Branch(project.root, remote, branch)
    plan = opened.plan(source)
    if not dry_run and not plan.is_empty:
        opened.publish(source)
    return plan


def _list(plan: Plan) -> None:
    for mark, paths in (("+", plan.new), ("~", plan.changed), ("-", plan.removed)):
        for path in paths:
            click.echo(f"{mark} {path}")
    counts = {"written": len(plan.written), "new": len(plan.new), "deleted": len(plan.removed)}
    click.echo(texts("publish.would", **counts))


def _save_manifest(target: Target, path: Path) -> None:
    """Put what was last published there into a file, for `bantin build --against`."""
    from bantin.build.disk import readable_faults, replace_file
    from bantin.publish.target import MANIFEST

    data = target.fetch(MANIFEST)
    with readable_faults(str(path)):
        if data is None:
            path.unlink(missing_ok=True)
        else:
            replace_file(str(path.resolve()), data)
    click.echo(texts("publish.no_manifest" if data is None else "publish.saved", path=path))

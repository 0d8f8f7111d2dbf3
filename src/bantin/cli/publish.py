"""`bantin publish`: a built site to where readers find it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bantin.cli.interface import Command, option, texts
from bantin.cli.progress import Progress
from bantin.cli.session import config_option, open_session, require_parent
from bantin.model import ConfigError

if TYPE_CHECKING:
    from bantin.build import Project
    from bantin.publish.place import Place
    from bantin.publish.plan import Plan
    from bantin.publish.source import Source
    from bantin.publish.target import Target


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
    from bantin.publish.place import Kind, read_place

    started = time.monotonic()
    named = read_place(place)
    if saved is not None:
        require_parent(saved)
        _save_manifest(_open_target(named, endpoint), Path(saved))
        return 0
    project, source = _open_source(config_file, folder, named)
    if named.kind is Kind.GIT:
        plan = _publish_branch(project, source, remote, named.name, dry_run=dry_run)
    else:
        plan = _publish_files(source, _open_target(named, endpoint), dry_run=dry_run)
    if dry_run:
        _list(plan)
        return 0
    seconds = f"{time.monotonic() - started:.1f}".replace(".", ",")
    counts = {"written": len(plan.written), "new": len(plan.new), "deleted": len(plan.removed)}
    click.echo(texts("publish.done", place=place, seconds=seconds, **counts))
    return 0


def _open_source(config_file: str | None, folder: str | None, place: Place) -> tuple[Project, Source]:
    """Return the project and the site to publish. Raises ConfigError for a place that would mix it into others."""
    from bantin.build.project import require_folder
    from bantin.publish.source import open_source

    with open_session(config_file) as session:
        project, settings = session.project, session.host.settings
    source = open_source(project, Path(folder).resolve() if folder else project.output(settings, None))
    target, site = place.folder, source.folder
    if target is not None:
        if project.holds_sources(settings, target) or target in (site, *site.parents) or site in target.parents:
            raise ConfigError("publish.own_folder", folder=target)
        require_folder(target)
    return project, source


def _open_target(place: Place, endpoint: str | None) -> Target:
    from bantin.publish.place import Kind

    if place.kind is Kind.S3:
        from bantin.publish.s3 import S3Target

        return S3Target(place.name, endpoint)
    if place.kind is Kind.RSYNC:
        from bantin.publish.rsync import RsyncTarget

        return RsyncTarget(place.name)
    if place.kind is Kind.GIT:
        raise ConfigError("publish.place", place=f"{place.kind.value}{place.name}")
    from bantin.publish.folder import FolderTarget

    return FolderTarget(Path(place.name).resolve())


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

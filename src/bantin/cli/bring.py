"""`bantin import`: raw material becomes drafts."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bantin.cli.interface import Command, option, texts
from bantin.cli.session import config_option, load_registry, open_session
from bantin.model import ConfigError
from bantin.text.dates import VIETNAM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.ingest.proposal import Proposal
    from bantin.model import Registry


@click.command("import", cls=Command, help=texts("cli.import"))
@config_option
@option("--json", "as_json", is_flag=True, help=texts("cli.option.import_json"))
@option("--dry-run", is_flag=True, help=texts("cli.option.dry_run"))
@option("--ward", metavar="ID", help=texts("cli.option.import_ward"))
@click.argument("files", nargs=-1, required=True, metavar=texts("cli.metavar.files_needed"))
def bring(config_file: str | None, files: tuple[str, ...], ward: str | None, *, as_json: bool, dry_run: bool) -> int:
    """Write a draft for each file, or print what was read; exit code 1 where a file could not be imported."""
    paths = [Path(file) for file in files]
    missing = next((path for path in paths if not path.exists()), None)
    if missing is not None:
        raise ConfigError("check.no_file", path=missing)
    return _print(config_file, paths) if as_json else _write(config_file, paths, ward, dry_run=dry_run)


def _print(config_file: str | None, paths: list[Path]) -> int:
    """Print one object a line; needs no project."""
    from bantin.ingest.extract import Setting, extract
    from bantin.ingest.proposal import as_dict
    from bantin.ingest.refusal import Refused
    from bantin.ingest.sources import read_file

    setting = Setting(_registry_nearby(config_file), _today())
    failed = False
    for path in _files(paths):
        try:
            proposal = extract(str(path), read_file(path), setting)
        except (Refused, OSError) as error:
            failed = True
            _complain(path, error)
        else:
            click.echo(json.dumps(as_dict(proposal, texts), ensure_ascii=False))
    return int(failed)


def _write(config_file: str | None, paths: list[Path], ward: str | None, *, dry_run: bool) -> int:
    from bantin.ingest.deposit import deposit
    from bantin.ingest.draft import write_draft
    from bantin.ingest.extract import Setting, extract
    from bantin.ingest.refusal import Refused
    from bantin.ingest.report import write_report
    from bantin.ingest.sources import read_file

    with open_session(config_file) as session:
        settings = session.host.settings
        content, root = session.project.content(settings), session.project.root
    failed, taken = False, set[str]()
    registry = load_registry(content)
    for path in _files(paths):
        # Read for each file: the entries that one draft adds are known to the next.
        try:
            proposal = _with_ward(extract(str(path), read_file(path), Setting(registry, _today())), ward, registry)
            draft = write_draft(proposal, registry, _today(), frozenset(taken))
            if not dry_run:
                deposit(draft, content, settings.article_limit_kb)
                registry = load_registry(content) if draft.wards else registry
        except (Refused, OSError) as error:
            failed = True
            _complain(path, error)
            continue
        taken.add(draft.path)
        click.echo(write_report(proposal, draft, (content / draft.path).relative_to(root).as_posix(), texts))
    return int(failed)


def _files(paths: list[Path]) -> Iterator[Path]:
    from bantin.ingest.sources import find_files

    for path in paths:
        yield from find_files(path)


def _complain(path: Path, error: Exception) -> None:
    from bantin.ingest.refusal import Refused, Unreadable
    from bantin.messages.report import format_problem

    if isinstance(error, Unreadable):
        click.echo(format_problem(replace(error.problem, path=str(path)), texts), err=True)
    refused = (
        error if isinstance(error, Refused) else Refused("cannot_read", reason=getattr(error, "strerror", "") or "?")
    )
    reason = texts(f"ingest.refused.{refused.key}", **refused.values)
    click.echo(texts("ingest.refused.line", path=path, reason=reason), err=True)


def _with_ward(proposal: Proposal, ward: str | None, registry: Registry) -> Proposal:
    """Return the proposal with the ward that the editor names, or the only one that the registry has."""
    from bantin.ingest.places import Place
    from bantin.ingest.proposal import Ward
    from bantin.ingest.refusal import Refused

    name = ward or (next(iter(registry.wards)) if not proposal.wards and len(registry.wards) == 1 else None)
    if name is None:
        if not proposal.wards:
            raise Refused("no_ward")
        return proposal
    entry = registry.wards.get(name)
    if entry is None:
        raise ConfigError("new.unknown_ward", value=name, near=", ".join(list(registry.wards)[:10]))
    place = Place(entry.name, entry.kind, entry.province, entry.code)
    return replace(proposal, wards=(Ward(entry.id, place, known=True),))


def _registry_nearby(config_file: str | None) -> Registry:
    """Return the registry of the project around the working folder, an empty one where there is none."""
    from bantin.build.project import find_project
    from bantin.model import Registry

    try:
        project = find_project(config_file, Path.cwd())
    except ConfigError:
        if config_file:
            raise
        return Registry()
    return load_registry(project.root / "content")


def _today() -> date:
    return datetime.now(UTC).astimezone(VIETNAM).date()

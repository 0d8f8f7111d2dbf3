"""`bantin import`: raw material becomes drafts."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bantin.cli.interface import Command, option, texts
from bantin.cli.session import config_option, load_registry, open_session
from bantin.ingest.refusal import Refused, Unreadable, Unsound
from bantin.model import BantinError, ConfigError, name_fault
from bantin.text.dates import VIETNAM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.ingest.proposal import Ward
    from bantin.model import Registry

_FORESEEN = (Refused, Unsound, OSError)


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
    return _print(config_file, paths, ward) if as_json else _write(config_file, paths, ward, dry_run=dry_run)


def _print(config_file: str | None, paths: list[Path], ward: str | None) -> int:
    """Print one object a line; needs no project."""
    from bantin.ingest.extract import Setting, extract
    from bantin.ingest.proposal import as_dict
    from bantin.ingest.sources import read_file
    from bantin.ingest.wards import settle_wards

    registry = _registry_nearby(config_file)
    setting = Setting(registry, _today())
    chosen = _choose(ward, registry) if ward else None
    failed: list[Path] = []
    for path in _files(paths):
        with _telling(path, failed):
            proposal = extract(str(path), read_file(path), setting)
            found = as_dict(settle_wards(proposal, chosen, registry) if chosen else proposal, texts)
            click.echo(json.dumps(found, ensure_ascii=False))
    return int(bool(failed))


def _write(config_file: str | None, paths: list[Path], ward: str | None, *, dry_run: bool) -> int:
    from bantin.ingest.deposit import deposit
    from bantin.ingest.draft import write_draft
    from bantin.ingest.extract import Setting, extract
    from bantin.ingest.report import write_report
    from bantin.ingest.sources import read_file
    from bantin.ingest.wards import settle_wards

    with open_session(config_file) as session:
        settings = session.host.settings
        content, root = session.project.content(settings), session.project.root
    failed, taken = list[Path](), set[str]()
    setting = Setting(load_registry(content), _today())
    chosen = _choose(ward, setting.registry) if ward else None
    for path in _files(paths):
        with _telling(path, failed):
            proposal = settle_wards(extract(str(path), read_file(path), setting), chosen, setting.registry)
            draft = write_draft(proposal, setting.registry, setting.today, frozenset(taken))
            if not dry_run:
                deposit(draft, content, settings.article_limit_kb)
                # The entries that one draft adds are known to the next.
                setting = replace(setting, registry=load_registry(content)) if draft.wards else setting
            taken.add(draft.path)
            click.echo(write_report(proposal, draft, (content / draft.path).relative_to(root).as_posix(), texts))
    return int(bool(failed))


def _files(paths: list[Path]) -> Iterator[Path]:
    from bantin.ingest.sources import find_files

    for path in paths:
        yield from find_files(path)


@contextmanager
def _telling(path: Path, failed: list[Path]) -> Iterator[None]:
    """Tell why one file cannot be imported, be it a defect of ours, and go on: the others are none the worse."""
    try:
        yield
    except (BantinError, BrokenPipeError):  # nobody reads on: there is nothing more to tell
        raise
    except Exception as error:
        if os.environ.get("BANTIN_DEBUG") and not isinstance(error, _FORESEEN):
            raise
        failed.append(path)
        _complain(path, error)


def _complain(path: Path, error: Exception) -> None:
    if isinstance(error, Unreadable):
        from bantin.messages.report import format_problem

        click.echo(format_problem(replace(error.problem, path=str(path)), texts), err=True)
    if isinstance(error, Refused):
        reason = texts(f"ingest.refused.{error.key}", **error.values)
    elif isinstance(error, Unsound):
        said = (" ".join(texts.describe(problem)) for problem in error.problems)
        reason = texts("ingest.refused.unsound", reason=" ".join(dict.fromkeys(said)))
    elif isinstance(error, OSError):
        reason = texts("ingest.refused.cannot_read", reason=name_fault(error))
    else:
        reason = texts("cli.defect", kind=type(error).__name__, words=error)
    click.echo(texts("ingest.refused.line", path=path, reason=reason), err=True)


def _choose(name: str, registry: Registry) -> Ward:
    """Return the ward that the editor names. Raises ConfigError for one that the registry does not have."""
    from bantin.cli.new import require_entries
    from bantin.ingest.wards import entry_ward

    require_entries("ward", (name,), registry.wards)
    return entry_ward(name, registry)


def _registry_nearby(config_file: str | None) -> Registry:
    """Return the registry of the project around the working folder, an empty one where there is none."""
    from bantin.model import Registry

    try:
        with open_session(config_file) as session:
            return load_registry(session.project.content(session.host.settings))
    except ConfigError:
        if config_file:
            raise
        return Registry()


def _today() -> date:
    return datetime.now(UTC).astimezone(VIETNAM).date()

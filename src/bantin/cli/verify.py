"""`bantin verify`: a built site, looked at before it is published."""

from __future__ import annotations

import gc
import json
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bantin.cli.interface import Command, Number, option, texts
from bantin.cli.session import config_option, now_option, open_session

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from bantin.verify.judge import Finding
    from bantin.verify.verify import Verdict

_MOST = 50
"""Findings told; the same one on many pages is told once."""
_KB, _MB = 1000, 1_000_000


@click.command(cls=Command, help=texts("cli.verify"))
@config_option
@now_option
@option("--json", "as_json", is_flag=True, help=texts("cli.option.json"))
@option("--page-kb", type=Number(1, 100_000), default=500, metavar="N", help=texts("cli.option.page_kb"))
@option("--total-mb", type=Number(1, 1_000_000), metavar="N", help=texts("cli.option.total_mb"))
@click.argument("folder", required=False, metavar=texts("cli.metavar.folder_optional"))
def verify(
    config_file: str | None,
    now: datetime,
    page_kb: int,
    total_mb: int | None,
    folder: str | None,
    *,
    as_json: bool,
) -> int:
    """Print what is wrong with a site; exit code 1 where something is."""
    gc.disable()  # many small values, none of them in a circle
    from bantin.build import BuildOptions
    from bantin.build.hidden import find_kept
    from bantin.verify.inventory import take_inventory
    from bantin.verify.judge import Budget
    from bantin.verify.verify import verify as look

    with open_session(config_file) as session:
        project, settings = session.project, session.host.settings
        site = Path(folder).resolve() if folder else project.output(settings, None)
        files = take_inventory(project, site)
        kept = find_kept(project, session.host, session.cache, BuildOptions(now, site))
        budget = Budget(page_kb * _KB, (total_mb or 0) * _MB)
        verdict = look(files, session.cache, settings.site_url, budget, kept, project.content(settings))
    if as_json:
        click.echo(json.dumps([_as_dict(one) for one in verdict.findings], ensure_ascii=False, indent=1))
    else:
        _tell(verdict)
    return 1 if verdict.findings else 0


def _as_dict(finding: Finding) -> dict[str, Any]:
    return {"path": finding.path, "kind": finding.kind, "detail": finding.detail, "message": _message(finding)}


def _message(finding: Finding) -> str:
    return texts(f"verify.{finding.kind}", detail=finding.detail)


def _tell(verdict: Verdict) -> None:
    groups = _group(verdict.findings)
    for path, message, count in groups[:_MOST]:
        told = texts("verify.more", message=message, count=count - 1) if count > 1 else message
        click.echo(f"{path or '.'}: {told}", err=True)
    if len(groups) > _MOST:
        click.echo(texts("verify.others", count=len(groups) - _MOST), err=True)
    if verdict.unseen:
        click.echo(texts("verify.unseen", count=verdict.unseen), err=True)
    click.echo(texts("verify.done", files=verdict.files, read=verdict.read, findings=len(verdict.findings)))


def _group(findings: Iterable[Finding]) -> list[tuple[str, str, int]]:
    """Return (first path, message, on how many pages) of each thing that is wrong."""
    ordered = sorted(findings, key=lambda one: (one.kind, one.detail, one.path))
    grouped = ((message, list(group)) for message, group in groupby(ordered, key=_message))
    return [(group[0].path, message, len(group)) for message, group in grouped]

"""`bantin ward`: communes of the country, found by any name, and written into the registry."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from bantin.cli.interface import Command, Group, Number, option, texts
from bantin.cli.session import config_option, open_session
from bantin.model import BantinError, ConfigError
from bantin.text.slugs import is_slug

if TYPE_CHECKING:
    from pathlib import Path

    from bantin.amend import Plan
    from bantin.model import Ward
    from bantin.units import Unit, Units

_MOST = 10
"""Matches that are shown where the user does not say how many."""
_MOST_SHOWN = 1000


@click.group(cls=Group, help=texts("cli.ward.about"))
def ward() -> None:
    """Group the commands."""


@ward.command(cls=Command, help=texts("cli.ward.find"))
@option("--json", "as_json", is_flag=True, help=texts("cli.option.json"))
@option("--limit", type=Number(1, _MOST_SHOWN), default=_MOST, metavar="N", help=texts("cli.option.limit"))
@click.argument("text", nargs=-1, required=True, metavar=texts("cli.metavar.place"))
def find(text: tuple[str, ...], limit: int, *, as_json: bool) -> int:
    """Print the communes that `text` may mean, the best first."""
    from bantin import units

    country = units.load()
    found = [match.unit for match in country.find(" ".join(text), limit=limit)]
    if as_json:
        click.echo(json.dumps([_as_dict(unit, country) for unit in found], ensure_ascii=False, indent=1))
    else:
        for unit in found:
            click.echo(_describe(unit, country))
    if not found:
        click.echo(texts("ward.none", text=" ".join(text)), err=True)
    return 0


@ward.command(cls=Command, help=texts("cli.ward.add"))
@config_option
@option("--id", "entry_id", default="", metavar="ID", help=texts("cli.option.ward_id"))
@option("--code", default="", metavar=texts("cli.metavar.code"), help=texts("cli.option.ward_code"))
@option("--former", is_flag=True, help=texts("cli.option.former"))
@option("--predecessors", is_flag=True, help=texts("cli.option.predecessors"))
@click.argument("text", nargs=-1, required=True, metavar=texts("cli.metavar.place"))
def add(
    config_file: str | None, text: tuple[str, ...], entry_id: str, code: str, *, former: bool, predecessors: bool
) -> int:
    """Write the entry of the one commune that `text` means, and of its successors, into wards.yml."""
    from bantin import units
    from bantin.amend import plan_wards
    from bantin.read import read_registry

    country = units.load()
    unit = _choose(" ".join(text), country, code, former=former)
    with open_session(config_file) as session:
        path = session.project.content(session.host.settings) / "registry" / "wards.yml"
        shown = path.relative_to(session.project.root).as_posix()
    data = _read(path, shown)
    registry, problems = read_registry({"registry/wards.yml": data})
    if any(problem.severity == "error" for problem in problems):
        raise ConfigError("ward.broken", path=shown)
    _check_id(entry_id, registry.wards)
    plan = plan_wards(unit, country, registry.wards, entry_id=entry_id, with_predecessors=predecessors)
    if plan.added or plan.completed:
        _write(path, shown, _amend(data, plan, shown))
    _report(plan, country, shown)
    return 0


def _choose(text: str, country: Units, code: str, *, former: bool) -> Unit:
    """Return the one commune that is meant. Raises ConfigError with the choice where there are several, or none."""
    found = [match.unit for match in country.find(text, limit=1000) if code in ("", match.unit.code)]
    era = "former" if former or not any(unit.era == "current" for unit in found) else "current"
    meant = [unit for unit in found if unit.era == era]
    if not meant:
        raise ConfigError("ward.none", text=text)
    if len(meant) > 1:
        choice = "\n".join(_describe(unit, country) for unit in meant[:_MOST])
        raise ConfigError("ward.several", text=text, choice=choice, code=meant[0].code)
    return meant[0]


def _check_id(entry_id: str, wards: dict[str, Ward]) -> None:
    if entry_id and not is_slug(entry_id):
        raise ConfigError("ward.bad_id", value=entry_id)
    if entry_id in wards:
        raise ConfigError("ward.taken", value=entry_id)


def _read(path: Path, shown: str) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise BantinError("build.cannot_read", path=shown, reason=error.strerror or "") from error


def _amend(data: bytes, plan: Plan, shown: str) -> str:
    from bantin.amend import UnusualLayoutError, amend_entries, entry_text

    try:
        return amend_entries(data.decode(), plan.added, plan.completed)
    except UnusualLayoutError as error:
        entries = "\n".join(entry_text(one) for one in plan.added)
        raise ConfigError("ward.layout", path=shown, entries=entries) from error


def _write(path: Path, shown: str, text: str) -> None:
    """Write the file whole or not at all."""
    draft = path.with_name(f"~{path.name}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(text.encode())
        draft.replace(path)
    except OSError as error:
        raise BantinError("build.cannot_write", path=shown, reason=error.strerror or "") from error


def _report(plan: Plan, country: Units, shown: str) -> None:
    names = {entry_id: _describe(unit, country) for unit, entry_id in plan.ids.items()}
    for entry in plan.added:
        click.echo(texts("ward.added", path=shown, id=entry["id"], unit=names[entry["id"]]))
    for entry_id, values in plan.completed.items():
        click.echo(texts("ward.completed", path=shown, id=entry_id, keys=", ".join(values)))
    if not plan.added and not plan.completed:
        click.echo(texts("ward.known", path=shown, ids=", ".join(plan.ids.values())))


def _describe(unit: Unit, country: Units) -> str:
    """Return a unit on one line: where it is, its code, what became of it."""
    parts = [unit.full_name, *([unit.district.label] if unit.district else []), unit.province.label]
    key = "ward.current" if unit.era == "current" else "ward.former"
    following = [
        texts("ward.part" if one.partial else "ward.whole", unit=one.unit.full_name, code=one.unit.code)
        for one in country.successors(unit)
    ]
    return texts(key, unit=", ".join(parts), code=unit.code, successors=", ".join(following))


def _as_dict(unit: Unit, country: Units) -> dict[str, Any]:
    """Return a unit as `--json` prints it; absent values are null."""
    return {
        "name": unit.name,
        "kind": unit.kind,
        "district": unit.district.label if unit.district else None,
        "province": unit.province.label,
        "code": unit.code,
        "from": unit.since.isoformat() if unit.since else None,
        "until": unit.until.isoformat() if unit.until else None,
        "successors": [
            {
                "name": one.unit.name,
                "kind": one.unit.kind,
                "province": one.unit.province.label,
                "code": one.unit.code,
                "partial": one.partial,
            }
            for one in country.successors(unit)
        ],
    }

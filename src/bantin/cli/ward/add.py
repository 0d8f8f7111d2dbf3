"""`bantin ward add`: a commune and what became of it, into wards.yml."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from bantin.cli.interface import Command, option, texts
from bantin.cli.session import config_option, open_session
from bantin.cli.ward.line import describe, enumerate_units, explain_none
from bantin.model import BantinError, ConfigError, name_fault
from bantin.text.slugs import is_slug

if TYPE_CHECKING:
    from pathlib import Path

    from bantin.amend import Plan
    from bantin.model import Ward
    from bantin.units import Unit, Units


@click.command(cls=Command, help=texts("cli.ward.add"))
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
    _check_id(entry_id, unit, registry.wards)
    plan = plan_wards({unit: entry_id}, country, registry.wards, with_predecessors=predecessors)
    if plan.added or plan.completed:
        amended, plan = _amend(data, plan, shown)
        _write(path, shown, amended)
    _report(plan, country, shown)
    return 0


def _choose(text: str, country: Units, code: str, *, former: bool) -> Unit:
    """Return the one commune that is meant. Raises ConfigError with the choice where there are several, or none."""
    possible = [match.unit for match in country.find(text, limit=1000)]
    found = [unit for unit in possible if code in ("", unit.code)]
    era = "former" if former or not any(unit.era == "current" for unit in found) else "current"
    meant = [unit for unit in found if unit.era == era]
    if not possible:
        raise explain_none(text, country)
    if not found:
        raise ConfigError("ward.other_code", text=text, code=code, choice=enumerate_units(possible, country))
    if not meant:
        raise ConfigError("ward.not_former", text=text, choice=enumerate_units(found, country))
    if len(meant) > 1:
        raise ConfigError("ward.several", text=text, choice=enumerate_units(meant, country), code=meant[0].code)
    return meant[0]


def _check_id(entry_id: str, unit: Unit, wards: dict[str, Ward]) -> None:
    from bantin.amend.wards import find_entry

    known = find_entry(unit, wards)
    if entry_id and known and known.id != entry_id:
        raise ConfigError("ward.known_as", unit=unit.full_name, known=known.id)
    if known:
        return
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
        raise BantinError("build.cannot_read", path=shown, reason=name_fault(error)) from error


def _amend(data: bytes, plan: Plan, shown: str) -> tuple[str, Plan]:
    """Return the file's new text and what of the plan it holds: where the layout forbids it, no keys are completed."""
    from bantin.amend import BracketedListError, UnusualLayoutError, amend_entries, entry_text

    text = data.decode()
    try:
        return amend_entries(text, plan.added, plan.completed), plan
    except UnusualLayoutError:
        plan = replace(plan, completed={}, lacking=plan.completed)
    if not plan.added:
        return text, plan
    try:
        return amend_entries(text, plan.added), plan
    except BracketedListError as error:
        raise ConfigError("ward.bracketed", path=shown) from error
    except UnusualLayoutError as error:
        entries = "\n".join(entry_text(one) for one in plan.added)
        raise ConfigError("ward.layout", path=shown, entries=entries) from error


def _write(path: Path, shown: str, text: str) -> None:
    from bantin.build.disk import replace_file

    try:
        replace_file(str(path), text.encode())
    except OSError as error:
        raise BantinError("build.cannot_write", path=shown, reason=name_fault(error)) from error


def _report(plan: Plan, country: Units, shown: str) -> None:
    names = {entry_id: describe(unit, country) for unit, entry_id in plan.ids.items()}
    for entry in plan.added:
        click.echo(texts("ward.added", path=shown, id=entry["id"], unit=names[entry["id"]]))
    for entry_id, values in plan.completed.items():
        click.echo(texts("ward.completed", path=shown, id=entry_id, keys=", ".join(values)))
    for entry_id, values in plan.lacking.items():
        click.echo(texts("ward.lacking", path=shown, id=entry_id, keys=", ".join(values)))
    if not plan.added and not plan.completed and not plan.lacking:
        click.echo(texts("ward.known", path=shown, ids=", ".join(plan.ids.values())))

"""`bantin init`: a repository for the news of one ward."""

from __future__ import annotations

import json
import sys
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bantin import __version__
from bantin.cli.interface import Command, option, texts
from bantin.cli.ward.line import describe, enumerate_units, explain_none
from bantin.model import BantinError, ConfigError, name_fault
from bantin.text.scalars import quote

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from bantin.units import Unit, Units

HOSTS = ("github", "gitlab", "rsync")
"""Where a site may be published by CI; each has a folder of its own in bantin/hosting."""
_MOST = 8
"""Communes offered to choose from."""


@click.command(cls=Command, help=texts("cli.init"))
@option("--ward", metavar="…", help=texts("cli.option.init_ward"))
@option("--name", metavar="…", help=texts("cli.option.init_name"))
@option("--authority", metavar="…", help=texts("cli.option.authority"))
@option("--address", metavar="…", help=texts("cli.option.address"))
@option("--hotline", metavar="…", help=texts("cli.option.hotline"))
@option("--licence", metavar="…", help=texts("cli.option.licence"))
@option("--responsible", metavar="…", help=texts("cli.option.responsible"))
@option("--ci", "host", type=click.Choice(HOSTS), default=HOSTS[0], help=texts("cli.option.ci"))
@click.argument("folder", metavar=texts("cli.metavar.folder"))
@click.pass_context
def init(
    context: click.Context, /, folder: str, ward: str | None, name: str | None, host: str, **answers: str | None
) -> int:
    """Write the files of a new repository into an empty folder; ask for what is missing where somebody can answer."""
    from bantin import units

    target = Path(folder).resolve()
    _require_empty(target, folder)
    can_ask = sys.stdin.isatty()
    if ward is None and not can_ask:
        raise click.MissingParameter(param=next(one for one in context.command.params if one.name == "ward"))
    country = units.load()
    unit = _find_ward(ward, country, can_ask=can_ask)
    full = unit.full_name
    defaults = {"authority": texts("init.authority", ward=full), "licence": texts("init.no_licence")}
    told = {key: value if value is not None else "" for key, value in answers.items()}
    if can_ask:
        told = {key: value or _ask(key, defaults.get(key, "")) for key, value in told.items()}
    told = {key: value or defaults.get(key, "") for key, value in told.items()}
    values = _values(full, name or texts("init.name", ward=full), told)
    _write_all(target, values, _registry(unit, country), host)
    click.echo(texts("init.done", folder=folder, ward=f"{full}, {unit.province.label}"))
    return 0


def _require_empty(target: Path, folder: str) -> None:
    if target.exists() and (not target.is_dir() or any(one.name != ".git" for one in target.iterdir())):
        raise ConfigError("init.not_empty", folder=folder)


def _find_ward(ward: str | None, country: Units, *, can_ask: bool) -> Unit:
    """Return the commune of today that is meant; asks where several fit."""
    while True:
        text = ward or str(click.prompt(texts("init.ask.ward"), prompt_suffix=" "))
        meant = [match.unit for match in country.find(text, limit=1000)]
        found = [unit for unit in meant if unit.until is None]
        if len(found) == 1:
            return found[0]
        if not found:
            reason = _explain_former(text, meant[0], country) if meant else explain_none(text, country)
            if not can_ask:
                raise reason
            click.echo(texts(reason.key, **reason.values))
            ward = None
            continue
        if not can_ask:
            raise ConfigError("init.several", text=text, choice=enumerate_units(found, country, "  "))
        offered = found[:_MOST]
        click.echo(_list(offered, len(found)))
        answer = str(
            click.prompt(texts("ask.number", most=len(offered)), default="1", show_default=False, prompt_suffix=" ")
        )
        if answer.isdecimal() and 1 <= int(answer) <= len(offered):
            return offered[int(answer) - 1]
        ward = None


def _explain_former(text: str, unit: Unit, country: Units) -> ConfigError:
    """Return the error for a commune that exists no more, with what to write instead."""
    heirs = [relation.unit for relation in country.successors(unit)]
    written = "\n".join(f'  --ward "{heir.full_name}, {heir.province.label}"' for heir in heirs)
    return ConfigError("init.former", text=text, unit=describe(unit, country), written=written)


def _list(offered: list[Unit], count: int) -> str:
    """Return communes by number; where there are more, that a province helps."""
    lines = [f"  {number}. {one.full_name}, {one.province.label}" for number, one in enumerate(offered, 1)]
    if count > len(offered):
        lines.append(f"  {texts('init.more', count=count - len(offered))}")
    return "\n".join(lines)


def _ask(key: str, default: str) -> str:
    shown = texts(f"init.ask.{key}") + (f" [{default}]" if default else "")
    return str(click.prompt(shown, default=default, show_default=False, prompt_suffix=": ")).strip()


def _values(ward: str, name: str, told: dict[str, str]) -> dict[str, str]:
    """Return what fills the places of the starter's files; `…_text` goes into prose, the others are YAML."""
    described = texts("init.description", ward=ward)
    plain = {"name": name, "description": described, "copyright": told["authority"] or name, **told}
    values = {key: quote(value) if value else '""' for key, value in plain.items()}
    values |= {f"{key}_text": value or texts("init.unknown") for key, value in plain.items()}
    return {**values, "intro": texts("init.intro", ward=ward), "version": __version__}


def _registry(unit: Unit, country: Units) -> str:
    from bantin.amend import amend_entries, plan_wards

    plan = plan_wards({unit: ""}, country, {})
    return texts("init.wards") + "\n" + amend_entries("", plan.added, plan.completed).lstrip("\n")


def _write_all(target: Path, values: dict[str, str], wards: str, host: str) -> None:
    from bantin.cli.schema import describe
    from bantin.read.schema import NAMES, make_schema

    contents: dict[str, bytes] = {}
    _collect(files("bantin") / "starter", "", values, contents)
    _collect(files("bantin") / "hosting" / host, "", {}, contents)
    contents["content/registry/wards.yml"] = wards.encode()
    for name in NAMES:
        schema: dict[str, Any] = make_schema(name, describe)
        contents[f".vscode/{name}.schema.json"] = (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
    try:
        for path, data in sorted(contents.items()):
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (target / path).write_bytes(data)
    except OSError as error:
        raise BantinError("build.cannot_write", path=target, reason=name_fault(error)) from error


def _collect(folder: Traversable, path: str, values: dict[str, str], contents: dict[str, bytes]) -> None:
    """Read the starter's files; a dot at the beginning of a name is written "dot-", so that tools overlook it."""
    for one in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = one.name.replace("dot-", ".", 1) if one.name.startswith("dot-") else one.name
        shown = f"{path}{name}"
        if one.is_dir():
            if name != "__pycache__":
                _collect(one, f"{shown}/", values, contents)
            continue
        text = one.read_text(encoding="utf-8")
        for key, value in values.items():
            text = text.replace(f"@@{key}@@", value)
        # Windows reads a .cmd file only with its own line ends.
        contents[shown] = (text.replace("\n", "\r\n") if name.endswith(".cmd") else text).encode()

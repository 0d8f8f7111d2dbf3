"""`bantin ward find`: communes by any of their names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from bantin.cli.interface import Command, Number, option, texts
from bantin.cli.ward.line import describe, explain_none

if TYPE_CHECKING:
    from bantin.units import Unit, Units

_MOST = 10
"""Matches that are shown where the user does not say how many."""
_MOST_SHOWN = 1000


@click.command(cls=Command, help=texts("cli.ward.find"))
@option("--json", "as_json", is_flag=True, help=texts("cli.option.json"))
@option("--limit", type=Number(1, _MOST_SHOWN), default=_MOST, metavar="N", help=texts("cli.option.limit"))
@click.argument("text", nargs=-1, required=True, metavar=texts("cli.metavar.place"))
def find(text: tuple[str, ...], limit: int, *, as_json: bool) -> int:
    """Print the communes that `text` may mean, the best first."""
    from bantin import units

    country, wanted = units.load(), " ".join(text)
    possible = [match.unit for match in country.find(wanted, limit=_MOST_SHOWN)]
    found = possible[:limit]
    if as_json:
        click.echo(json.dumps([_as_dict(unit, country) for unit in found], ensure_ascii=False, indent=1))
    else:
        for unit in found:
            click.echo(describe(unit, country))
        if len(possible) > limit:
            click.echo(texts("ward.more_found", count=len(possible) - limit, all=len(possible)), err=True)
    if not found:
        reason = explain_none(wanted, country)
        click.echo(texts(reason.key, **reason.values), err=True)
    return 0


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

"""`bantin schema`: what an article and the registry may hold, for editors' programs."""

from __future__ import annotations

import json

import click

from bantin.cli.interface import Command, option, texts


class _Name(click.ParamType[str]):
    name = "name"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name of a schema; complains in Vietnamese."""
        from bantin.read.schema import NAMES

        if value not in NAMES:
            self.fail(texts("schema.unknown", value=value, known=", ".join(NAMES)), param, ctx)
        return str(value)


@click.command(cls=Command, help=texts("cli.schema"))
@option("--table", is_flag=True, help=texts("cli.option.table"))
@click.argument("name", default="article", type=_Name(), metavar=texts("cli.metavar.schema"))
def schema(name: str, *, table: bool) -> int:
    """Print a JSON Schema, or the same as a table in Markdown."""
    from bantin.read.schema import make_schema

    click.echo(fields_table(name) if table else json.dumps(make_schema(name, describe), ensure_ascii=False, indent=2))
    return 0


def describe(name: str, key: str) -> str:
    """Return the sentence about a key of a schema: its own where there is one, else that of all registries."""
    own = f"schema.{name}.{key}"
    return texts(own) if own in texts else texts(f"schema.entry.{key}")


def fields_table(name: str) -> str:
    """Return the fields of a schema as a table in Markdown."""
    from bantin.read.schema import list_fields

    rows = [f"| `{key}` | {'✓' if needed else ''} | {about} |" for key, needed, about in list_fields(name, describe)]
    return "\n".join([texts("schema.table"), "| --- | --- | --- |", *rows])

"""`bantin new`: an article's file with its front matter filled in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from bantin.cli.interface import Command, texts
from bantin.cli.session import Instant, config_option, open_session
from bantin.model import ConfigError
from bantin.text.dates import VIETNAM
from bantin.text.slugs import MAX_FILE_NAME, slugify

if TYPE_CHECKING:
    from collections.abc import Iterable


@click.command(cls=Command, help=texts("cli.new"))
@config_option
@click.option("--title", required=True, metavar="…", help=texts("cli.option.title"))
@click.option("--ward", "wards", required=True, multiple=True, metavar="ID", help=texts("cli.option.ward"))
@click.option("--date", type=Instant(), default=lambda: datetime.now(UTC), help=texts("cli.option.date"))
@click.option("--tag", "tags", multiple=True, metavar="ID", help=texts("cli.option.tag"))
@click.option("--official", "officials", multiple=True, metavar="…", help=texts("cli.option.official"))
def new(
    config_file: str | None,
    title: str,
    wards: tuple[str, ...],
    date: datetime,
    tags: tuple[str, ...],
    officials: tuple[str, ...],
) -> int:
    """Write a draft into the right folder and tell its path; never over a file that exists."""
    from bantin.read import read_registry

    with open_session(config_file) as session:
        content = session.project.content(session.host.settings)
        paths = sorted((content / "registry").glob("*.yml"))
        registry, _ = read_registry({f"registry/{path.name}": path.read_bytes() for path in paths})
    _require("ward", wards, registry.wards)
    _require("topic", tags, registry.topics)
    local = date.astimezone(VIETNAM)
    slug = slugify(title, MAX_FILE_NAME)
    if not slug:
        raise ConfigError("new.no_slug", title=title)
    path = content / "news" / f"{local:%Y}" / f"{local:%m}" / f"{slug}.md"
    shown = path.relative_to(session.project.root).as_posix()
    if path.exists():
        raise ConfigError("new.exists", path=shown)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_draft(title, local, wards, tags, officials), encoding="utf-8", newline="\n")
    click.echo(texts("new.done", path=shown))
    return 0


def _require(kind: str, ids: Iterable[str], known: Iterable[str]) -> None:
    from bantin.read.fields import suggest

    known = tuple(known)
    for one in ids:
        if one not in known:
            raise ConfigError(
                f"new.unknown_{kind}", value=one, near=suggest(slugify(one), known) or ", ".join(known[:10])
            )


def _draft(
    title: str, date: datetime, wards: tuple[str, ...], tags: tuple[str, ...], officials: tuple[str, ...]
) -> str:
    lines = ["---", f"title: {_quote(title)}", f"date: {date:%Y-%m-%d}"]
    lines.append(f"ward: {wards[0]}" if len(wards) == 1 else f"ward: [{', '.join(wards)}]")
    if officials:
        lines.append("officials:")
        for official in officials:
            name, _, role = official.partition(":")
            lines.append(f"  - name: {_quote(name.strip())}")
            if role.strip():
                lines.append(f"    role: {_quote(role.strip())}")
    if tags:
        lines.append(f"tags: [{', '.join(tags)}]")
    lines += ["status: draft", "---", "", texts("new.body"), ""]
    return "\n".join(lines)


def _quote(text: str) -> str:
    """Return a YAML scalar for any text: plain where that is safe, else in double quotes."""
    import json

    plain = text.replace(" ", "").replace(",", "").replace(".", "").isalnum() and not text[0].isdigit()
    return text if plain else json.dumps(text, ensure_ascii=False)

"""`bantin new`: an article's file with its front matter filled in."""

from __future__ import annotations

import sys
import unicodedata
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from bantin.cli.interface import Command, option, texts
from bantin.cli.session import Instant, config_option, load_registry, open_session
from bantin.model import BantinError, ConfigError, name_fault
from bantin.text.dates import VIETNAM
from bantin.text.scalars import quote
from bantin.text.slugs import MAX_FILE_NAME, slugify

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from bantin.model import Registry


@click.command(cls=Command, help=texts("cli.new"))
@config_option
@option("--title", metavar="…", help=texts("cli.option.title"))
@option("--ward", "wards", multiple=True, metavar="ID", help=texts("cli.option.ward"))
@option("--date", type=Instant(), help=texts("cli.option.date"))
@option("--tag", "tags", multiple=True, metavar="ID", help=texts("cli.option.tag"))
@option("--official", "officials", multiple=True, metavar="…", help=texts("cli.option.official"))
@click.pass_context
def new(
    context: click.Context,
    config_file: str | None,
    title: str | None,
    wards: tuple[str, ...],
    date: datetime | None,
    tags: tuple[str, ...],
    officials: tuple[str, ...],
) -> int:
    """Write a draft into the right folder and tell its path, never over a file that exists; ask for what is missing."""
    is_asking = (title is None or not wards) and sys.stdin.isatty()
    for name, is_missing in (("title", title is None), ("wards", not wards)):
        if is_missing and not is_asking:
            raise click.MissingParameter(param=next(one for one in context.command.params if one.name == name))
    with open_session(config_file) as session:
        content = session.project.content(session.host.settings)
        registry = load_registry(content)
    require_entries("ward", wards, registry.wards)
    require_entries("topic", tags, registry.topics)
    if is_asking:
        asked = _ask(registry, title, wards, date)
        title, wards, date = asked[:3]
        officials, tags = officials or asked[3], tags or asked[4]
    path, text = _compose(content, _clean(title or ""), wards, date, tags, officials)
    shown = path.relative_to(session.project.root).as_posix()
    _write(path, shown, text)
    click.echo(texts("new.done", path=shown))
    return 0


def _ask(
    registry: Registry, title: str | None, wards: tuple[str, ...], date: datetime | None
) -> tuple[str, tuple[str, ...], datetime | None, tuple[str, ...], tuple[str, ...]]:
    """Return (title, wards, date, officials, topics), asking for what the command line does not tell."""
    from bantin.cli import questions

    if not registry.wards:
        raise ConfigError("ask.no_wards")
    click.echo(texts("ask.intro"))
    return (
        title or questions.ask_title(),
        wards or questions.ask_wards(registry),
        date or questions.ask_date(datetime.now(UTC).astimezone(VIETNAM)),
        questions.ask_officials(registry),
        questions.ask_topics(registry),
    )


def _compose(
    content: Path,
    title: str,
    wards: tuple[str, ...],
    date: datetime | None,
    tags: tuple[str, ...],
    officials: tuple[str, ...],
) -> tuple[Path, str]:
    """Return where the draft goes, and its text."""
    local = (date or datetime.now(UTC)).astimezone(VIETNAM)
    slug = slugify(title, MAX_FILE_NAME)
    if not slug:
        raise ConfigError("new.no_slug", title=title)
    path = content / "news" / str(local.year) / f"{local.month:02}" / f"{slug}.md"
    day = local.isoformat(timespec="minutes") if date and (local.hour or local.minute) else local.date().isoformat()
    return path, _draft(title, day.removesuffix("+07:00"), wards, tags, officials)


def _write(path: Path, shown: str, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise ConfigError("new.exists", path=shown) from error
    except OSError as error:
        raise BantinError("build.cannot_write", path=shown, reason=name_fault(error)) from error


def _clean(text: str) -> str:
    """Return a text as front matter gives it back: one line, composed letters, nothing that cannot be seen."""
    from bantin.read.decode import CONTROL

    one_line = " ".join(unicodedata.normalize("NFC", text.encode(errors="ignore").decode()).split())
    return " ".join(CONTROL.sub("", one_line.replace("\0", "")).split())


_NONE = {"ward": "ask.no_wards", "topic": "new.no_topics"}


def require_entries(kind: str, ids: Iterable[str], known: Iterable[str]) -> None:
    """Raise ConfigError for an id that the registry lacks, with the nearest that it has; `kind`: ward or topic."""
    from bantin.read.fields import suggest

    known = tuple(known)
    for one in ids:
        if not known:
            raise ConfigError(_NONE[kind], value=one)
        if one not in known:
            raise ConfigError(
                f"new.unknown_{kind}", value=one, near=suggest(slugify(one), known) or ", ".join(known[:10])
            )


def _draft(title: str, day: str, wards: tuple[str, ...], tags: tuple[str, ...], officials: tuple[str, ...]) -> str:
    lines = ["---", f"title: {quote(title)}", f"date: {day}"]
    lines.append(f"ward: {wards[0]}" if len(wards) == 1 else f"ward: [{', '.join(wards)}]")
    if officials:
        lines.append("officials:")
        for official in officials:
            name, _, role = map(str.strip, _clean(official).partition(":"))
            if not name:
                raise ConfigError("new.no_name", value=official)
            lines.append(f"  - name: {quote(name)}")
            if role:
                lines.append(f"    role: {quote(role)}")
    if tags:
        lines.append(f"tags: [{', '.join(tags)}]")
    lines += ["status: draft", "---", "", texts("new.body"), ""]
    return "\n".join(lines)

"""`bantin fix`: what can be repaired without asking what was meant."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bantin.cli.interface import Command, option, texts
from bantin.cli.session import config_option, load_registry, open_session
from bantin.model import BantinError, ConfigError, name_fault

if TYPE_CHECKING:
    from bantin.model import Registry


@click.command(cls=Command, help=texts("cli.fix"))
@config_option
@option("--write", is_flag=True, help=texts("cli.option.write"))
@click.argument("files", nargs=-1, metavar=texts("cli.metavar.files"))
def fix(config_file: str | None, files: tuple[str, ...], *, write: bool) -> int:
    """Show the repairs of all articles, or of `files` and folders, as a diff; write them where the editor agrees."""
    from bantin.build.disk import reading_faults, replace_file
    from bantin.text.repair import repair

    with open_session(config_file) as session:
        content, root = session.project.content(session.host.settings), session.project.root
    names = _names(load_registry(content))
    repaired: dict[Path, bytes] = {}
    for path in _articles(files, content):
        try:
            with reading_faults(str(path)):
                before = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            click.echo(texts("fix.unreadable", path=path), err=True)
            continue
        after = repair(before, names)
        if after != before:
            repaired[path] = after.encode()
            click.echo(_show(before, after, path.relative_to(root).as_posix()), nl=False)
    if not repaired:
        click.echo(texts("fix.none"))
        return 0
    if not write and not (sys.stdin.isatty() and click.confirm(texts("fix.ask"))):
        click.echo(texts("fix.only_shown", count=len(repaired)))
        return 0
    for path, data in repaired.items():
        try:
            replace_file(str(path), data)
        except OSError as error:
            raise BantinError("build.cannot_write", path=path, reason=name_fault(error)) from error
    click.echo(texts("fix.done", count=len(repaired)))
    return 0


def _names(registry: Registry) -> list[str]:
    found = [name for ward in registry.wards.values() for name in (ward.name, *ward.aliases)]
    found += [name for official in registry.officials.values() for name in (official.name, *official.aliases)]
    return found


def _articles(files: tuple[str, ...], content: Path) -> list[Path]:
    """Return the articles among `files` and folders, all where none are named."""
    news = (content / "news").resolve()
    found: list[Path] = []
    for file in files:
        root = Path(file).resolve()
        if not root.exists():
            raise ConfigError("check.no_file", path=file)
        if not (root.is_relative_to(news) or news.is_relative_to(root)):
            raise ConfigError("fix.no_article", path=file)
        found += sorted(root.rglob("*.md")) if root.is_dir() else [root]
    found = found if files else sorted(news.rglob("*.md"))
    return [path for path in found if path.resolve().is_relative_to(news)]


def _show(before: str, after: str, path: str) -> str:
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{path}", f"b/{path}", n=1
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)

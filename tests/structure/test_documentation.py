"""What exists is documented, and what is documented exists."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise

import click
import pytest

from bantin.cli.main import COMMANDS, bantin
from structure.sources import ROOT, read

CONTEXT = click.Context(bantin)
GUIDE = "docs/lenh.md"


def parameters(command: click.Command | None) -> list[click.Parameter]:
    """Return the parameters of a command and of its subcommands."""
    assert command is not None
    inner = [command.get_command(CONTEXT, name) for name in getattr(command, "_names", ())]  # type: ignore[attr-defined]
    return [*command.params, *(parameter for one in inner for parameter in parameters(one))]


OPTIONS = [
    (name, option)
    for name in COMMANDS
    for parameter in parameters(bantin.get_command(CONTEXT, name))
    if isinstance(parameter, click.Option)
    for option in parameter.opts
    if option.startswith("--")
]
DOCUMENTS = sorted(path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])


def section(command: str) -> str:
    """Return what the guide says about a command."""
    return re.split(r"^## ", read(GUIDE).partition(f"## bantin {command}\n")[2], flags=re.MULTILINE)[0]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_has_a_section_in_the_guide(command: str) -> None:
    """An editor looks there."""
    assert section(command)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_has_an_example_in_the_guide(command: str) -> None:
    """Something to copy."""
    assert re.search(rf"^    bantin {command}\b", section(command), re.MULTILINE)


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_an_option_is_explained_in_the_guide(command: str, option: str) -> None:
    """In the section of its command, or for all commands at the top."""
    assert f"`{option}`" in section(command) or f"`{option}`" in read(GUIDE).partition("\n## ")[0]


def test_the_guide_knows_no_other_command() -> None:
    """What is not there yet is not promised."""
    assert set(re.findall(r"^## bantin (\S+)$", read(GUIDE), re.MULTILINE)) == set(COMMANDS)


@pytest.mark.parametrize("option", sorted(set(re.findall(r"`(--[a-z-]+)`", read(GUIDE)))))
def test_the_guide_knows_no_other_option(option: str) -> None:
    """A renamed option takes its explanation along."""
    assert option in {known for _, known in OPTIONS} | {"--help", "--version"}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_names_a_command(command: str) -> None:
    """The first page shows what there is."""
    assert f"`bantin {command}`" in read("README.md")


def test_every_dependency_says_what_it_is_for() -> None:
    """Each stands below a comment, so that it can be doubted."""
    lines = read("pyproject.toml").splitlines()
    start = lines.index("dependencies = [")
    listed = lines[start : lines.index("]", start)]
    pairs = pairwise(listed)
    silent = [line for above, line in pairs if line.strip().startswith('"') and not above.strip().startswith("#")]
    assert silent == []


def test_every_dependency_has_a_lower_bound() -> None:
    """An older version than the tested one must not pass for enough."""
    dependencies = tomllib.loads(read("pyproject.toml"))["project"]["dependencies"]
    assert [one for one in dependencies if ">=" not in one] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_link_within_the_repository_leads_somewhere(document: str) -> None:
    """A file that moved takes its links along."""
    folder = (ROOT / document).parent
    prose = re.sub(r"^( {4}|```[\s\S]*?^```).*|`[^`\n]*`", "", read(document), flags=re.MULTILINE)
    targets = [target for target in re.findall(r"\]\(([^)#\s]+)", prose) if "://" not in target]
    assert [target for target in targets if not (folder / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_script_that_is_named_exists(document: str) -> None:
    """What the reader is told to type works."""
    assert [name for name in re.findall(r"\bscripts/[\w/]+\.py", read(document)) if not (ROOT / name).exists()] == []


def test_the_changelog_begins_with_what_is_unreleased() -> None:
    """Editors first, then developers."""
    headings = re.findall(r"^##+ (.+)$", read("CHANGELOG.md"), re.MULTILINE)
    assert headings[:3] == ["Unreleased", "Dành cho biên tập viên", "For developers"]

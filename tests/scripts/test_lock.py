"""The lock files fit the project and each other."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "requirements").glob("*.txt"))

_PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def read_pins(name: str) -> dict[str, str]:
    """Return {package: version} of a lock file."""
    return dict(_PIN.findall((ROOT / "requirements" / name).read_text(encoding="utf-8")))


def read_names(requirements: list[str]) -> set[str]:
    """Return the names of requirements such as "click>=8.5"."""
    return {re.sub(r"[._]", "-", re.split(r"[<>=!~;\[ ]", one)[0].lower()) for one in requirements}


def test_every_dependency_is_locked_for_readers_of_the_site() -> None:
    """What is not locked would differ from machine to machine."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = read_names(project["project"]["dependencies"] + project["dependency-groups"]["install"])
    assert wanted - set(read_pins("run.txt")) == set()


def test_every_tool_is_locked_for_developers() -> None:
    """Tests that pass here pass there."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert read_names(project["dependency-groups"]["dev"]) - set(read_pins("lock.txt")) == set()


def test_the_site_is_built_with_the_versions_that_were_tested() -> None:
    """Both files come from one resolution."""
    tested = read_pins("lock.txt")
    assert {name: version for name, version in read_pins("run.txt").items() if tested.get(name) != version} == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_pin_has_hashes(path: Path) -> None:
    """A file that is not the one that was locked is refused."""
    blocks = re.split(r"\n(?=[a-z])", path.read_text(encoding="utf-8"))
    assert [block.splitlines()[0] for block in blocks if _PIN.match(block) and "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_address_of_an_index_is_recorded(path: Path) -> None:
    """Everybody installs from their own."""
    assert (
        re.findall(r"^--?(?:index|extra|find|i)\S*|https?://\S+", path.read_text(encoding="utf-8"), re.MULTILINE) == []
    )

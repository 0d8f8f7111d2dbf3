"""`bantin` in this process, in the folder of a small project."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bantin.cli import main
from conftest import REGISTRY, unpack
from host.conftest import CONFIG


@dataclass(frozen=True)
class Result:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture(scope="session")
def _prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out a project once and let MkDocs render its frames, so that no test has to wait for them again."""
    root = tmp_path_factory.mktemp("project")
    unpack(REGISTRY, root)
    unpack(CONFIG, root)
    with pytest.raises(SystemExit):
        main(["check", "-f", str(root / "mkdocs.yml")])
    return root


@pytest.fixture
def project(_prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the project, which is the working folder."""
    root = tmp_path / "project"
    shutil.copytree(_prepared, root)
    monkeypatch.chdir(root)
    monkeypatch.setenv("BANTIN_NOW", "2025-12-01")
    monkeypatch.delenv("BANTIN_DEBUG", raising=False)
    return root


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs `bantin` with some arguments."""

    def runner(*arguments: str) -> Result:
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main(list(arguments))
        printed = capsys.readouterr()
        return Result(int(left.value.code or 0), printed.out, printed.err)

    return runner

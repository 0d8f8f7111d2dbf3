"""The environment in .venv is made once and kept as long as it fits."""

from __future__ import annotations

from pathlib import Path

import pytest

import environment


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list of what pip and venv are asked for, in a project of its own."""
    (tmp_path / "pyproject.toml").write_text("[project]")
    (tmp_path / "run.txt").write_text("a==1")
    (tmp_path / "lock.txt").write_text("a==1\nb==2")
    venv = tmp_path / ".venv"
    asked: list[str] = []

    def create(*, clear: bool) -> None:
        asked.append("venv --clear" if clear else "venv")
        for python in (venv / "bin/python", venv / "Scripts/python.exe"):
            python.parent.mkdir(parents=True, exist_ok=True)
            python.touch()

    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", venv)
    monkeypatch.setattr(environment, "RUN", tmp_path / "run.txt")
    monkeypatch.setattr(environment, "LOCK", tmp_path / "lock.txt")
    monkeypatch.setattr(environment, "_STAMP", venv / "bantin.json")
    monkeypatch.setattr(environment, "_create", create)
    monkeypatch.setattr(environment, "_pip", lambda _, *arguments: asked.append(Path(arguments[-1]).name))
    return asked


def test_the_first_start_installs_the_lock_file_and_bantin(installed: list[str]) -> None:
    """In this order: bantin itself brings no dependency."""
    environment.prepare(environment.RUN)
    assert installed == ["venv", "run.txt", environment.ROOT.name]


def test_the_second_start_asks_for_nothing(installed: list[str]) -> None:
    """It has to be quick."""
    environment.prepare(environment.RUN)
    installed.clear()
    environment.prepare(environment.RUN)
    assert installed == []


def test_what_serves_the_tests_serves_the_site(installed: list[str]) -> None:
    """A serve between two tests changes nothing."""
    environment.prepare(environment.LOCK)
    installed.clear()
    environment.prepare(environment.RUN)
    assert installed == []


def test_what_serves_the_site_does_not_serve_the_tests(installed: list[str]) -> None:
    """The tools are added."""
    environment.prepare(environment.RUN)
    installed.clear()
    environment.prepare(environment.LOCK)
    assert "lock.txt" in installed


def test_another_lock_file_is_installed(installed: list[str]) -> None:
    """After a pull that changed it."""
    environment.prepare(environment.RUN)
    installed.clear()
    environment.RUN.write_text("a==2")
    environment.prepare(environment.RUN)
    assert "run.txt" in installed


def test_another_pyproject_installs_bantin_only(installed: list[str]) -> None:
    """An entry point may have come, a dependency comes with the lock file."""
    environment.prepare(environment.RUN)
    installed.clear()
    (environment.ROOT / "pyproject.toml").write_text("[project]\nname = 'x'")
    environment.prepare(environment.RUN)
    assert installed == [environment.ROOT.name]


def test_an_environment_of_another_folder_is_made_anew(installed: list[str]) -> None:
    """It holds absolute paths."""
    environment.prepare(environment.RUN)
    stamp = environment._read_stamp()
    environment._write_stamp({**stamp, "root": "elsewhere"})
    installed.clear()
    environment.prepare(environment.RUN)
    assert installed[0] == "venv --clear"


def test_a_run_that_was_broken_off_is_begun_again(installed: list[str]) -> None:
    """A stamp that cannot be read tells nothing."""
    environment.prepare(environment.RUN)
    environment._STAMP.write_text("{")
    installed.clear()
    environment.prepare(environment.RUN)
    assert "run.txt" in installed


def test_what_the_machine_lacks_is_told_in_both_languages_with_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    """A person has to add it."""

    def fail(_: list[str]) -> int:
        raise environment.SetupError("Thiếu Java.", "Java is missing.", "sudo apt-get install java")

    environment.run_script(fail)
    said = capsys.readouterr().err
    assert [
        word for word in ("Thiếu Java.", "Java is missing.", "    sudo apt-get install java\n") if word not in said
    ] == []


def test_what_the_machine_lacks_ends_with_exit_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    """It is neither a failed test nor an error of the content."""

    def fail(_: list[str]) -> int:
        raise environment.SetupError("Thiếu Java.", "Java is missing.")

    code = environment.run_script(fail)
    capsys.readouterr()
    assert code == 2


def test_a_python_that_is_too_old_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is installed."""
    monkeypatch.setattr(environment, "_OLDEST", (99, 0))
    environment.run_script(lambda _: 0)
    assert "Cần Python" in capsys.readouterr().err

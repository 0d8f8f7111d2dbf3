"""Files are put in place by several processes at once."""

import os
from pathlib import Path

import pytest

from bantin.build.sink import FolderSink


def test_a_folder_that_another_process_made_meanwhile_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between finding it missing and making it."""
    make = os.mkdir

    def make_late(path: str) -> None:
        make(path)
        make(path)

    monkeypatch.setattr("bantin.build.disk.os.mkdir", make_late)
    sink = FolderSink(str(tmp_path), str(tmp_path / "manifest"))
    sink.put({"tin/index.html": b"x"}, {})
    assert (tmp_path / "tin/index.html").read_bytes() == b"x"


def test_the_journals_of_all_processes_are_read(tmp_path: Path) -> None:
    """Each has one of its own, so that no line is torn."""
    sink = FolderSink(str(tmp_path), str(tmp_path / "manifest-1"))
    for process, path in (("7", "a.html"), ("8", "b.html")):
        (tmp_path / f"manifest-1.{process}.journal").write_text(f"d\t{path}\n", encoding="utf-8")
    (tmp_path / "manifest-2.7.journal").write_text("d\tc.html\n", encoding="utf-8")
    assert sink.read_journals() == {"a.html": {"d"}, "b.html": {"d"}}

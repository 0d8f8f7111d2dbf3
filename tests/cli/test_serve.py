"""`bantin serve`, started as an editor starts it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from cli.conftest import Run

PATIENCE = 20.0
"""Seconds after which a slow machine counts as a broken one."""


@dataclass(frozen=True)
class Served:
    """A project while it is served."""

    root: Path
    base: str
    process: subprocess.Popen[str]

    def get(self, path: str) -> tuple[int, str, str]:
        """Return status, body and Cache-Control of an address."""
        try:
            with urlopen(Request(self.base + path)) as answer:  # noqa: S310 - our own host
                return answer.status, answer.read().decode(), answer.headers["Cache-Control"]
        except HTTPError as error:
            with error:
                return error.code, error.read().decode(), error.headers["Cache-Control"]

    def wait_for(self, path: str, text: str) -> bool:
        """Tell whether a page shows `text` before patience ends."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if text in self.get(path)[1]:
                return True
            time.sleep(0.1)
        return False


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def served(project: Path) -> Iterator[Served]:
    """Serve the project on a free port until the test is over."""
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "bantin", "serve", "--port", str(port)],
        cwd=project,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("Xem trang tại"):
                break
        yield Served(project, f"http://127.0.0.1:{port}/", process)
        process.kill()


def test_the_site_is_served(served: Served) -> None:
    """Pages at their addresses."""
    assert served.get("tin/2025/10/mot/")[0] == 200


def test_what_is_missing_gets_the_site_s_own_page_with_status_404(served: Served) -> None:
    """As on every static host."""
    status, body, _ = served.get("khong/co/")
    assert (status, "Không có trang này" in body) == (404, True)


def test_a_folder_without_a_page_is_missing(served: Served) -> None:
    """No English list of files."""
    assert served.get("assets/")[0] == 404


def test_the_browser_keeps_nothing(served: Served) -> None:
    """The next look must show the next build."""
    assert served.get("")[2] == "no-store"


def test_an_edit_shows_without_a_restart(served: Served) -> None:
    """Save, and look again."""
    path = served.root / "content/news/2025/10/mot.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Nội dung.", "Câu vừa sửa."), encoding="utf-8")
    assert served.wait_for("tin/2025/10/mot/", "Câu vừa sửa.")


def test_a_broken_configuration_does_not_end_it(served: Served) -> None:
    """The editor mends it and goes on."""
    path = served.root / "mkdocs.yml"
    sound = path.read_text(encoding="utf-8")
    path.write_text(sound.replace("plugins: [bantin]", "plugins: []"), encoding="utf-8")
    assert served.process.stderr is not None
    assert "chưa bật bantin" in served.process.stderr.readline()
    path.write_text(sound.replace("site_name: Tin phường", "site_name: Tin xã"), encoding="utf-8")
    assert served.wait_for("", "Tin xã")


def test_a_configuration_broken_and_mended_leaves_no_complaint(served: Served) -> None:
    """What was told goes when it is no longer so, even if the site is the same as before."""
    path = served.root / "mkdocs.yml"
    sound = path.read_text(encoding="utf-8")
    path.write_text(sound.replace("plugins: [bantin]", "plugins: []"), encoding="utf-8")
    assert served.wait_for("-/bantin/state", "ch\\u01b0a b\\u1eadt bantin")
    path.write_text(sound, encoding="utf-8")
    assert served.wait_for("-/bantin/state", '"problems": []')


def test_an_address_without_its_slash_leads_to_the_page(served: Served) -> None:
    """As on every static host."""
    with urlopen(served.base + "tin/2025/10/mot") as answer:  # noqa: S310 - our own host
        assert answer.url == served.base + "tin/2025/10/mot/"


def test_ctrl_c_ends_it_with_exit_code_0(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopping is no failure, and prints no traceback."""
    del project

    def press_ctrl_c(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bantin.cli.serve._watch", press_ctrl_c)
    result = run("serve", "--port", str(free_port()))
    assert (result.code, result.err) == (0, "")


def test_a_port_in_use_is_told_with_another_one(served: Served) -> None:
    """Exit code 2, and what to type."""
    port = served.base.rstrip("/").rpartition(":")[2]
    command = [sys.executable, "-m", "bantin", "serve", "--port", port]
    second = subprocess.run(command, cwd=served.root, capture_output=True, encoding="utf-8", check=False)
    assert (second.returncode, f"Không mở được 127.0.0.1:{port}" in second.stderr) == (2, True)


def test_the_preview_is_as_of_the_instant_that_is_asked_for(served: Served) -> None:
    """BANTIN_NOW is the first of December 2025 here: the article of the day after is not there."""
    article = (served.root / "content/news/2025/10/mot.md").read_text(encoding="utf-8")
    folder = served.root / "content/news/2025/12"
    folder.mkdir(parents=True)
    (folder / "mai.md").write_text(article.replace("2025-10-07", "2025-12-02"), encoding="utf-8")
    (folder / "nay.md").write_text(article.replace("2025-10-07", "2025-12-01"), encoding="utf-8")
    assert served.wait_for("tin/2025/12/nay/", "<h1")
    assert served.get("tin/2025/12/mai/")[0] == 404


def test_a_machine_that_there_is_not_is_named(run: Run, project: Path) -> None:
    """Another port would not help."""
    del project
    result = run("serve", "--host", "abc.invalid")
    assert (result.code, result.err.startswith("Không có máy «abc.invalid»")) == (2, True)

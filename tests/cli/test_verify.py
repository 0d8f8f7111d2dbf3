"""`bantin verify` as its user sees it."""

from __future__ import annotations

import json
import re
from pathlib import Path

from cli.conftest import Run

DONE = re.compile(r"Đã soi (\d+) tệp \(đọc mới (\d+)\): (\d+) điều cần sửa\.\n")


def test_a_site_of_the_real_theme_is_sound(run: Run, project: Path) -> None:
    """Material's pages, ours, the 404 page."""
    del project
    run("build")
    result = run("verify")
    assert (result.code, result.err, DONE.fullmatch(result.out) is not None) == (0, "", True)


def test_what_is_wrong_is_told_once_with_its_page(run: Run, project: Path) -> None:
    """On however many pages it is."""
    run("build")
    for path in ("index.html", "can-bo/index.html"):
        page = project / "site" / path
        page.write_text(
            page.read_text(encoding="utf-8").replace("</body>", "<p onclick=x>y</p></body>"), encoding="utf-8"
        )
    result = run("verify", "site")
    assert result.code == 1
    assert result.err == "can-bo/index.html: <p onclick>: trang có lệnh chạy kèm phần tử. (và 1 trang khác)\n"


def test_json_lists_everything(run: Run, project: Path) -> None:
    """For programs."""
    run("build")
    (project / "site/can-bo/index.html").unlink()
    found = json.loads(run("verify", "--json").out)
    assert {"path", "kind", "detail", "message"} == found[0].keys()


def test_a_folder_that_is_no_site_is_named(run: Run, project: Path) -> None:
    """Nothing found in it would say nothing."""
    result = run("verify", "content")
    assert (result.code, result.err.startswith(f"{project / 'content'} không phải trang đã dựng")) == (2, True)


def test_a_folder_that_is_not_there_is_named(run: Run, project: Path) -> None:
    """With the command that makes it."""
    del project
    result = run("verify", "khong-co")
    assert (result.code, "bantin build" in result.err) == (2, True)

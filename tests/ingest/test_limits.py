"""What makes an import slow in other programs, or ends it: each of these is read within a moment."""

from __future__ import annotations

import time

import pytest

from bantin.ingest.places import load_gazetteer
from bantin.ingest.signature import is_person_like
from ingest.materials import propose

HEAD = "<h1>Phường Bến Cát họp bàn việc trong tháng</h1><p>UBND phường họp với các khu phố để bàn việc chung.</p>"
TEXT = "Phường Bến Cát họp bàn việc\n\nUBND phường họp với các khu phố để bàn những việc cần làm.\n\n"
SECONDS = 3


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("text", TEXT + "\n".join(f"{number}. Nguyễn Văn A {number}, tổ 3" for number in range(5000))),
        ("text", TEXT + "ngày 7/10 " * 2000),
        ("html", f"{HEAD}<ol>{'<li>a' * 4000}</ol>"),
        ("html", f"{HEAD}<p>{'<a href=b>c d</a> ' * 2000}"),
        ("html", f"{HEAD}<table><tr>{'<td>a' * 2000}</tr>{'<tr><td>b</tr>' * 2000}</table>"),
    ],
    ids=["names", "dates", "items", "links", "cells"],
)
def test_much_of_one_kind_is_read_at_once(kind: str, raw: str) -> None:
    """The time grows as the material does."""
    load_gazetteer()
    start = time.perf_counter()
    assert propose(kind, raw).body
    assert time.perf_counter() - start < SECONDS


def test_initials_in_a_row_are_judged_at_once() -> None:
    """Whatever ends them."""
    start = time.perf_counter()
    assert (is_person_like(f"{'AB,' * 28}!"), time.perf_counter() - start < SECONDS) == (False, True)

"""What hosts take, and what is told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bantin.messages import load_messages
from bantin.publish.limits import LIMITS, Totals, find_exceeded, measure
from conftest import Site, article
from structure.sources import read

TEXTS = load_messages("vi")


def test_a_site_is_measured_by_its_manifest(make_site: Site, tmp_path: Path) -> None:
    """Files, bytes, the largest file."""
    site = make_site("")  # type: ignore[operator]
    site.write("news/2025/10/mot.md", article("Một"))
    site.build()
    sizes = [len(data) for data in site.tree().values()]
    (manifest,) = (tmp_path / ".bantin").glob("manifest-*.tsv")
    assert measure(manifest) == Totals(len(sizes), sum(sizes), max(sizes))


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        (Totals(20_000, 1_000_000_000, 26_214_400), []),
        (Totals(20_001, 1, 1), [("cloudflare", "files")]),
        (Totals(1, 1_000_000_001, 1), [("github", "bytes"), ("gitlab", "bytes")]),
        (Totals(1, 1, 26_214_401), [("cloudflare", "largest"), ("cloudflare_paid", "largest")]),
    ],
)
def test_a_limit_is_exceeded_by_more_than_it(totals: Totals, expected: list[tuple[str, str]]) -> None:
    """Each host is named with what it does not take."""
    assert find_exceeded(totals) == expected


@pytest.mark.parametrize("host", LIMITS)
def test_a_limit_stands_in_the_table_with_its_source(host: str) -> None:
    """A number without a source grows old unseen."""
    table = read("docs/hosting.md").partition("\n| Nơi | Số tệp |")[2].partition("\n\n")[0]
    (row,) = [line for line in table.splitlines() if line.startswith(f"| {TEXTS(f'limits.host.{host}')} |")]
    _, _, files, total, largest, source, _ = (cell.strip() for cell in row.split("|"))
    limits = LIMITS[host]
    told = (files.replace(".", ""), total, largest)
    expected = (limits.files or "–", "1 GB" if limits.bytes else "–", "25 MB" if limits.largest else "–")
    assert (told, bool(source)) == (tuple(map(str, expected)), True)

"""The cache is never trusted."""

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from bantin.build.cache import Cache
from conftest import Site, article


def test_a_row_comes_back_and_a_missing_one_does_not(tmp_path: Path) -> None:
    """What was put is got."""
    with Cache(tmp_path / "c.sqlite", "1") as cache:
        cache.put("body", {"a": b"x"})
        assert cache.get("body", ["a", "b"]) == {"a": b"x"}


def test_another_version_of_the_program_finds_nothing(tmp_path: Path) -> None:
    """An update makes everything anew."""
    with Cache(tmp_path / "c.sqlite", "1") as cache:
        cache.put("body", {"a": b"x"})
    with Cache(tmp_path / "c.sqlite", "2") as cache:
        assert cache.get("body", ["a"]) == {}


def test_a_row_whose_bits_flipped_is_not_returned(tmp_path: Path) -> None:
    """Each row carries its checksum."""
    with Cache(tmp_path / "c.sqlite", "1") as cache:
        cache.put("body", {"a": b"x" * 100})
    with sqlite3.connect(tmp_path / "c.sqlite") as connection:
        connection.execute("UPDATE body SET value = ?", (b"\0" * 104,))
    connection.close()
    with Cache(tmp_path / "c.sqlite", "1") as cache:
        assert cache.get("body", ["a"]) == {}


@pytest.mark.parametrize("content", [b"", b"not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 4096])
def test_a_foreign_file_is_replaced(tmp_path: Path, content: bytes) -> None:
    """Whatever lies at the path, the cache works."""
    (tmp_path / "c.sqlite").write_bytes(content)
    with Cache(tmp_path / "c.sqlite", "1") as cache:
        cache.put("body", {"a": b"x"})
        assert cache.get("body", ["a"]) == {"a": b"x"}


def test_pruning_keeps_what_lives(tmp_path: Path) -> None:
    """Rows far beyond twice the live ones go."""
    with Cache(tmp_path / "c.sqlite", "1") as cache:
        cache.put("body", {str(number): b"x" for number in range(3000)})
        cache.prune("body", 10, [str(number) for number in range(10)])
        assert len(cache.get("body", map(str, range(3000)))) == 10


@pytest.mark.parametrize("seed", range(8))
def test_a_cache_damaged_anywhere_gives_the_same_site(make_site: Callable[[str], Site], seed: int) -> None:
    """Flipped and cut at random, it costs time and nothing else."""
    site = make_site()
    for number in range(5):
        site.write(f"news/2025/10/tin-{number}.md", article(f"Tin {number}"))
    site.build()
    clean = site.tree()
    file, chance = site.root / ".bantin/cache.sqlite", random.Random(seed)
    data = bytearray(file.read_bytes())
    for _ in range(200):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    file.write_bytes(data[: chance.randrange(1, len(data))] if seed % 2 else data)
    site.write("news/2025/10/tin-1.md", article("Tin sửa"))
    site.build()
    site.write("news/2025/10/tin-1.md", article("Tin 1"))
    site.build()
    assert site.tree() == clean


def test_a_file_that_another_process_writes_is_left_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever comes second does without, and takes nothing away."""
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **options: connect(path, **options | {"timeout": 0}))
    with Cache(tmp_path / "c.sqlite", "1") as first, Cache(tmp_path / "c.sqlite", "1") as second:
        first.put("body", {"a": b"x"})
        second.put("body", {"b": b"y"})
    with Cache(tmp_path / "c.sqlite", "1") as cache:
        assert cache.get("body", ["a", "b"]) == {"a": b"x"}

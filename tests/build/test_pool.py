"""Who does the work: our own processes, which end with the build, or an executor from elsewhere."""

import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from bantin.build import BuildOptions, Project, build_site
from bantin.build.cache import Cache
from bantin.build.code import digest_code
from conftest import Site, article

LEADER = """
import sys, time
from pathlib import Path
from bantin.build.pool import WorkerPool

def beat(_, files):
    while True:
        for file in files:
            Path(file).write_text(str(time.monotonic()))
        time.sleep(0.02)

if __name__ == "__main__":
    for _ in WorkerPool(None, 2).run(beat, sys.argv[1:], 1):
        pass
"""


def test_workers_end_with_the_build_that_is_killed(tmp_path: Path) -> None:
    """However it dies: what goes on writing would write into the next build."""
    (tmp_path / "leader.py").write_text(LEADER, encoding="utf-8")
    beats = [tmp_path / "a", tmp_path / "b"]
    leader = subprocess.Popen([sys.executable, tmp_path / "leader.py", *beats])
    deadline = time.monotonic() + 60
    while not all(one.exists() for one in beats) and time.monotonic() < deadline:
        time.sleep(0.02)
    leader.kill()
    leader.wait()
    time.sleep(1)
    last = [one.read_text() for one in beats]
    time.sleep(1)
    assert [one.read_text() for one in beats] == last


@pytest.fixture
def site(make_site: Callable[[str], Site]) -> Site:
    """A site with more work than one batch, as this test cuts it."""
    site = make_site()
    for number in range(12):
        site.write(f"news/2025/10/tin-{number}.md", article(f"Tin {number}"))
    return site


def test_an_executor_from_elsewhere_makes_the_same_site(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that has neither the cache nor the output folder at hand: all that it needs is sent to it."""
    monkeypatch.setattr("bantin.build.pool.BATCH", 3)
    replace(site, workers=2).build()
    with ProcessPoolExecutor(2) as executor, Cache(site.root / "c.sqlite", digest_code()) as cache:
        project = Project(site.root, site.root / "mkdocs.yml")
        build_site(project, site.host, cache, BuildOptions(site.now, site.root / "other", executor=executor))
    assert site.tree("other") == site.tree()


def test_a_cache_that_only_this_process_has_makes_the_same_site(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where its folder cannot be written: workers cannot read it."""
    monkeypatch.setattr("bantin.build.pool.BATCH", 3)
    site.build()
    (site.root / ".bantin/none").write_text("a file where a folder should be")
    replace(site, workers=2).build("other", cache="none/cache.sqlite")
    assert site.tree("other") == site.tree()

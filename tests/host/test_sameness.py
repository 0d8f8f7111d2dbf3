"""Whatever was edited, in whatever order, the site equals a clean build."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from bantin.build import BuildOptions, Project, build_site
from bantin.build.cache import Cache
from bantin.build.code import digest_code
from bantin.host import obtain_host
from conftest import NOW, REGISTRY, article, read_tree, unpack
from host.conftest import CONFIG

EXAMPLES = max(6, settings().max_examples // 100)
"""Each takes seconds; more than six are for whoever explores (`conftest.py`)."""
SLUGS = st.sampled_from([f"tin-{number}" for number in range(6)])
MONTHS = st.sampled_from(["2023/12", "2024/01", "2025/10"])
WARDS = st.sampled_from(["ben-cat", "ben-nghe", "[ben-nghe, ben-cat]", "khong-co"])
TAGS = st.sampled_from(["thong-bao", "[thong-bao, an-sinh-xa-hoi]", "an-sinh-xa-hoi"])
OFFICIALS = st.sampled_from(["nguyen-van-a", "[Nguyễn Văn A, Trần Thị B]"])
HEADS = st.tuples(WARDS, TAGS, OFFICIALS)
BODIES = st.sampled_from(["Ngắn.", "Dài hơn.\n\nĐoạn hai.", "[](../../2024/01/tin-1.md)", "![a](../../../media/a.svg)"])
MENDED = ("corrections: [{date: 2025-11-05, was: sai, now: đúng}]", "aliases: [/cu/mot.html, /tin/2024/01/doi-ten/]")
TIMES = st.sampled_from(
    ["expires: 2025-11-30", "pinned_until: 2026-01-01", "status: draft", "lang: km", "byline: L.T", *MENDED]
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="90" viewBox="0 0 {0} 90"><path d="M0 0"/></svg>\n'
HEADLINE = """{% macro headline(params) %}
{text}<a href="{{ params.card.href }}">{{ params.card.title }}</a>
{% endmacro %}
"""


class Edits(RuleBasedStateMachine):
    """An editor at work, with builds in between."""

    @initialize()
    def begin(self) -> None:
        """Lay out a project."""
        self.root = Path(tempfile.mkdtemp(prefix="bantin-test-"))
        self.now = NOW
        unpack(REGISTRY, self.root)
        unpack(CONFIG.replace("  font: false\n", "  font: false\n  custom_dir: giao-dien\n"), self.root)
        (self.root / "giao-dien").mkdir()
        self._picture(160)

    def teardown(self) -> None:
        """Clean up."""
        shutil.rmtree(self.root)

    def _path(self, month: str, slug: str) -> Path:
        return self.root / "content/news" / month / f"{slug}.md"

    def _picture(self, width: int) -> None:
        path = self.root / "content/media/a.svg"
        path.parent.mkdir(exist_ok=True)
        path.write_text(SVG.format(width), encoding="utf-8")

    @rule(month=MONTHS, slug=SLUGS, head=HEADS, body=BODIES, more=TIMES, day=st.integers(1, 28))
    def write(self, month: str, slug: str, head: tuple[str, str, str], body: str, more: str, day: int) -> None:
        """Add an article, or write it anew."""
        (ward, tags, officials), (key, _, value) = head, more.partition(": ")
        date = f"{month.replace('/', '-')}-{day:02}"
        text = article(slug, date, ward, body, tags=tags, officials=officials, **{key: value})
        self._path(month, slug).parent.mkdir(parents=True, exist_ok=True)
        self._path(month, slug).write_text(text, encoding="utf-8")

    @rule(month=MONTHS, slug=SLUGS)
    def delete(self, month: str, slug: str) -> None:
        """Delete an article."""
        self._path(month, slug).unlink(missing_ok=True)

    @rule(month=MONTHS, slug=SLUGS, other=SLUGS)
    def rename(self, month: str, slug: str, other: str) -> None:
        """Give an article another address."""
        if self._path(month, slug).exists():
            self._path(month, slug).replace(self._path(month, other))

    @rule(name=st.sampled_from(["Bến Cát", "Bến Cát Mới"]), width=st.sampled_from([160, 320]))
    def change_registry_and_picture(self, name: str, width: int) -> None:
        """Rename a ward, and exchange a picture."""
        path = self.root / "content/registry/wards.yml"
        lines = path.read_text(encoding="utf-8").splitlines()
        lines[1] = f"  name: {name}"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        self._picture(width)

    @rule(text=st.sampled_from(["Chào.", "Xem [tin](../news/2025/10/tin-1.md)."]))
    def change_standing_page(self, text: str) -> None:
        """Edit what MkDocs renders."""
        page = "---\ntitle: Giới thiệu\n---\n\n# Giới thiệu\n\n"
        (self.root / "content/trang/gioi-thieu.md").write_text(page + text, encoding="utf-8")

    @rule(text=st.sampled_from(["", "Tin khác: ", "Xem thêm: "]))
    def change_template(self, text: str) -> None:
        """Lay a template of the ward's own over ours, edit it, or take it away."""
        path = self.root / "giao-dien/components/headline/headline.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEADLINE.replace("{text}", text), encoding="utf-8")
        if not text:
            path.unlink()

    @rule(days=st.sampled_from([-700, -10, 0, 40]))
    def let_time_pass(self, days: int) -> None:
        """Build as of another day."""
        self.now = NOW + timedelta(days=days)

    @rule(workers=st.sampled_from([1, 4]))
    def build(self, workers: int) -> None:
        """Build with bantin, into the folder that grows."""
        self._build(self.root / "site", self.root, workers)

    @rule()
    def build_with_mkdocs(self) -> None:
        """Build with MkDocs, into the same folder."""
        os.environ["BANTIN_NOW"] = self.now.isoformat()
        with suppress(Abort):  # the content may have errors: then MkDocs publishes what is sound and says so
            mkdocs_build(load_config(str(self.root / "mkdocs.yml")))

    def _build(self, out: Path, root: Path, workers: int) -> None:
        project = Project(root, root / "mkdocs.yml")
        with Cache(project.private / "cache.sqlite", digest_code()) as cache:
            host = obtain_host(project, cache)
            build_site(project, host, cache, BuildOptions(self.now, out, workers))

    @invariant()
    def equals_a_clean_build(self) -> None:
        """The folder that grew holds what a fresh clone would build."""
        if not hasattr(self, "root"):
            return
        self._build(self.root / "site", self.root, 1)
        with tempfile.TemporaryDirectory(prefix="bantin-test-") as folder:
            clone = Path(folder) / "clone"
            shutil.copytree(self.root, clone, ignore=shutil.ignore_patterns("site", ".bantin"))
            self._build(clone / "site", clone, 1)
            assert read_tree(self.root / "site") == read_tree(clone / "site")


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let two processes share even a small site's work."""
    monkeypatch.setattr("bantin.build.pool.BATCH", 10)
    # A build lies between two edits: files need not be two seconds old to be trusted.
    monkeypatch.setattr("bantin.build.scan._RACY", 20_000_000)
    monkeypatch.delenv("BANTIN_NOW", raising=False)


def test_every_edit_sequence_ends_in_the_clean_site(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles, registry, pictures, templates and time change, with `mkdocs build` in between."""
    monkeypatch.setenv("BANTIN_NOW", "")
    run_state_machine_as_test(Edits, settings=settings(max_examples=EXAMPLES, stateful_step_count=10))

"""A small project in a test: its files in one text, built in this process by the real engine."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from bantin import urls
from bantin.build import BuildOptions, Project, Report, build_site
from bantin.build.cache import Cache
from bantin.build.code import digest_code
from bantin.host.capture import search_scripts
from bantin.model import Host, Settings
from bantin.text.dates import VIETNAM

hypothesis_settings.register_profile("explore", deadline=None, max_examples=2000)
hypothesis_settings.register_profile("bantin", deadline=None, derandomize=True)
hypothesis_settings.load_profile("bantin")
"""No test looks at the clock: on a busy machine any example may be slow. A commit passes or fails, always the same:
new examples are for whoever asks for them, with `--hypothesis-profile=explore`."""

NOW = datetime(2025, 12, 1, tzinfo=VIETNAM)

SETTINGS = Settings(
    site_name="Tin phường",
    site_url="https://tin.example/",
    markdown_extensions=(
        "attr_list",
        "md_in_html",
        "admonition",
        "tables",
        "footnotes",
        "toc",
        "fenced_code",
        "sane_lists",
    ),
    extension_configs={"toc": {"slugify": {"python": "bantin.text.slugs:heading_id"}}},
)

FRAME = (
    '<!doctype html><html lang="[[bantin:lang]]"><head><title>[[bantin:title]]</title>[[bantin:description]]'
    "[[bantin:canonical]][[bantin:head]]</head><body>[[bantin:breadcrumb]]<main>[[bantin:main]]</main></body></html>"
)
"""Stands for Material's page, so that a test needs no MkDocs."""

REGISTRY = """
-- content/registry/wards.yml --
- id: ben-cat
  name: Bến Cát
  kind: phường
  province: TP. Hồ Chí Minh
- id: ben-nghe
  name: Bến Nghé
  kind: phường
  province: TP. Hồ Chí Minh
-- content/registry/officials.yml --
- id: nguyen-van-a
  name: Nguyễn Văn A
-- content/registry/topics.yml --
- id: thong-bao
  name: Thông báo
- id: an-sinh-xa-hoi
  name: An sinh xã hội
"""

RICH_REGISTRY = """
-- content/registry/wards.yml --
- id: cau-ong-lanh
  name: Cầu Ông Lãnh
  kind: phường
  province: TP. Hồ Chí Minh
  code: "26758"
  from: 2025-07-01
- id: cau-kho
  name: Cầu Kho
  kind: phường
  province: TP. Hồ Chí Minh
  code: "26758"
  district: Quận 1
  until: 2025-06-30
  successors: [cau-ong-lanh]
- id: my-phuoc
  name: Mỹ Phước
  kind: phường
  province: Bình Dương
  district: TP. Bến Cát
  until: 2025-06-30
  successors: [ben-cat, long-nguyen]
- id: ben-cat
  name: Bến Cát
  kind: phường
  province: TP. Hồ Chí Minh
  code: "25813"
  from: 2025-07-01
  quarters: [Khu phố 1, Khu phố 2]
  seat: Số 1 đường Mẫu
  website: https://bencat.example/
  contacts: {phone: (0274) 3 855 123, email: phuong@tinh.example, hours: Sáng thứ Hai}
  hotline: 0900 000 000
- id: long-nguyen
  name: Long Nguyên
  kind: phường
  province: TP. Hồ Chí Minh
-- content/registry/officials.yml --
- id: nguyen-van-a
  name: Nguyễn Văn A
- id: tran-thi-b
  name: Trần Thị B
- id: le-van-c
  name: Lê Văn C
  aliases: [L.V.C]
  posts: [{role: Chủ tịch, body: UBND, ward: ben-cat, from: 2025-07-01, source: Nghị quyết số 1}]
-- content/registry/topics.yml --
- id: thong-bao
  name: Thông báo
- id: an-sinh-xa-hoi
  name: An sinh xã hội
- id: hai-cap
  name: Chính quyền hai cấp
  introduction: |
    Đoạn thứ nhất
    của lời giới thiệu.

    Đoạn thứ hai.
  from: 2025-07-01
"""
"""What a registry can tell: a ward that took another one in, one that was split, contacts, posts, a dossier."""


def unpack(archive: str, root: Path) -> None:
    """Write the files of a text in which `-- path --` begins each of them."""
    path, lines = None, []
    for line in [*archive.strip("\n").splitlines(), "-- end --"]:
        if line.startswith("-- ") and line.endswith(" --"):
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
            path, lines = root / line[3:-3], []
        else:
            lines.append(line)


def article(
    title: str = "Tin", date: str = "2025-10-07", ward: str = "ben-cat", body: str = "Nội dung.", **more: str
) -> str:
    """Return the text of an article."""
    head = "".join(f"{key}: {value}\n" for key, value in more.items())
    return f'---\ntitle: "{title}"\ndate: {date}\nward: {ward}\n{head}---\n\n{body}\n'


@dataclass
class Site:
    """A project in a folder, and what was built of it."""

    root: Path
    settings: Settings = SETTINGS
    now: datetime = NOW
    workers: int = 1

    @property
    def out(self) -> Path:
        """The output folder."""
        return self.root / "site"

    @property
    def host(self) -> Host:
        """What MkDocs would give."""
        return Host(self.settings, dict.fromkeys(urls.FRAMES, FRAME), files=search_scripts())

    def add(self, archive: str) -> None:
        """Write further files."""
        unpack(archive, self.root)

    def write(self, path: str, text: str) -> None:
        """Write one file of content/."""
        file = self.root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")

    def build(self, out: str = "site", *, strict: bool = False, cache: str = "cache.sqlite") -> Report:
        """Build into the folder `out` of the project."""
        project = Project(self.root, self.root / "mkdocs.yml")
        options = BuildOptions(self.now, self.root / out, self.workers, strict)
        with Cache(project.private / cache, digest_code()) as opened:
            return build_site(project, self.host, opened, options)

    def html(self, address: str) -> str:
        """Return the page at an address of the site."""
        return (self.out / urls.output(address)).read_text(encoding="utf-8")

    def text(self, address: str) -> str:
        """Return what a reader sees of that page below its frame."""
        main = self.html(address).partition("<main>")[2]
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())

    def tree(self, out: str = "site") -> dict[str, bytes]:
        """Return every file of an output folder."""
        return read_tree(self.root / out)


def read_tree(folder: Path) -> dict[str, bytes]:
    """Return {path: bytes} of all files below `folder`."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def make_site(tmp_path: Path) -> Callable[[str], Site]:
    """Return a function that lays out a project: the registry and what the test adds."""

    def make(archive: str = "") -> Site:
        unpack(REGISTRY, tmp_path)
        unpack(archive, tmp_path)
        return Site(tmp_path)

    return make

"""A project that MkDocs itself builds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import REGISTRY, unpack

CONFIG = """
-- mkdocs.yml --
site_name: Tin phường
site_url: https://tin.example/
docs_dir: content
plugins: [bantin]
theme:
  name: material
  language: vi
  font: false
  features: [navigation.tabs]
markdown_extensions: [attr_list, tables, footnotes, toc]
nav:
  - Trang nhất: index.md
  - Giới thiệu: trang/gioi-thieu.md
-- content/index.md --
---
title: Tin của phường
description: Tin hằng ngày.
---

Xem [giới thiệu](trang/gioi-thieu.md) và [bài này](news/2025/10/mot.md).
-- content/trang/gioi-thieu.md --
---
title: Giới thiệu
---

# Giới thiệu

Đọc [bài một](../news/2025/10/mot.md), [địa phương](../dia-phuong/index.md) hay <a href="../index.md">trang nhất</a>.

| a | b |
|---|--:|
| 1 | 2 |
-- content/news/2025/10/mot.md --
---
title: Một
date: 2025-10-07
ward: ben-cat
---

Nội dung.
"""


@pytest.fixture
def make_project(tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that lays out a project with mkdocs.yml, and what the test adds or replaces."""

    def make(archive: str = "") -> Path:
        unpack(REGISTRY, tmp_path)
        unpack(CONFIG, tmp_path)
        unpack(archive, tmp_path)
        return tmp_path

    return make

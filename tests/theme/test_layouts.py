"""Whole pages say nothing of their own either."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from bantin.build import workers
from conftest import Site
from theme.gallery import Outline, pseudo, strip_marked

MakeSite = Callable[[str], Site]

FULL = """
-- content/registry/wards.yml --
- id: ben-cat
  name: ⟦Bến Cát⟧
  kind: phường
  province: ⟦TP. Hồ Chí Minh⟧
  district: ⟦thành phố Bến Cát⟧
- id: ben-nghe
  name: ⟦Bến Nghé⟧
  kind: phường
  province: ⟦Tỉnh⟧
  until: 2025-06-30
  successors: [ben-cat]
-- content/registry/officials.yml --
- id: nguyen-van-a
  name: ⟦Nguyễn Văn A⟧
-- content/registry/topics.yml --
- id: thong-bao
  name: ⟦Thông báo⟧
-- content/media/a.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90" viewBox="0 0 160 90"><path d="M0 0"/></svg>
-- content/media/a.pdf --
%PDF
-- content/news/2025/10/day-du.md --
---
title: ⟦Đầy đủ⟧
date: 2025-10-07T15:55
updated: 2025-10-09
event_date: 2025-10-08
ward: ben-cat
officials:
  - name: nguyen-van-a
    role: ⟦Chủ tịch⟧
tags: thong-bao
summary: ⟦Tóm tắt⟧
byline: ⟦L.T⟧
source: {name: ⟦Nguồn⟧, url: "https://example.org/"}
image: {src: ../../../media/a.svg, alt: ⟦Ảnh⟧, caption: ⟦Chú thích⟧, credit: ⟦Tác giả⟧}
attachments: [{src: ../../../media/a.pdf, title: ⟦Tệp⟧}]
corrections: [{date: 2025-10-09, was: ⟦sai⟧, now: ⟦đúng⟧}]
expires: 2025-11-01
pinned_until: 2026-01-01
---

⟦Nội dung.⟧

| ⟦a⟧ | ⟦b⟧ |
|---|---|
| ⟦c⟧ | ⟦d⟧ |
-- content/news/2025/10/da-rut.md --
---
title: ⟦Đã rút⟧
date: 2025-10-06
ward: [ben-cat, ben-nghe]
status: withdrawn
withdrawn: {date: 2025-10-08, reason: ⟦Nhầm⟧}
---

⟦Nội dung.⟧
-- content/news/2025/09/cu.md --
---
title: ⟦Cũ⟧
date: 2025-09-01
ward: ben-nghe
officials: nguyen-van-a
tags: thong-bao
---

⟦Nội dung.⟧
"""

FACTS = re.compile(r"\b[Pp]hường\b|Tin phường|^[A-Z]$|https://tin\.example/\S*")
"""Kind of a ward, name and addresses of the site, first letter of a name: facts that cannot be marked."""


@pytest.fixture
def _no_memory() -> Iterator[None]:
    """Let no renderer of another test serve this one, nor the other way round."""
    renderers = (workers._page_renderer, workers._body_renderer)
    for renderer in renderers:
        renderer.cache_clear()
    yield
    for renderer in renderers:
        renderer.cache_clear()


@pytest.fixture
def pages(_no_memory: None, make_site: MakeSite, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Return every page of a site in the language that marks its texts."""
    monkeypatch.setattr("bantin.build.workers.load_messages", lambda _: pseudo())
    monkeypatch.setattr("bantin.build.snapshot.load_messages", lambda _: pseudo())
    site = make_site(FULL)
    report = site.build()
    assert report.errors == 0, report.problems
    found = {path: data.decode() for path, data in site.tree().items() if path.endswith(".html")}
    return {path: html[html.index("<body>") : html.index("</html>")] for path, html in found.items()}


def test_a_page_says_nothing_but_messages_and_content(pages: dict[str, str]) -> None:
    """Another language needs another file of messages and no other template."""
    texts = {(path, strip_marked(text)) for path, html in pages.items() for text in Outline(html).texts}
    assert {(path, left) for path, left in texts if re.search(r"[^\W\d_]", FACTS.sub("", left))} == set()


def test_every_page_is_balanced(pages: dict[str, str]) -> None:
    """Every element closed in its place."""
    faults = {path: Outline(html).faults for path, html in pages.items()}
    assert {path: found for path, found in faults.items() if found} == {}

"""What a feed can tell, in one small site; and its feeds, read."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as ET

from conftest import RICH_REGISTRY, Site, article

ATOM = "{http://www.w3.org/2005/Atom}"

FULL = f"""{RICH_REGISTRY}
-- content/media/cho.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90" viewBox="0 0 160 90"><path d="M0 0"/></svg>
-- content/media/lich rác.pdf --
%PDF-1.4
-- content/news/2025/05/cu.md --
{article("Chợ & «bến»", "2025-05-07", "cau-kho", tags="thong-bao", officials="nguyen-van-a")}
-- content/news/2025/10/day-du.md --
---
title: Đầy đủ <mới>
date: 2025-10-07T15:55
updated: 2025-10-08
ward: cau-ong-lanh
officials: [nguyen-van-a]
tags: [thong-bao]
summary: Tóm tắt & <sapo>.
byline: [Nguyễn Văn A, Ban biên tập]
source: Ủy ban nhân dân phường
image: {{src: ../../../media/cho.svg, alt: Chợ, caption: Chợ sáng, credit: Ban biên tập}}
attachments: [{{src: ../../../media/lich rác.pdf, title: Lịch}}]
corrections: [{{date: 2025-10-09, was: 17 giờ, now: 18 giờ}}]
---

Xem [](../05/cu.md), [lịch](<../../../media/lich rác.pdf>) và chú thích.[^1]

![Chợ](../../../media/cho.svg)
*Chợ sáng (Ảnh: Ban biên tập)*

[^1]: Có ]]> và & trong đó.
-- content/news/2025/10/en.md --
{article("English", "2025-10-01", "ben-cat", lang="en")}
"""


def atom(site: Site, address: str = "") -> ET.Element:
    """Return the Atom feed beside a page."""
    return ET.fromstring(site.tree()[f"{address}feed.xml"])  # noqa: S314 - our own file


def entries(site: Site, address: str = "") -> list[ET.Element]:
    """Return its entries."""
    return atom(site, address).findall(f"{ATOM}entry")


def texts(site: Site, name: str, address: str = "") -> list[str]:
    """Return an element's text of every entry."""
    return [entry.findtext(f"{ATOM}{name}", "") for entry in entries(site, address)]


def json_feed(site: Site, address: str = "") -> Any:
    """Return the JSON Feed beside a page."""
    return json.loads(site.tree()[f"{address}feed.json"])


def feeds(site: Site, ending: str) -> dict[str, bytes]:
    """Return every feed of a form by its path."""
    return {path: data for path, data in site.tree().items() if path.rpartition("/")[2] == f"feed.{ending}"}

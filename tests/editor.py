"""An editor at work, at random but the same for one seed."""

from __future__ import annotations

import random
from datetime import timedelta

from conftest import NOW, Site, article

WARDS = ["ben-cat", "ben-nghe", "[ben-nghe, ben-cat]"]
TAGS = ["thong-bao", "an-sinh-xa-hoi", "[thong-bao, an-sinh-xa-hoi]"]
MORE = [
    {},
    {"status": "draft"},
    {"expires": "2025-11-20"},
    {"pinned_until": "2026-02-01"},
    {"officials": "Nguyễn Văn A"},
    {"corrections": "[{date: 2025-11-05, was: sai, now: đúng}, {date: 2024-02-01, was: sai, now: đúng}]"},
    {"corrections": "[{date: 2025-11-05, was: nhầm, now: đúng}]", "updated": "2025-11-06"},
    {"aliases": "[/cu/mot.html, /cu/hai]"},
    {"aliases": "[/cu/ba/, '/Default.aspx?tabid=7', /tin/2024/01/doi-ten/]"},
]
WITHDRAWN = {"status": "withdrawn", "withdrawn": "{date: 2025-11-01, reason: Trùng}"}


class Editor:
    """Edits at random, but the same for one seed."""

    def __init__(self, site: Site, seed: int) -> None:
        self.site = site
        self._chance = random.Random(seed)
        self.files: list[str] = []

    def write(self, path: str) -> None:
        """Write an article anew, with chance deciding what it says."""
        chance = self._chance
        year, month = path.split("/")[1:3]
        target = chance.choice(self.files or ["news/2024/01/tin-0.md"]).removeprefix("news/")
        body = chance.choice(["Ngắn.", "Dài hơn.\n\nĐoạn hai.", f"Xem [](../../{target}) nhé."])
        more = chance.choice([*MORE, WITHDRAWN] if chance.random() < 0.4 else [{}])
        date = f"{year}-{month}-{chance.randrange(1, 28):02}"
        title = chance.choice(["Tin", "Bài", "Việc"]) + f" {chance.randrange(100)}"
        ward = chance.choice(WARDS) if chance.random() < 0.97 else "khong-co"
        self.site.write(path, article(title, date, ward, body, tags=chance.choice(TAGS), **more))
        if path not in self.files:
            self.files.append(path)

    def add(self) -> None:
        """Add an article to some month."""
        chance = self._chance
        month = chance.choice(["2023/12", "2024/01", "2024/02", "2025/10", "2025/11", "2025/12"])
        self.write(f"news/{month}/tin-{chance.randrange(1000)}.md")

    def edit(self) -> None:
        """Do something to the content."""
        chance = self._chance
        kind = chance.choice(["add", "add", "edit", "edit", "delete", "rename", "time"])
        some = chance.choice(self.files)
        content = self.site.root / "content"
        if kind == "add":
            self.add()
        elif kind == "edit":
            self.write(some)
        elif kind == "delete":
            (content / some).unlink()
            self.files.remove(some)
        elif kind == "rename":
            other = some.replace(".md", "-moi.md")
            (content / some).replace(content / other)
            self.files[self.files.index(some)] = other
        else:
            self.site.now = NOW + timedelta(days=chance.choice([-20, 0, 20, 60]))

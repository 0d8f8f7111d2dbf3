"""The same corpus as each tool wants it: keys of the head, links, folders; and what an editor changes in it."""

from __future__ import annotations

import json
import re
import shutil
import struct
import zlib
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmark.corpus import PICTURES, Article, Corpus, write_body
from benchmark.words import PROVINCE

if TYPE_CHECKING:
    from collections.abc import Mapping

HERE = Path(__file__).resolve().parent
_TOPIC = 20
"""The topic that gets another name: one of middling frequency."""


@dataclass(frozen=True)
class Flavour(ABC):
    """A corpus for one tool, below `root`. A change is what it writes: {path below root: text}."""

    corpus: Corpus
    root: Path

    media = "/media"
    """The folder of pictures, as an article says it."""

    def write(self) -> None:
        """Write the whole project, in the place of what is there."""
        shutil.rmtree(self.root, ignore_errors=True)
        self._write_frame()
        for number in range(self.corpus.n):
            path, text = self._file(self.corpus.article(number))
            if not path.parent.is_dir():
                path.parent.mkdir(parents=True)
            path.write_text(text, encoding="utf-8", newline="\n")

    def address(self, article: Article) -> str:
        """Return where the article's page is served."""
        return f"tin/{article.place}/"

    def middle(self) -> Article:
        """Return the article that is edited and withdrawn."""
        return self.corpus.article(self.corpus.n // 2)

    def edit(self, mark: str = "một dòng sửa") -> dict[Path, str]:
        """Return the change of one article's body."""
        path, text = self._file(self.middle())
        return {path: f"{text}\nBan biên tập bổ sung: {mark}.\n"}

    def add(self, article: Article) -> dict[Path, str]:
        """Return the change that adds an article."""
        return dict([self._file(article)])

    @abstractmethod
    def withdraw(self) -> dict[Path, str]:
        """Return the change that takes an article back."""

    @abstractmethod
    def rename_topic(self) -> dict[Path, str]:
        """Return the change of one topic's name in the registry."""

    @abstractmethod
    def _write_frame(self) -> None:
        """Write all but the articles."""

    @abstractmethod
    def _path(self, article: Article) -> Path: ...

    @abstractmethod
    def _head(self, article: Article) -> list[str]:
        """Return the lines of the head that only this tool has."""

    @abstractmethod
    def _link(self, article: Article) -> str:
        """Return a link's target, from any other article."""

    def _file(self, article: Article) -> tuple[Path, str]:
        summary, body = write_body(self.corpus, article, self._link, self.media)
        head = [f"title: {_quote(article.title)}", *self._head(article), f"summary: {_quote(summary)}"]
        return self._path(article), "\n".join(["---", *head, "---", "", body])

    def _topic(self) -> tuple[str, str]:
        """Return id and new name of the topic that is renamed."""
        topic = self.corpus.topics[_TOPIC]
        return topic.id, f"{topic.name} và đời sống"


class Bantin(Flavour):
    """As bantin's contract has it, with the project's own configuration."""

    media = "../../../media"

    def withdraw(self) -> dict[Path, str]:
        """Return the middle article with its new state."""
        article = self.middle()
        path, text = self._file(article)
        keys = f"status: withdrawn\nwithdrawn:\n  date: {article.date:%Y-%m-%d}\n  reason: Đưa nhầm số liệu.\n"
        return {path: text.replace("---\n", f"---\n{keys}", 1)}

    def rename_topic(self) -> dict[Path, str]:
        """Return the file that holds the name."""
        return {self.root / "content/registry/topics.yml": self._topics(dict([self._topic()]))}

    def _write_frame(self) -> None:
        registry = self.root / "content/registry"
        registry.mkdir(parents=True)
        configuration = (HERE.parent.parent / "mkdocs.yml").read_text(encoding="utf-8")
        # Its standing pages are of another content.
        configuration = re.sub(r"^nav:\n(?:[ #].*\n|\n)*", "", configuration, flags=re.MULTILINE)
        _put(self.root / "mkdocs.yml", configuration)
        _put(self.root / ".gitignore", "/.bantin/\n/site/\n")
        _put(self.root / "content/index.md", "---\ntitle: Tin phường\n---\n\nTin của các phường.\n")
        wards = (f"- id: {one.id}\n  name: {one.name}\n  kind: phường\n" for one in self.corpus.wards)
        _put(registry / "wards.yml", "".join(f"{ward}  province: {PROVINCE}\n" for ward in wards))
        officials = (f"- id: {one.id}\n  name: {one.name}\n" for one in self.corpus.officials)
        _put(registry / "officials.yml", "".join(officials))
        _put(registry / "topics.yml", self._topics({}))
        write_pictures(self.root / "content/media")

    def _topics(self, names: Mapping[str, str]) -> str:
        return "".join(f"- id: {one.id}\n  name: {names.get(one.id, one.name)}\n" for one in self.corpus.topics)

    def _path(self, article: Article) -> Path:
        return self.root / f"content/news/{article.place}.md"

    def _link(self, article: Article) -> str:
        return f"../../{article.place}.md"

    def _head(self, article: Article) -> list[str]:
        officials = (f"  - name: {one.name}\n    role: {role}" for one, role in article.officials)
        topics = ", ".join(one.id for one in article.topics)
        return [
            f"date: {article.date.isoformat()}",
            f"ward: {article.ward.id}",
            "officials:",
            *officials,
            f"tags: [{topics}]",
        ]


class Hugo(Flavour):
    """Wards, officials, topics and periods as taxonomies; the registry is their pages, so that names stand once."""

    def withdraw(self) -> dict[Path, str]:
        """Return the middle article with its new state."""
        path, text = self._file(self.middle())
        return {path: text.replace("---\n", "---\ndraft: true\n", 1)}

    def rename_topic(self) -> dict[Path, str]:
        """Return the file that holds the name."""
        topic, name = self._topic()
        return {self._term("topics", topic): f"---\ntitle: {name}\n---\n"}

    def _write_frame(self) -> None:
        shutil.copytree(HERE / "hugo", self.root)
        for kind in ("wards", "officials", "topics"):
            for one in getattr(self.corpus, kind):
                _put(self._term(kind, one.id), f"---\ntitle: {one.name}\n---\n")
        write_pictures(self.root / "static/media")

    def _term(self, kind: str, term: str) -> Path:
        return self.root / f"content/{kind}/{term}/_index.md"

    def _path(self, article: Article) -> Path:
        return self.root / f"content/tin/{article.place}.md"

    def _link(self, article: Article) -> str:
        return f'{{{{< relref "/tin/{article.place}.md" >}}}}'

    def _head(self, article: Article) -> list[str]:
        return [
            f"date: {article.date.isoformat()}",
            f"wards: [{article.ward.id}]",
            f"officials: [{', '.join(one.id for one, _ in article.officials)}]",
            "roles:",
            *(f"  - id: {one.id}\n    role: {role}" for one, role in article.officials),
            f"topics: [{', '.join(one.id for one in article.topics)}]",
            f'periods: ["{article.date:%Y}", "{article.date:%Y-%m}"]',
        ]


class Material(Flavour):
    """The blog and tags plugins of Material for MkDocs."""

    media = "../../../../media"

    def address(self, article: Article) -> str:
        """Return where the blog puts it."""
        return f"blog/{article.place}/"

    def withdraw(self) -> dict[Path, str]:
        """Return the middle article with its new state."""
        path, text = self._file(self.middle())
        return {path: text.replace("---\n", "---\ndraft: true\n", 1)}

    def rename_topic(self) -> dict[Path, str]:
        """Raise: it has no registry."""
        raise NotImplementedError("A tag's name stands in each article.")

    def _write_frame(self) -> None:
        shutil.copytree(HERE / "material", self.root)
        content = self.root / "content"
        _put(content / "index.md", "# Tin phường\n")
        _put(content / "tags.md", "# Chủ đề\n\n<!-- material/tags -->\n")
        _put(content / "blog/index.md", "# Tin\n")
        authors = "".join(
            f"  {one.id}:\n    name: {one.name}\n    description: Cán bộ\n    avatar: {self.media}/anh-0.png\n"
            for one in self.corpus.officials
        )
        _put(content / "blog/.authors.yml", f"authors:\n{authors}")
        write_pictures(content / "media")

    def _path(self, article: Article) -> Path:
        return self.root / f"content/blog/posts/{article.place}.md"

    def _link(self, article: Article) -> str:
        return f"../../{article.place}.md"

    def _head(self, article: Article) -> list[str]:
        return [
            f"date: {article.date:%Y-%m-%d}",
            f"slug: {article.slug}",
            f"categories: [{article.ward.name}]",
            f"authors: [{', '.join(one.id for one, _ in article.officials)}]",
            f"tags: [{', '.join(one.name for one in article.topics)}]",
        ]

    def _file(self, article: Article) -> tuple[Path, str]:
        path, text = super()._file(article)
        # What stands before the mark is the excerpt on list pages.
        head, body = text.split("---\n\n", 1)
        first, _, rest = body.partition("\n\n")
        return path, f"{head}---\n\n# {article.title}\n\n{first}\n\n<!-- more -->\n\n{rest}"


def write_pictures(folder: Path) -> None:
    """Write the pictures that articles name."""
    folder.mkdir(parents=True)
    for number in range(PICTURES):
        (folder / f"anh-{number}.png").write_bytes(_picture(number))


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _quote(text: str) -> str:
    """Return the text as a YAML scalar, which a JSON string is."""
    return json.dumps(text, ensure_ascii=False)


def _picture(number: int, width: int = 96, height: int = 54) -> bytes:
    """Return a PNG of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    line = b"\0" + bytes((30 * number, 110, 210 - 25 * number)) * width
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(line * height)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)

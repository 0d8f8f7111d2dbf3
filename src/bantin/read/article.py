"""One file of content/news/ becomes an `Article`, its body's text, and what is wrong with them."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from bantin.messages import load_messages
from bantin.model import (
    Article,
    Attachment,
    Correction,
    Image,
    Mention,
    Place,
    Problem,
    Publication,
    Source,
    Withdrawal,
    digest,
)
from bantin.read.decode import decode
from bantin.read.fields import Fields
from bantin.read.findings import Findings
from bantin.read.front_matter import split_article
from bantin.read.nodes import Mapping, Scalar
from bantin.read.tangle import find_tangle

if TYPE_CHECKING:
    from collections import abc
    from datetime import date, datetime

REQUIRED = ("title", "date", "ward")
OPTIONAL = (
    *("officials", "tags", "summary", "event_date", "updated", "byline", "source", "image", "attachments"),
    *("status", "expires", "pinned_until", "corrections", "withdrawn", "aliases", "lang"),
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one file gives: the article where its head is sound, the text of its body, and the problems."""

    article: Article | None
    text: str
    """The body in Markdown."""
    text_line: int
    """The line of the file where `text` starts."""
    places: dict[str, Place]
    """Where values stand that only the registry and other files can judge, by "key:value"."""
    problems: tuple[Problem, ...]


def read_article(path: str, data: bytes, limit_kb: int) -> Reading:
    """Read the bytes of the file at `path` (below content/). Never raises for what they hold."""
    findings = Findings(path)
    article, text, line, places = None, "", 1, {}
    if len(data) > limit_kb * 1024:
        findings.error("file-too-large", limit=limit_kb)
    elif (decoded := decode(data, findings)) is not None and (parts := split_article(decoded, findings)):
        head, text, line = parts
        reader = _HeadReader(path, Fields(head, findings))
        article, places = reader.read(), reader.places
        if not _COMMENT.sub("", text).strip():
            findings.error("body-empty", head.place.line)
        elif article is not None and article.status == "published" and text == load_messages("vi")("new.body"):
            findings.error("body-empty", line, variant="template")
        elif (tangle := find_tangle(text)) is not None:
            findings.error("markdown-failed", line + text.count("\n", 0, tangle), variant="tangled")
            text = ""
    return Reading(article, text, line, places, tuple(findings.problems))


_SHOWN = tuple(field.name for field in dataclasses.fields(Article) if field.name not in {"digest", "officials", "path"})
"""What the page of an article shows as it is."""


class _HeadReader:
    """Reads the fields of one head and remembers the places that later checks point at."""

    def __init__(self, path: str, fields: Fields) -> None:
        self._path = path
        self._fields = fields
        self.places: dict[str, Place] = {}

    def read(self) -> Article | None:
        """Return the article, or None where a required field is missing or wrong."""
        fields = self._fields
        fields.check_keys(REQUIRED + OPTIONAL)
        fields.require(REQUIRED, fields.mapping.place)
        title, when = fields.text("title"), fields.instant("date")
        wards, topics = self._ids("ward"), self._ids("tags")
        values = self._optional()
        if fields.findings.has_errors or not (title and when and wards):
            return None
        self.places |= {key: fields.place(key) for key in ("title", "date")}
        self._check_times(when[0], values)
        return Article(self._path, title, *when, wards=wards, topics=topics, **values)

    def _ids(self, key: str) -> tuple[str, ...]:
        found = self._fields.texts(key)
        self.places |= {f"{key}:{value}": place for value, place in found}
        return tuple(value for value, _ in found)

    def _optional(self) -> dict[str, Any]:
        fields = self._fields
        summary = fields.text("summary") or ""
        return {
            "officials": self._officials(),
            "summary": summary,
            "has_summary": bool(summary),
            "event_date": self._day(fields, "event_date"),
            "updated": self._moment("updated"),
            "byline": tuple(value for value, _ in fields.texts("byline")),
            "source": self._source(),
            "image": self._image(),
            "attachments": self._attachments(),
            "status": fields.choice("status", get_args(Publication)) or "published",
            "expires": self._moment("expires", end_of_day=True),
            "pinned_until": self._moment("pinned_until", end_of_day=True),
            "corrections": self._corrections(),
            "withdrawn": self._withdrawal(),
            "aliases": self._ids("aliases"),
            "lang": fields.language("lang") or "",
        }

    def _moment(self, key: str, *, end_of_day: bool = False) -> datetime | None:
        """Return an instant; a bare day that ends something lasts until its midnight."""
        parsed = self._fields.instant(key)
        if parsed is None:
            return None
        self.places[key] = self._fields.place(key)
        instant, has_time = parsed
        if end_of_day and not has_time:
            return instant.replace(hour=23, minute=59, second=59)
        return instant

    @staticmethod
    def _day(fields: Fields, key: str) -> date | None:
        parsed = fields.instant(key)
        return parsed[0].date() if parsed else None

    def _officials(self) -> tuple[Mention, ...]:
        mentions = []
        for item in Fields.items(self._fields.node("officials")):
            if isinstance(item, Scalar):
                if not item.is_null and item.text:
                    mentions.append(Mention(" ".join(item.text.split()), "", *item.place))
            elif isinstance(item, Mapping) and (pair := _pair(item)):
                self._fields.findings.error("wrong-type", *item.place, variant="official", name=pair[0], role=pair[1])
            elif isinstance(item, Mapping):
                fields = Fields(item, self._fields.findings, "officials")
                fields.check_keys(("name", "role"))
                fields.require(("name",), item.place)
                name, role = fields.text("name"), fields.text("role")
                if name:
                    mentions.append(Mention(name, role or "", *fields.place("name")))
            else:
                self._fields.wrong_type("officials", item, "officials")
        return tuple(mentions)

    def _source(self) -> Source | None:
        node = self._fields.node("source")
        if isinstance(node, Scalar):
            return Source(node.text, "")
        fields = self._fields.mapping_at("source")
        if fields is None:
            return None
        fields.check_keys(("name", "url"))
        fields.require(("name",), fields.mapping.place)
        return Source(fields.text("name") or "", fields.url("url") or "")

    def _image(self) -> Image | None:
        fields = self._fields.mapping_at("image")
        if fields is None:
            return None
        fields.check_keys(("src", "alt", "caption", "credit"))
        fields.require(("src", "alt"), fields.mapping.place)
        self.places["image"] = fields.place("src")
        return Image(*(fields.text(key) or "" for key in ("src", "alt", "caption", "credit")))

    def _attachments(self) -> tuple[Attachment, ...]:
        found = []
        for fields in self._fields.mappings("attachments"):
            fields.check_keys(("src", "title"))
            fields.require(("src", "title"), fields.mapping.place)
            src, title = fields.text("src"), fields.text("title")
            if src and title:
                self.places[f"attachments:{src}"] = fields.place("src")
                found.append(Attachment(src, title))
        return tuple(found)

    def _corrections(self) -> tuple[Correction, ...]:
        found = []
        for fields in self._fields.mappings("corrections"):
            fields.check_keys(("date", "was", "now"))
            fields.require(("date", "was", "now"), fields.mapping.place)
            day, was, now = self._day(fields, "date"), fields.text("was"), fields.text("now")
            if day and was and now:
                found.append(Correction(day, was, now))
        return tuple(found)

    def _withdrawal(self) -> Withdrawal | None:
        fields = self._fields.mapping_at("withdrawn")
        if self._fields.text("status") == "withdrawn" and "withdrawn" not in self._fields.mapping.keys:
            self._fields.findings.error("withdrawn-reason", *self._fields.place("status"))
        if fields is None:
            return None
        if self._fields.text("status") != "withdrawn":
            self._fields.findings.error("withdrawn-reason", *self._fields.mapping.keys["withdrawn"], variant="status")
        fields.check_keys(("date", "reason"))
        fields.require(("date", "reason"), fields.mapping.place)
        day, reason = self._day(fields, "date"), fields.text("reason")
        return Withdrawal(day, reason) if day and reason else None

    def _check_times(self, published: datetime, values: dict[str, Any]) -> None:
        for key in ("expires", "pinned_until", "updated"):
            moment = values[key]
            if moment is not None and moment < published:
                self._fields.findings.warning("date-order", *self.places[key], key=key)


def _pair(official: Mapping) -> tuple[str, str] | None:
    """Return (name, role) of an official written as "Nguyễn Văn A: Chủ tịch"; None for one with keys."""
    if len(official.entries) != 1:
        return None
    ((key, value),) = official.entries.items()
    return (key, value.text) if " " in key and isinstance(value, Scalar) and value.text else None


def article_digest(article: Article, found: abc.Mapping[str, str]) -> str:
    """Return the digest of all that an article's own page shows, with what was `found` in its text.

    Places in the file do not count.
    """
    mentions = [(mention.name, mention.role) for mention in article.officials]
    return digest([mentions, [found.get(name) or getattr(article, name) for name in _SHOWN]])

"""What one article file gives, as bytes for the cache and back. JSON: a cache must never run code."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from bantin.build.problems import decode_problem, encode_problem
from bantin.model import (
    Article,
    Attachment,
    Body,
    Correction,
    Image,
    Mention,
    Place,
    Problem,
    Reference,
    Source,
    Withdrawal,
)

_ARTICLE_FIELDS = tuple(field.name for field in fields(Article))


@dataclass(frozen=True, slots=True)
class Record:
    """One file, read and rendered; independent of every other file and of where it lies."""

    article: Article | None
    places: dict[str, Place]
    problems: tuple[Problem, ...]
    body: Body
    """Without its HTML, which the cache keeps apart."""


def encode_record(record: Record) -> bytes:
    """Return the record as bytes; the body's HTML is left out."""
    article = record.article
    values = [getattr(article, name) for name in _ARTICLE_FIELDS] if article else None
    problems = [encode_problem(one) for one in record.problems]
    body = [[[*_values(one)] for one in record.body.references], record.body.lead, record.body.removed]
    plain = [values, record.places, problems, body]
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), default=_encode).encode()


def _values(reference: Reference) -> tuple[str, int, int, bool]:
    return reference.target, reference.line, reference.column, reference.is_picture


def _encode(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def decode_record(data: bytes, path: str) -> Record:
    """Return the record as that of the file at `path`.

    Raises ValueError or TypeError for what `encode_record` never wrote.
    """
    values, places, problems, (references, lead, removed) = json.loads(data)
    return Record(
        article=_decode_article(dict(zip(_ARTICLE_FIELDS, values, strict=True)) | {"path": path}) if values else None,
        places={name: Place(*place) for name, place in places.items()},
        problems=tuple(decode_problem(path, one) for one in problems),
        body=Body(
            "",
            tuple(_decode_reference(*one) for one in references),
            lead,
            tuple((name, line, column) for name, line, column in removed),
        ),
    )


def _decode_reference(target: str, line: int, column: int, is_picture: bool) -> Reference:  # noqa: FBT001 - a record's column
    return Reference(target, line, column, is_picture=is_picture)


def _decode_article(values: dict[str, Any]) -> Article:
    for name in ("date", "updated", "expires", "pinned_until"):
        values[name] = datetime.fromisoformat(values[name]) if values[name] else None
    if values["event_date"]:
        values["event_date"] = date.fromisoformat(values["event_date"])
    for name in ("wards", "topics", "byline", "aliases"):
        values[name] = tuple(values[name])
    values["officials"] = tuple(Mention(*one) for one in values["officials"])
    values["attachments"] = tuple(Attachment(*one) for one in values["attachments"])
    values["corrections"] = tuple(Correction(date.fromisoformat(one[0]), *one[1:]) for one in values["corrections"])
    values["source"] = Source(*values["source"]) if values["source"] else None
    values["image"] = Image(*values["image"]) if values["image"] else None
    if values["withdrawn"]:
        values["withdrawn"] = Withdrawal(date.fromisoformat(values["withdrawn"][0]), values["withdrawn"][1])
    return Article(**values)

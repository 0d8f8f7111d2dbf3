"""JSON Schema of an article's head and of the registry, made of the same lists of keys that the readers use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from bantin.model import Publication
from bantin.read.article import OPTIONAL, REQUIRED
from bantin.read.registry import CONTACT_KEYS, KINDS, OFFICIAL_KEYS, TOPIC_KEYS, WARD_KEYS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NAMES = ("article", "wards", "officials", "topics")

_TEXT: dict[str, Any] = {"type": "string"}
_TEXTS: dict[str, Any] = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT, "uniqueItems": True}]}
_SLUG: dict[str, Any] = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_SLUGS: dict[str, Any] = {"anyOf": [_SLUG, {"type": "array", "items": _SLUG, "minItems": 1, "uniqueItems": True}]}
_DAY: dict[str, Any] = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_INSTANT: dict[str, Any] = {
    "type": "string",
    "pattern": r"^\d{4}-\d{2}-\d{2}([Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?\s*(Z|z|[+-]\d{2}:?\d{2})?)?$",
}


def _object(required: tuple[str, ...], **properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [{"type": "array", "items": item}, item]}


_OFFICIAL = {"anyOf": [_TEXT, _object(("name",), name=_TEXT, role=_TEXT)]}
_ARTICLE: dict[str, dict[str, Any]] = {
    "title": _TEXT,
    "date": _INSTANT,
    "ward": _SLUGS,
    "officials": _list(_OFFICIAL),
    "tags": _SLUGS,
    "summary": _TEXT,
    "event_date": _DAY,
    "updated": _INSTANT,
    "byline": _TEXTS,
    "source": {"anyOf": [_TEXT, _object(("name",), name=_TEXT, url={"type": "string", "format": "uri"})]},
    "image": _object(("src", "alt"), src=_TEXT, alt=_TEXT, caption=_TEXT, credit=_TEXT),
    "attachments": _list(_object(("src", "title"), src=_TEXT, title=_TEXT)),
    "status": {"enum": list(get_args(Publication))},
    "expires": _INSTANT,
    "pinned_until": _INSTANT,
    "corrections": _list(_object(("date", "was", "now"), date=_DAY, was=_TEXT, now=_TEXT)),
    "withdrawn": _object(("date", "reason"), date=_DAY, reason=_TEXT),
    "aliases": _TEXTS,
    "lang": {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
}
_ENTRY: dict[str, dict[str, Any]] = {
    "id": _SLUG,
    "name": _TEXT,
    "kind": {"enum": list(KINDS)},
    "province": _TEXT,
    "code": _TEXT,
    "district": _TEXT,
    "from": _DAY,
    "until": _DAY,
    "successors": _SLUGS,
    "aliases": _TEXTS,
    "description": _TEXT,
    "synonyms": _TEXTS,
    "quarters": _TEXTS,
    "seat": _TEXT,
    "hotline": _TEXT,
    "website": {"type": "string", "format": "uri"},
    "contacts": _object((), **dict.fromkeys(CONTACT_KEYS, _TEXT)),
    "introduction": _TEXTS,
}


def make_schema(name: str, describe: Callable[[str, str], str]) -> dict[str, Any]:
    """Return the schema called `name`; `describe` gives the sentence about (name of a schema, key)."""
    if name == "article":
        properties = {key: {"description": describe(name, key), **_ARTICLE[key]} for key in (*REQUIRED, *OPTIONAL)}
        schema = {"type": "object", "properties": properties, "required": list(REQUIRED), "additionalProperties": False}
    else:
        keys = {"wards": WARD_KEYS, "officials": OFFICIAL_KEYS, "topics": TOPIC_KEYS}[name]
        required = ["id", "name", "kind", "province"] if name == "wards" else ["id", "name"]
        # The registry may grow: an unknown key is a warning there, so the schema lets it pass.
        properties = {key: {"description": describe(name, key), **_ENTRY.get(key, {})} for key in keys}
        schema = {"type": "array", "items": {"type": "object", "properties": properties, "required": required}}
    return {"$schema": DIALECT, "title": describe(name, "title_of_schema"), **schema}


def list_fields(name: str, describe: Callable[[str, str], str]) -> list[tuple[str, bool, str]]:
    """Return (key, whether it is required, what it is) of each field, for a table."""
    schema = make_schema(name, describe)
    entry = schema if name == "article" else schema["items"]
    return [(key, key in entry["required"], value["description"]) for key, value in entry["properties"].items()]

"""Open data: JSON after the schemas beside this module, and the same rows as CSV. Persons follow Popolo.

CSV begins with a byte order mark and ends its lines as Windows does: a spreadsheet there reads it with one click.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from functools import singledispatch
from importlib.resources import files
from io import StringIO
from typing import TYPE_CHECKING, Any

from bantin import urls
from bantin.plan.dataset import MonthData, PeopleData, PersonData, Schemas, WardData
from bantin.views.posts import document_posts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bantin.model import Held, Official, Ward
    from bantin.plan.dataset import Row
    from bantin.views.posts import Documented

Record = dict[str, Any]

SCHEMAS = ("dia-phuong", "can-bo", "can-bo-mot", "tin")
"""Names of the schemas, of the files in the folder beside this module."""


@singledispatch
def write_data(inputs: object, address: str, site_url: str) -> dict[str, bytes]:
    """Return the files of a job of open data by their addresses; `site_url` may be empty."""
    message = f"no data of {type(inputs).__name__} at {address} of {site_url}"
    raise TypeError(message)


@write_data.register
def _(inputs: WardData, address: str, site_url: str) -> dict[str, bytes]:
    before: dict[str, list[Record]] = defaultdict(list)
    for ward in inputs.wards:
        for successor in ward.successors:
            before[successor].append({"id": ward.id, "partial": ward.is_split})
    return _write(address, [_ward(ward, before[ward.id], site_url) for ward in inputs.wards])


@write_data.register
def _(inputs: PeopleData, address: str, site_url: str) -> dict[str, bytes]:
    people = [_person(one, site_url) | {"data": site_url + urls.data_person(one.id)} for one in inputs.officials]
    return _write(address, people)


@write_data.register
def _(inputs: PersonData, address: str, site_url: str) -> dict[str, bytes]:
    held = [_held(one, ward) for one, ward in zip(inputs.official.posts, inputs.held_in, strict=True)]
    stated = [_documented(one, site_url) for one in document_posts(inputs.statements)]
    return {address: _json(_person(inputs.official, site_url) | {"memberships": held + stated})}


@write_data.register
def _(inputs: MonthData, address: str, site_url: str) -> dict[str, bytes]:
    return _write(address, [_article(row, site_url) for row in inputs.rows])


@write_data.register
def _(_: Schemas, __: str, ___: str) -> dict[str, bytes]:
    folder = files(__package__) / "schemas"
    return {urls.data_schema(name): (folder / f"{name}.json").read_bytes() for name in SCHEMAS}


def _ward(ward: Ward, before: list[Record], site_url: str) -> Record:
    return {
        "id": ward.id,
        "name": ward.name,
        "kind": ward.kind,
        "province": ward.province,
        "district": ward.district or None,
        "code": ward.code or None,
        "from": ward.since.isoformat() if ward.since else None,
        "until": ward.until.isoformat() if ward.until else None,
        "successors": [{"id": one, "partial": ward.is_split} for one in ward.successors],
        "predecessors": before,
        "aliases": list(ward.aliases),
        "quarters": list(ward.quarters),
        "seat": ward.contacts.address or None,
        "hotline": ward.contacts.hotline or None,
        "website": ward.contacts.website or None,
        "url": site_url + urls.entity("ward", ward.id),
    }


def _person(official: Official, site_url: str) -> Record:
    return {
        "id": official.id,
        "name": official.name,
        "other_names": [{"name": alias} for alias in official.aliases],
        "url": site_url + urls.entity("official", official.id),
    }


def _held(held: Held, ward: str) -> Record:
    """Return a post of the registry as a membership."""
    organization = " ".join(part for part in (held.body, ward) if part)
    return _membership(
        label=f"{held.role} {organization}".strip(),
        role=held.role,
        organization=organization,
        area=ward,
        origin="registry",
        start_date=held.since.isoformat() if held.since else None,
        end_date=held.until.isoformat() if held.until else None,
        sources=[_source(held.source)] if held.source else [],
    )


def _documented(found: Documented, site_url: str) -> Record:
    """Return a post that articles state as a membership."""
    post, evidence = found.post, dict.fromkeys((found.first, found.last))
    values: Record = {
        "origin": "articles",
        "first_seen": found.first.date[:10],
        "last_seen": found.last.date[:10],
        "sources": [{"url": site_url + one.address, "note": one.title} for one in evidence],
    }
    if isinstance(post, str):
        return _membership(label=post, **values)
    return _membership(
        label=post.label,
        role=post.role,
        organization=post.organization,
        area=post.place.nearest,
        acting=post.is_acting,
        former=post.is_former,
        **values,
    )


def _membership(*, label: str, organization: str = "", area: str = "", **values: Any) -> Record:
    """Return a membership with every key of the schema."""
    keys = ("role", "origin", "acting", "former", "start_date", "end_date", "first_seen", "last_seen", "sources")
    defaults = dict.fromkeys(keys) | {"acting": False, "former": False}
    named = {
        "label": label,
        "organization": {"name": organization} if organization else None,
        "area": {"name": area} if area else None,
    }
    return named | defaults | values


def _source(text: str) -> Record:
    return {"url": text, "note": text} if "://" in text else {"note": text}


def _article(row: Row, site_url: str) -> Record:
    return {
        "url": site_url + row.address,
        "title": row.title,
        "date": row.date,
        "changed": row.changed,
        "wards": list(row.wards),
        "officials": list(row.officials),
        "topics": list(row.topics),
    }


def _write(address: str, records: list[Record]) -> dict[str, bytes]:
    return {address: _json(records), f"{address.removesuffix('.json')}.csv": _csv(records)}


def _json(value: object) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode()


def _csv(records: Iterable[Record]) -> bytes:
    """Return records as rows: lists joined by "; ", of what they hold only the id or the name."""
    records = list(records)
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    if records:
        writer.writerow(records[0])
        writer.writerows([_cell(value) for value in record.values()] for record in records)
    return stream.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(str(one.get("id") or one.get("name")) if isinstance(one, dict) else str(one) for one in value)
    return str(value)

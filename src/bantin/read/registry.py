"""The three files of content/registry/ become the registry."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from bantin.model import Contacts, Held, Official, Problem, Registry, Topic, Ward, digest
from bantin.read.decode import decode
from bantin.read.fields import Fields
from bantin.read.findings import Findings
from bantin.read.near import find_near
from bantin.read.nodes import Mapping, Node, Sequence, parse_yaml
from bantin.read.phrases import PHRASES, read_phrases
from bantin.read.relations import check_relations, index_persons
from bantin.read.removed import REMOVED, read_removed
from bantin.text.contacts import is_email, is_phone
from bantin.text.slugs import MAX_FILE_NAME, is_slug, slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping as MappingOf
    from datetime import date

Entry = TypeVar("Entry", Ward, Official, Topic)

WARD_KEYS = (
    *("id", "name", "kind", "province", "code", "district", "from", "until", "successors", "aliases"),
    *("posts", "contacts", "description", "synonyms", "quarters", "seat", "hotline", "website"),
)
CONTACT_KEYS = ("address", "hours", "phone", "hotline", "email", "website")
OFFICIAL_KEYS = ("id", "name", "aliases", "posts", "contacts", "description", "from", "until", "synonyms")
HELD_KEYS = ("role", "body", "ward", "from", "to", "source")
TOPIC_KEYS = ("id", "name", "aliases", "description", "introduction", "synonyms", "from", "until")
KINDS = ("phường", "xã", "đặc khu", "thị trấn")
"""Commune-level kinds now (Law 72/2025/QH15 on local government, article 1) and, for the archive, thị trấn."""


def read_registry(files: MappingOf[str, bytes]) -> tuple[Registry, tuple[Problem, ...]]:
    """Read `files`, {path below content/: bytes}, of which registry/{wards,officials,topics,search,removed}.yml count.

    A file that is absent gives no entries. Never raises for what the files hold.
    """
    problems: list[Problem] = []
    wards = _read_file("wards", files, _ward, problems)
    officials = _read_file("officials", files, partial(_official, wards), problems)
    topics = _read_file("topics", files, _topic, problems)
    problems += check_relations(wards, officials)
    persons, namesakes, found = index_persons(officials)
    phrases, faults = read_phrases(files[PHRASES]) if PHRASES in files else ((), ())
    removed, wrong = read_removed(files[REMOVED]) if REMOVED in files else (frozenset(), ())
    registry = Registry(wards, officials, topics, persons, namesakes, phrases, removed)
    return registry, (*problems, *found, *faults, *wrong)


def _read_file(
    name: str, files: MappingOf[str, bytes], make: Callable[[Fields], Entry | None], problems: list[Problem]
) -> dict[str, Entry]:
    path = f"registry/{name}.yml"
    findings = Findings(path)
    entries: dict[str, Entry] = {}
    text = decode(files[path], findings) if path in files else None
    tree = parse_yaml(text, findings) if text else None
    if tree is not None and not isinstance(tree, Sequence):
        findings.error("wrong-type", *tree.place, variant="registry", key=name)
    elif tree is not None:
        for item in tree.items:
            _add_entry(item, findings, make, entries)
    problems += findings.problems
    return entries


def _add_entry(
    item: Node, findings: Findings, make: Callable[[Fields], Entry | None], entries: dict[str, Entry]
) -> None:
    if not isinstance(item, Mapping):
        findings.error("wrong-type", *item.place, variant="entry", key="")
        return
    fields = Fields(item, findings)
    fields.require(("id", "name"), item.place)
    entry_id = fields.text("id")
    if not entry_id:
        return
    if len(entry_id) > MAX_FILE_NAME:
        proposed = slugify(entry_id, MAX_FILE_NAME) or "ten-khong-dau"
        findings.error("registry-id", *fields.place("id"), variant="long", limit=MAX_FILE_NAME, proposed=proposed)
    elif not is_slug(entry_id):
        findings.error(
            "registry-id", *fields.place("id"), value=entry_id, proposed=slugify(entry_id) or "ten-khong-dau"
        )
    elif entry_id in entries:
        findings.error("registry-duplicate", *fields.place("id"), value=entry_id, first=entries[entry_id].line)
    elif entry := make(fields):
        entries[entry_id] = entry


def _texts(fields: Fields, key: str) -> tuple[str, ...]:
    return tuple(value for value, _ in fields.texts(key))


def _ward(fields: Fields) -> Ward | None:
    fields.check_keys(WARD_KEYS, in_registry=True)
    fields.require(("kind", "province"), fields.mapping.place)
    kind = fields.text("kind") or ""
    if kind and kind.lower() not in KINDS:
        fields.findings.warning("ward-kind", *fields.place("kind"), value=kind, allowed=", ".join(KINDS))
    texts = ("id", "name", "province", "code", "district", "description")
    values = {key: fields.text(key) or "" for key in texts}
    if not (values["name"] and kind and values["province"]):
        return None
    since, until = _period(fields)
    ward = Ward(
        **values,
        kind=kind.lower(),
        since=since,
        until=until,
        successors=_texts(fields, "successors"),
        aliases=_texts(fields, "aliases"),
        quarters=_texts(fields, "quarters"),
        contacts=_contacts(fields),
        line=fields.mapping.place.line,
    )
    return _with_digest(ward)


def _contacts(ward: Fields) -> Contacts:
    """Read how to reach a ward: its key `contacts`, completed from the short keys of the ward itself.

    Findings: `contact-phone` and `contact-email` for what nobody can call or write to.
    """
    values = {"address": ward.text("seat"), "hotline": _contact(ward, "hotline"), "website": _contact(ward, "website")}
    if contacts := ward.mapping_at("contacts"):
        contacts.check_keys(CONTACT_KEYS, in_registry=True)
        read = {key: _contact(contacts, key) for key in CONTACT_KEYS}
        values |= {key: value for key, value in read.items() if value}
    return Contacts(**{key: value for key, value in values.items() if value})


_CONTACT_RULES = {
    "phone": (is_phone, "contact-phone"),
    "hotline": (is_phone, "contact-phone"),
    "email": (is_email, "contact-email"),
}


def _contact(fields: Fields, key: str) -> str | None:
    if key == "website":
        return fields.url(key)
    value = fields.text(key)
    is_right, rule = _CONTACT_RULES.get(key, (bool, ""))
    if value and not is_right(value):
        fields.findings.warning(rule, *fields.place(key), key=fields.name(key), value=value)
    return value


def _official(wards: MappingOf[str, Ward], fields: Fields) -> Official | None:
    fields.check_keys(OFFICIAL_KEYS, in_registry=True)
    name = fields.text("name")
    if not name:
        return None
    posts = tuple(held for post in fields.mappings("posts") if (held := _held(post, name, wards)))
    line, description = fields.mapping.place.line, fields.text("description") or ""
    official = Official(fields.text("id") or "", name, _texts(fields, "aliases"), posts, description, line)
    return _with_digest(official)


def _held(fields: Fields, name: str, wards: MappingOf[str, Ward]) -> Held | None:
    """Read one post of the official of a name.

    Findings: `post-order` where it ends before it begins, `post-ward` where its ward has no entry among `wards`.
    """
    fields.check_keys(HELD_KEYS, in_registry=True)
    fields.require(("role",), fields.mapping.place)
    since, until = _period(fields, "to", "post-order")
    values = {key: fields.text(key) or "" for key in ("role", "body", "ward", "source")}
    ward, role = values["ward"], values["role"]
    if role and ward and ward not in wards:
        near = find_near(ward, wards)
        tell = partial(fields.findings.warning, "post-ward", *fields.place("ward"))
        tell(variant="suggestion" if near else "", value=ward, name=name, role=role, near=near)
    return Held(**values, since=since, until=until) if role else None


def _period(fields: Fields, end: str = "until", rule: str = "entry-order") -> tuple[date | None, date | None]:
    """Return (first day, last day). Finding: `entry-order`, or `rule`, where the end lies before the beginning."""
    since, until = _day(fields, "from"), _day(fields, end)
    if since and until and until < since:
        fields.findings.warning(rule, *fields.place(end), since=since, until=until)
    return since, until


def _day(fields: Fields, key: str) -> date | None:
    found = fields.instant(key)
    return found[0].date() if found else None


def _topic(fields: Fields) -> Topic | None:
    fields.check_keys(TOPIC_KEYS, in_registry=True)
    name = fields.text("name")
    if not name:
        return None
    topic = Topic(
        fields.text("id") or "",
        name,
        fields.text("description") or "",
        tuple(paragraph for one in _texts(fields, "introduction") for paragraph in _split_paragraphs(one)),
        *_period(fields),
        _texts(fields, "synonyms"),
        fields.mapping.place.line,
    )
    return _with_digest(topic)


def _split_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text over several lines; YAML folds the blank line between them to one break."""
    parts = text.split("\n\n" if "\n\n" in text else "\n")
    return [" ".join(part.split()) for part in parts if part.strip()]


def _with_digest(entry: Entry) -> Entry:
    return replace(entry, digest=digest(replace(entry, line=0)))

"""Names that a reader may type: wards, officials and topics with their other names, and phrases of equal meaning.

    dictionary := words varint(entries) { varint(flags) name [id] [kind province] [varint(names) name …] [heirs] } …
                  words varint(groups) { varint(phrases) { several(tokens) } … } …
    flags      := kind (0 ward, 1 official, 2 topic) + 4 if there is an id, 8 kind and province, 16 names, 32 heirs
Names and ids are several(words). An id equal to its name's slug is left out. The heirs of a ward are the ids of
what it became.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bantin.model import Registry
from bantin.search.bits import varint
from bantin.search.words import WordTable
from bantin.text.slugs import slugify

if TYPE_CHECKING:
    from bantin.plan.documents import SearchDictionary
    from bantin.search.lexicon import Lexicon


class _Entry(NamedTuple):
    kind: int
    """Place in `columns.KINDS`."""
    id: str
    name: str
    prefix: str
    """"phường" before a ward's name."""
    note: str
    """A ward's province: wards of one name differ by it."""
    others: tuple[str, ...]
    heirs: tuple[str, ...]


def encode_dictionary(inputs: SearchDictionary, lexicon: Lexicon) -> bytes:
    """Return the file of all names."""
    entries = _entries(inputs)
    words = WordTable(word for entry in entries for text in _texts(entry) for word in text)
    phrases = WordTable(token for group in lexicon.groups for phrase in group for token in phrase)
    parts = [words.encode(), varint(len(entries))]
    for entry in entries:
        own_id = [] if entry.id == slugify(entry.name) else [entry.id]
        flags = (
            entry.kind + 4 * bool(own_id) + 8 * bool(entry.prefix) + 16 * bool(entry.others) + 32 * bool(entry.heirs)
        )
        parts += varint(flags), words.several(entry.name.split())
        if own_id:
            parts.append(words.several(own_id))
        if entry.prefix:
            parts += words.several(entry.prefix.split()), words.several(entry.note.split())
        if entry.others:
            parts += varint(len(entry.others)), *(words.several(other.split()) for other in entry.others)
        if entry.heirs:
            parts.append(words.several(entry.heirs))
    parts += phrases.encode(), varint(len(lexicon.groups))
    for group in lexicon.groups:
        parts += varint(len(group)), *map(phrases.several, group)
    return b"".join(parts)


def _texts(entry: _Entry) -> list[list[str]]:
    own_id = [] if entry.id == slugify(entry.name) else [entry.id]
    return [own_id, *(text.split() for text in (entry.name, entry.prefix, entry.note, *entry.others)), [*entry.heirs]]


def _entries(inputs: SearchDictionary) -> list[_Entry]:
    registry = Registry({ward.id: ward for ward in inputs.wards})
    wards = [
        _Entry(0, ward.id, ward.name, ward.kind, ward.province, ward.aliases, registry.heirs(ward.id))
        for ward in inputs.wards
    ]
    officials = [_Entry(1, one.id, one.name, "", "", one.aliases, ()) for one in inputs.officials]
    topics = [_Entry(2, topic.id, topic.name, "", "", topic.synonyms, ()) for topic in inputs.topics]
    return [*wards, *officials, *topics]

"""What mammoth does not see in a Word file: text boxes, numbers, fields come into the text, hidden words go."""

from __future__ import annotations

import io
import zipfile
from contextlib import nullcontext, suppress

import lxml.etree

from bantin.ingest.material import Note, note
from bantin.ingest.refusal import Refused
from bantin.ingest.word_numbers import write_numbers
from bantin.ingest.word_package import DAMAGED, Element, Package, Relation
from bantin.ingest.word_runs import WORD, clean_runs

_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def prepare(data: bytes) -> tuple[bytes, tuple[Note, ...]]:
    """Return a Word file in which all that is to be read stands in paragraphs, and what was taken out.

    The same bytes where nothing changes. Raises Refused for a part that cannot be unpacked or is no XML.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            changed, notes = _prepare(Package(archive))
            return (_rewrite(archive, changed) if changed else data), tuple(notes)
    except DAMAGED as error:
        raise Refused("damaged") from error


def _prepare(package: Package) -> tuple[dict[str, bytes], list[Note]]:
    changed: dict[str, bytes] = {}
    notes: list[Note] = []
    others = (package.related(package.main, kind) for kind in ("footnotes", "endnotes"))
    for name in (package.main, *filter(None, others)):
        root = package.parse(name)
        is_changed, told = clean_runs(root)
        is_changed |= _place_boxes(root)
        is_cut, lost = _drop_dangling(root, package.relations(name), package.names)
        lists = write_numbers(root, package) if name == package.main else {}
        changed |= lists
        if is_changed or is_cut or lists:
            changed[name] = lxml.etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        notes += [*told, *lost]
    return changed, notes


def _place_boxes(root: Element) -> bool:
    """Put what text boxes hold below the paragraphs they are fixed to; tell whether there was any."""
    for choice in root.iter(f"{_CHOICES}Choice"):
        if next(choice.iter(f"{WORD}txbxContent"), None) is not None:
            for other in choice.itersiblings(f"{_CHOICES}Fallback"):
                # The same box once more, for older programs.
                for box in [*other.iter(f"{WORD}txbxContent")]:
                    box.getparent().remove(box)
    boxes = [*root.iter(f"{WORD}txbxContent")]
    ends: dict[Element, Element] = {}
    for box in boxes:
        host = next(box.iterancestors(f"{WORD}p"), None)
        box.getparent().remove(box)
        if host is None:
            continue
        for part in [*box]:
            ends.get(host, host).addnext(part)
            ends[host] = part
    return bool(boxes)


def _drop_dangling(root: Element, relations: dict[str, Relation], names: frozenset[str]) -> tuple[bool, list[Note]]:
    """Take away what names a part that is not there; return whether anything did, and a note for each picture."""
    lost: list[Note] = []
    changed = False
    for element in root.iter():
        keys = [one for one in element.attrib if one.startswith(_RELATION)]
        is_picture = str(element.tag).endswith(("}blip", "}imagedata"))
        found = {key: relations.get(element.get(key)) for key in keys}
        dangling = {key: one for key, one in found.items() if one is None or (is_picture and one.target not in names)}
        for key in dangling:
            del element.attrib[key]
            changed = True
        if is_picture and keys and len(dangling) == len(keys):
            lost.append(_tell_picture(next(iter(dangling.values()))))
    return changed, lost


def _tell_picture(relation: Relation | None) -> Note:
    if relation is not None and relation.is_outside:
        return note("picture_elsewhere", address=relation.target)
    return note("picture_missing")


def _rewrite(archive: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    """Return the file with some parts changed, and without a picture that cannot be unpacked."""
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as copy:
        for name, part in {part.filename: part for part in archive.infolist()}.items():
            is_text = name.endswith((".xml", ".rels"))
            with nullcontext() if is_text else suppress(*DAMAGED):
                copy.writestr(part, changed.get(name) or archive.read(part))
    return stored.getvalue()

"""Where the parts of a Word file lie: its own relations say it, not the names that Word gives."""

from __future__ import annotations

import lzma
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from typing import Any

import lxml.etree

Element = Any
"""lxml's elements have no types of their own."""

DAMAGED = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, NotImplementedError, EOFError, OSError),
    *(lxml.etree.XMLSyntaxError, ValueError),
)
"""What is raised where a file cannot be unpacked or a part of it is no XML."""
_DOCUMENT = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part of a file says of another, or of something elsewhere."""

    kind: str
    target: str
    """The path of a part, or an address."""
    is_outside: bool


class Package:
    """The parts of an open file."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.names = frozenset(archive.namelist())
        self.main = self.related("", "officeDocument") or _DOCUMENT

    def related(self, part: str, kind: str) -> str | None:
        """Return the path of the part that `part` names as its footnotes, its styles …; None where there is none."""
        found = (one.target for one in self.relations(part).values() if one.kind == kind and one.target in self.names)
        usual = f"word/{kind}.xml"
        return next(found, usual if usual in self.names else None)

    def relations(self, part: str) -> dict[str, Relation]:
        """Return the relations of a part, "" for those of the file itself, by id."""
        folder, _, name = part.rpartition("/")
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self.names:
            return {}
        found = {}
        for one in self.parse(path):
            outside = one.get("TargetMode") == "External"
            target = one.get("Target") or ""
            where = target if outside else posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[one.get("Id") or ""] = Relation((one.get("Type") or "").rpartition("/")[2], where, outside)
        return found

    def parse(self, path: str) -> Element:
        """Return the root element of a part."""
        parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True)
        return lxml.etree.fromstring(self.archive.read(path), parser)

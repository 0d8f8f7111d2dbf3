"""Raw material as an editor hands it over, and what an import makes of it."""

from __future__ import annotations

import io
import zipfile
from datetime import date

from bantin.ingest.extract import Setting, extract
from bantin.ingest.proposal import Proposal
from bantin.ingest.sources import read_bytes
from bantin.model import Registry

TODAY = date(2026, 11, 1)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>'
)


def propose(kind: str, data: str | bytes) -> Proposal:
    """Return what is proposed for a file of `kind`: "text", "html", "markdown" or "docx"."""
    raw = data if isinstance(data, bytes) else data.encode()
    return extract("bai", read_bytes(kind, raw), Setting(Registry(), TODAY))


def word_file(body: str, **parts: str) -> bytes:
    """Return a Word file with `body` as the XML of its paragraphs; `parts` are inner XML by root element."""
    stored = io.BytesIO()
    names = (
        f'xmlns:w="{_WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    links = "".join(f'<Relationship Id="p{name}" Type="{_RELATION}/{name}" Target="{name}.xml"/>' for name in parts)
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr(
            "word/_rels/document.xml.rels", _RELATIONS.partition("<Relationship ")[0] + links + "</Relationships>"
        )
        archive.writestr("word/document.xml", f"<w:document {names}><w:body>{body}</w:body></w:document>")
        for name, inner in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {names}>{inner}</w:{name}>")
    return stored.getvalue()


def paragraph(text: str) -> str:
    """Return a Word paragraph; a line feed in `text` is a line break within it."""
    return f"<w:p><w:r><w:t>{text.replace(chr(10), '</w:t><w:br/><w:t>')}</w:t></w:r></w:p>"

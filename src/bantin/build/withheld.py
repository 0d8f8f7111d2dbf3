"""Pictures and attachments of what is not shown: an embargo covers the poster as well as the text."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import unquote

from bantin.check import locate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bantin.build.records import Record
    from bantin.check import Content
    from bantin.model import StandingPage


def find_withheld(records: Mapping[str, Record], pages: Iterable[StandingPage], content: Content) -> frozenset[str]:
    """Return the media that only drafts, embargoed, withdrawn or faulty articles use. What nothing uses is public."""
    hidden = {path: record for path, record in records.items() if not _is_shown(path, record, content)}
    withheld = {found for path, record in hidden.items() for found in _locate_all(_targets(record), path, content)}
    if not withheld:
        return frozenset()
    names = {_name(path) for path in withheld}
    for path, record in records.items():
        if path not in hidden:
            likely = (target for target in _targets(record) if _name(target) in names)
            withheld.difference_update(_locate_all(likely, path, content))
    for page in pages:
        withheld.difference_update(_locate_all((one.target for one in page.references), page.path, content))
    return frozenset(withheld)


def _is_shown(path: str, record: Record, content: Content) -> bool:
    return content.articles[path] and record.article is not None and record.article.status != "withdrawn"


def _targets(record: Record) -> Iterator[str]:
    yield from (reference.target for reference in record.body.references)
    if record.article is not None:
        yield from (attachment.src for attachment in record.article.attachments)
        if record.article.image is not None:
            yield record.article.image.src


def _locate_all(targets: Iterable[str], base: str, content: Content) -> Iterator[str]:
    for target in targets:
        located = locate(target, base, content)
        if located.kind == "media" and not located.fault:
            yield located.path


def _name(target: str) -> str:
    """Return the file's name in one form, however the address is written."""
    path = unquote(target).partition("#")[0].partition("?")[0]
    return normalize("NFC", path.rpartition("/")[2])

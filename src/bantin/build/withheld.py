"""Pictures and attachments of what is not shown: an embargo covers the poster as well as the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin.catalogue import is_shown
from bantin.check import locate, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bantin.build.record_store import RecordStore
    from bantin.build.records import Record
    from bantin.catalogue import Entry
    from bantin.check import Content
    from bantin.model import StandingPage


def find_withheld(
    entries: Mapping[str, Entry], records: RecordStore, pages: Iterable[StandingPage], content: Content, now: str
) -> frozenset[str]:
    """Return the media that only drafts, embargoed, withdrawn or faulty articles use. What nothing uses is public."""
    hidden = [entry for entry in entries.values() if entry.status == "withdrawn" or not is_shown(entry, now)]
    withheld = {
        found for entry in hidden for found in _locate_all(_targets(records.record(entry)), entry.path, content)
    }
    names = {name_of(path) for path in withheld}
    kept_back = {entry.path for entry in hidden}
    for entry in entries.values():
        if not names:
            break
        if entry.path not in kept_back and not names.isdisjoint(entry.names.split("\n")):
            withheld.difference_update(_locate_all(_targets(records.record(entry)), entry.path, content))
            # Asked for no more than once: a picture that all articles share would have all of them read.
            names = {name_of(path) for path in withheld}
    for page in pages:
        withheld.difference_update(_locate_all((one.target for one in page.references), page.path, content))
    return frozenset(withheld)


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

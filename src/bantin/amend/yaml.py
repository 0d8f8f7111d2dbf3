"""A YAML list of entries with some added and some completed; comments, order, quotes and line ends stay."""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


_BOM = "\ufeff"
_EMPTY = re.compile(r"^[ \t]*\[\s*\][ \t]*\n?", re.MULTILINE)
"""A list without entries: new ones take its place."""
_END = re.compile(r"^\.\.\.[ \t]*\n*\Z", re.MULTILINE)
"""The mark of a document's end, behind which nothing more may stand; it says nothing that the file's end does not."""
_WIDTH = 10_000
"""No line is folded."""


class UnusualLayoutError(ValueError):
    """Raised where a file cannot be written without changing what an editor wrote in it."""


class BracketedListError(UnusualLayoutError):
    """Raised for a list in brackets, behind which nothing can be pasted either."""


def amend_entries(
    text: str, added: Sequence[Mapping[str, Any]], completed: Mapping[str, Mapping[str, Any]] | None = None
) -> str:
    """Return `text`, a list of entries with ids, with entries added at its end and keys added to those of an id.

    What stands in it is never changed: a key that an entry has is left alone; an empty list gives way to its first
    entries. Raises UnusualLayoutError where a line of the file would be lost or laid out otherwise, as of a list in
    brackets; then nothing is to be written.
    """
    bom, ends = _BOM * text.startswith(_BOM), "\r\n" if "\r\n" in text else "\n"
    plain = _END.sub("", text.removeprefix(_BOM).replace("\r\n", "\n"))
    yaml = _make_yaml(plain)
    entries = _load(yaml, plain)
    if isinstance(entries, CommentedSeq) and not entries and added:
        plain = _EMPTY.sub("", plain, count=1)
        entries = _load(yaml, plain)
    if entries is None:
        # Comments only, or nothing at all.
        head = plain if not plain or plain.endswith("\n") else f"{plain}\n"
        return bom + (head + _join(entry_text(one) for one in added)).replace("\n", ends)
    if not isinstance(entries, CommentedSeq) or not all(isinstance(one, CommentedMap) for one in entries):
        raise UnusualLayoutError
    if entries.fa.flow_style() or not entries:
        raise BracketedListError
    for entry in entries:
        for key, value in ((completed or {}).get(str(entry.get("id"))) or {}).items():
            if entry.get(key) is None:
                _put(entry, key, _write(value))
    stream = StringIO()
    yaml.dump(entries, stream)
    result = stream.getvalue()
    if not _keeps(plain, result):
        raise UnusualLayoutError
    gap = "\n" if "\n\n- " in plain or "\n\n  - " in plain else ""
    new = _join((entry_text(one) for one in added), gap)
    return bom + (result.rstrip("\n") + "\n" + gap + new if new else result).replace("\n", ends)


def _load(yaml: YAML, text: str) -> Any:
    try:
        return yaml.load(text)
    except YAMLError as error:
        raise UnusualLayoutError from error


def entry_text(entry: Mapping[str, Any]) -> str:
    """Return one entry as it stands in a file, its line end included."""
    stream = StringIO()
    _make_yaml("").dump(CommentedSeq([CommentedMap((key, _write(value)) for key, value in entry.items())]), stream)
    return stream.getvalue()


def _join(entries: Iterable[str], gap: str = "\n") -> str:
    return gap.join(entries)


def _make_yaml(text: str) -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _WIDTH
    yaml.explicit_start = text.startswith("---")
    indented = any(line.startswith("  - ") and not line.startswith("    ") for line in text.splitlines())
    yaml.indent(mapping=2, sequence=4 if indented else 2, offset=2 if indented else 0)
    return yaml


def _put(entry: CommentedMap, key: str, value: object) -> None:
    """Add a key before the comment that follows the entry, which belongs to what comes next."""
    at = list(entry).index("province") + 1 if "province" in entry else len(entry)
    while at < len(entry) and list(entry)[at] in _ORDER and _ORDER.index(list(entry)[at]) < _rank(key):
        at += 1
    last = list(entry)[-1]
    comment = entry.ca.items.get(last) if at == len(entry) else None
    if key in entry:
        entry[key] = value
        return
    entry.insert(at, key, value)
    if comment is not None:
        entry.ca.items[key] = entry.ca.items.pop(last)


_ORDER = ("code", "district", "from", "until", "successors")


def _rank(key: str) -> int:
    return _ORDER.index(key) if key in _ORDER else len(_ORDER)


def _write(value: object) -> object:
    """Return a value in the form in which editors write it: codes in quotes, lists on one line."""
    if isinstance(value, list):
        listed = CommentedSeq(value)
        listed.fa.set_flow_style()
        return listed
    return DoubleQuotedScalarString(value) if isinstance(value, str) and value.isdigit() else value


def _keeps(before: str, after: str) -> bool:
    """Tell whether every line of `before` stands in `after`, in its order."""
    lines = iter(after.splitlines())
    return all(any(line.rstrip() == one.rstrip() for one in lines) for line in before.splitlines() if line.strip())

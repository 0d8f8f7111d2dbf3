"""A job of the index becomes its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bantin import urls
from bantin.plan.documents import SearchColumns, SearchDictionary, SearchManifest, SearchRange
from bantin.search.dictionary import encode_dictionary
from bantin.search.manifest import encode_manifest
from bantin.search.tier import file_name, write_columns, write_range

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bantin.search.lexicon import Lexicon

SearchInputs = SearchRange | SearchColumns | SearchDictionary | SearchManifest


def write_index(inputs: SearchInputs, lexicon: Lexicon, blobs: Iterable[bytes]) -> dict[str, bytes]:
    """Return {path: bytes} of a job of the index. `blobs`: as of `write_range`."""
    if isinstance(inputs, SearchRange):
        return write_range(inputs, blobs, lexicon)
    if isinstance(inputs, SearchColumns):
        return write_columns(inputs.shape, inputs.documents)
    if isinstance(inputs, SearchDictionary):
        data = encode_dictionary(inputs, lexicon)
        return {file_name(urls.INDEX, "dictionary", data): data}
    return {f"{urls.INDEX}manifest.bin": encode_manifest(inputs.shapes, inputs.paths)}

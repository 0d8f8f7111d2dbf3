"""Pictures and attachments: their size on the page, and whether they can be published at all."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bantin.build.medium import suffix_of
from bantin.check import MediaFile
from bantin.check.references import PIXELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bantin.build.articles import Workplace
    from bantin.build.medium import Medium
    from bantin.build.pool import Payload

MOST_BYTES = 40_000_000
"""A photograph of more is a mistake, and too much to keep in memory for each worker."""
_FOREIGN = (".heic", ".heif", ".tif", ".tiff", ".bmp", ".dng", ".cr2", ".nef", ".arw", ".psd")
"""Pictures that no browser shows. They would be published as they are, with the place where they were taken."""
_BATCH = 2
"""Pictures sent to a worker at once: some megabytes each."""
_FEW = 12
"""New files that are looked at here, at once: starting a process takes longer."""

Row = tuple[int, int, str, bool, bool]
"""(width, height, fault, whether it tells its place, whether it is still) of a file; all else is of no interest."""
_NO_PICTURE: Row = (0, 0, "", False, False)


def measure_media(identities: Mapping[str, Medium], place: Workplace) -> dict[str, MediaFile]:
    """Return what pages need to know of each file."""
    known = place.cache.get("media", {one.key for one in identities.values() if one.key})
    rows: dict[str, Row] = {key: tuple(json.loads(row)) for key, row in known.items()}
    rows |= _measure(identities, rows, place)
    found = {}
    for path, (_, key, size) in identities.items():
        row = rows.get(key)
        if row is None:
            found[path] = MediaFile(0, "", fault="locked")
        else:
            width, height, fault, is_located, is_still = row
            found[path] = MediaFile(size, key, width, height, fault, is_located=is_located, is_still=is_still)
    place.cache.prune("media", len(identities), (one.key for one in identities.values()))
    return found


def _measure(identities: Mapping[str, Medium], known: Mapping[str, Row], place: Workplace) -> dict[str, Row]:
    """Return the rows of files that are new, and keep them; a file that cannot be read has none."""
    rows: dict[str, Row] = {}
    new = {one.key: path for path, one in identities.items() if one.key and one.key not in known}

    def pictures() -> Iterator[tuple[str, bytes]]:
        for key, path in new.items():
            suffix = suffix_of(path)
            if suffix in _FOREIGN:
                rows[key] = (0, 0, "format", False, False)
            elif suffix not in {*PIXELS, ".svg"}:
                rows[key] = _NO_PICTURE  # attachments may be as large as videos; nothing is asked of them
            elif identities[path].size > MOST_BYTES:
                rows[key] = (0, 0, "heavy", False, False)
            else:
                try:
                    yield key, (place.folder / path).read_bytes()
                except OSError:
                    continue

    if len(new) <= _FEW:
        rows |= {key: _measure_one(suffix_of(key), data) for key, data in pictures()}
    else:
        for (key, _), row in place.pool.run(measure_batch, pictures(), _BATCH):
            rows[key] = row
    place.cache.put("media", {key: json.dumps(row).encode() for key, row in rows.items()})
    return rows


def measure_batch(_: Payload, files: Sequence[tuple[str, bytes]]) -> list[Row]:
    """Return the row of each (key, bytes); a key ends as the file's name does."""
    return [_measure_one(suffix_of(key), data) for key, data in files]


def _measure_one(suffix: str, data: bytes) -> Row:
    if suffix == ".svg":
        from bantin.build.pictures.drawing import judge_drawing  # noqa: PLC0415 - for new pictures only

        return (*judge_drawing(data), False, False)
    from bantin.build.pictures.judge import judge  # noqa: PLC0415 - as above, and Pillow is slow to import

    found = judge(data)
    return found.width, found.height, found.fault, found.is_located, found.is_still

"""What became of pictures, kept outside the site by what decides it: no picture is developed twice.

One file for all forms of a picture. It is named by `PictureFiles.key`, holds the digest of its content, and is trusted
only while that is right.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import blake2b
from typing import TYPE_CHECKING

from bantin.build.disk import replace_file
from bantin.model.digest import SIZE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

PICTURES = "pictures"
"""The folder's name in our own folder."""
_SPARE = 50
"""Pictures beyond twice the live ones that may stay: another branch's, mostly."""


class PictureStore:
    """Forms of pictures by key, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.is_grown = False
        """Whether anything was put since."""

    def get(self, key: str) -> list[bytes] | None:
        """Return the forms of a picture; None where they are not there as they were put."""
        try:
            data = self._file(key).read_bytes()
        except OSError:
            return None
        mark, head, body = data[: SIZE * 2], *data[SIZE * 2 :].partition(b"\n")[::2]
        if mark != _digest(key, data[SIZE * 2 :]):
            return None
        forms, at = [], 0
        for length in json.loads(head):
            forms.append(body[at : at + length])
            at += length
        return forms

    def put(self, key: str, forms: Sequence[bytes]) -> None:
        """Keep the forms of a picture; on a disk that refuses, they are made again next time."""
        data = json.dumps([len(one) for one in forms]).encode() + b"\n" + b"".join(forms)
        with suppress(OSError):
            replace_file(str(self._file(key)), _digest(key, data) + data)
            self.is_grown = True

    def prune(self, live: Collection[str]) -> None:
        """Drop what is not `live` when it outgrows what is."""
        with suppress(OSError):
            kept = sorted(self._folder.iterdir())
            if len(kept) > 2 * len(live) + _SPARE:
                for path in kept:
                    if path.name not in live:
                        os.unlink(path)  # noqa: PTH108 - with `missing_ok`, a folder would be an error all the same

    def _file(self, key: str) -> Path:
        return self._folder / key


def _digest(key: str, data: bytes) -> bytes:
    return blake2b(data, key=key.encode(), digest_size=SIZE).hexdigest().encode()

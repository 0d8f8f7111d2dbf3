"""Where a site can be published, by the words in which a user names it."""

from __future__ import annotations

import os
import re
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from bantin.model import ConfigError


class Kind(Enum):
    """The sorts of places."""

    FOLDER = ""
    RSYNC = "rsync:"
    S3 = "s3://"
    GIT = "git:"


class Place(NamedTuple):
    """One place."""

    kind: Kind
    name: str
    """What stands behind the kind's scheme."""

    @property
    def folder(self) -> Path | None:
        """The folder of this machine that it is, links resolved; None for a place elsewhere."""
        is_local = self.kind is Kind.FOLDER or (self.kind is Kind.RSYNC and not _REMOTE.match(self.name))
        return Path(self.name).resolve() if is_local and self.name else None


_REMOTE = re.compile(r"[^/\\]*[:@]")
"""Before the first slash: the colon of a scheme or of a host, or a user's "@"."""
_DRIVE = re.compile(r"[A-Za-z]:[/\\]")
_SHORT = 2
"""Letters of a scheme that is taken for a known one only where it is the same but for capitals."""


def read_place(text: str, *, is_windows: bool = os.name == "nt") -> Place:
    """Return the place that `text` names. Raises ConfigError for what looks like one elsewhere and is of no kind."""
    for kind in (Kind.RSYNC, Kind.S3, Kind.GIT):
        if text.startswith(kind.value):
            # To rsync, the address of its daemon begins like ours.
            return Place(kind, text if text.startswith("rsync://") else text.removeprefix(kind.value))
    if is_windows and _DRIVE.match(text):
        return Place(Kind.FOLDER, text)
    if not text:
        raise ConfigError("publish.place", place=text)
    if _REMOTE.match(text):
        near = _propose(text)
        raise ConfigError("publish.place_near" if near else "publish.place", place=text, near=near)
    return Place(Kind.FOLDER, text)


def _propose(text: str) -> str:
    """Return the nearest form that is a place, '' for none."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only what is wrong has need of it

    scheme, colon, rest = text.partition(":")
    for kind in (Kind.RSYNC, Kind.S3, Kind.GIT) if colon else ():
        known = kind.value.partition(":")[0]
        slips = OSA.distance(scheme.lower(), known)
        if slips == 0 or (slips == 1 and len(known) > _SHORT):
            is_daemon = kind is Kind.RSYNC and rest.startswith("//")
            return f"{known}:{rest}" if is_daemon else f"{kind.value}{rest.lstrip('/') if kind is Kind.S3 else rest}"
    if rest.startswith("//"):
        return ""
    return f"{Kind.RSYNC.value}{text}" if colon else f"{Kind.RSYNC.value}{text}:/thu-muc"

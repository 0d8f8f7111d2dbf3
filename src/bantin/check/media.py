"""Rules for the files of content/media/: what they weigh, what they give away, whether two are one or have one name."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from bantin.check.references import MediaFile
from bantin.model import Problem
from bantin.read.findings import Findings

_LARGE = 2_000_000
"""Bytes: a page shows a picture of 2400 pixels in a fifth of that."""


def check_media(media: Mapping[str, MediaFile]) -> tuple[Problem, ...]:
    """Return what an editor should know of media (paths below content/); nothing of it stops a build."""
    problems: list[Problem] = []
    first: dict[tuple[str, int], str] = {}
    alike: dict[str, str] = {}
    for path, file in sorted(media.items()):
        findings = Findings(path)
        namesake = alike.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if namesake != path:
            findings.warning("media-case", other=namesake)
        if file.fault == "format":
            findings.warning("file-ignored", variant="foreign")
        if file.width and not file.fault:
            _check_picture(path, file, first, findings)
        problems += findings.problems
    return tuple(problems)


def _check_picture(path: str, file: MediaFile, first: dict[tuple[str, int], str], findings: Findings) -> None:
    """Judge a picture that can be shown; `first` names those before it by their content."""
    if file.size > _LARGE:
        findings.warning(
            "picture-large", size=f"{file.size / 1_000_000:.1f}".replace(".", ","), limit=_LARGE // 1_000_000
        )
    if file.is_located:
        findings.warning("picture-location")
    other = first.setdefault((file.digest, file.size), path)
    if other != path:
        findings.warning("picture-duplicate", other=other)

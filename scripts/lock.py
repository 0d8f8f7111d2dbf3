"""Write requirements/*.txt anew from pyproject.toml: python3 scripts/lock.py [--upgrade]. Needs uv on the PATH.

One resolution serves Python 3.11 and later on Linux, macOS and Windows. Hashes let pip refuse a file that is not the
one that was locked; no address is recorded, so a mirror serves as well.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = "requirements/lock.txt"

PROJECT = ("pyproject.toml",)
"""The runtime dependencies."""

RUNS: dict[str, tuple[str, ...]] = {
    LOCK: (*PROJECT, "--group=install", "--group=dev"),
    # Readers of the site get the very versions that were tested, without the tools that tested them.
    "requirements/run.txt": (*PROJECT, "--group=install", f"--constraint={LOCK}"),
    "requirements/node.txt": ("--group=node",),
    "requirements/java.txt": ("--group=java",),
}
"""Each lock file with what it resolves."""


def main() -> int:
    """Resolve each lock file in turn; the first one that fails ends the run."""
    for target, sources in RUNS.items():
        command = [
            *("uv", "pip", "compile", "--universal", "--generate-hashes", "--no-config", "--quiet"),
            # One version for every Python: the same content must give the same bytes on all machines.
            "--fork-strategy=fewest",
            # Said in the header of each file, in place of uv's own command line.
            *("--python-version=3.11", "--custom-compile-command=python3 scripts/lock.py"),
            *(f"--output-file={target}", *sources, *sys.argv[1:]),
        ]
        # An index or a folder of this machine's own must not decide what everybody installs.
        env = {name: value for name, value in os.environ.items() if not name.startswith(("UV_", "PIP_"))}
        try:
            code = subprocess.run(command, cwd=ROOT, env=env, check=False).returncode
        except FileNotFoundError:
            print("uv không có trên máy này / uv is missing: pip install uv", file=sys.stderr)
            return 2
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())

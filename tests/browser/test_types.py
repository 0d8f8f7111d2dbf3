"""The types that the scripts' comments state."""

import subprocess
import sys
from pathlib import Path

import tools


def test_the_types_of_all_modules_hold() -> None:
    """TypeScript checks them, strictly, without a build step."""
    compiler = tools.MODULES / "typescript" / "bin" / "tsc"
    command = [tools.node(Path(sys.executable)), str(compiler), "-p", str(tools.BROWSER_TESTS)]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout

"""Node.js, which runs the reader's modules as a browser would."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import tools

HERE = Path(__file__).parent


def node() -> str:
    """Return the machine's Node.js, else the one that PyPI ships."""
    return tools.node(Path(sys.executable))


def run_node(script: str, value: object, *arguments: str) -> Any:
    """Return what a script of this folder prints, as JSON, for a value that it reads as JSON."""
    done = subprocess.run(
        [node(), str(HERE / script), *arguments],
        input=json.dumps(value),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)

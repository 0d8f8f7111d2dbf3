"""Take pictures of every kind of page: python3 scripts/screenshots.py FOLDER [KIND…].

They show the site of the browser tests on a phone, a tablet and a desktop, in light and dark. With --guide instead of
a folder, the pictures of the editors' guide and of the README are taken anew, from the project's own content.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import environment


def main(arguments: list[str]) -> int:
    """Set up, then take the pictures with the environment's Python."""
    is_guide = arguments == ["--guide"]
    if not arguments or (arguments[0].startswith("-") and not is_guide):
        print(__doc__)
        return 2
    python = environment.prepare(environment.LOCK)
    folders = [environment.ROOT / "tests", environment.ROOT / "scripts"]
    os.environ["PYTHONPATH"] = os.pathsep.join(map(str, folders))
    if is_guide:
        return environment.become([str(python), "-m", "browser.guide"])
    folder, *kinds = arguments
    return environment.become([str(python), "-m", "browser.camera", str(Path(folder).resolve()), *kinds])


if __name__ == "__main__":
    sys.exit(environment.run_script(main))

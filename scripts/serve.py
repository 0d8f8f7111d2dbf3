"""Preview the site: python3 scripts/serve.py [--build] [options of `bantin serve` or `bantin build`].

Sets up what is needed, builds and serves on 127.0.0.1:8000, and opens the browser when there is one. With --build, it
only builds, into site/.
"""

from __future__ import annotations

import subprocess
import sys

import environment


def main(arguments: list[str]) -> int:
    """Set up, then hand over to bantin, which says the rest."""
    python = environment.prepare(environment.RUN)
    bantin = [str(python), "-m", "bantin"]
    if "--build" in arguments:
        options = [argument for argument in arguments if argument != "--build"]
        return environment.become([*bantin, "build", *options])
    # What is wrong in the content is told; whatever can be shown is shown all the same.
    subprocess.run([*bantin, "build"], cwd=environment.ROOT, check=False)
    return environment.become([*bantin, "serve", "--open", *arguments])


if __name__ == "__main__":
    sys.exit(environment.run_script(main))

"""Preview the site: python3 scripts/serve.py [--build] [options of `bantin serve` or `bantin build`].

Sets up what is needed, builds and serves on 127.0.0.1:8000, and opens the browser when there is one. With --build, it
only builds, into site/.
"""

from __future__ import annotations

import sys

import environment


def main(arguments: list[str]) -> int:
    """Set up, then hand over to bantin, which says the rest."""
    python = environment.prepare(environment.RUN)
    build_only = "--build" in arguments
    options = [argument for argument in arguments if argument != "--build"]
    command = ["build"] if build_only else ["serve", "--open"]
    return environment.become([str(python), "-m", "bantin", *command, *options])


if __name__ == "__main__":
    sys.exit(environment.run_script(main))

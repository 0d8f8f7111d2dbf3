"""Run all that CI runs: python3 scripts/test.py [--fast] [-- options of pytest].

Every check runs even if one before it failed; the exit code tells whether all passed. pytest comes last, so that its
closing line closes the output. --fast leaves out the tests with browser, rsync and nginx, and says so.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import environment

CHECKS = {
    "ruff format": ("-m", "ruff", "format", "--check"),
    "ruff check": ("-m", "ruff", "check"),
    "mypy": ("-m", "mypy"),
    "lint-imports": ("-c", "from importlinter.cli import lint_imports_command as run; run()"),
}
"""Each check with what the Python in .venv is to do."""


def main(arguments: list[str]) -> int:
    """Set up, check, build, test; 1 if anything failed."""
    options = _options().parse_args(arguments)
    python = environment.prepare(environment.LOCK)
    env = {**os.environ}
    # Imported only now: an older Python has been told by here that it is too old.
    import tools  # noqa: PLC0415

    if not options.fast:
        env |= tools.prepare_browser_tests(python)
        tools.prepare_host_tests()
    with tempfile.TemporaryDirectory(prefix="bantin-") as folder:
        site = Path(folder, "site")
        steps = {name: [str(python), *check] for name, check in CHECKS.items()}
        steps["build"] = [str(python), "-m", "bantin", "build", "--strict", "--out", str(site)]
        failed = [name for name, command in steps.items() if not _passes(name, command, env)]
        _tell(failed, fast=options.fast)
        spread = ["-n", "auto", "--dist", "worksteal"]
        chosen = ["-m", "not browser and not hosts"] if options.fast else []
        tests = [str(python), "-m", "pytest", *spread, *chosen, *options.pytest]
        passed = _passes("pytest", tests, env)
    return 0 if passed and not failed else 1


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":")[0])
    parser.add_argument(
        "--fast",
        action="store_true",
        help="bỏ qua kiểm thử trình duyệt và máy chủ / leave out the tests of browser and hosts",
    )
    parser.add_argument("pytest", nargs="*", metavar="-- OPTION", help="tùy chọn cho pytest / options of pytest")
    return parser


def _passes(name: str, command: list[str], env: dict[str, str]) -> bool:
    """Run one step under a heading that tells how it went."""
    print(f"── {name}", flush=True)
    begin = time.monotonic()
    passed = subprocess.run(command, cwd=environment.ROOT, env=env, check=False).returncode == 0
    if name != "pytest":
        print(f"   {'✓' if passed else '✗'} {name}: {time.monotonic() - begin:.1f} s\n", flush=True)
    return passed


def _tell(failed: list[str], *, fast: bool) -> None:
    """Sum up before pytest, whose closing line is to be the last one."""
    if failed:
        environment.say(f"✗ CHƯA ĐẠT: {', '.join(failed)} (xem ở trên).", f"FAILED: {', '.join(failed)}, see above.")
    if fast:
        environment.say(
            "! --fast: bỏ qua kiểm thử trình duyệt và máy chủ.", "The tests of browser and hosts are left out."
        )


if __name__ == "__main__":
    sys.exit(environment.run_script(main))

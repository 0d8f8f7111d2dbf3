"""A branch of a git repository as the place to publish: GitHub Pages, or any host that serves one.

A push changes everything at once, so no order is needed. The branch has one commit and no history: what was withdrawn
must not live on in it. git itself sends only what the remote has not got.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bantin.build.manifest import parse_manifest
from bantin.model import BantinError, ConfigError
from bantin.publish.plan import Holdings, make_plan
from bantin.publish.source import read_files
from bantin.publish.target import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bantin.publish.plan import Plan
    from bantin.publish.source import Files, Source

_TOKEN = "BANTIN_GIT_TOKEN"  # noqa: S105 - the name of a variable
"""Environment variable with a token for HTTPS: it goes to git in a variable too, never on a command line."""
_WHO = {"GIT_COMMITTER_NAME": "bantin", "GIT_COMMITTER_EMAIL": "bantin@localhost"}


class Branch:
    """A branch of a remote of the repository in `folder`."""

    def __init__(self, folder: Path, remote: str, branch: str) -> None:
        """Fetch what the remote's branch holds, as far as git needs it. Raises BantinError."""
        for word in (remote, branch):
            if not word or word.startswith("-"):
                raise ConfigError("publish.place", place=f"git:{branch}")
        self._folder, self._remote, self._branch = folder, remote, branch
        self._tip = f"refs/remotes/{remote}/{branch}"
        if self._git("rev-parse", "--git-dir").returncode:
            raise ConfigError("publish.git.no_repository", folder=folder)
        if self._git("symbolic-ref", "--quiet", "--short", "HEAD").stdout.strip() == branch:
            raise ConfigError("publish.git.own_branch", branch=branch)
        self._fetch()
        self._seen = self._rev(self._tip)

    def _fetch(self) -> None:
        """Know the remote's tip: its trees only, where the remote can leave the files out."""
        listed = self._git("ls-remote", "--heads", self._remote, f"refs/heads/{self._branch}")
        if listed.returncode:
            raise BantinError("publish.git.remote", remote=self._remote, words=listed.stderr.strip())
        if not listed.stdout.strip():
            self._git("update-ref", "-d", self._tip)
            return
        refs = f"+refs/heads/{self._branch}:{self._tip}"
        fetched = self._git("fetch", "--quiet", "--no-tags", "--depth=1", self._remote, refs)
        if fetched.returncode:
            raise BantinError("publish.git.remote", remote=self._remote, words=fetched.stderr.strip())

    def held(self) -> Files:
        """Return what the branch holds of ours. Raises BantinError where its manifest is damaged."""
        shown = self._git("show", f"{self._tip}:{MANIFEST}")
        if shown.returncode:
            return {}
        manifest, seal = parse_manifest(shown.stdout.encode())
        if not seal:
            raise BantinError("publish.damaged", name=MANIFEST)
        return read_files(manifest)

    def plan(self, source: Source) -> Plan:
        """Return what will change on the branch."""
        return make_plan(Holdings(self.held()), source.files)

    def publish(self, source: Source) -> None:
        """Make the branch hold what the source holds, and push it. Raises BantinError; then the remote is untouched."""
        # It comes with MkDocs, which uses it for the same.
        from ghp_import import GhpError, ghp_import  # noqa: PLC0415 - for this command only

        options = {"remote": self._remote, "branch": self._branch, "mesg": "bantin publish"}
        with _staged(source) as folder, contextlib.chdir(self._folder), _environment(self._environment()):
            try:
                ghp_import(str(folder), **options, nojekyll=True, no_history=True)
            except (GhpError, OSError, subprocess.CalledProcessError) as error:
                raise BantinError("publish.git.commit", words=error) from error
        lease = f"--force-with-lease=refs/heads/{self._branch}:{self._seen}"
        pushed = self._git("push", "--quiet", lease, self._remote, f"refs/heads/{self._branch}")
        if pushed.returncode:
            raise BantinError("publish.git.push", remote=self._remote, words=pushed.stderr.strip())

    def _rev(self, name: str) -> str:
        return self._git("rev-parse", "--quiet", "--verify", name).stdout.strip()

    def _git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = ["git", *arguments]
        try:
            return subprocess.run(  # noqa: S603 - no shell, and no word is an option
                command, cwd=self._folder, env=self._environment(), capture_output=True, encoding="utf-8", check=False
            )
        except FileNotFoundError as error:
            raise ConfigError("publish.git.missing") from error

    def _environment(self) -> dict[str, str]:
        """Return git's environment: never a question that nobody answers, and the token where there is one."""
        env = {**_WHO, **os.environ, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C.UTF-8"}
        token = os.environ.get(_TOKEN)
        if token:
            import base64  # noqa: PLC0415 - for CI only

            word = base64.b64encode(f"x-access-token:{token}".encode()).decode()
            count = int(env.get("GIT_CONFIG_COUNT", "0"))
            env |= {
                "GIT_CONFIG_COUNT": str(count + 1),
                f"GIT_CONFIG_KEY_{count}": "http.extraHeader",
                f"GIT_CONFIG_VALUE_{count}": f"Authorization: Basic {word}",
            }
        return env


@contextlib.contextmanager
def _staged(source: Source) -> Iterator[Path]:
    """Give a folder with the files of a source and nothing else, and its manifest."""
    with tempfile.TemporaryDirectory(prefix="bantin-", dir=source.folder.parent) as name:
        root = Path(name)
        for path in source.files:
            source.read(path)
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(source.folder / path, target)
            except OSError:
                shutil.copyfile(source.folder / path, target)
        (root / MANIFEST).write_bytes(source.manifest)
        yield root


@contextlib.contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    """Set environment variables for a library that asks for no others."""
    before = dict(os.environ)
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)

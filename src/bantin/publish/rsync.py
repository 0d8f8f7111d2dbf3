"""A folder of a server, reached by rsync: over SSH, an rsync daemon, or a mounted disk."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bantin.model import BantinError, ConfigError
from bantin.publish.source import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bantin.publish.source import Files, Held, Source
    from bantin.publish.target import Told

_SOME_FAILED = 23
_NO_FOLDER = {3, _SOME_FAILED}
"""rsync's exit codes where the folder itself is not there; what else they may mean, its words tell."""
_VANISHED = 24
"""rsync's exit code where a folder to be sent is missing."""
_SKIPPED = re.compile(r"cannot delete non-empty directory: (.*)")
_WILD = re.compile(r"[\\*?\[\]]")
"""What means something in a pattern of rsync."""


class RsyncTarget:
    """A place in the words of rsync: `user@host:/folder`, `rsync://host/module/folder`, `/folder`."""

    def __init__(self, place: str) -> None:
        """`place`: where the site's folder is. Raises ConfigError for what rsync would take for an option."""
        if not place or place.startswith("-"):
            raise ConfigError("publish.place", place=f"rsync:{place}")
        self._place = place.rstrip("/") + "/"

    def fetch(self, name: str) -> bytes | None:
        """Return a note (see `Target`)."""
        with tempfile.TemporaryDirectory(prefix="bantin-") as folder:
            done = _run("--ignore-missing-args", "--files-from=-", self._place, f"{folder}/", names=(name,))
            if _has_no_folder(done):
                return None
            _require(done)
            path = Path(folder, name)
            return path.read_bytes() if path.exists() else None

    def keep(self, name: str, data: bytes) -> None:
        """Put a note (see `Target`)."""
        with tempfile.TemporaryDirectory(prefix="bantin-") as folder:
            Path(folder, name).write_bytes(data)
            self._send(folder, (name,))

    def look(self, wanted: Mapping[str, Held], source: Source) -> Files:
        """Return what is there: rsync compares checksums and tells what it would do (see `Target`)."""
        here = [path for path in wanted if (source.folder / path).is_file()]
        options = ("--checksum", "--dry-run", "--out-format=%i %n", "--files-from=-")
        done = _run(*options, f"{source.folder}/", self._place, names=here)
        if _has_no_folder(done):
            return {}
        _require(done)
        lines = (line.partition(" ") for line in done.stdout.splitlines())
        differing = {path: marks for marks, _, path in lines}
        found: Files = {}
        for path in wanted:
            marks = differing.get(path, "")
            if not marks.endswith("+++++++++"):
                found[path] = UNKNOWN if marks[2:3] == "c" or path not in here else wanted[path]
        return found

    def put(self, paths: Sequence[str], source: Source, told: Told) -> None:
        """Put files in place (see `Target`)."""
        if paths:
            self._send(str(source.folder), paths)
            told(len(paths))

    def _send(self, folder: str, names: Sequence[str]) -> None:
        # Not by size and time, which may be those of another content.
        options = ("--ignore-times", "--compress", "--chmod=D755,F644", "--files-from=-")
        _require(_run(*options, f"{folder}/", self._place, names=names))

    def delete(self, paths: Sequence[str], told: Told) -> None:
        """Take files away, then folders that are empty (see `Target`)."""
        if not paths:
            return
        self._erase(paths)
        folders = {str(one) for path in paths for one in Path(path).parents if one.name}
        # The deepest first: rsync leaves a folder alone in which something is.
        for depth in sorted({one.count("/") for one in folders}, reverse=True):
            self._erase(sorted(one for one in folders if one.count("/") == depth))
        told(len(paths))

    def _erase(self, names: Sequence[str]) -> None:
        with tempfile.TemporaryDirectory(prefix="bantin-") as empty:
            options = ("--delete-missing-args", "--no-implied-dirs", "--files-from=-")
            done = _run(*options, f"{empty}/", self._place, names=[one for one in names if not _is_odd(one)])
            if done.returncode != _VANISHED:  # as they are meant to be
                _require(done)
            # That way rsync 3.2 stumbles over names with "./" in front, which odd ones need.
            odd = ["--include=/" + _WILD.sub(r"\\\g<0>", one) for one in names if _is_odd(one)]
            if odd:
                _require(_run("--dirs", "--delete", *odd, "--exclude=*", f"{empty}/", self._place, names=()))


def _run(*arguments: str, names: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run rsync on the files `names`. Raises ConfigError where the machine has none."""
    command = ["rsync", "--protect-args", *arguments]
    text = "".join(f"./{name}\n" if _is_odd(name) else f"{name}\n" for name in names)
    env = {**os.environ, "LC_ALL": "C.UTF-8"}
    try:
        return subprocess.run(command, input=text, env=env, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - no shell, and no word is an option
    except FileNotFoundError as error:
        raise ConfigError("publish.no_rsync") from error


def _is_odd(name: str) -> bool:
    """Tell a name that rsync would take for a note in a list."""
    return name.startswith(("#", ";"))


def _has_no_folder(done: subprocess.CompletedProcess[str]) -> bool:
    return done.returncode in _NO_FOLDER and "No such file" in done.stderr


def _require(done: subprocess.CompletedProcess[str]) -> None:
    """Raise BantinError where rsync did not do all."""
    complaints = [line for line in done.stderr.splitlines() if line.strip() and not _SKIPPED.search(line)]
    if done.returncode and (complaints or done.returncode != _SOME_FAILED):
        words = "\n".join(complaints[:5])
        raise BantinError("publish.rsync", code=done.returncode, words=words)

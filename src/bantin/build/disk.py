"""What the file system must do for us: replace a file whole or not at all, and say in our words why it cannot.

Names are text here, not `Path`: these few calls run for every file of a site, and `Path` would double their cost.
"""

from __future__ import annotations

import errno
import os
import time
from contextlib import contextmanager, suppress
from hashlib import blake2b
from typing import TYPE_CHECKING

from bantin.model import BantinError, name_fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SUFFIX = ".bantin-tmp"
_RETRIES = 5
_PAUSE = 0.2
"""Seconds: a virus scanner or an indexer on Windows holds a file for about so long."""
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def temporary_name(target: str) -> str:
    """Return the name under which a file is written: short, whatever its own, and the same after a crash."""
    folder, name = os.path.split(target)
    return f"{folder}/.{blake2b(name.encode(), digest_size=6).hexdigest()}{_SUFFIX}"


def replace_file(target: str, data: bytes) -> None:
    """Put a file of these bytes in place, with its folder; nobody ever sees half of it. Raises OSError."""
    temporary = temporary_name(target)
    try:
        _write_whole(temporary, data)
        for attempt in range(_RETRIES):
            try:
                os.replace(temporary, target)
            except PermissionError:
                if attempt == _RETRIES - 1:
                    raise
                time.sleep(_PAUSE)
            else:
                return
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _write_whole(path: str, data: bytes) -> None:
    """Write a file, and its folder where that is missing: tried only then, for most files have one."""
    try:
        file = os.open(path, _FLAGS, 0o666)
    except FileNotFoundError:
        _make_folder(os.path.dirname(path))
        file = os.open(path, _FLAGS, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)


def _make_folder(path: str) -> None:
    """Make a folder, if no other process was faster; most lie in one that exists, so that is not asked first."""
    try:
        os.mkdir(path)
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)


def holds(path: str, data: bytes) -> bool:
    """Tell whether a file has these bytes already."""
    try:
        if os.stat(path).st_size != len(data):
            return False
        with open(path, "rb") as file:
            return file.read() == data
    except OSError:
        return False


def remove_empty(folders: Iterable[str], top: str) -> None:
    """Remove `folders` and those above them, up to `top`, as far as nothing is left in them."""
    for folder in folders:
        current = folder
        while len(current) > len(top):
            try:
                os.rmdir(current)
            except OSError:
                break
            current = os.path.dirname(current)


@contextmanager
def reading_faults(path: str) -> Iterator[None]:
    """Turn what the system says about a file that is read into our words; `path` names it where the system does not."""
    try:
        yield
    except OSError as error:
        key = "build.no_access" if isinstance(error, PermissionError) else "build.cannot_read"
        raise BantinError(key, path=error.filename or path, reason=name_fault(error)) from error


@contextmanager
def readable_faults(path: str) -> Iterator[None]:
    """Turn what the system says about a file into our words."""
    try:
        yield
    except PermissionError as error:
        raise BantinError("build.file_locked", path=path) from error
    except OSError as error:
        key = "build.disk_full" if error.errno in {errno.ENOSPC, errno.EDQUOT} else "build.cannot_write"
        raise BantinError(key, path=path, reason=name_fault(error)) from error

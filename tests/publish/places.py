"""Places to publish to: in memory, and such as break off."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from bantin.build.manifest import Entry, Written, dump_manifest, format_entry
from bantin.model.digest import SIZE
from bantin.publish.source import UNKNOWN, Files, Held, Source
from bantin.publish.target import Target, Told
from bantin.publish.transfer import carry_out, plan_for, read_state


class BrokenOffError(Exception):
    """Stands for a lost connection, a full disk, a killed process."""


@dataclass
class MemoryTarget:
    """A host in memory, which lets a test look at it after each step."""

    files: dict[str, bytes] = field(default_factory=dict)
    watch: Callable[[], None] = lambda: None
    left: int = -1
    """Steps until it breaks off; negative: never."""

    def _step(self) -> None:
        if self.left == 0:
            raise BrokenOffError
        self.left -= 1

    def fetch(self, name: str) -> bytes | None:
        """Return a note."""
        return self.files.get(name)

    def keep(self, name: str, data: bytes) -> None:
        """Put a note."""
        self._step()
        self.files[name] = data

    def look(self, wanted: Mapping[str, Held], source: Source) -> Files:
        """Return what is there."""
        del source
        there = {path: held for path, held in wanted.items() if path in self.files}
        return {path: held if hold(self.files[path]) == held else UNKNOWN for path, held in there.items()}

    def put(self, paths: Sequence[str], source: Source, told: Told) -> None:
        """Put files, the last first: a batch has no order of its own."""
        for path in reversed(paths):
            self._step()
            self.files[path] = source.read(path)
            told(1)
            self.watch()

    def delete(self, paths: Sequence[str], told: Told) -> None:
        """Take files away."""
        for path in paths:
            self._step()
            self.files.pop(path, None)
            told(1)
            self.watch()


@dataclass
class Fragile:
    """A real place whose connection is lost after some files."""

    target: Target
    left: int

    def fetch(self, name: str) -> bytes | None:
        """Return a note."""
        return self.target.fetch(name)

    def keep(self, name: str, data: bytes) -> None:
        """Put a note."""
        self._each((name,), lambda _: self.target.keep(name, data))

    def look(self, wanted: Mapping[str, Held], source: Source) -> Files:
        """Return what is there."""
        return self.target.look(wanted, source)

    def put(self, paths: Sequence[str], source: Source, told: Told) -> None:
        """Put files one by one."""
        self._each(paths, lambda path: self.target.put((path,), source, told))

    def delete(self, paths: Sequence[str], told: Told) -> None:
        """Take files away one by one."""
        self._each(paths, lambda path: self.target.delete((path,), told))

    def _each(self, paths: Sequence[str], act: Callable[[str], None]) -> None:
        for path in paths:
            if self.left == 0:
                raise BrokenOffError
            self.left -= 1
            act(path)


def hold(data: bytes) -> Held:
    """Return a content as manifests name it."""
    return Held(blake2b(data, digest_size=SIZE).hexdigest(), len(data))


class MemorySource(Source):
    """A site in memory."""

    __slots__ = ("contents",)
    contents: dict[str, bytes]

    def read(self, path: str) -> bytes:
        """Return a file."""
        return self.contents[path]


def memory_source(contents: dict[str, bytes]) -> MemorySource:
    """Return a site of these files."""
    files = {path: hold(data) for path, data in contents.items()}
    lines = {path: format_entry(Entry("x", {path: Written(*held, 0)})) for path, held in files.items()}
    source = MemorySource(Path(), files, dump_manifest(lines)[0])
    object.__setattr__(source, "contents", contents)
    return source


def publish(source: Source, target: Target) -> int:
    """Publish, as the command does; return how many files were written and deleted."""
    state = read_state(target, source)
    plan = plan_for(state, source)
    carry_out(plan, state, source, target, lambda _: None)
    return len(plan.written) + len(plan.removed)

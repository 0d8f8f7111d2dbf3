"""What earlier builds found, by content. Nothing in it is trusted: each row carries its checksum.

A damaged, older or foreign file is thrown away and begun anew; a folder that cannot be written gives a cache in memory.
"""

from __future__ import annotations

import sqlite3
import zlib
from abc import ABC, abstractmethod
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Self, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

Table = Literal["article", "body", "card", "terms", "media", "host", "state", "facts"]
TABLES: tuple[Table, ...] = get_args(Table)
_CHUNK = 500
"""Keys a query: SQLite allows 999 variables in its oldest supported builds."""
_SPARE = 1000
"""Rows beyond twice the live ones that may stay: another branch's articles, mostly."""
_CRC = 4
_MEMORY_KB = 16_000
"""What SQLite may keep of the file in memory: the index of a large archive."""
_FAULTS = (sqlite3.Error, ValueError)
"""What reading a damaged file raises: ValueError where damage makes a name that is no text."""


class CachePlace(NamedTuple):
    """Where another process of this machine finds a cache."""

    path: Path
    version: str
    """Of the program that fills it."""


class Rows(ABC):
    """Rows of bytes by table and key, to be read. Use as a context manager, from one thread at a time."""

    _connection: sqlite3.Connection

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Keep what was written."""
        with suppress(*_FAULTS):
            self._connection.commit()
        self._connection.close()

    def get(self, table: Table, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the sound rows among `keys`."""
        rows = self._select(f"key, value FROM {table}", keys)
        return {key: value[_CRC:] for key, value in rows if _is_sound(key, value)}

    def find(self, table: Table, keys: Iterable[str]) -> set[str]:
        """Return which of `keys` have a row, sound or not."""
        return {key for (key,) in self._select(f"key FROM {table}", keys)}

    def keys(self, table: Table) -> set[str]:
        """Return the keys of all rows, sound or not."""
        try:
            return {key for (key,) in self._connection.execute(f"SELECT key FROM {table}") if isinstance(key, str)}  # noqa: S608 - own names
        except _FAULTS as fault:
            self._restart(fault)
            return set()

    def _select(self, what: str, keys: Iterable[str]) -> list[Any]:
        wanted = list(keys)
        found: list[Any] = []
        try:
            for start in range(0, len(wanted), _CHUNK):
                chunk = wanted[start : start + _CHUNK]
                marks = ",".join("?" * len(chunk))
                found += self._connection.execute(f"SELECT {what} WHERE key IN ({marks})", chunk)
        except _FAULTS as fault:
            self._restart(fault)
        return found

    @abstractmethod
    def _restart(self, fault: Exception) -> None:
        """Go on after a fault."""


class CacheReader(Rows):
    """A cache that another process fills. What cannot be read is not there."""

    def __init__(self, place: CachePlace) -> None:
        self._connection = _open_to_read(place)

    def _restart(self, fault: Exception) -> None:
        del fault


def _open_to_read(place: CachePlace) -> sqlite3.Connection:
    with suppress(*_FAULTS):
        connection = sqlite3.connect(f"{place.path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        with suppress(*_FAULTS):
            if connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone() == (place.version,):
                return connection
        connection.close()
    return sqlite3.connect(":memory:", check_same_thread=False)


class Cache(Rows):
    """Rows of bytes by table and key, to be read and written."""

    def __init__(self, path: Path, version: str) -> None:
        """Open the cache at `path`; rows of another `version` of the program are dropped."""
        self._path = path
        self._version = version
        self.place: CachePlace | None = None
        """None where it is in this process's memory only."""
        self._connection = self._open()

    def _open(self) -> sqlite3.Connection:
        self.place = CachePlace(self._path, self._version)
        with suppress(OSError, *_FAULTS):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return self._prepare(sqlite3.connect(self._path, timeout=30, check_same_thread=False))
        with suppress(OSError, *_FAULTS):
            self._path.unlink(missing_ok=True)
            return self._prepare(sqlite3.connect(self._path, timeout=30, check_same_thread=False))
        return self._open_in_memory()

    def _open_in_memory(self) -> sqlite3.Connection:
        self.place = None
        return self._prepare(sqlite3.connect(":memory:", check_same_thread=False))

    def _prepare(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        """Return the connection ready for use, or close it and raise one of `_FAULTS`."""
        try:
            connection.execute("PRAGMA synchronous=OFF")
            connection.execute("PRAGMA page_size=8192")
            connection.execute(f"PRAGMA cache_size=-{_MEMORY_KB}")
            connection.execute("CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT)")
            row = connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
            if row != (self._version,):
                for table in TABLES:
                    connection.execute(f"DROP TABLE IF EXISTS {table}")
                    connection.execute(f"CREATE TABLE {table} (key TEXT PRIMARY KEY, value BLOB)")
                connection.execute("INSERT OR REPLACE INTO meta VALUES ('version', ?)", (self._version,))
            connection.commit()
        except _FAULTS:
            connection.close()
            raise
        return connection

    def put(self, table: Table, rows: Mapping[str, bytes]) -> None:
        """Keep `rows`."""
        sealed = ((key, _checksum(key, value) + value) for key, value in rows.items())
        try:
            self._connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?)", sealed)  # noqa: S608 - own names
        except _FAULTS as fault:
            self._restart(fault)

    def drop(self, table: Table, keys: Iterable[str]) -> None:
        """Forget `keys`."""
        try:
            self._connection.executemany(f"DELETE FROM {table} WHERE key = ?", ((key,) for key in keys))  # noqa: S608 - own names
        except _FAULTS as fault:
            self._restart(fault)

    def prune(self, table: Table, count: int, live: Iterable[str]) -> None:
        """Drop what is not among the `live` keys, about `count`, when the table outgrows them."""
        most = 2 * count + _SPARE
        try:
            # The largest number of a row is found at once, and there are no more rows.
            if self._count(table, "MAX(rowid)") <= most or self._count(table, "COUNT(*)") <= most:
                return
            self._connection.execute("CREATE TEMP TABLE live (key TEXT PRIMARY KEY)")
            self._connection.executemany("INSERT OR IGNORE INTO live VALUES (?)", ((key,) for key in live))
            self._connection.execute(f"DELETE FROM {table} WHERE key NOT IN (SELECT key FROM live)")  # noqa: S608 - own names
            self._connection.execute("DROP TABLE live")
        except _FAULTS as fault:
            self._restart(fault)

    def _count(self, table: Table, expression: str) -> int:
        (number,) = self._connection.execute(f"SELECT {expression} FROM {table}").fetchone()  # noqa: S608 - own names
        return int(number or 0)

    def commit(self) -> None:
        """Make what was put so far survive an interruption."""
        try:
            self._connection.commit()
        except _FAULTS as fault:
            self._restart(fault)

    def _restart(self, fault: Exception) -> None:
        """Go on without the file: what it held is made again, and the next build begins a new one.

        A file that another process holds is sound; it stays.
        """
        with suppress(*_FAULTS):
            self._connection.close()
        if getattr(fault, "sqlite_errorcode", 0) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            self._connection = self._open_in_memory()
            return
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
        self._connection = self._open()


def _checksum(key: str, value: bytes) -> bytes:
    return zlib.crc32(value, zlib.crc32(key.encode())).to_bytes(_CRC, "big")


def _is_sound(key: object, value: object) -> bool:
    return isinstance(key, str) and isinstance(value, bytes) and value[:_CRC] == _checksum(key, value[_CRC:])

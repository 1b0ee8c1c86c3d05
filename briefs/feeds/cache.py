"""What is remembered between runs to ask less: a SQLite file that may be deleted at any time.

Which articles are there already, the archive itself says. Here stand only what makes a feed answer
"not modified" and the robots.txt of the last day. While it is open no other run can open it.
"""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from briefs.errors import StateError

_APPLICATION = 0x62726673  # "brfs"
_VERSION = 1
_SCHEMA = f"""
PRAGMA application_id = {_APPLICATION};
PRAGMA user_version = {_VERSION};
CREATE TABLE feed (address TEXT PRIMARY KEY, etag TEXT NOT NULL, modified TEXT NOT NULL,
    start TEXT NOT NULL, asked TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE robots (origin TEXT PRIMARY KEY, text TEXT NOT NULL, asked TEXT NOT NULL)
    WITHOUT ROWID;
"""
_ROBOTS_LAST = timedelta(days=1)
# Feeds that nobody subscribes to any more are forgotten.
_FEEDS_LAST = timedelta(days=60)


class Cache:
    """The open cache; what is put is kept when `save` is called."""

    def __init__(self, connection: sqlite3.Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def validators(self, feed: str, start: datetime) -> dict[str, str]:
        """The headers that make a feed answer only if it has changed.

        None if its entries since `start` (in UTC) are not all in the archive.
        """
        query = "SELECT etag, modified FROM feed WHERE address = ? AND start <= ?"
        row = self._connection.execute(query, (feed, start.isoformat())).fetchone() or ("", "")
        named = zip(("If-None-Match", "If-Modified-Since"), row, strict=True)
        return {name: value for name, value in named if value}

    def last_read(self, feed: str) -> datetime | None:
        """When all that a feed had was last taken into the archive."""
        query = "SELECT asked FROM feed WHERE address = ?"
        row = self._connection.execute(query, (feed,)).fetchone()
        return datetime.fromisoformat(row[0]) if row else None

    def put_validators(self, feed: str, start: datetime, etag: str, modified: str) -> None:
        """Keeps what a feed answered with, once all its entries since `start` are there."""
        self._connection.execute(
            "INSERT OR REPLACE INTO feed VALUES (?, ?, ?, ?, ?)",
            (feed, etag, modified, start.isoformat(), self._now.isoformat()),
        )

    def robots(self, origin: str) -> str | None:
        """robots.txt of an origin if it was asked for within a day, else None."""
        query = "SELECT text, asked FROM robots WHERE origin = ?"
        row = self._connection.execute(query, (origin,)).fetchone()
        if not row:
            return None
        fresh = timedelta(0) <= self._now - datetime.fromisoformat(row[1]) < _ROBOTS_LAST
        return str(row[0]) if fresh else None

    def put_robots(self, origin: str, text: str) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO robots VALUES (?, ?, ?)", (origin, text, self._now.isoformat())
        )

    def save(self) -> None:
        self._connection.commit()

    def forget_old(self) -> None:
        for table, last in (("robots", _ROBOTS_LAST), ("feed", _FEEDS_LAST)):
            before = (self._now - last).isoformat()
            self._connection.execute(f"DELETE FROM {table} WHERE asked < ?", (before,))  # noqa: S608


@contextmanager
def open_cache(path: Path, now: datetime) -> Iterator[Cache]:
    """The cache at `path`, made if there is none, for this run alone; `now` has a time zone.

    Raises StateError when another run has it, or when what is there is not such a cache; that is
    never overwritten.
    """
    connection = None
    try:
        if not path.exists():
            _create(path)
        connection = sqlite3.connect(path, timeout=0.2)
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        _check(connection, path)
        yield Cache(connection, now)
        connection.commit()
    except sqlite3.Error as error:
        raise _unusable(path, error) from None
    finally:
        if connection:
            connection.close()


def _create(path: Path) -> None:
    """A new cache, whole from the moment it is there: a killed run leaves none or all of it."""
    temporary = path.with_name(f".briefs-{secrets.token_hex(8)}.part")
    connection = sqlite3.connect(temporary)
    try:
        connection.execute("PRAGMA journal_mode = OFF")  # nobody sees it before it is whole
        connection.executescript(_SCHEMA)
        connection.close()
        try:
            os.link(temporary, path)
        except (FileExistsError, FileNotFoundError):
            pass  # another run was faster, or took this for a leftover
        except OSError:  # a file system without links
            temporary.replace(path)
    finally:
        connection.close()
        temporary.unlink(missing_ok=True)


def _check(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    name = os.fspath(path)
    if application != _APPLICATION:
        raise StateError(
            f"{name!r} is not a cache of briefs; nothing was changed (move it away, or delete it)"
        )
    if version != _VERSION:
        raise StateError(
            f"the cache {name!r} is of another version of briefs; nothing was changed "
            "(delete it: nothing but time is lost)"
        )


def _unusable(path: Path, error: sqlite3.Error) -> StateError:
    name = os.fspath(path)
    busy = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    if getattr(error, "sqlite_errorcode", None) in busy:
        return StateError(f"another run is fetching into {os.fspath(path.parent)!r}; try later")
    return StateError(
        f"the cache {name!r} cannot be used: {error} (delete it: nothing but time is lost)"
    )

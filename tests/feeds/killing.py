"""Kills a fetch at each of its writes in turn: python killing.py FEED FOLDER

For every N a child of its own is killed with SIGKILL just before its N-th write, name change, sync
or statement to the cache; then another child goes on undisturbed. Prints a line for each N.
"""

import os
import signal
import sqlite3
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

from briefs.feeds import Limits, Subscription, fetch

NOW = datetime(2026, 3, 10, 8, tzinfo=UTC)
LIMITS = Limits(request=5, backoff=0.01, politeness=0)
CALLS = ("open", "write", "fsync", "replace", "link", "unlink", "rmdir", "mkdir")


def kill_at(number: int) -> None:
    """From now on the so-manieth call ends this process."""
    lock, count = threading.Lock(), 0

    def step(*_: object) -> None:
        nonlocal count
        with lock:
            count += 1
            if count == number:
                os.kill(os.getpid(), signal.SIGKILL)

    def before(call):
        def stepped(*arguments, **options):
            step()
            return call(*arguments, **options)

        return stepped

    for name in CALLS:
        setattr(os, name, before(getattr(os, name)))
    connect = sqlite3.connect

    def traced(*arguments, **options):
        connection = connect(*arguments, **options)
        connection.set_trace_callback(step)
        return connection

    sqlite3.connect = traced


def child(feed: str, folder: Path, number: int) -> bool:
    """Whether a fetch was killed at its so-manieth write; never at number 0."""
    pid = os.fork()
    if not pid:
        try:
            if number:
                kill_at(number)
            found = fetch(
                [Subscription(feed)], folder, now=NOW, limits=LIMITS, allowed=["127.0.0.0/8"]
            )
            os._exit(1 if found.problems else 0)
        except BaseException as error:  # noqa: BLE001 - a child must end here
            print(repr(error), file=sys.stderr, flush=True)
            os._exit(2)
    _, status = os.waitpid(pid, 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.waitstatus_to_exitcode(status) == 0
    return False


def contents(folder: Path) -> list[str]:
    """What stands in the archive, each file by its name and whether it is whole."""
    files = (path for path in sorted(folder.rglob("*")) if path.suffix in (".html", ".xml"))
    ends = (b"</html>", b"</rss>\n")
    return [f"{p.name}{'' if p.read_bytes().endswith(ends) else ' TORN'}" for p in files]


def main() -> None:
    feed, base = sys.argv[1], Path(sys.argv[2])
    for number in range(1, 1000):
        folder = base / str(number)
        killed = child(feed, folder, number)
        before = contents(folder) if folder.exists() else []
        assert not child(feed, folder, 0)
        hidden = [p.name for p in folder.rglob(".*") if p.name != ".fetch.sqlite"]
        print(killed, "|", *before, "|", *contents(folder), "|", *hidden)
        if not killed:
            return


if __name__ == "__main__":
    main()

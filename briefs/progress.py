"""A bar on the terminal for work that takes long; none when piped, and none for quick work."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

_LONG = 1.0
"""Seconds after which a bar is shown."""


@contextmanager
def progress(what: str, *, quiet: bool = False) -> Iterator[Callable[[int, int], None]]:
    """Shows a bar on standard error while the block runs; tell it how much is done, and of what.

    Until it is told, the bar only moves. It is gone when the block ends.
    """
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task(what, total=None)
    timer = Timer(_LONG, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda done, total: bar.update(task, completed=done, total=total)
    finally:
        timer.cancel()
        bar.stop()

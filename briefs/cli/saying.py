"""What the commands say: one line at a time, on standard error."""

import sys
from contextlib import suppress

from briefs.messages import ledger, problem_lines
from briefs.model import Reading


def say(reading: Reading, *, quiet: bool) -> None:
    say_problems(reading)
    if not quiet:
        err(ledger(reading))


def say_problems(reading: Reading) -> None:
    for line in problem_lines((*reading.skipped, *reading.warnings)):
        err(line)


def err(line: str) -> None:
    """One line to standard error, whatever its encoding can hold."""
    if sys.stderr is None:
        return
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    with suppress(OSError, ValueError):  # nobody listens; the brief matters more
        sys.stderr.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")

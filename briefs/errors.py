"""What can go wrong, and the exit code each kind ends the command with. Imports nothing of ours."""


class BriefsError(Exception):
    """An error the user can mend. The message says what, where and what to do next."""

    exit_code = 70


class UsageError(BriefsError):
    """A wrong argument, setting or configuration file."""

    exit_code = 2


class Refused(BriefsError):
    """Files were skipped and `--strict` or `--max-skips` does not allow it."""

    exit_code = 3


class NothingUsable(BriefsError):
    """No article could be read."""

    exit_code = 4


class OutputError(BriefsError):
    """The brief cannot be written; what stood there before is intact."""

    exit_code = 5


class StateError(BriefsError):
    """Another run is at work here, or the state it keeps cannot be used; nothing was changed."""

    exit_code = 6


class SendError(BriefsError):
    """The mail did not go out, or not to everybody; the brief is where it was."""

    exit_code = 7


class FetchError(BriefsError):
    """Every feed failed; the brief was made of the articles that were there before."""

    exit_code = 7

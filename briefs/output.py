"""Putting a finished brief where it belongs: whole, or not at all.

A reader of the file sees either the old bytes or the new ones, never a part, whatever happens in
between: an error, a signal, a crash or a power cut.
"""

import errno
import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path

from briefs.errors import OutputError

# Both ends of a temporary file's name. It does not hold the target's, so that any later run
# recognises what a killed one left behind.
_PREFIX, _SUFFIX = ".briefs-", ".part"
_ATTEMPTS = 10
_HEAD, _TAIL = 4096, 32
# A comment at the very end of a PDF.
_PDF_MARK = b"%generator: briefs\n"

_ADVICE = {
    errno.ENOSPC: "free some space, or choose another place with -o",
    errno.EDQUOT: "free some space, or choose another place with -o",
    errno.EFBIG: "the file system or a limit does not allow a file of this size",
    errno.ENOENT: "create the folder first, or choose another place with -o",
    errno.ENOTDIR: "a part of the path is a file; choose another place with -o",
    errno.ENAMETOOLONG: "choose a shorter name with -o",
}


def write_whole(path: Path, data: bytes, *, force: bool = False) -> None:
    """Make `data` the content of `path`; parents are not created, links are followed.

    Raises OutputError, the old content intact, when anything fails, or when a file is there that
    is not a brief and `force` is false.
    """
    try:
        if path.exists() and not path.is_file():
            raise OutputError(
                f"{os.fspath(path)!r} is not a regular file; nothing was written "
                "(choose another name with -o; -o - is standard output)"
            )
        if not (force or may_replace(path)):
            raise OutputError(
                f"{os.fspath(path)!r} exists and is not a brief; nothing was written "
                "(choose another name with -o, or replace it with --force)"
            )
        # A link stays a link: the file behind it is replaced.
        _replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        advice = _ADVICE.get(error.errno or 0, "choose another place with -o")
        reason = error.strerror or str(error)
        raise OutputError(
            f"cannot write {os.fspath(path)!r}: {reason}; what stood there is intact ({advice})"
        ) from error


def may_replace(path: Path) -> bool:
    """Whether nothing would be lost at `path`: it is free, empty, or holds an earlier brief."""
    if not os.path.isfile(path):  # noqa: PTH113 - answers false, never raises
        return not os.path.exists(path)  # noqa: PTH110
    try:
        with path.open("rb") as file:
            data = file.read(_HEAD)
            if len(data) == _HEAD:
                file.seek(-_TAIL, os.SEEK_END)
                data += file.read()
    except OSError:
        return False
    return not data or is_brief(data)


def is_brief(data: bytes) -> bool:
    """Whether `data`, a file or its beginning and end, was written by briefs, in any format.

    Markdown says so in its front matter, HTML in a meta element, JSON in its first keys, a feed in
    its generator, a mail in its Message-ID, a PDF in a comment at its end.
    """
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    if head.startswith(b"---\n"):
        front_matter = head[4:].partition(b"\n---")[0]
        return b"generator: briefs" in front_matter.split(b"\n")
    if head[:15].lower() == b"<!doctype html>":
        return b'<meta name="generator" content="briefs">' in head
    if head.startswith(b"<?xml"):
        return b">briefs</generator>" in head
    if head.startswith(b"{"):
        return b'"generator":"briefs"' in head.replace(b": ", b":")
    if head.startswith(b"%PDF-"):
        return data.endswith(b"%generator: briefs\n")
    headers = head.partition(b"\n\n")[0]
    return any(
        line.startswith(b"Message-ID: ") and line.endswith(b"@briefs.invalid>")
        for line in headers.split(b"\n")
    )


def write_standard_output(data: bytes) -> None:
    """Write all of `data` to standard output. Raises OutputError if it is closed or full."""
    if sys.stdout is None:
        raise OutputError("standard output is closed (write to a file with -o FILE)")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        # What is still buffered has nowhere to go; without this the interpreter tries again at
        # exit and prints a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise OutputError(
            f"cannot write to standard output: {error.strerror or error} "
            "(write to a file with -o FILE)"
        ) from error


def _replace(target: Path, data: bytes) -> None:
    sweep(target.parent)
    place(target, data)
    # From here the new file stands, whole. Some systems cannot sync a folder; no reason to fail.
    with suppress(OSError):
        sync(target.parent)


def place(target: Path, data: bytes) -> None:
    """Make `data` the content of `target`, whole or not at all. Raises OSError.

    Of many files in one folder, `sweep` it once before and `sync` it once after.
    """
    folder = os.fspath(target.parent)
    for attempt in range(1, _ATTEMPTS + 1):
        temporary = os.path.join(folder, f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}")  # noqa: PTH118
        try:
            _write(temporary, data)
            os.replace(temporary, target)  # noqa: PTH105
            break
        except FileNotFoundError:
            # Another run took it for a leftover. Each run sweeps once, so this ends.
            if attempt == _ATTEMPTS:
                raise
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108
            raise


def _write(path: str, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def sync(folder: Path) -> None:
    """Make what was placed in `folder` outlast a power cut. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path) -> None:
    """Remove what killed runs left in `folder`. Raises OSError if there is no such folder."""
    for name in os.listdir(folder):  # noqa: PTH208
        if name.startswith(_PREFIX) and name.endswith(_SUFFIX):
            with suppress(OSError):
                os.unlink(folder / name)  # noqa: PTH108

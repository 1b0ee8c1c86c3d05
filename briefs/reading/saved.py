"""The comment that a fetched page is saved under: what the page may not say of itself.

    <!--
     Saved with briefs
     url: https://gazette.example/ferry
     source: Harbour Gazette
     published: 2026-03-10T06:30:00+00:00
    -->

What follows it is as it was received.
"""

import re
from collections.abc import Mapping
from html import escape, unescape

_OPENING, _CLOSING = b"<!--\n Saved with briefs\n", b"\n-->\n"
_LINE = re.compile(r" ([a-z]{1,20}): (.*)")
_MOST_BYTES = 8192

Saved = Mapping[str, str]


def saved_comment(about: Saved) -> bytes:
    """The comment that says `about`: keys of small letters, values that become one line each."""
    lines = "\n".join(f" {key}: {_shielded(value)}" for key, value in about.items() if value)
    return _OPENING + lines.encode("utf-8", "replace") + _CLOSING


def split_saved(data: bytes) -> tuple[Saved, bytes]:
    """What the comment at the beginning of a file says, and the file as it was received."""
    end = data.find(_CLOSING, 0, _MOST_BYTES) if data.startswith(_OPENING) else -1
    if end < 0:
        return {}, data
    lines = data[len(_OPENING) : end].decode("utf-8", "replace").split("\n")
    found = (_LINE.fullmatch(line) for line in lines)
    return {line[1]: unescape(line[2]) for line in found if line}, data[end + len(_CLOSING) :]


def _shielded(value: str) -> str:
    """A value on one line in which nothing can end a comment."""
    return escape(" ".join(value.split()), quote=False).replace("--", "-&#45;")

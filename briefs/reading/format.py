"""What every reader takes and gives. A kind of file is one module that offers a `Format`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from briefs.model import Article


class Skip(Exception):
    """Raised by a reader: this file cannot be used. `code` is fixed, `message` says why."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class File:
    """One file as it was found: its relative path (with `/`) and its bytes."""

    path: str
    data: bytes

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def suffix(self) -> str:
        """The lower-case ending with its dot, or nothing."""
        stem, dot, ending = self.name.rpartition(".")
        return f".{ending.lower()}" if dot and stem else ""

    @property
    def head(self) -> bytes:
        """The first bytes after a byte order mark and white space, enough to know the kind."""
        return self.data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()[:2048]


@dataclass(frozen=True, slots=True)
class Record:
    """What a record says of its article; `html` counts only where there is no `text`."""

    title: str = ""
    text: str = ""
    html: str = ""
    source: str = ""
    agency: str = ""
    url: str = ""
    published: date | None = None
    updated: date | None = None
    authors: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a reader found in a file. Warnings are pairs of code and message."""

    articles: tuple[Article, ...]
    warnings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how to know one, and how to read one (raises Skip)."""

    name: str
    recognises: Callable[[File], bool]
    read: Callable[[File], Contents]

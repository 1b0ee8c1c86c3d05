"""The walk through folders: every file is read or skipped by name, none is lost.

`found = read + skipped` always. Not counted, as they are no input: hidden files, editors' leftovers
(`~`, `.swp`), what `exclude` names, links to folders inside, and briefs that briefs wrote.
"""

# Paths stay the system's own strings here, for a name need not be text.
# ruff: noqa: PTH100, PTH110, PTH112, PTH119

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from itertools import islice
from pathlib import Path

from briefs.config import Options
from briefs.errors import UsageError
from briefs.model import Article, Problem, Reading
from briefs.output import is_brief
from briefs.reading.format import Contents, File, Skip
from briefs.reading.formats import read_contents
from briefs.reading.instructions import words_for_models
from briefs.reading.labelling import MOST_CHARACTERS, label
from briefs.reading.shared import learn
from briefs.reading.years import with_years

_LEFTOVERS = ("~", ".swp", ".swo", ".tmp", ".part", ".crdownload")
_WORD = re.compile(r"\w+")
# Scripts that write no spaces between words.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class _Entry:
    path: str  # as the system knows it
    name: str  # relative, with `/`, printable in UTF-8
    problem: tuple[str, str] | None = None


def read_folder(
    path: str | Path | Sequence[str | Path],
    options: Options | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Reading:
    """The articles of one or more folders (a single file may stand for a folder), labelled.

    Paths are relative to the folder; of several, to the deepest folder that holds them all (see
    `base_of`). The same files give the same Reading, in whatever order the system lists them.
    `progress` is told after each file how many are done, and of how many. Raises UsageError for a
    folder that is not there.
    """
    options = options or Options()
    roots = [path] if isinstance(path, str | Path) else list(path)
    base = os.fspath(base_of(roots))
    skipped: list[Problem] = []
    warnings: list[Problem] = []
    articles: list[Article] = []
    read = 0
    entries: Iterable[_Entry] = _entries(roots, base, options)
    if progress:
        entries = _followed(list(entries), progress)
    for entry in entries:
        try:
            contents = _read_entry(entry, options)
        except Skip as skip:
            skipped.append(Problem(entry.name, skip.code, skip.message))
            continue
        if contents is None:
            continue
        read += 1
        articles.extend(contents.articles)
        warnings.extend(
            Problem(entry.name, *warning, skipped=False) for warning in contents.warnings
        )
    return Reading(learn(collapse(with_years(articles))), tuple(skipped), tuple(warnings), read)


def _followed(entries: list[_Entry], progress: Callable[[int, int], None]) -> Iterator[_Entry]:
    for done, entry in enumerate(entries, 1):
        yield entry
        progress(done, len(entries))


def read_file(path: str | Path, options: Options | None = None) -> Reading:
    """The articles of one file, whatever its name. Raises UsageError if it is not there."""
    path = Path(path)
    if path.is_dir():
        raise UsageError(f"{os.fspath(path)!r} is a folder; a file is expected here")
    return read_folder(path, options)


def base_of(paths: Sequence[str | Path]) -> Path:
    """The folder that the paths of a Reading are relative to."""
    folders = []
    for path in paths:
        absolute = Path(os.path.abspath(path))
        if not absolute.exists():
            raise UsageError(f"there is no file or folder {os.fspath(path)!r}")
        folders.append(absolute if absolute.is_dir() else absolute.parent)
    return Path(os.path.commonpath(folders)) if folders else Path.cwd()


def collapse(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Identical records as one article, at the place of the first, with all their paths."""
    found: dict[tuple[object, ...], list[Article]] = {}
    for article in articles:
        key = (article.title, article.text, article.source, article.url, article.published)
        found.setdefault(key, []).append(article)
    return tuple(
        first
        if len(same) == 1
        else replace(first, paths=tuple(dict.fromkeys(p for a in same for p in a.paths)))
        for same in found.values()
        for first in same[:1]
    )


def _read_entry(entry: _Entry, options: Options) -> Contents | None:
    """What a file holds; None for a brief of our own. Raises Skip."""
    if entry.problem:
        raise Skip(*entry.problem)
    data = _bytes(entry.path, options.max_bytes)
    if is_brief(data):
        return None
    contents = read_contents(File(entry.name, data), options.max_bytes)
    labelled = tuple(label(article) for article in contents.articles)
    usable = tuple(article for article in labelled if _says_something(article))
    if not usable:
        raise Skip("no-text", "holds no sentence; skipped")
    warnings = contents.warnings
    if len(usable) < len(labelled):
        lost = len(labelled) - len(usable)
        message = f"{lost} of {len(labelled)} entries hold no sentence; left out"
        warnings += (("no-text", message),)
    if any(len(article.text) > MOST_CHARACTERS for article in usable):
        warnings += (
            ("long", f"only the first {MOST_CHARACTERS:,} characters of an article are used"),
        )
    speaking = (words_for_models(f"{article.title}\n{article.text}") for article in usable)
    if said := next(filter(None, speaking), ""):
        warnings += (
            ("instructions", f"speaks to language models ({said!r}); quoted like any text"),
        )
    return Contents(usable, warnings)


def _says_something(article: Article) -> bool:
    body = article.body[:2000]
    three = len(tuple(islice(_WORD.finditer(body), 3))) == 3
    return three or _UNSPACED.search(body) is not None


def _bytes(path: str, limit: int) -> bytes:
    """The content of a regular file of at most `limit` bytes, in one bounded read. Raises Skip."""
    try:
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
    except OSError as error:
        raise Skip("unreadable", f"{_reason(error)}; skipped") from None
    with os.fdopen(handle, "rb") as file:
        try:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise Skip("not-a-file", "is a pipe, socket or device; skipped")
            # As much as is there; room for all of `limit` would be claimed for each file.
            data = file.read(status.st_size + 1) if status.st_size <= limit else b""
            if len(data) > status.st_size:  # it has grown, or has no size, as those of /proc
                data += file.read(limit + 1 - len(data))
        except OSError as error:
            raise Skip("unreadable", f"{_reason(error)}; skipped") from None
    size = max(status.st_size, len(data))
    if size > limit:
        raise Skip(
            "too-large",
            f"{_megabytes(size)} is over the {_megabytes(limit)} limit; skipped "
            "(raise with --max-bytes)",
        )
    return data


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 100_000 else f"{size:,} bytes"


def _reason(error: OSError) -> str:
    return (error.strerror or "cannot be read").lower()


def _entries(roots: Sequence[str | Path], base: str, options: Options) -> Iterator[_Entry]:
    """Every file that counts, each once, folders and files sorted by the bytes of their path."""
    seen: set[str] = set()
    for root in sorted({os.path.abspath(root) for root in roots}, key=os.fsencode):
        walk = (
            _walk(root, root, base, options) if os.path.isdir(root) else iter([_entry(root, base)])
        )
        for entry in walk:
            if entry.path not in seen:
                seen.add(entry.path)
                yield entry


def _entry(path: str, base: str, problem: tuple[str, str] | None = None) -> _Entry:
    relative = _relative(path, base)
    return _Entry(path, os.fsencode(relative).decode("utf-8", "backslashreplace"), problem)


def _relative(path: str, folder: str) -> str:
    # os.path.relpath would ask for the current folder each time.
    return path[len(folder) :].lstrip(os.sep).replace(os.sep, "/") or os.path.basename(path)


def _walk(folder: str, root: str, base: str, options: Options) -> Iterator[_Entry]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=_order)
    except OSError as error:
        yield _entry(folder, base, ("unreadable", f"{_reason(error)}; the folder is skipped"))
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith(_LEFTOVERS):
            continue
        relative = _relative(entry.path, root)
        if any(
            fnmatchcase(relative, glob) or fnmatchcase(entry.name, glob) for glob in options.exclude
        ):
            continue
        if entry.is_symlink():
            linked = _linked(entry, root)
            if linked != ("", ""):
                yield _entry(entry.path, base, linked or None)
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, root, base, options)
        elif entry.is_file(follow_symlinks=False):
            yield _entry(entry.path, base)
        else:
            yield _entry(entry.path, base, ("not-a-file", "is a pipe, socket or device; skipped"))


def _order(entry: os.DirEntry[str]) -> bytes:
    # With its slash a folder sorts where the paths inside it do.
    return os.fsencode(entry.name + ("/" if entry.is_dir(follow_symlinks=False) else ""))


def _linked(entry: os.DirEntry[str], root: str) -> tuple[str, str] | None:
    """What is wrong with a symbolic link: None for a file inside, two blanks for a folder."""
    target = os.path.realpath(entry.path)
    inside = os.path.commonpath([target, os.path.realpath(root)]) == os.path.realpath(root)
    if not inside:
        return "outside", "is a link that leads out of the folder; skipped"
    if os.path.isdir(target):
        return "", ""
    if not os.path.exists(target):
        return "missing", "is a link to nothing; skipped"
    return None

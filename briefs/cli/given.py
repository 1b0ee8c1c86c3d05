"""What the commands are given: folders, files and briefs."""

import os
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from briefs.cli.saying import say
from briefs.config import Options
from briefs.errors import NothingUsable, UsageError
from briefs.importing import import_nltk_lean
from briefs.messages import printable
from briefs.model import Reading
from briefs.progress import progress


def read(folders: list[Path], options: Options, *, quiet: bool = False) -> Reading:
    import_nltk_lean()
    from briefs.reading.folder import read_folder

    with progress("reading", quiet=quiet) as told:
        return read_folder(folders, options, told)


def read_files(names: list[str]) -> Reading:
    """The articles of files; `-` is standard input, read as if it were a file of any kind."""
    import_nltk_lean()
    from briefs.reading.folder import read_file

    readings = []
    with TemporaryDirectory() as folder:
        for name in names:
            path = Path(name)
            if name == "-":
                path = Path(folder, "standard-input")
                path.write_bytes(sys.stdin.buffer.read())
            readings.append(read_file(path))
    return Reading(
        tuple(dict.fromkeys(article for reading in readings for article in reading.articles)),
        tuple(problem for reading in readings for problem in reading.skipped),
        tuple(problem for reading in readings for problem in reading.warnings),
        sum(reading.read for reading in readings),
    )


def require_articles(reading: Reading, folders: list[Path]) -> None:
    if not reading.articles:
        say(reading, quiet=False)
        names = ", ".join(f"'{printable(os.fspath(folder))}'" for folder in folders)
        raise NothingUsable(
            f"no article could be read from {names}; nothing was written "
            "(it should hold .txt, .md or .html files of news)"
        )


def read_brief(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"cannot read '{printable(os.fspath(path))}' as a brief: {error}"
        ) from None
    if not text.startswith("---\n") or "generator: briefs" not in text[:2000]:
        raise UsageError(
            f"'{printable(os.fspath(path))}' is not a brief in Markdown (no 'generator: briefs')"
        )
    return text


def parse_day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--date {text!r} is not a date like 2026-03-10") from None

"""The whole site: which pages there are, what of it is written, what is taken away.

Nothing but the briefs decides what stands in it, so that a site may be deleted and made again.
"""

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path

from briefs.errors import NothingUsable, OutputError
from briefs.model import Problem
from briefs.output import may_replace, write_whole
from briefs.publishing.addresses import FEED, HOME, day_path, month_path, story_path
from briefs.publishing.days import Day, read_days
from briefs.publishing.dressing import dressed
from briefs.publishing.feed import atom_feed
from briefs.publishing.pages import home_page, month_page, story_page
from briefs.publishing.threads import threads_of

_OURS = re.compile(r"\d{4}/\d\d/(?:\d\d|index)\.html|stories/[0-9a-f]{8}\.html|feed\.xml")


@dataclass(frozen=True)
class Published:
    """What became of the site: paths within it, and the briefs that could not be published."""

    written: tuple[str, ...]
    unchanged: int
    removed: tuple[str, ...]
    days: int
    stories: int
    problems: tuple[Problem, ...]


def publish(
    briefs: Path, out: Path, *, site_url: str = "", timezone: str = "UTC", force: bool = False
) -> Published:
    """Make the folder `out` the site of the briefs in the folder `briefs`.

    Files that hold the right bytes already are not touched; pages of ours that have no brief any
    more are removed; each file is written whole or not at all. A feed needs the address of the
    site, `site_url`. Raises NothingUsable if there is no brief, OutputError if `out` cannot be
    written or, unless `force`, if a file that is not ours stands where a page belongs: then
    nothing is written.
    """
    try:
        days, problems = read_days(briefs)
    except OSError as error:
        raise NothingUsable(
            f"cannot read {os.fspath(briefs)!r}: {error.strerror}; nothing was written"
        ) from None
    if not days:
        raise NothingUsable(
            f"no brief-<date>.json is in {os.fspath(briefs)!r}; nothing was written "
            "(name the folder that `briefs run` writes its briefs to)"
        )
    pages = _pages(days, site_url, timezone)
    if not force:
        _refuse_foreign(out, pages)
    written = [path for path, page in pages.items() if _written(out / path, page().encode())]
    return Published(
        written=tuple(written),
        unchanged=len(pages) - len(written),
        removed=tuple(_removed(out, pages)),
        days=len(days),
        stories=sum(path.startswith("stories/") for path in pages),
        problems=problems,
    )


def _pages(days: tuple[Day, ...], site_url: str, timezone: str) -> dict[str, Callable[[], str]]:
    """Every file of the site and how it is made, those that others lead to first."""
    threads = threads_of(days)
    base = f"{site_url.rstrip('/')}/" if site_url else ""
    months = {m: tuple(of) for m, of in groupby(days, key=lambda day: day.day.replace(day=1))}
    beside = zip((None, *days[:-1]), days, (*days[1:], None), strict=True)
    pages: dict[str, Callable[[], str]] = {
        day_path(day.day): partial(dressed, day, threads, before, after, feed=bool(base))
        for before, day, after in beside
    }
    for thread in threads.values():
        pages[story_path(thread.id)] = partial(story_page, thread, feed=bool(base))
    for month, of_month in months.items():
        pages[month_path(month)] = partial(month_page, of_month, tuple(months), feed=bool(base))
    pages[HOME] = partial(home_page, days, threads, feed=bool(base))
    if base:
        pages[FEED] = partial(atom_feed, days, base, timezone)
    return pages


def _refuse_foreign(out: Path, pages: Iterable[str]) -> None:
    for path in pages:
        if not may_replace(out / path):
            raise OutputError(
                f"{os.fspath(out / path)!r} exists and is not a page of briefs; nothing was "
                "written (choose another folder, or replace it with --force)"
            )


def _written(path: Path, data: bytes) -> bool:
    """Make `data` the content of `path`; whether anything had to be done."""
    with _told(path):
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, data, force=True)
    return True


def _removed(out: Path, pages: Collection[str]) -> Iterator[str]:
    """Take away the pages of ours that the briefs do not give any more."""
    for path in sorted((*out.glob("[0-9]*/*/*.html"), *out.glob("stories/*.html"), out / FEED)):
        name = path.relative_to(out).as_posix()
        if _OURS.fullmatch(name) and name not in pages and path.is_file() and may_replace(path):
            with _told(path):
                path.unlink(missing_ok=True)
            yield name
            with suppress(OSError):  # other files are in its folder
                path.parent.rmdir()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Raises what the system says of `path` as OutputError."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"cannot write {os.fspath(path)!r}: {error.strerror or error}; what stood there is "
            "intact (choose another folder)"
        ) from error

"""`briefs fetch`: the new articles of feeds, saved into an archive."""

import os
import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from briefs.cli.options import Config, Debug, Quiet
from briefs.cli.saying import err
from briefs.config import load_options
from briefs.errors import FetchError, UsageError
from briefs.messages import problem_lines
from briefs.progress import progress

ALLOW = "BRIEFS_FETCH_ALLOW"
"""Names networks that may be reached although they are not public, with spaces between them."""

_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def fetch(
    feeds: Annotated[
        list[str],
        typer.Argument(
            metavar="[FEEDS]... FOLDER",
            help="OPML files, addresses of feeds, or TOML files with a table of feeds; without "
            "any those of briefs.toml. Last the folder that keeps the articles.",
        ),
    ],
    since: Annotated[
        str, typer.Option(metavar="TIME", help="How far back: 24h, 2d, 90m, or a day (2026-03-10).")
    ] = "24h",
    config: Config = None,
    quiet: Quiet = False,
    debug: Debug = False,  # noqa: ARG001
) -> None:
    """Fetch the new articles of feeds into a folder that `briefs make` reads.

    Running it again asks for little and saves nothing twice.
    A feed that fails is named, and the others go on.

    Examples:

      briefs fetch feeds.opml archive/

      briefs fetch https://gazette.example/rss archive/ --since 3d
    """
    from briefs.feeds import fetch as fetch_feeds
    from briefs.feeds import subscribed

    options = load_options(config, os.environ, {})
    *given, folder = feeds
    if "://" in folder or Path(folder).is_file():
        raise UsageError(f"{folder!r} is no folder; name the one that keeps the articles last")
    now = datetime.now(ZoneInfo(options.timezone))
    with progress("fetching", quiet=quiet) as told:
        fetched = fetch_feeds(
            subscribed(given, options),
            Path(folder),
            now=now,
            since=parse_since(since, now),
            allowed=os.environ.get(ALLOW, "").split(),
            progress=told,
        )
    for line in problem_lines(fetched.problems):
        err(line)
    if not quiet:
        err(fetched.account)
    if fetched.failed == fetched.feeds:
        raise FetchError("every feed failed; the articles saved before are as they were")


def parse_since(text: str, now: datetime) -> timedelta:
    """How far back from `now` `24h`, `2d`, `90m` or a day such as `2026-03-10` reaches."""
    if found := re.fullmatch(r"(\d{1,4})([mhd])", text.strip()):
        return timedelta(**{_UNITS[found[2]]: int(found[1])})
    try:
        start = datetime.combine(date.fromisoformat(text), time(), now.tzinfo or UTC)
    except ValueError:
        start = now + timedelta(1)
    if start > now:
        raise UsageError(f"--since {text!r} is no time gone by, such as 24h, 2d or 2026-03-10")
    return now - start

"""The day's new articles of many feeds into an archive."""

import asyncio
import ssl
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefs.errors import OutputError
from briefs.feeds.addresses import parse_networks
from briefs.feeds.archive import Archive
from briefs.feeds.cache import open_cache
from briefs.feeds.client import Client
from briefs.feeds.collecting import Collector, Outcome, Span
from briefs.feeds.limits import Limits
from briefs.feeds.subscriptions import Subscription
from briefs.model import Problem

_CACHE = ".fetch.sqlite"
_RESOLVERS = 32  # threads that ask DNS


@dataclass(frozen=True)
class Fetched:
    """What a fetch brought. `feeds` counts all, of them `unchanged` and `failed`.

    `saved` are paths in the archive, sorted. A problem's `path` is an address; `skipped` says that
    a whole feed was given up.
    """

    saved: tuple[str, ...]
    feeds: int
    unchanged: int
    failed: int
    problems: tuple[Problem, ...]

    @property
    def account(self) -> str:
        """`fetched 12 articles from 3 feeds (unchanged 1, failed 0)`."""
        articles = "1 article" if len(self.saved) == 1 else f"{len(self.saved):,} articles"
        feeds = "1 feed" if self.feeds == 1 else f"{self.feeds:,} feeds"
        return (
            f"fetched {articles} from {feeds} "
            f"(unchanged {self.unchanged:,}, failed {self.failed:,})"
        )


def fetch(
    subscriptions: Sequence[Subscription],
    folder: Path,
    *,
    now: datetime,
    since: timedelta = timedelta(days=1),
    cache: Path | None = None,
    limits: Limits | None = None,
    allowed: Sequence[str] = (),
    trusted: ssl.SSLContext | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Fetched:
    """Saves what the feeds have had since `now - since` and the archive in `folder` has not.

    `now` has a time zone; its day there names the folder of the new files. `cache` is a file
    inside `folder` unless said. `allowed` are networks such as `127.0.0.0/8` that may be reached
    although they are not public, `trusted` says whose certificates are believed. `progress` is
    told how many feeds are done, and of how many. A feed that fails is a problem and no error.

    Raises OutputError when the archive cannot be written, StateError when another fetch is at work
    there or the cache is unusable.
    """
    day, now = now.date(), now.astimezone(UTC)
    limits = limits or Limits()
    networks = parse_networks(allowed)
    outcomes = [Outcome(subscription) for subscription in subscriptions]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with open_cache(cache or folder / _CACHE, now) as memory:
            memory.forget_old()
            archive = Archive(folder, day)

            async def work() -> None:
                asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(_RESOLVERS))
                robots = (memory.robots, memory.put_robots)
                async with Client(limits, networks, robots, trusted) as client:
                    span = Span(now - since, now)
                    collector = Collector(client, memory, archive, span, limits)
                    await collector.collect(outcomes, progress or _silence)

            try:
                if outcomes:
                    asyncio.run(work())
            finally:
                archive.close()
                memory.save()
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"cannot write into {str(folder)!r}: {reason}; what was saved before is whole"
        ) from error
    return Fetched(
        saved=tuple(sorted(path for outcome in outcomes for path in outcome.saved)),
        feeds=len(outcomes),
        unchanged=sum(outcome.state == "unchanged" for outcome in outcomes),
        failed=sum(outcome.state == "failed" for outcome in outcomes),
        problems=tuple(problem for outcome in outcomes for problem in outcome.problems),
    )


def _silence(_done: int, _total: int) -> None:
    pass

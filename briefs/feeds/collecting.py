"""One fetch at work: every feed side by side, each article behind them once."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime

from briefs.feeds.addresses import Address
from briefs.feeds.archive import ENTRY, PAGE, PART, Archive, entry_file, page_file
from briefs.feeds.cache import Cache
from briefs.feeds.client import Client
from briefs.feeds.entries import Entry, list_entries, plain_address
from briefs.feeds.exchange import Answer
from briefs.feeds.failure import Failure
from briefs.feeds.limits import Limits
from briefs.feeds.opening import check_filled, feed_of
from briefs.feeds.subscriptions import Subscription
from briefs.model import Problem
from briefs.reading.syndication import Feed

_WANTS_FEED = {"Accept": "application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5"}
_WANTS_PAGE = {"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1"}
_PAGES = ("text/html", "application/xhtml+xml", "")
_SAVE_EVERY = 2.0  # seconds
_WRITERS = 4  # threads


@dataclass
class Outcome:
    """What became of a subscription so far. `state` is unfinished, read, unchanged or failed."""

    subscription: Subscription
    state: str = "unfinished"
    saved: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def tell(self, path: str, code: str, message: str, *, skipped: bool = False) -> None:
        self.problems.append(Problem(path, code, message, skipped))


@dataclass(frozen=True, slots=True)
class Span:
    """The time a fetch is about: entries from `start` on count."""

    start: datetime
    now: datetime


class Collector:
    """Brings what feeds list into the archive."""

    def __init__(
        self, client: Client, cache: Cache, archive: Archive, span: Span, limits: Limits
    ) -> None:
        self._client = client
        self._cache = cache
        self._archive = archive
        self._span = span
        self._limits = limits
        self._claimed: set[str] = set()
        self._saved_at = 0.0
        self._writers = ThreadPoolExecutor(_WRITERS)

    async def collect(
        self, outcomes: Sequence[Outcome], progress: Callable[[int, int], None]
    ) -> None:
        """All feeds, until the deadline. Raises OSError when the archive fails."""
        done = 0
        deadline = self._limits.whole
        places = asyncio.Semaphore(self._limits.feeds)

        async def one(outcome: Outcome) -> None:
            nonlocal done
            async with places:
                await self._feed(outcome)
            done += 1
            progress(done, len(outcomes))
            self._save_now_and_then()

        tasks = [asyncio.create_task(one(outcome)) for outcome in outcomes]
        with self._writers:
            finished, late = await asyncio.wait(
                tasks, timeout=deadline, return_when=asyncio.FIRST_EXCEPTION
            )
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        for task in finished:
            task.result()
        for outcome in outcomes:
            if outcome.state == "unfinished":
                message = f"was not done after {deadline:g} s; the next run goes on"
                outcome.tell(outcome.subscription.address, "deadline", message, skipped=True)
                outcome.state = "failed"

    def _save_now_and_then(self) -> None:
        clock = asyncio.get_running_loop().time()
        if clock - self._saved_at > _SAVE_EVERY:
            self._saved_at = clock
            self._archive.sync()  # first: what the cache says must be true
            self._cache.save()

    async def _feed(self, outcome: Outcome) -> None:
        address = outcome.subscription.address
        start = self._start(address)
        known = self._cache.validators(address, start)
        try:
            answer = await self._client.get(address, {**_WANTS_FEED, **known})
            if answer.status == 304:
                outcome.state = "unchanged"
                return
            feed = feed_of(answer)
        except Failure as failure:
            outcome.state = "failed"
            outcome.tell(address, failure.code, failure.message, skipped=True)
            return
        for code, message in feed.warnings:
            outcome.tell(address, code, message)
        if await self._entries(feed, answer, start, outcome):
            etag, modified = (answer.headers.get(n, "") for n in ("etag", "last-modified"))
            self._cache.put_validators(address, start, etag, modified)
        outcome.state = "read"

    def _start(self, feed: str) -> datetime:
        """From when on a feed's entries count: runs are late at times, and nothing must fall
        between two of them, so from the last one on if that was within twice the time.
        """
        start, last = self._span.start, self._cache.last_read(feed)
        return max(min(start, last or start), start - (self._span.now - start))

    async def _entries(self, feed: Feed, answer: Answer, start: datetime, outcome: Outcome) -> bool:
        """Saves what is new of a feed; whether nothing is left that a later run could get."""
        new = [
            entry
            for entry in list_entries(feed, str(answer.address))
            if entry.is_since(start) and not self._archive.has(entry.name)
        ]
        most = self._limits.entries
        if len(new) > most:
            message = f"only the first {most:,} of {len(new):,} new entries; the next run goes on"
            outcome.tell(outcome.subscription.address, "long", message)
        complete = len(new) <= most
        for entry in new[:most]:
            if entry.name not in self._claimed:
                self._claimed.add(entry.name)
                complete &= await self._article(entry, feed, outcome)
        return complete

    async def _article(self, entry: Entry, feed: Feed, outcome: Outcome) -> bool:
        """Saves one article as best it can be had; whether trying again would be no use."""
        if entry.is_whole or not entry.address:
            if entry.says_something:
                await self._save_entry(entry, ENTRY, feed, outcome)
            return True
        try:
            answer = await self._client.get(entry.address, _WANTS_PAGE, _PAGES)
            check_filled(answer)
        except Failure as failure:
            kept = "nothing was kept"
            if entry.says_something:
                kept = "what its feed says was kept"
                if not self._archive.has_part(entry.name):
                    await self._save_entry(entry, PART, feed, outcome)
            outcome.tell(entry.address, failure.code, f"{failure.message}; {kept}")
            return not failure.passing
        about = self._about(entry, feed, outcome.subscription, answer.address)
        about["charset"] = answer.charset
        await self._save(entry.name, PAGE, page_file(about, answer.body), outcome)
        return True

    async def _save_entry(self, entry: Entry, ending: str, feed: Feed, outcome: Outcome) -> None:
        about = self._about(entry, feed, outcome.subscription)
        source = outcome.subscription.name or feed.title
        data = entry_file(about, entry, source, feed.language)
        await self._save(entry.name, ending, data, outcome)

    async def _save(self, name: str, ending: str, data: bytes, outcome: Outcome) -> None:
        loop = asyncio.get_running_loop()
        path = await loop.run_in_executor(self._writers, self._archive.add, name, ending, data)
        outcome.saved.append(path)

    def _about(
        self, entry: Entry, feed: Feed, subscription: Subscription, found: Address | None = None
    ) -> dict[str, str]:
        """What an article is saved under. `found` is where its page was in the end."""
        published = entry.record.published
        own = entry.record.source if entry.record.source != feed.title else ""
        return {
            "url": plain_address(str(found) if found else entry.address),
            "feed": subscription.address,
            "fetched": self._span.now.isoformat(timespec="seconds"),
            "published": published.isoformat() if published else "",
            "source": own or subscription.name or feed.title,
            "title": entry.record.title,
        }

"""Asking the web: one thing at a time of each host, politely, and only of the public web."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urljoin

import httpcore2

from briefs.feeds.addresses import Address, Network, parse_address
from briefs.feeds.connecting import PublicBackend
from briefs.feeds.exchange import REDIRECTS, Answer, Wanted, exchange
from briefs.feeds.failure import Failure
from briefs.feeds.limits import Limits
from briefs.feeds.robots import MOST_BYTES, Robots

_GIVE_UP = 4  # failures of a host in a row
_KEPT_OPEN = 15.0  # seconds that a connection waits for the next request


@dataclass(slots=True)
class _Host:
    """One host, its connection, and how it is doing in this run."""

    pool: httpcore2.AsyncConnectionPool
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    learning: asyncio.Lock = field(default_factory=asyncio.Lock)
    robots: Robots | None = None
    free_at: float = 0.0
    failures: int = 0
    closed: Failure | None = None


RobotsMemory = tuple[Callable[[str], str | None], Callable[[str, str], None]]


class Client:
    """Asks for addresses. `robots` remembers robots.txt of an origin: how to recall, how to keep.

    Use it inside `async with`, in one event loop.
    """

    def __init__(
        self,
        limits: Limits,
        allowed: Sequence[Network],
        robots: RobotsMemory,
        trusted: ssl.SSLContext | None = None,
    ) -> None:
        self._limits = limits
        self._allowed = tuple(allowed)
        self._recall, self._keep = robots
        self._trusted = trusted
        self._network = PublicBackend(allowed)
        self._hosts: dict[str, _Host] = {}
        self._idle: dict[str, _Host] = {}  # with a connection, the one last used last
        self._slots = asyncio.Semaphore(limits.at_once)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        for host in self._hosts.values():
            await host.pool.aclose()

    def _host(self, address: Address) -> _Host:
        """What is known of a host. Each has a pool of its own: one for all would look through all
        connections at every request.
        """
        if address.scheme == "https" and not self._trusted:
            self._trusted = httpcore2.default_ssl_context()  # takes a tenth of a second
        if address.origin not in self._hosts:
            self._hosts[address.origin] = _Host(
                httpcore2.AsyncConnectionPool(
                    ssl_context=self._trusted,
                    max_connections=1,
                    keepalive_expiry=_KEPT_OPEN,
                    network_backend=self._network,
                )
            )
        return self._hosts[address.origin]

    async def get(
        self, written: str, headers: Mapping[str, str] | None = None, kinds: Sequence[str] = ()
    ) -> Answer:
        """What stands at an address, through at most so many redirects. Raises Failure.

        Of another media type than `kinds`, if there are any, nothing is read.
        """
        wanted = Wanted(headers or {}, kinds)
        address = parse_address(written, self._allowed)
        for _ in range(self._limits.redirects + 1):
            answer = await self._ask(address, wanted)
            if answer.status not in REDIRECTS:
                return answer
            location = answer.headers.get("location", "")
            if not location:
                raise Failure("http", f"answered {answer.status} without saying where it is now")
            try:
                address = parse_address(urljoin(str(address), location), self._allowed)
            except ValueError:
                raise Failure("address", "is redirected to what is no address") from None
            except Failure as failure:
                raise Failure(failure.code, f"is redirected: {failure.message}") from None
        raise Failure("redirects", f"redirects more than {self._limits.redirects} times")

    async def _ask(self, address: Address, wanted: Wanted) -> Answer:
        """One answer of 200, 304 or a redirect, asked for as often as it takes. Raises Failure."""
        host = self._host(address)
        await self._read_robots(address, host)
        if host.robots and not host.robots.allows(str(address)):
            raise Failure("robots", "the site's robots.txt does not allow it; not asked")
        return await self._insist(address, host, wanted)

    async def _insist(self, address: Address, host: _Host, wanted: Wanted) -> Answer:
        attempt = 1
        while True:
            try:
                async with self._turn(address.origin, host):
                    answer = await exchange(host.pool, address, wanted, self._limits)
            except Failure as failure:
                self._note(host, failure)
                if not failure.passing or host.closed or attempt == self._limits.attempts:
                    raise
            else:
                host.failures = 0
                return answer
            await asyncio.sleep(self._limits.backoff * 2 ** (attempt - 1))
            attempt += 1

    def _note(self, host: _Host, failure: Failure) -> None:
        """A host that fails again and again, or wants a long rest, is left alone in this run."""
        host.free_at = max(host.free_at, asyncio.get_running_loop().time() + failure.wait)
        host.failures += failure.passing
        if host.failures >= _GIVE_UP or failure.wait > self._limits.patience:
            host.closed = failure

    @asynccontextmanager
    async def _turn(self, origin: str, host: _Host) -> AsyncIterator[None]:
        """This host's turn: nobody else asks it meanwhile, and it has had its rest."""
        clock = asyncio.get_running_loop().time
        async with host.turn:
            if host.closed:
                raise Failure(host.closed.code, host.closed.message, passing=True)
            rest = host.free_at - clock()
            if rest > self._limits.patience:
                message = f"its robots.txt wants {rest:,.0f} s between two requests"
                raise Failure("busy", message, passing=True, wait=rest)
            await asyncio.sleep(max(0.0, rest))
            async with self._slots:
                start = clock()
                self._idle.pop(origin, None)
                try:
                    yield
                finally:
                    self._idle[origin] = host
                    rest = min(clock() - start, self._limits.politeness)
                    delay = host.robots.delay if host.robots else 0.0
                    host.free_at = clock() + max(rest, delay)
        if len(self._idle) > self._limits.feeds:
            await self._idle.pop(next(iter(self._idle))).pool.aclose()

    async def _read_robots(self, address: Address, host: _Host) -> None:
        """Learns what the host allows, once a run; from memory when that is fresh."""
        async with host.learning:
            if not host.robots:
                text = self._recall(address.origin)
                if text is None:
                    text = await self._robots_text(address)
                    self._keep(address.origin, text)
                host.robots = Robots(text)

    async def _robots_text(self, address: Address) -> str:
        """robots.txt of an origin, empty where there is none. Raises Failure: keep away."""
        place = Address(address.scheme, address.host, address.port, "/robots.txt")
        try:
            for _ in range(self._limits.redirects + 1):
                answer = await self._insist(place, self._host(place), Wanted())
                if answer.status not in REDIRECTS:
                    break
                try:
                    moved = urljoin(str(place), answer.headers.get("location", ""))
                    place = parse_address(moved, self._allowed)
                except (ValueError, Failure):
                    return ""
        except Failure as failure:
            if failure.code == "busy":
                reason = f"its robots.txt {failure.message}, so nothing else is asked"
                raise Failure("robots", reason, passing=True) from None
            if failure.code not in ("http", "encoding", "too-large"):
                raise
            return ""
        return answer.body[:MOST_BYTES].decode("utf-8", "replace")

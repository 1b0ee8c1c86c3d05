"""Asking the web for something: one request at a time of each host, within limits of all kinds."""

import asyncio
import ssl
import zlib
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from typing import Self
from urllib.parse import urljoin

import httpcore2

from briefs import __version__
from briefs.feeds.addresses import Address, Network, parse_address
from briefs.feeds.connecting import PublicBackend
from briefs.feeds.failure import Failure
from briefs.feeds.robots import AGENT, MOST_BYTES, Robots

USER_AGENT = f"{AGENT}/{__version__} (+https://github.com/briefs-news/briefs)"
_REDIRECTS = (301, 302, 303, 307, 308)
_PASSING = (408, 425, 429, 500, 502, 503, 504)
_GIVE_UP = 4  # failures of a host in a row
_KEPT_OPEN = 15.0  # seconds that a connection waits for the next request


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may take: seconds, bytes and numbers.

    `request` is from the connection to the last byte, `whole` the deadline of everything, `backoff`
    the pause before the first of the further `attempts` (doubled each time), `patience` the longest
    wait that a host may ask for, `politeness` the longest that one gets unasked: it is left alone
    as long as it took to answer. `at_once` counts requests, `feeds` those in work and the
    connections kept open, `entries` what is taken of one feed.
    """

    request: float = 30.0
    whole: float = 900.0
    bytes: int = 10_000_000
    redirects: int = 5
    attempts: int = 3
    backoff: float = 1.0
    patience: float = 60.0
    politeness: float = 2.0
    at_once: int = 64
    feeds: int = 128
    entries: int = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """What came: `address` after redirects, `status` 200 or 304, header names in lower case."""

    address: Address
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        """The media type, such as `text/html`; empty when none is named."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The character set that the headers name, or nothing."""
        _, _, parameters = self.headers.get("content-type", "").partition(";")
        name, _, value = parameters.partition("=")
        value = value.partition(";")[0].strip(" \"'")
        usable = name.strip().lower() == "charset" and value.isascii() and value.isprintable()
        return value[:40] if usable else ""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a request says, and which media types are read (none named: all)."""

    headers: Mapping[str, str] = field(default_factory=dict)
    kinds: Sequence[str] = ()


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
        wanted = _Wanted(headers or {}, kinds)
        address = parse_address(written, self._allowed)
        for _ in range(self._limits.redirects + 1):
            answer = await self._ask(address, wanted)
            if answer.status not in _REDIRECTS:
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

    async def _ask(self, address: Address, wanted: _Wanted) -> Answer:
        """One answer of 200, 304 or a redirect, asked for as often as it takes. Raises Failure."""
        host = self._host(address)
        await self._read_robots(address, host)
        if host.robots and not host.robots.allows(str(address)):
            raise Failure("robots", "the site's robots.txt does not allow it; not asked")
        return await self._insist(address, host, wanted)

    async def _insist(self, address: Address, host: _Host, wanted: _Wanted) -> Answer:
        attempt = 1
        while True:
            try:
                async with self._turn(address.origin, host):
                    answer = _checked(await self._exchange(address, host, wanted))
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
                answer = await self._insist(place, self._host(place), _Wanted())
                if answer.status not in _REDIRECTS:
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

    async def _exchange(self, address: Address, host: _Host, wanted: _Wanted) -> Answer:
        """One request and its answer, within the deadline and the cap. Raises Failure."""
        url = httpcore2.URL(
            scheme=address.scheme.encode(),
            host=address.host.encode(),
            port=address.port,
            target=address.target.encode("ascii"),
        )
        given = {  # as they came: a site's ETag need not be ASCII
            "Host": address.origin.partition("://")[2],
            "User-Agent": USER_AGENT,
            "Accept": "*/*",
            "Accept-Encoding": "gzip",
            **wanted.headers,
        }
        try:
            async with (
                asyncio.timeout(self._limits.request),
                host.pool.stream("GET", url, headers=_encoded(given)) as response,
            ):
                found = {
                    name.decode("latin-1").lower(): value.decode("latin-1")
                    for name, value in response.headers
                }
                answer = Answer(address, response.status, found, b"")
                if answer.status != 200:
                    return answer
                if wanted.kinds and answer.kind not in wanted.kinds:
                    raise Failure("wrong-type", f"is no web page but {answer.kind[:60]!r}")
                body = await _read(response.aiter_stream(), found, self._limits.bytes)
                return replace(answer, body=body)
        except TimeoutError:
            raise Failure(
                "deadline", f"no whole answer in {self._limits.request:g} s", passing=True
            ) from None
        except httpcore2.ConnectError as error:
            cause = error.__cause__ or error.__context__
            if isinstance(cause, ssl.SSLCertVerificationError):
                raise Failure("tls", f"its certificate is not valid: {cause.reason}") from None
            if isinstance(cause, ssl.SSLError):
                raise Failure("tls", "no secure connection could be made") from None
            raise Failure("connect", "no connection could be made", passing=True) from None
        except (httpcore2.NetworkError, httpcore2.TimeoutException):
            raise Failure("connect", "the connection broke off", passing=True) from None
        except httpcore2.ProtocolError:
            raise Failure("broken", "the answer is broken or cut short", passing=True) from None
        except OSError:  # such as a broken record of TLS
            raise Failure("connect", "the connection broke off", passing=True) from None


def _encoded(headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]


async def _read(chunks: AsyncIterator[bytes], headers: Mapping[str, str], limit: int) -> bytes:
    """A body, unpacked on the way, of at most `limit` bytes. Raises Failure."""
    encoding = headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("identity", "", "gzip", "x-gzip"):
        raise Failure("encoding", f"is packed as {encoding[:20]!r}, which was not asked for")
    packed = "gzip" in encoding
    unpack = zlib.decompressobj(wbits=31)
    body = bytearray()
    received = 0
    async for chunk in chunks:
        received += len(chunk)
        try:
            body += unpack.decompress(chunk, limit + 1 - len(body)) if packed else chunk
        except zlib.error:
            raise Failure("broken", "is packed in a broken way", passing=True) from None
        if len(body) > limit:
            raise Failure("too-large", f"is larger than {limit / 1e6:g} MB")
    if packed and received and not unpack.eof:
        raise Failure("broken", "the answer is cut short", passing=True)
    return bytes(body)


def _checked(answer: Answer) -> Answer:
    """The answer, if it is one. Raises Failure."""
    status = answer.status
    if status in _PASSING:
        many = "it asks for fewer requests" if status == 429 else "an error of the server"
        wait = _retry_after(answer.headers)
        raise Failure("busy", f"answered {status} ({many})", passing=True, wait=wait)
    if status not in (200, 304, *_REDIRECTS):
        raise Failure("http", f"answered {status}{_MEANINGS.get(status, '')}")
    return answer


_MEANINGS = {
    401: " (it wants a password)",
    403: " (forbidden)",
    404: " (not found)",
    410: " (gone for good)",
    451: " (withheld for legal reasons)",
}


def _retry_after(headers: Mapping[str, str]) -> float:
    """Seconds that Retry-After asks for, counted from the answer's own date; 0 when it does not."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:9])
    try:
        until, date = (parsedate_to_datetime(text) for text in (value, headers.get("date", "")))
        return max(0.0, (until - date).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0

"""One request and its answer: what is said, what is taken, and what everything else is called."""

import asyncio
import ssl
import zlib
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime

import httpcore2

from briefs import __version__
from briefs.feeds.addresses import Address
from briefs.feeds.failure import Failure
from briefs.feeds.limits import Limits
from briefs.feeds.robots import AGENT

USER_AGENT = f"{AGENT}/{__version__} (+https://github.com/briefs-news/briefs)"
REDIRECTS = (301, 302, 303, 307, 308)
_PASSING = (408, 425, 429, 500, 502, 503, 504)
_MEANINGS = {
    401: " (it wants a password)",
    403: " (forbidden)",
    404: " (not found)",
    410: " (gone for good)",
    451: " (withheld for legal reasons)",
}


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
class Wanted:
    """What a request says, and which media types are read (none named: all)."""

    headers: Mapping[str, str] = field(default_factory=dict)
    kinds: Sequence[str] = ()


async def exchange(
    pool: httpcore2.AsyncConnectionPool, address: Address, wanted: Wanted, limits: Limits
) -> Answer:
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
            asyncio.timeout(limits.request),
            pool.stream("GET", url, headers=_encoded(given)) as response,
        ):
            found = {
                name.decode("latin-1").lower(): value.decode("latin-1")
                for name, value in response.headers
            }
            answer = _checked(Answer(address, response.status, found, b""))
            if answer.status != 200:
                return answer
            if wanted.kinds and answer.kind not in wanted.kinds:
                raise Failure("wrong-type", f"is no web page but {answer.kind[:60]!r}")
            body = await _read(response.aiter_stream(), found, limits.bytes)
            return replace(answer, body=body)
    except TimeoutError:
        raise Failure(
            "deadline", f"no whole answer in {limits.request:g} s", passing=True
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
    if status not in (200, 304, *REDIRECTS):
        raise Failure("http", f"answered {status}{_MEANINGS.get(status, '')}")
    return answer


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

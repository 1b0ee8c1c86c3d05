"""A news server on this machine that serves feeds and pages, and misbehaves when told to.

    with NewsServer() as server:
        server.pages["/feed.xml"] = rss("Harbour Gazette", [Entry("Ferry sinks", server.url("/1"))])
        server.pages["/1"] = page("Ferry sinks", ["A ferry sank off Skarholm on Friday."])

`NewsServer(tls=authority)` speaks TLS with a certificate of a `trustme.CA`. Every address of
127.0.0.0/8 reaches a server made with `NewsServer("")`, so that one server can be many hosts.
"""

import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import ThreadingMixIn
from types import TracebackType
from typing import Self

import trustme

RSS = "application/rss+xml; charset=utf-8"
ATOM = "application/atom+xml; charset=utf-8"


@dataclass(frozen=True)
class Reply:
    """What the server answers. Without a `length` of its own the true one is sent.

    `wait` is the seconds before the status line; `drip_headers` and `drip` those between a header
    or a byte of the body and the next. With `etag` a request that names it gets 304.
    """

    body: bytes = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = None
    wait: float = 0.0
    drip: float = 0.0
    drip_headers: float = 0.0
    etag: bool = False


@dataclass(frozen=True)
class Request:
    path: str
    host: str
    headers: Mapping[str, str]
    at: float


@dataclass(frozen=True)
class Entry:
    """An entry of a feed; `text` is what the feed itself tells of it, as HTML."""

    title: str
    url: str
    published: datetime | None = None
    text: str = ""


Answer = Reply | Callable[[Request], Reply]


class NewsServer:
    """`pages` maps paths to answers and may change at any time; `requests` is what was asked."""

    def __init__(
        self, address: str = "127.0.0.1", *, tls: trustme.CA | None = None, latency: float = 0.0
    ) -> None:
        self.pages: dict[str, Answer] = {}
        self.requests: list[Request] = []
        self.most_at_once = 0
        self._now = 0
        self._latency = latency
        self._lock = threading.Lock()
        self._scheme = "https" if tls else "http"
        self._server = _Server((address, 0), self._handler())
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            tls.issue_cert("127.0.0.1", "localhost").configure_cert(context)
            self._server.context = context
        self.port: int = self._server.server_address[1]

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"{self._scheme}://{host}:{self.port}{path}"

    def asked(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(request.path == path for request in self.requests)

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _answer(self, request: Request) -> Reply:
        with self._lock:
            self.requests.append(request)
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
        try:
            answer = self.pages.get(request.path, Reply(b"nothing here", 404))
            reply = answer if isinstance(answer, Reply) else answer(request)
            time.sleep(reply.wait + self._latency)
        finally:
            with self._lock:
                self._now -= 1
        if reply.etag:
            tag = f'"{sha256(reply.body).hexdigest()[:16]}"'
            reply = replace(reply, headers={**reply.headers, "ETag": tag})
            if request.headers.get("if-none-match") == tag:
                return replace(reply, status=304, body=b"")
        return reply

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        news = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 30
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                headers = {name.lower(): value for name, value in self.headers.items()}
                host = headers.get("host", "")
                reply = news._answer(Request(self.path, host, headers, time.monotonic()))
                try:
                    self._send(reply)
                except OSError:
                    self.close_connection = True

            def _send(self, reply: Reply) -> None:
                length = len(reply.body) if reply.length is None else reply.length
                lines = [f"HTTP/1.1 {reply.status} Said"]
                lines += [f"{name}: {value}" for name, value in reply.headers.items()]
                if reply.status != 304:
                    lines += [f"Content-Type: {reply.kind}", f"Content-Length: {length}"]
                if length != len(reply.body):
                    lines.append("Connection: close")
                    self.close_connection = True
                head = "\r\n".join((*lines, "", "")).encode("latin-1")
                if reply.drip_headers:
                    self._drip(head, reply.drip_headers)
                    head = b""
                if reply.drip:
                    self.wfile.write(head)
                    self._drip(reply.body, reply.drip)
                else:
                    self.wfile.write(head + reply.body)

            def _drip(self, data: bytes, pause: float) -> None:
                for byte in data:
                    self.wfile.write(bytes((byte,)))
                    time.sleep(pause)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


class _Server(ThreadingHTTPServer):
    request_queue_size = 256
    context: ssl.SSLContext | None = None
    # Handlers that still drip when a test is over are left to themselves.
    daemon_threads = True
    block_on_close = False

    def process_request_thread(self, request, client_address):  # type: ignore[no-untyped-def]
        # The handshake belongs to the thread, or one slow client would stop the server.
        if self.context:
            try:
                request = self.context.wrap_socket(request, server_side=True)
            except OSError:
                self.shutdown_request(request)
                return
        ThreadingMixIn.process_request_thread(self, request, client_address)

    def handle_error(self, *_: object) -> None:
        pass


def rss(title: str, entries: Sequence[Entry], *, extra: str = "", etag: bool = True) -> Reply:
    """A feed in RSS 2.0; `extra` is put into its channel as it is."""
    items = "".join(
        f"<item><title>{escape(entry.title)}</title><link>{escape(entry.url)}</link>"
        + (f"<pubDate>{format_datetime(entry.published)}</pubDate>" if entry.published else "")
        + (f"<description>{escape(entry.text)}</description>" if entry.text else "")
        + "</item>"
        for entry in entries
    )
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
        f"<title>{escape(title)}</title>{extra}{items}</channel></rss>"
    )
    return Reply(text.encode(), kind=RSS, etag=etag)


def page(
    title: str,
    paragraphs: Sequence[str],
    *,
    site: str = "",
    published: datetime | None = None,
    canonical: str = "",
) -> Reply:
    """A news page with the furniture of one."""
    head = f"<title>{escape(title)}</title>"
    if site:
        head += f'<meta property="og:site_name" content="{escape(site)}">'
    if published:
        stamp = published.astimezone(UTC).isoformat()
        head += f'<meta property="article:published_time" content="{stamp}">'
    if canonical:
        head += f'<link rel="canonical" href="{escape(canonical)}">'
    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs)
    text = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{head}</head><body>'
        '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
        f"<article><h1>{escape(title)}</h1>{body}</article>"
        "<footer><p>All rights reserved.</p></footer></body></html>"
    )
    return Reply(text.encode())

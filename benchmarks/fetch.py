"""Fetching, beside a plain loop of feedparser and trafilatura over the same addresses.

    python -m benchmarks fetch [--feeds 300] [--loop 30]

A server of its own process stands for so many hosts, each at an address of 127.0.0.0/8 with one
feed of 20 teasers and the 20 pages behind them; it answers every request after 20 ms. Every fetch
is a whole process: start, work and exit count. The loop is plain, so it is measured on the first
`--loop` feeds and multiplied. (It extracts the text of each page at once, as one would; `briefs`
does so later, in `make`. So the loop is also measured without.) Again, with nothing new, is also
compared without the start of Python and its libraries, which is the same for one feed and a
thousand.
"""

import argparse
import asyncio
import random
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from pathlib import Path

ENTRIES = 20
LATENCY = 0.02
TIMES_FASTER, AGAIN_FASTER = 4, 20
_WORDS = (
    "harbour council ferry morning bridge north river said after people station police reported "
    "minister plan vote school winter market price company workers strike talks agreed road storm "
    "island coast guard rescue boat crew water level rain flood the of and to in a on for with was"
).split()

# What one would write today. (trafilatura's own fetch reaches no address of this machine.)
LOOP = """
import sys, feedparser, trafilatura, urllib3
web = urllib3.PoolManager()
pages = 0
for address in sys.argv[2:]:
    for entry in feedparser.parse(address).entries:
        page = web.request("GET", entry.link).data
        if sys.argv[1] == "extract":
            assert trafilatura.extract(page, url=entry.link, with_metadata=True)
        pages += 1
print(pages)
"""
# `briefs fetch` with the addresses of the server allowed, and what it took.
FETCH = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time
from briefs.feeds import Subscription, fetch
feeds = [Subscription(address) for address in sys.argv[2:]]
start, used = perf_counter(), process_time()
found = fetch(feeds, Path(sys.argv[1]), now=datetime.now(UTC), allowed=["127.0.0.0/8"])
assert not found.problems, found.problems[:3]
took = round(1000 * (perf_counter() - start))
used = round(1000 * (process_time() - used))
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(len(found.saved), found.unchanged, took, used, memory)
"""


def prose(chance: random.Random, words: int) -> str:
    sentences = []
    while words > 0:
        length = chance.randint(8, 24)
        sentences.append(" ".join(chance.choices(_WORDS, k=length)).capitalize() + ".")
        words -= length
    return " ".join(sentences)


def page(host: int, number: int) -> bytes:
    """A page of some 20 KB, of which 400 words are the article."""
    chance = random.Random(host * 1000 + number)
    body = "".join(f"<p>{prose(chance, 50)}</p>" for _ in range(8))
    menu = "".join(
        f'<li><a class="item" href="/{n}">{prose(chance, 3)}</a></li>' for n in range(80)
    )
    script = "var data = [" + ",".join(str(chance.random()) for _ in range(400)) + "];"
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News {number}</title>'
        f'<meta property="og:site_name" content="Outlet {host}"><script>{script}</script></head>'
        f"<body><nav><ul>{menu}</ul></nav><article><h1>News {number} of {host}</h1>{body}</article>"
        f"<footer>{prose(chance, 30)}</footer></body></html>"
    ).encode()


def feed(host: int, base: str, now: datetime) -> bytes:
    chance = random.Random(host)
    items = "".join(
        f"<item><title>News {n} of {host}</title><link>{base}/{n}</link><description>"
        f"{prose(chance, 25)}</description><pubDate>"
        f"{format_datetime(now - timedelta(minutes=30 * n))}</pubDate></item>"
        for n in range(ENTRIES)
    )
    title = f"<title>Outlet {host}</title>"
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel>{title}{items}</channel></rss>'.encode()
    )


def address(host: int) -> str:
    return f"127.1.{host // 250}.{host % 250 + 1}"


def serve(hosts: int, ready: Connection) -> None:
    """Answers for all hosts on one port, until it is killed."""
    now = datetime.now(UTC)
    kept: dict[tuple[int, str], bytes] = {}

    def answer(head: bytes, host: int, port: int) -> bytes:
        path = head.split(b" ", 2)[1].decode()
        if path == "/robots.txt":
            return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        if path == "/rss" and b"if-none-match" in head.lower():
            return b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n'
        if (host, path) not in kept:
            base = f"http://{address(host)}:{port}"
            made = feed(host, base, now) if path == "/rss" else page(host, int(path[1:]))
            kind = "application/rss+xml" if path == "/rss" else "text/html; charset=utf-8"
            start = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(made)}\r\n"
            kept[host, path] = f'{start}ETag: "1"\r\n\r\n'.encode() + made
        return kept[host, path]

    async def client(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        number, port = writer.get_extra_info("sockname")[:2]
        third, fourth = (int(part) for part in number.split(".")[2:])
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                await asyncio.sleep(LATENCY)
                writer.write(answer(head, third * 250 + fourth - 1, port))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def run() -> None:
        first = await asyncio.start_server(client, address(0), 0)
        port = first.sockets[0].getsockname()[1]
        others = [await asyncio.start_server(client, address(n), port) for n in range(1, hosts)]
        for host in range(hosts):  # made beforehand, or making them would count as latency
            for path in ("/rss", *(f"/{n}" for n in range(ENTRIES))):
                answer(f"GET {path} HTTP/1.1".encode(), host, port)
        ready.send(port)
        await asyncio.gather(*(server.serve_forever() for server in (first, *others)))

    asyncio.run(run())


def run(code: str, *arguments: str) -> tuple[float, list[int]]:
    """Seconds of a whole process, and the numbers it printed."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True
    )
    return time.perf_counter() - start, [int(word) for word in done.stdout.split()]


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks fetch")
    parser.add_argument("--feeds", type=int, default=300)
    parser.add_argument("--loop", type=int, default=30)
    wanted = parser.parse_args()
    ours, theirs = Pipe()
    server = Process(target=serve, args=(wanted.feeds, theirs), daemon=True)
    server.start()
    port = ours.recv()
    feeds = [f"http://{address(host)}:{port}/rss" for host in range(wanted.feeds)]
    print(f"{len(feeds)} feeds of {ENTRIES} entries, {1000 * LATENCY:g} ms a request")
    rows = []
    for name, count in (("a third", len(feeds) // 3), ("all", len(feeds))):
        with tempfile.TemporaryDirectory() as folder:
            first, (saved, _, work, used, kilobytes) = run(FETCH, folder, *feeds[:count])
            again, (more, unchanged, rework, reused, _) = run(FETCH, folder, *feeds[:count])
            files = sum(1 for _ in Path(folder).rglob("*.html"))
        assert (saved, more, unchanged, files) == (ENTRIES * count, 0, count, ENTRIES * count)
        rows.append((count, kilobytes))
        print(f"briefs fetch, {name:8} {first:8.1f} s   {kilobytes / 1000:6.0f} MB")
        print(f"  again, nothing new   {again:8.2f} s   {first / again:6.1f} times faster")
        print(f"  its start aside      {rework / 1000:8.2f} s   {work / rework:6.1f} times faster")
        print(f"  processor time alone {reused / 1000:8.2f} s   {used / reused:6.1f} times less")
    few = feeds[: wanted.loop]
    share = len(feeds) / len(few)
    loops = {}
    for kind in ("extract", "fetch alone"):
        start, _ = run(LOOP, kind)
        seconds, (pages,) = run(LOOP, kind, *few)
        assert pages == ENTRIES * len(few)
        loops[kind] = seconds = start + share * (seconds - start)
        print(f"plain loop, {kind:11}{seconds:8.1f} s   {seconds / first:6.1f} times slower")
    entries = ENTRIES * (rows[1][0] - rows[0][0])
    print(f"memory per further entry {(rows[1][1] - rows[0][1]) / entries:.2f} KB")
    server.kill()
    if loops["extract"] < TIMES_FASTER * first or work < AGAIN_FASTER * rework:
        sys.exit(f"below the floors: {TIMES_FASTER} times the loop, {AGAIN_FASTER} times again")


if __name__ == "__main__":
    main()

"""Asking for an address: within limits of all kinds, politely, and never in vain."""

import asyncio
import gzip
import ssl
import time
import zlib
from dataclasses import replace
from itertools import pairwise

import pytest
import trustme
from server import NewsServer, Reply

from briefs.feeds import Limits
from briefs.feeds.addresses import parse_networks
from briefs.feeds.client import Client
from briefs.feeds.exchange import USER_AGENT
from briefs.feeds.failure import Failure

LOCAL = parse_networks(["127.0.0.0/8"])
LIMITS = Limits(request=10, backoff=0.01, politeness=0, bytes=100_000)
NOTHING = (lambda _origin: "", lambda _origin, _text: None)
FORGETFUL = (lambda _origin: None, lambda _origin, _text: None)


def ask(*addresses, limits=LIMITS, robots=NOTHING, trusted=None):
    """What each address gives when all are asked at once: an answer or a failure."""

    async def work():
        async with Client(limits, LOCAL, robots, trusted) as client:
            asked = (client.get(address) for address in addresses)
            return await asyncio.gather(*asked, return_exceptions=True)

    found = asyncio.run(work())
    for each in found:
        if isinstance(each, BaseException) and not isinstance(each, Failure):
            raise each
    return found[0] if len(addresses) == 1 else found


def test_it_says_who_it_is(server):
    server.pages["/"] = Reply(b"hello")
    assert ask(server.url("/")).body == b"hello"
    (request,) = server.requests
    assert request.headers["user-agent"] == USER_AGENT
    assert USER_AGENT.startswith("briefs/")
    assert "+https://" in USER_AGENT


def test_what_a_site_sent_is_sent_back_as_it_came(server):
    """An ETag need not be ASCII."""
    server.pages["/"] = Reply(b"x", headers={"ETag": '"é"'})
    tag = ask(server.url("/")).headers["etag"]

    async def again():
        async with Client(LIMITS, LOCAL, NOTHING) as client:
            return await client.get(server.url("/"), {"If-None-Match": tag})

    assert asyncio.run(again()).status == 200
    assert server.requests[-1].headers["if-none-match"] == '"é"'


def test_an_answer_knows_its_kind_and_character_set(server):
    server.pages["/"] = Reply(b"x", kind='Text/HTML; Charset="iso-8859-2"')
    answer = ask(server.url("/"))
    assert (answer.kind, answer.charset) == ("text/html", "iso-8859-2")


@pytest.mark.parametrize("slow", [{"wait": 9}, {"drip": 0.1}, {"drip_headers": 0.1}])
def test_what_is_slow_ends_at_the_deadline(server, slow):
    """A drop now and then keeps no connection alive."""
    server.pages["/"] = Reply(b"x" * 1000, **slow)
    start = time.monotonic()
    failure = ask(server.url("/"), limits=replace(LIMITS, request=0.4, attempts=1))
    assert failure.code == "deadline"
    assert failure.passing
    assert time.monotonic() - start < 6


def test_a_body_over_the_cap_is_not_read(server):
    server.pages["/under"] = Reply(b"x" * 100_000)
    server.pages["/over"] = Reply(b"x" * 100_001)
    under, over = ask(server.url("/under"), server.url("/over"))
    assert len(under.body) == 100_000
    assert over.code == "too-large"


def test_a_packed_body_is_unpacked(server):
    packed = gzip.compress(b"hello" * 100)
    server.pages["/"] = Reply(packed, headers={"Content-Encoding": "gzip"})
    assert ask(server.url("/")).body == b"hello" * 100
    assert server.requests[0].headers["accept-encoding"] == "gzip"


def test_a_bomb_stops_at_the_cap(server):
    """A hundred megabytes in a hundred kilobytes, packed twice or not."""
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(100)) + packer.flush()
    server.pages["/once"] = Reply(bomb, headers={"Content-Encoding": "gzip"})
    twice = Reply(gzip.compress(bomb), headers={"Content-Encoding": "gzip, gzip"})
    server.pages["/twice"] = twice
    once, both = ask(server.url("/once"), server.url("/twice"))
    assert once.code == "too-large"
    assert both.code == "encoding"


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b"half of", length=1000),
        Reply(gzip.compress(b"hello" * 999)[:-20], headers={"Content-Encoding": "gzip"}),
        Reply(b"not packed at all", headers={"Content-Encoding": "gzip"}),
    ],
    ids=["short", "packed and short", "not packed"],
)
def test_a_broken_body_is_asked_for_again_and_then_given_up(server, reply):
    server.pages["/"] = reply
    failure = ask(server.url("/"))
    assert failure.code == "broken"
    assert server.asked("/") == 3


def test_an_encoding_that_was_not_asked_for_is_refused(server):
    server.pages["/"] = Reply(b"x", headers={"Content-Encoding": "br"})
    assert ask(server.url("/")).code == "encoding"


def test_five_redirects_are_followed_and_no_sixth(server):
    for n in range(9):
        server.pages[f"/{n}"] = Reply(status=301, headers={"Location": f"{n + 1}"})
    server.pages["/9"] = Reply(b"here")
    assert ask(server.url("/4")).body == b"here"
    assert str(ask(server.url("/4")).address) == server.url("/9")
    assert ask(server.url("/3")).code == "redirects"


def test_a_circle_of_redirects_ends(server):
    server.pages["/"] = Reply(status=302, headers={"Location": "/"})
    assert ask(server.url("/")).code == "redirects"
    assert server.asked("/") == 6


@pytest.mark.parametrize(
    "location", ["", "file:///etc/passwd", "http://10.0.0.1/", "http://[::1", "data:,x"]
)
def test_a_redirect_to_nowhere_good_is_refused(server, location):
    server.pages["/"] = Reply(status=302, headers={"Location": location})
    assert ask(server.url("/")).code in ("address", "http")


def test_a_passing_trouble_is_waited_out(server):
    server.pages["/"] = lambda _: Reply(b"x", status=200 if server.asked("/") == 3 else 503)
    assert ask(server.url("/")).status == 200
    assert server.asked("/") == 3


def test_a_wait_that_is_asked_for_is_kept(server):
    def answer(_request):
        if server.asked("/") == 1:
            return Reply(status=429, headers={"Retry-After": "1"})
        return Reply(b"x")

    server.pages["/"] = answer
    assert ask(server.url("/")).status == 200
    first, second = (request.at for request in server.requests)
    assert second - first >= 0.99


def test_a_wait_can_be_a_date(server):
    def answer(_request):
        if server.asked("/") == 1:
            date, later = (f"Tue, 10 Mar 2026 08:00:0{n} GMT" for n in (0, 1))
            return Reply(status=503, headers={"Date": date, "Retry-After": later})
        return Reply(b"x")

    server.pages["/"] = answer
    assert ask(server.url("/")).status == 200
    first, second = (request.at for request in server.requests)
    assert second - first >= 0.99


def test_a_host_that_wants_a_long_rest_is_not_asked_again(server):
    server.pages["/1"] = Reply(status=429, headers={"Retry-After": "3600"})
    server.pages["/2"] = Reply(b"x")
    first, second = ask(server.url("/1"), server.url("/2"))
    assert (first.code, second.code) == ("busy", "busy")
    assert first.passing
    assert second.passing
    assert [request.path for request in server.requests] == ["/1"]


def test_a_host_that_fails_again_and_again_is_left_alone():
    with NewsServer() as gone:
        addresses = [gone.url(f"/{n}") for n in range(50)]
    start = time.monotonic()
    failures = ask(*addresses)
    assert {failure.code for failure in failures} == {"connect"}
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 204, 206])
def test_an_answer_without_a_page_is_final(server, status):
    server.pages["/"] = Reply(status=status)
    failure = ask(server.url("/"))
    assert (failure.code, failure.passing, server.asked("/")) == ("http", False, 1)


def test_a_certificate_that_is_trusted_is_needed():
    authority = trustme.CA()
    trusted = ssl.create_default_context()
    authority.configure_trust(trusted)
    with NewsServer(tls=authority) as server:
        server.pages["/"] = Reply(b"secret")
        assert ask(server.url("/"), trusted=trusted).body == b"secret"
        assert ask(server.url("/")).code == "tls"
        assert ask(server.url("/", "127.0.0.2"), trusted=trusted).code in ("tls", "connect")
        assert ask(server.url("/").replace("https", "http"), trusted=trusted).code in (
            "broken",
            "connect",
        )
        assert server.asked("/") == 1


def test_one_host_is_asked_one_thing_at_a_time(server):
    for n in range(10):
        server.pages[f"/{n}"] = Reply(b"x", wait=0.01)
    ask(*(server.url(f"/{n}") for n in range(10)))
    assert server.most_at_once == 1


def test_many_hosts_are_asked_at_once():
    with NewsServer("") as server:
        server.pages["/"] = Reply(b"x", wait=0.3)
        ask(*(server.url("/", f"127.0.0.{n}") for n in range(1, 11)))
        assert server.most_at_once == 10


def test_a_host_is_left_alone_as_long_as_it_took(server):
    server.pages["/"] = Reply(b"x", wait=0.15)
    ask(*[server.url("/")] * 3, limits=replace(LIMITS, politeness=1))
    times = [request.at for request in server.requests]
    assert all(later - earlier >= 0.29 for earlier, later in pairwise(times))


def robots(text: str) -> Reply:
    return Reply(text.encode(), kind="text/plain")


def test_what_robots_txt_forbids_is_not_asked_for(server):
    server.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /secret\nAllow: /secret/but")
    server.pages |= dict.fromkeys(("/secret/1", "/secret/but", "/open"), Reply(b"x"))
    secret, but, free = ask(
        *(server.url(path) for path in ("/secret/1", "/secret/but", "/open")), robots=FORGETFUL
    )
    assert secret.code == "robots"
    assert (but.status, free.status) == (200, 200)
    assert server.asked("/robots.txt") == 1
    assert server.asked("/secret/1") == 0


def test_a_line_for_briefs_counts_before_one_for_all(server):
    server.pages["/robots.txt"] = robots(
        "User-agent: *\nAllow: /\n\nUser-agent: briefs\nDisallow: /"
    )
    server.pages["/"] = Reply(b"x")
    assert ask(server.url("/"), robots=FORGETFUL).code == "robots"


def test_a_redirect_to_what_robots_txt_forbids_is_not_followed(server):
    server.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /secret")
    server.pages["/open"] = Reply(status=302, headers={"Location": "/secret"})
    server.pages["/secret"] = Reply(b"x")
    assert ask(server.url("/open"), robots=FORGETFUL).code == "robots"


def test_a_crawl_delay_is_kept(server):
    server.pages["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 0.3")
    server.pages["/"] = Reply(b"x")
    ask(server.url("/"), server.url("/"), robots=FORGETFUL)
    pages = [request.at for request in server.requests if request.path == "/"]
    assert pages[1] - pages[0] >= 0.29


def test_a_crawl_delay_that_is_too_long_ends_the_run_for_its_site(server):
    """One thing is had in each run; nobody waits for the next, and nobody asks sooner."""
    server.pages["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 3600")
    server.pages["/"] = Reply(b"x")
    first, second, third = ask(*[server.url("/")] * 3, robots=FORGETFUL)
    assert first.status == 200
    assert {second.code, third.code} == {"busy"}
    assert server.asked("/") == 1


def test_a_site_whose_robots_txt_is_an_error_is_left_alone(server):
    """As RFC 9309 has it; one that is not there allows everything."""
    server.pages["/robots.txt"] = Reply(status=500)
    server.pages["/"] = Reply(b"x")
    failure = ask(server.url("/"), robots=FORGETFUL)
    assert (failure.code, failure.passing, server.asked("/")) == ("robots", True, 0)


@pytest.mark.parametrize(
    "reply",
    [
        Reply(status=404),
        Reply(status=302, headers={"Location": "http://10.0.0.1/robots.txt"}),
        Reply(status=302, headers={"Location": "/robots.txt"}),
        Reply(b"x" * 200_000),
        Reply(bytes(range(256)) * 20),
        Reply(b"Disallow: /\nUser-agent\n:::\n" * 100),
    ],
    ids=["none", "inside", "circle", "huge", "noise", "broken"],
)
def test_a_robots_txt_that_says_nothing_allows_everything(server, reply):
    server.pages["/robots.txt"] = reply
    server.pages["/"] = Reply(b"x")
    assert ask(server.url("/"), robots=FORGETFUL).status == 200


def test_robots_txt_is_remembered(server):
    known = {}
    server.pages["/"] = Reply(b"x")
    server.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /secret")
    memory = (known.get, known.__setitem__)
    ask(server.url("/"), robots=memory)
    ask(server.url("/"), robots=memory)
    assert server.asked("/robots.txt") == 1
    assert list(known) == [server.url("")]

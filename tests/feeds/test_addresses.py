"""Addresses that must not be reached are not, however they are written."""

import asyncio
import socket
from datetime import UTC, datetime
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st
from server import Entry, NewsServer, Reply, rss

from briefs.errors import UsageError
from briefs.feeds import Limits, Subscription, fetch
from briefs.feeds.addresses import may_connect, parse_address, parse_networks
from briefs.feeds.failure import Failure

NOW = datetime(2026, 3, 10, 8, tzinfo=UTC)
LIMITS = Limits(request=10, attempts=1, backoff=0, politeness=0)

# PORT is that of a server on this machine, which must never hear of them.
FORMS = """
http://127.0.0.1:PORT/
http://127.0.0.1/
http://127.1:PORT/
http://127.0.1:PORT/
http://127.255.255.254:PORT/
http://2130706433:PORT/
http://017700000001:PORT/
http://0177.0.0.1:PORT/
http://0177.0.0.01:PORT/
http://0x7f000001:PORT/
http://0x7f.1:PORT/
http://0x7f.0.0.0x1:PORT/
http://0X7F.0.0.1:PORT/
http://127.0.0.1.:PORT/
http://127.000.000.001:PORT/
http://①②⑦.⓪.⓪.①:PORT/
http://１２７.０.０.１:PORT/
http://127。0。0。1:PORT/
http://127．0．0．1:PORT/
http://0.0.0.0:PORT/
http://0:PORT/
http://0/
http://[::1]:PORT/
http://[::]:PORT/
http://[0:0:0:0:0:0:0:1]:PORT/
http://[::ffff:127.0.0.1]:PORT/
http://[::ffff:7f00:1]:PORT/
http://[::127.0.0.1]:PORT/
http://[64:ff9b::7f00:1]:PORT/
http://[64:ff9b::a9fe:a9fe]/
http://[64:ff9b:1::1]/
http://[2002:7f00:1::]:PORT/
http://[2001::1]/
http://[fe80::1%25lo]:PORT/
http://[fe80::1]/
http://[fec0::1]/
http://[fc00::1]/
http://[fd12:3456:789a::1]/
http://[ff02::1]/
http://[2001:db8::1]/
http://[::1
http://[not-a-number]/
http://localhost:PORT/
http://LOCALHOST:PORT/
http://localhost.:PORT/
http://localhost.localdomain:PORT/
http://news.localhost:PORT/
http://ⓛocalhost:PORT/
http://router.local/
http://wiki.internal/
http://printer.lan/
http://nas.home.arpa/
http://intranet/
http://hidden.onion/
http://10.0.0.1/
http://172.16.0.1/
http://192.168.1.1/
http://100.64.0.1/
http://169.254.169.254/latest/meta-data/
http://168.63.129.16/
http://192.0.2.1/
http://198.18.0.1/
http://203.0.113.1/
http://224.0.0.1/
http://240.0.0.1/
http://255.255.255.255/
http://256.1.1.1/
http://1.2.3.4.5/
http://user@127.0.0.1:PORT/
http://gazette.org@127.0.0.1:PORT/
http://gazette.org:80@127.0.0.1:PORT/
http://user:secret@gazette.org/
http://gazette.org:22/
http://gazette.org:25/
http://gazette.org:6379/
http://gazette.org:0/
http://gazette.org:99999/
http://gazette.org:port/
http://gazette.org\\@127.0.0.1:PORT/
http:\\\\127.0.0.1:PORT/
http:/127.0.0.1:PORT/
http:127.0.0.1:PORT
//127.0.0.1:PORT/
127.0.0.1:PORT
http://
http:///etc/passwd
https://127.0.0.1:PORT/
file:///etc/passwd
file://127.0.0.1/etc/passwd
ftp://127.0.0.1:PORT/
gopher://127.0.0.1:PORT/_GET
dict://127.0.0.1:PORT/
data:text/html,<p>hello
javascript:alert(1)
unix:/var/run/docker.sock
http+unix://%2Fvar%2Frun%2Fdocker.sock/
feed://127.0.0.1:PORT/
http://%6c%6f%63%61%6c%68%6f%73%74:PORT/
http://127.0.0.1%00.gazette.org:PORT/
http://gazette..org/
http://-/
http://./
""".split()
BLANKS = (
    "http://127.0.0.1:PORT /",
    "http://gazette.org/\r\nHost: 127.0.0.1",
    "http://ga zette.org",
)


@pytest.fixture(scope="module")
def reached(tmp_path_factory):
    """What a server on this machine hears when every form is fetched, as a feed and as a link."""
    with NewsServer() as server:
        forms = [form.replace("PORT", str(server.port)) for form in (*FORMS, *BLANKS)]
        folder = tmp_path_factory.mktemp("archive")
        found = fetch([Subscription(form) for form in forms], folder, now=NOW, limits=LIMITS)
        return forms, found, [request.path for request in server.requests]


def test_there_are_more_than_sixty_forms_and_none_is_reached(reached):
    forms, found, requests = reached
    assert len(set(forms)) > 60
    assert requests == []
    assert found.failed == len(forms)
    assert {problem.code for problem in found.problems} == {"address"}


@pytest.mark.parametrize("form", [*FORMS, *BLANKS])
def test_a_form_is_refused_as_it_is_written(form):
    """Before DNS is asked for anything."""
    with pytest.raises(Failure) as refused:
        parse_address(form.replace("PORT", "8080"))
    assert refused.value.code == "address"
    assert not refused.value.passing


def test_a_redirect_to_a_form_is_not_followed(tmp_path):
    """The first server is allowed by its own number; the network of the second is not."""
    with NewsServer("127.0.0.2") as first, NewsServer() as second:
        forms = [form.replace("PORT", str(second.port)) for form in FORMS]
        for number, form in enumerate(forms):
            location = form.encode("utf-8").decode("latin-1")
            first.pages[f"/{number}"] = Reply(status=302, headers={"Location": location})
        feeds = [Subscription(first.url(f"/{n}", "127.0.0.2")) for n in range(len(forms))]
        found = fetch(feeds, tmp_path, now=NOW, limits=LIMITS, allowed=["127.0.0.2/32"])
        assert found.failed == len(forms)
        assert second.requests == []


def test_a_link_in_a_feed_is_not_followed_to_this_machine(tmp_path):
    with NewsServer("127.0.0.2") as first, NewsServer() as second:
        links = [form.replace("PORT", str(second.port)) for form in FORMS]
        entries = [Entry(f"News {n}", link) for n, link in enumerate(links)]
        first.pages["/feed"] = rss("Gazette", entries)
        feed = Subscription(first.url("/feed", "127.0.0.2"))
        found = fetch([feed], tmp_path, now=NOW, limits=LIMITS, allowed=["127.0.0.2/32"])
        assert second.requests == []
        # What is a path for the feed's own host stays there.
        assert {p.code for p in found.problems} <= {"address", "http", "wrong-type"}


NUMBERS = """
127.0.0.1 10.1.2.3 172.31.255.255 192.168.0.1 169.254.169.254 100.127.255.255 0.0.0.0 192.0.0.8
192.88.99.1 198.19.255.255 224.0.0.251 255.255.255.255 168.63.129.16 ::1 :: ::127.0.0.1
::ffff:10.0.0.1 ::ffff:169.254.169.254 64:ff9b::a9fe:a9fe 64:ff9b::7f00:1 2002:7f00:1:: fec0::1
fe80::1 fd00::1 ff02::1 2001:db8::1 2001:0:7f00:1:: 5f00::1 3fff::1 100::1
""".split()


def test_a_name_that_leads_to_a_number_inside_is_not_connected_to(tmp_path, monkeypatch):
    """DNS can say anything; what counts is the number that would be connected to."""
    asked = []
    numbers = {f"gazette-{n}.org": number for n, number in enumerate(NUMBERS)}

    async def resolve(_loop, host, port, **_):
        asked.append(host)
        number = numbers[host]
        family = socket.AF_INET6 if ":" in number else socket.AF_INET
        return [(family, socket.SOCK_STREAM, 6, "", (number, port))]

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", resolve)
    feeds = [Subscription(f"https://{host}/feed") for host in numbers]
    found = fetch(feeds, tmp_path, now=NOW, limits=LIMITS)
    assert sorted(asked) == sorted(numbers)
    assert [problem.code for problem in found.problems] == ["address"] * len(NUMBERS)


@pytest.mark.parametrize(
    "number",
    [
        "8.8.8.8",
        "1.1.1.1",
        "93.184.215.14",
        "2606:4700::1111",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
    ],
)
def test_public_numbers_may_be_reached(number):
    assert may_connect(ip_address(number))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("http://gazette.org", "http://gazette.org/"),
        ("HTTPS://Gazette.ORG:443/Rss?a=1#top", "https://gazette.org/Rss?a=1"),
        ("http://gazette.org./", "http://gazette.org/"),
        (
            "https://zürich.example.org/é?ö=ü",
            "https://xn--zrich-kva.example.org/%C3%A9?%C3%B6=%C3%BC",
        ),
        ("http://8.8.8.8:8080/", "http://8.8.8.8:8080/"),
        ("https://[2606:4700::1111]/", "https://[2606:4700::1111]/"),
        ("https://my_blog.example.org/", "https://my_blog.example.org/"),
        ("https://gazette.org/%7Ea/b%20c", "https://gazette.org/%7Ea/b%20c"),
        ("https://3sat.de/", "https://3sat.de/"),
        ("https://gazette.org//a//b?c?d", "https://gazette.org//a//b?c?d"),
        ("https://gazette.org/\udcff", "https://gazette.org/?"),
        ("https://gazette.org/a b?type=News Item", "https://gazette.org/a%20b?type=News%20Item"),
    ],
)
def test_an_address_of_the_public_web_has_one_plain_form(written, plain):
    assert str(parse_address(written)) == plain


@given(
    st.one_of(
        st.text(max_size=60),
        st.builds(
            "{}://{}{}{}".format,
            st.sampled_from(["http", "https", "HTTP", "ftp", ""]),
            st.text(alphabet="ab.:@[]%-_0127xé①。 ", max_size=20),
            st.sampled_from(["", ":80", ":8080", ":22", ":"]),
            st.text(max_size=20).map("/{}".format),
        ),
    )
)
def test_any_text_is_refused_or_has_one_plain_form(text):
    try:
        address = parse_address(text)
    except Failure:
        return
    assert str(address).isascii()
    assert " " not in str(address)
    assert parse_address(str(address)) == address


def test_allowed_networks_are_written_as_networks():
    with pytest.raises(UsageError, match=r"10\.1\.0\.0/16"):
        parse_networks(["everything"])
    (network,) = parse_networks(["127.0.0.0/8"])
    assert may_connect(ip_address("127.0.0.1"), [network])
    assert not may_connect(ip_address("10.0.0.1"), [network])
    assert str(parse_address("http://127.0.0.1:34567/", [network])) == "http://127.0.0.1:34567/"

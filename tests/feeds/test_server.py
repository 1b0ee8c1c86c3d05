"""The news server of the tests answers as told."""

import time
import urllib.error
import urllib.request

from server import Entry, Reply, page, rss


def get(url: str, **headers: str) -> tuple[int, bytes]:
    request = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def test_a_page_is_served_and_the_request_remembered(server):
    server.pages["/1"] = page("Ferry sinks", ["A ferry sank."])
    status, body = get(server.url("/1"))
    assert (status, b"A ferry sank." in body, server.asked("/1")) == (200, True, 1)


def test_what_is_not_there_is_404(server):
    assert get(server.url("/none"))[0] == 404


def test_a_feed_that_has_not_changed_is_304(server):
    reply = rss("Gazette", [Entry("Ferry sinks", server.url("/1"))])
    server.pages["/feed"] = reply
    with urllib.request.urlopen(server.url("/feed"), timeout=5) as answer:
        tag = answer.headers["ETag"]
    assert get(server.url("/feed"), **{"If-None-Match": tag}) == (304, b"")


def test_an_answer_can_depend_on_the_request(server):
    server.pages["/twice"] = lambda _: Reply(status=503 if server.asked("/twice") < 2 else 200)
    assert [get(server.url("/twice"))[0] for _ in range(2)] == [503, 200]


def test_a_body_can_drip(server):
    server.pages["/slow"] = Reply(b"12345", drip=0.02)
    start = time.monotonic()
    assert get(server.url("/slow")) == (200, b"12345")
    assert time.monotonic() - start > 0.08

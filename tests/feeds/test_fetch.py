"""A fetch saves what is new, once, so that it is read back right; what fails is named."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from server import RSS, Entry, NewsServer, Reply, page, rss

from briefs import read_folder
from briefs.errors import OutputError
from briefs.feeds import Limits, Subscription, fetch

NOW = datetime(2026, 3, 10, 8, tzinfo=UTC)
EARLIER = NOW - timedelta(hours=2)
LIMITS = Limits(request=10, backoff=0.01, politeness=0, bytes=1_000_000)
PROSE = [
    "A ferry with forty people aboard sank off Skarholm on Monday night, the coast guard said.",
    "All of them were brought ashore by fishing boats within the hour, and nobody was hurt.",
    "The harbour master said the weather had been calm and that an inquiry would begin today.",
]
TEASER = "A ferry with forty people aboard sank off Skarholm on Monday night. Read more …"
WHOLE = "".join(f"<p>{text}</p>" for text in PROSE) * 6


@pytest.fixture
def get(tmp_path):
    def get(*feeds, now=NOW, folder=tmp_path, **options):
        options = {"limits": LIMITS, **options}
        feeds = [feed if isinstance(feed, Subscription) else Subscription(feed) for feed in feeds]
        return fetch(feeds, folder, now=now, allowed=["127.0.0.0/8"], **options)

    return get


def codes(found):
    return [problem.code for problem in found.problems]


def test_a_page_is_saved_as_received_and_read_with_what_feed_and_page_say(server, get, tmp_path):
    link = server.url("/ferry")
    received = page("Ferry sinks off Skarholm", PROSE)
    server.pages["/ferry"] = received
    server.pages["/feed"] = rss("Harbour Gazette", [Entry("Ferry!", link, EARLIER, TEASER)])
    found = get(server.url("/feed"))
    (path,) = found.saved
    assert re.fullmatch(r"2026-03-10/127\.0\.0\.1-[0-9a-f]{10}\.html", path)
    assert (tmp_path / path).read_bytes().endswith(b"-->\n" + received.body)
    assert (found.feeds, found.unchanged, found.failed, found.problems) == (1, 0, 0, ())
    (article,) = read_folder(tmp_path).articles
    assert article.title == "Ferry sinks off Skarholm"
    assert (article.source, article.url, article.published) == ("Harbour Gazette", link, EARLIER)
    assert article.body.split("\n") == PROSE


def test_a_feed_with_the_full_text_needs_no_page(server, get, tmp_path):
    link = server.url("/ferry")
    server.pages["/feed"] = rss("Harbour Gazette", [Entry("Ferry sinks", link, EARLIER, WHOLE)])
    (path,) = get(server.url("/feed")).saved
    assert path.endswith(".xml")
    assert server.asked("/ferry") == 0
    (article,) = read_folder(tmp_path).articles
    assert (article.title, article.source) == ("Ferry sinks", "Harbour Gazette")
    assert (article.url, article.published) == (link, EARLIER)
    assert PROSE[0] in article.body


def test_the_subscribers_name_for_a_feed_is_used(server, get, tmp_path):
    server.pages["/feed"] = rss("World RSS", [Entry("Ferry sinks", "", EARLIER, WHOLE)])
    server.pages["/feed2"] = rss("World RSS", [Entry("Ferry", server.url("/1"), EARLIER)])
    server.pages["/1"] = page("Ferry", PROSE)
    names = ("Gazette", "Star")
    get(*(Subscription(server.url(p), n) for p, n in zip(("/feed", "/feed2"), names, strict=True)))
    assert sorted(article.source for article in read_folder(tmp_path).articles) == sorted(names)


ATOM_FEED = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Gazette</title>
<entry><title type="html">Ferry sinks &amp;amp; floats</title><id>tag:gazette.org,2026:1</id>
<link rel="self" href="https://gazette.org/1.atom"/><link href="https://gazette.org/ferry"/>
<published>2026-03-10T06:00:00Z</published><author><name>Mara Holm</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{WHOLE}</div></content></entry>
</feed>"""
RDF_FEED = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="https://gazette.org/">
<title>Harbour Gazette</title></channel><item rdf:about="https://gazette.org/ferry">
<title>Ferry sinks &amp; floats</title><link>https://gazette.org/ferry</link>
<dc:date>2026-03-10T06:00:00Z</dc:date><dc:creator>Mara Holm</dc:creator>
<content:encoded><![CDATA[{WHOLE}]]></content:encoded></item></rdf:RDF>"""


@pytest.mark.parametrize("feed", [ATOM_FEED, RDF_FEED], ids=["Atom", "RDF"])
def test_an_entry_of_another_kind_of_feed_is_read_back_whole(server, get, tmp_path, feed):
    server.pages["/feed"] = Reply(feed.encode(), kind="application/xml")
    assert len(get(server.url("/feed")).saved) == 1
    (article,) = read_folder(tmp_path).articles
    assert article.title == "Ferry sinks & floats"
    assert (article.source, article.authors) == ("Harbour Gazette", ("Mara Holm",))
    assert (article.url, article.published) == ("https://gazette.org/ferry", EARLIER)
    assert article.body.split("\n")[:3] == PROSE


def test_a_second_run_asks_only_whether_the_feed_has_changed(server, get, tmp_path):
    server.pages["/1"] = page("Ferry", PROSE)
    server.pages["/feed"] = rss("Gazette", [Entry("Ferry", server.url("/1"), EARLIER)])
    get(server.url("/feed"))
    server.requests.clear()
    again = get(server.url("/feed"), now=NOW + timedelta(hours=1))
    assert (again.saved, again.unchanged) == ((), 1)
    assert [request.path for request in server.requests] == ["/feed"]
    assert len(list(tmp_path.rglob("*.html"))) == 1


def test_a_feed_that_has_grown_brings_only_what_is_new(server, get):
    entries = [Entry(f"News {n}", server.url(f"/{n}"), EARLIER) for n in range(3)]
    server.pages |= {f"/{n}": page(f"News {n}", PROSE) for n in range(3)}
    server.pages["/feed"] = rss("Gazette", entries[:2])
    assert len(get(server.url("/feed")).saved) == 2
    server.pages["/feed"] = rss("Gazette", entries)
    assert len(get(server.url("/feed")).saved) == 1
    assert [server.asked(f"/{n}") for n in range(3)] == [1, 1, 1]


def test_the_cache_may_be_deleted(server, get, tmp_path):
    """The archive knows what it holds."""
    server.pages["/1"] = page("Ferry", PROSE)
    server.pages["/feed"] = rss("Gazette", [Entry("Ferry", server.url("/1"), EARLIER)])
    get(server.url("/feed"))
    (tmp_path / ".fetch.sqlite").unlink()
    assert get(server.url("/feed"), now=NOW + timedelta(days=1)).saved == ()
    assert server.asked("/1") == 1


def test_what_is_older_than_since_is_left(server, get):
    days = [None, NOW, *(NOW - timedelta(hours=hours) for hours in (23, 25, 47, 49))]
    entries = [Entry(f"News {n}", server.url(f"/{n}"), day) for n, day in enumerate(days)]
    server.pages |= {f"/{n}": page(f"News {n}", PROSE) for n in range(len(days))}
    server.pages["/feed"] = rss("Gazette", entries)
    assert len(get(server.url("/feed")).saved) == 3  # the undated one among them
    assert len(get(server.url("/feed"), since=timedelta(days=2)).saved) == 2
    assert get(server.url("/feed"), since=timedelta(days=2)).unchanged == 1


def test_between_a_run_and_a_late_one_nothing_is_lost(server, get):
    """From the last run on, if that was within twice the time."""
    times = [NOW + timedelta(hours=hours) for hours in (1, 30, 50)]
    entries = [Entry(f"News {n}", "", time, WHOLE) for n, time in enumerate(times)]
    server.pages["/feed"] = rss("Gazette", [])
    get(server.url("/feed"))
    server.pages["/feed"] = rss("Gazette", entries[:1])
    assert len(get(server.url("/feed"), now=NOW + timedelta(hours=26)).saved) == 1
    server.pages["/feed"] = rss("Gazette", entries)
    assert len(get(server.url("/feed"), now=NOW + timedelta(days=4)).saved) == 1


def test_an_entry_without_a_date_is_read_without_one(server, get, tmp_path):
    """When it was fetched is no date of publication."""
    server.pages["/1"] = page("Ferry", PROSE)
    entries = [Entry("Ferry", server.url("/1")), Entry("Storm", "", None, WHOLE)]
    server.pages["/feed"] = rss("Gazette", entries)
    assert len(get(server.url("/feed")).saved) == 2
    assert [article.published for article in read_folder(tmp_path).articles] == [None, None]


def test_where_the_page_is_not_to_be_had_what_the_feed_says_is_kept(server, get, tmp_path):
    server.pages["/feed"] = rss("Gazette", [Entry("Ferry", server.url("/1"), EARLIER, TEASER)])
    found = get(server.url("/feed"))
    (path,) = found.saved
    assert path.endswith("-part.xml")
    (problem,) = found.problems
    assert (problem.path, problem.code, problem.skipped) == (server.url("/1"), "http", False)
    (article,) = read_folder(tmp_path).articles
    assert (article.title, article.url) == ("Ferry", server.url("/1"))


def test_what_was_only_passing_is_tried_again_and_the_page_takes_the_place(server, get, tmp_path):
    """A feed that has not changed is read again while a page behind it is owed."""
    server.pages["/feed"] = rss("Gazette", [Entry("Ferry", server.url("/1"), EARLIER, TEASER)])
    server.pages["/1"] = Reply(status=503)
    assert get(server.url("/feed")).saved[0].endswith("-part.xml")
    server.pages["/1"] = page("Ferry", PROSE)
    (path,) = get(server.url("/feed"), now=NOW + timedelta(hours=1)).saved
    assert path.endswith(".html")
    assert [p.name for p in tmp_path.rglob("*.*ml")] == [Path(path).name]
    assert get(server.url("/feed"), now=NOW + timedelta(hours=2)).unchanged == 1


def test_what_fails_for_good_is_not_asked_for_again(server, get):
    server.pages["/feed"] = rss("Gazette", [Entry("Ferry", server.url("/1"), EARLIER, TEASER)])
    get(server.url("/feed"))
    assert get(server.url("/feed")).unchanged == 1
    assert server.asked("/1") == 1


def test_an_article_in_two_feeds_is_saved_once(server, get):
    links = [server.url(f"/1{query}") for query in ("", "?utm_source=rss&utm_medium=feed")]
    server.pages |= dict.fromkeys(("/1", "/1?utm_source=rss&utm_medium=feed"), page("Ferry", PROSE))
    for number, link in enumerate(links):
        server.pages[f"/feed{number}"] = rss(f"Gazette {number}", [Entry("Ferry", link, EARLIER)])
    assert len(get(server.url("/feed0"), server.url("/feed1")).saved) == 1


def test_a_page_is_known_by_where_it_was_in_the_end(server, get, tmp_path):
    server.pages["/feed"] = rss("Gazette", [Entry("Ferry", server.url("/go?1"), EARLIER)])
    server.pages["/go?1"] = Reply(status=302, headers={"Location": "/ferry?utm_campaign=x&id=7"})
    server.pages["/ferry?utm_campaign=x&id=7"] = page("Ferry", PROSE)
    get(server.url("/feed"))
    assert read_folder(tmp_path).articles[0].url == server.url("/ferry?id=7")


def test_a_relative_link_counts_from_the_feed(server, get, tmp_path):
    server.pages["/news/feed"] = rss("Gazette", [Entry("Ferry", "1.html", EARLIER, TEASER)])
    server.pages["/news/1.html"] = page("Ferry", PROSE)
    get(server.url("/news/feed"))
    assert read_folder(tmp_path).articles[0].url == server.url("/news/1.html")


def test_a_page_in_another_character_set_is_read_right(server, get, tmp_path):
    """The header names it, and the page itself does not."""
    body = page("Fähre sinkt", [text.replace("e", "é") for text in PROSE]).body
    body = body.decode().replace('<meta charset="utf-8">', "").encode("iso-8859-15")
    server.pages["/1"] = Reply(body, kind="text/html; charset=iso-8859-15")
    server.pages["/feed"] = rss("Gazette", [Entry("Fähre", server.url("/1"), EARLIER)])
    get(server.url("/feed"))
    (article,) = read_folder(tmp_path).articles
    assert article.title == "Fähre sinkt"
    assert article.body.split("\n")[0] == PROSE[0].replace("e", "é")


FEEDS = {
    "html": (Reply(b"<!doctype html><html><body><p>Not here</p></body></html>"), "not-a-feed"),
    "picture": (Reply(b"\x89PNG\r\n\x1a\n\0\0", kind="image/png"), "not-a-feed"),
    "nothing": (Reply(b"", kind=RSS), "empty"),
    "gone": (Reply(status=410), "http"),
    "bomb": (
        Reply(
            b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
            b"<rss><channel><item><title>&b;</title></item></channel></rss>",
            kind=RSS,
        ),
        "entity-bomb",
    ),
    "file": (
        Reply(
            b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
            b"<rss><channel><item><title>&a;</title></item></channel></rss>",
            kind=RSS,
        ),
        "entity-bomb",
    ),
    "dead": (Reply(b"", length=10), "broken"),
}


def test_a_feed_that_fails_is_named_and_the_others_go_on(server, get):
    server.pages["/good"] = rss("Gazette", [Entry("Ferry", "", EARLIER, WHOLE)])
    server.pages |= {f"/{name}": reply for name, (reply, _) in FEEDS.items()}
    addresses = [server.url(f"/{name}") for name in FEEDS]
    found = get(*addresses, server.url("/good"))
    assert [problem.path for problem in found.problems] == addresses
    assert codes(found) == [code for _, code in FEEDS.values()]
    assert all(problem.skipped for problem in found.problems)
    assert (found.feeds, found.failed, len(found.saved)) == (len(FEEDS) + 1, len(FEEDS), 1)


def test_a_page_given_as_a_feed_says_where_its_feed_is(server, get):
    head = b"<html><head><link rel=alternate type='application/rss+xml' href='/rss?a=1&amp;b=2'>"
    server.pages["/"] = Reply(head)
    (problem,) = get(server.url("/")).problems
    assert problem.message.endswith("it names the feed " + server.url("/rss?a=1&b=2"))


def test_no_feeds_are_no_trouble(get):
    assert get().feeds == 0


def test_a_part_left_beside_the_page_by_a_killed_run_is_removed(server, get, tmp_path):
    server.pages["/1"] = page("Ferry", PROSE)
    server.pages["/feed"] = rss("Gazette", [Entry("Ferry", server.url("/1"), EARLIER)])
    (path,) = get(server.url("/feed")).saved
    part = (tmp_path / path).with_name(Path(path).stem + "-part.xml")
    part.write_text("")
    get(server.url("/feed"))
    assert not part.exists()


def test_an_external_definition_is_not_asked_for(server, get):
    text = f'<!DOCTYPE rss SYSTEM "{server.url("/dtd")}">'
    reply = rss("Gazette", [Entry("Ferry", "", EARLIER, WHOLE)])
    server.pages["/feed"] = Reply(reply.body.replace(b"<rss", text.encode() + b"<rss"), kind=RSS)
    assert len(get(server.url("/feed")).saved) == 1
    assert server.asked("/dtd") == 0


def test_a_feed_that_breaks_off_gives_its_whole_entries(server, get):
    entries = [Entry(f"News {n}", "", EARLIER, WHOLE + str(n)) for n in range(3)]
    reply = rss("Gazette", entries)
    server.pages["/feed"] = Reply(reply.body[: -len(WHOLE) // 2], kind=RSS)
    found = get(server.url("/feed"))
    assert len(found.saved) == 2
    assert codes(found) == ["broken-feed"]


def test_a_feed_of_thousands_of_entries_is_capped_with_a_warning(server, get):
    entries = [Entry(f"News {n}", "", EARLIER, TEASER) for n in range(30_000)]
    reply = rss("Gazette", entries)
    server.pages["/feed"] = reply
    found = get(server.url("/feed"), limits=Limits(request=20, entries=10))
    assert len(found.saved) == 10
    assert codes(found) == ["long", "long"]
    assert len(get(server.url("/feed"), limits=Limits(request=20, entries=10)).saved) == 10


def test_entries_without_or_with_the_same_names_are_told_apart(server, get):
    """Nothing but a text; the same guid twice; the same link twice is one article."""
    same = Entry("News", "", None, WHOLE)
    others = [Entry("News", "", None, WHOLE + str(n)) for n in range(2)]
    linked = [Entry(f"News {n}", server.url("/1"), None, WHOLE) for n in range(2)]
    reply = rss("Gazette", [same, same, *others, *linked])
    body = reply.body.replace(b"<item>", b"<item><guid isPermaLink='false'>7</guid>")
    server.pages["/feed"] = Reply(body, kind=RSS)
    assert len(get(server.url("/feed")).saved) == 4


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "file:///etc/passwd"],
)
def test_a_link_that_is_no_web_address_is_none(server, get, tmp_path, link):
    server.pages["/feed"] = rss("Gazette", [Entry("Ferry", link, EARLIER, TEASER)])
    assert len(get(server.url("/feed")).saved) == 1
    assert [request.path for request in server.requests] == ["/robots.txt", "/feed"]
    assert read_folder(tmp_path).articles[0].url == ""


def test_a_description_of_open_comments_takes_no_time(server, get):
    server.pages["/feed"] = rss("Gazette", [Entry("Ferry", "", EARLIER, "<!--" * 50_000 + WHOLE)])
    found = get(server.url("/feed"), limits=Limits(request=5))
    assert found.failed == 0


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "video/mp4"])
def test_what_is_no_page_is_not_saved_as_one(server, get, kind):
    server.pages["/1"] = Reply(b"%PDF-1.7", kind=kind)
    server.pages["/feed"] = rss("Gazette", [Entry("Ferry", server.url("/1"), EARLIER, TEASER)])
    found = get(server.url("/feed"))
    assert codes(found) == ["wrong-type"]
    assert found.saved[0].endswith("-part.xml")


def test_the_deadline_of_the_whole_ends_it_and_the_next_run_goes_on(server, get):
    links = [server.url(f"/{n}") for n in range(5)]
    server.pages |= {f"/{n}": page(f"News {n}", PROSE) for n in range(4)}
    slow = page("News 4", PROSE)
    server.pages["/4"] = lambda _: Reply(slow.body, wait=0 if server.asked("/4") > 1 else 8)
    server.pages["/feed"] = rss("Gazette", [Entry(link, link, EARLIER) for link in links])
    found = get(server.url("/feed"), limits=Limits(whole=2, politeness=0))
    assert codes(found) == ["deadline"]
    assert len(found.saved) == 4
    assert len(get(server.url("/feed")).saved) == 1


def test_an_archive_that_cannot_be_written_is_an_error(server, get, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot write"):
        get(server.url("/feed"), folder=tmp_path / "file")


def test_the_folder_is_named_by_the_day_where_one_is(server, get):
    server.pages["/feed"] = rss("Gazette", [Entry("Ferry", "", EARLIER, WHOLE)])
    late = datetime.fromisoformat("2026-03-11T00:30:00+09:00")
    assert get(server.url("/feed"), now=late).saved[0].startswith(date(2026, 3, 11).isoformat())


def test_nothing_new_leaves_no_empty_folder(server, get, tmp_path):
    server.pages["/feed"] = rss("Gazette", [])
    get(server.url("/feed"))
    assert [path.name for path in tmp_path.iterdir()] == [".fetch.sqlite"]


def test_problems_stand_in_the_order_of_the_list(get):
    with NewsServer("") as server:
        hosts = [f"127.0.0.{n}" for n in range(9, 0, -1)]
        feeds = [server.url("/none", host) for host in hosts]
        assert [problem.path for problem in get(*feeds).problems] == feeds


def test_progress_is_told(server, get):
    told = []
    server.pages["/feed"] = rss("Gazette", [])
    feeds = [server.url("/feed"), server.url("/none")]
    get(*feeds, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]

"""JSON, feeds, mails and archives: every entry an article with its place, or accounted for."""

import gzip
import io
import json
import re
import zipfile
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefs import Options
from briefs.reading import json as records
from briefs.reading import read_folder
from briefs.reading.formats import FORMATS

LEAD = "The council voted on Monday to rebuild the old pier before the summer season begins."
MORE = "Work will take seven months and cost about four million crowns, the mayor said."
ROW = {"title": "Pier to be rebuilt", "text": f"{LEAD}\n\n{MORE}", "source": "Harbour Gazette"}


@pytest.fixture
def read(tmp_path):
    def reading(name: str, data: bytes | str, **options):
        (tmp_path / name).write_bytes(data.encode() if isinstance(data, str) else data)
        return read_folder(tmp_path, Options(**options))

    return reading


def codes(reading) -> list[str]:
    return [problem.code for problem in (*reading.skipped, *reading.warnings)]


def entries(reading) -> list[str]:
    return [article.entry for article in reading.articles]


# JSON


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Pier to be rebuilt", "maintext": LEAD, "date_publish": "2026-05-03 09:20:00",
         "source_domain": "Harbour Gazette", "authors": ["Ada Moss"]},
        {"title": "Pier to be rebuilt", "text": LEAD, "publish_date": "2026-05-03T09:20:00",
         "sitename": "Harbour Gazette", "author": "Ada Moss"},
        {"headline": "Pier to be rebuilt", "articleBody": LEAD,
         "datePublished": "2026-05-03T09:20:00",
         "publisher": {"name": "Harbour Gazette"}, "author": {"name": "Ada Moss"}},
        {"title": "Pier to be rebuilt", "content_html": f"<p>{LEAD}</p>",
         "date": "2026-05-03T09:20:00", "outlet": "Harbour Gazette", "byline": "By Ada Moss"},
    ],
)  # fmt: skip
def test_the_field_names_of_common_tools_are_known(read, fields):
    (article,) = read("a.json", json.dumps(fields)).articles
    assert (article.title, article.body, article.source) == (
        "Pier to be rebuilt",
        LEAD,
        "Harbour Gazette",
    )
    assert article.published == datetime(2026, 5, 3, 9, 20)  # noqa: DTZ001 - none was given
    assert article.authors == ("Ada Moss",)


def test_lines_lists_and_rows_of_documents_are_read_and_named(read):
    rows = [ROW, ROW | {"title": "Ferry late"}]
    assert entries(read("a.jsonl", "\n".join(map(json.dumps, rows)))) == ["line 1", "line 2"]
    assert entries(read("a.jsonl", json.dumps(rows))) == ["record 1", "record 2"]
    assert entries(read("a.jsonl", json.dumps({"id": 7, "docs": rows}))) == ["record 1", "record 2"]


def test_one_bad_line_is_left_out_and_named(read):
    lines = [json.dumps(ROW | {"title": f"Pier {n}"}) for n in range(100)]
    lines[41] = '{"title": "cut off'
    reading = read("a.jsonl", "\n".join(lines))
    assert len(reading.articles) == 99
    assert "line 42" in reading.warnings[0].message


@pytest.mark.parametrize(
    "bad",
    ["[" * 100_000, '{"title": NaN}', '{"title": 1e999, "text": Infinity}', "5", "null",
     '{"n": ' + "9" * 5000 + "}",
     '{"title": ["x"], "text": {"y": 1}}', '{"title": "x", "text": 5, "authors": {"a": [[]]}}'],
)  # fmt: skip
def test_wrong_types_and_broken_json_are_skipped_by_name(read, bad):
    assert codes(read("a.json", bad)) == ["no-text"]


def test_a_lone_surrogate_becomes_a_replacement_mark(read):
    (article,) = read("a.json", json.dumps(ROW).replace("old pier", "old \\ud800 pier")).articles
    assert "old \ufffd pier" in article.text


def test_a_json_feed_names_its_outlet_and_dates(read):
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": "Harbour Gazette",
        "description": LEAD,
        "items": [{"id": "1", "url": "https://x.example/1", "title": "Pier",
                   "content_html": f"<p>{LEAD}</p>",
                   "date_published": "2026-05-03T09:20:00Z"}],
    }  # fmt: skip
    (article,) = read("feed.json", "\ufeff" + json.dumps(feed)).articles
    assert (article.source, article.url) == ("Harbour Gazette", "https://x.example/1")
    assert article.published == datetime(2026, 5, 3, 9, 20, tzinfo=UTC)


# Feeds

RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Harbour Gazette</title>
<item><title>Pier to be &lt;b&gt;rebuilt&lt;/b&gt;</title><link>https://x.example/1</link>
<pubDate>Sun, 03 May 2026 09:20:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{LEAD}</p><p>{MORE}</p>]]></content:encoded></item>
<item><title>Ferry late</title><link> java&#9;script:alert(1)</link>
<description>{MORE}</description></item>
<item><title>No text</title></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Gazette</title>
<entry><title>Pier</title><link rel="self" href="https://x.example/self"/><link href="https://x.example/1"/>
<published>2026-05-03</published><author><name>Ada Moss</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{LEAD}</p></div></content></entry></feed>"""


def test_rss_entries_are_articles_with_their_fullest_text(read):
    reading = read("feed.xml", RSS)
    first, second = reading.articles
    assert (first.title, first.source, first.url) == (
        "Pier to be rebuilt",
        "Harbour Gazette",
        "https://x.example/1",
    )
    assert first.body == f"{LEAD}\n{MORE}"
    assert first.published == datetime(2026, 5, 3, 9, 20, tzinfo=UTC)
    assert (second.url, second.body) == ("", MORE)
    assert entries(reading) == ["entry 1", "entry 2"]
    assert codes(reading) == ["no-text"]  # the third entry


def test_atom_entries_are_articles(read):
    (article,) = read("feed.atom", ATOM).articles
    assert (article.url, article.published, article.authors) == (
        "https://x.example/1",
        date(2026, 5, 3),
        ("Ada Moss",),
    )
    assert article.body == LEAD


@pytest.mark.parametrize(
    "trap",
    [
        '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rss><channel>&b;</channel></rss>',
        '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>',
    ],
)
def test_a_feed_that_declares_entities_is_skipped(read, trap):
    assert codes(read("feed.xml", trap)) == ["entity-bomb"]


def test_a_feed_that_breaks_off_keeps_its_whole_entries(read):
    reading = read("feed.xml", RSS[: RSS.index("<item><title>No text")])
    assert len(reading.articles) == 2
    assert "broken-feed" in codes(reading)


@pytest.mark.parametrize(
    "data",
    ["<rss><channel><title>Empty</title></channel></rss>", "<rss>", "<feed xmlns='x'></feed>"],
)
def test_a_feed_without_entries_is_skipped(read, data):
    assert codes(read("feed.xml", data))[0] in ("no-text", "not-a-feed")


# Mail


def mail(text: str = f"{LEAD}\n\n{MORE}\n", html: str = "") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Fwd: Pier to be rebuilt – today’s news"
    message["From"] = "Harbour Gazette <news@x.example>"
    message["Date"] = "Sun, 03 May 2026 09:20:00 +0000"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def test_a_mail_is_an_article(read):
    (article,) = read("a.eml", mail().as_bytes()).articles
    assert (article.title, article.source) == (
        "Pier to be rebuilt – today’s news",
        "Harbour Gazette",
    )
    assert article.published == datetime(2026, 5, 3, 9, 20, tzinfo=UTC)
    assert article.body == f"{LEAD}\n{MORE}"


def test_a_newsletters_page_is_read_where_its_text_is_a_stub(read):
    page = f"<html><head><style>p{{}}</style></head><body><p>{LEAD}</p><p>{MORE}</p></body></html>"
    (article,) = read("a.eml", mail("View online", page).as_bytes()).articles
    assert article.body == f"{LEAD}\n{MORE}"


def test_each_message_of_a_mailbox_is_an_article(read):
    second = mail(f"{MORE}\n")
    second.replace_header("Subject", "Ferry late again")
    box = b"".join(
        b"From news@x.example Sun May  3 09:20:00 2026\n" + m.as_bytes() + b"\n"
        for m in (mail(), second)
    )
    reading = read("a.mbox", box)
    assert entries(reading) == ["message 1", "message 2"]
    assert reading.articles[1].title == "Ferry late again"


def test_made_up_mails_are_skipped_by_name(read):
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(2000)
    )
    for data in (
        b"Subject: x\nMIME-Version: 1.0\n" + nested,
        b"Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        + b"--b\n\nx\n" * 50_000,
        (
            b"From: ((((\nSubject: x\nDate: Fri, 31 Dec 9999 23:59:59 -2300\n"
            b'Content-Type: text/plain; charset="%\0"\n\nx'
        ),
        b"Subject: " + b"=?utf-8?q?x?= " * 20_000 + b"\n\n\n",
    ):
        assert codes(read("a.eml", data)) == ["no-text"]


# Archives


def zipped(**files: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return data.getvalue()


TEXT = f"Pier to be rebuilt\n\n{LEAD}\n".encode()


def test_a_zip_gives_what_is_in_it_and_names_what_is_not_read(read):
    rows = json.dumps([ROW | {"title": "Ferry late"}]).encode()
    reading = read("a.zip", zipped(b_txt=TEXT, c__d_json=rows, empty_txt=b"", x_png=b"\x89PNG"))
    assert entries(reading) == ["b.txt", "c/d.json, record 1"]
    assert {article.paths for article in reading.articles} == {("a.zip",)}
    assert codes(reading) == ["empty", "binary"]


def test_a_compressed_page_is_read_as_the_page(read):
    body = f"<article><h1>Pier to be rebuilt</h1><p>{LEAD}</p><p>{MORE}</p></article>"
    page = f"<html><body>{body}</body></html>"
    (article,) = read("a.html.gz", gzip.compress(page.encode())).articles
    assert article.body == f"{LEAD}\n{MORE}"


def test_bombs_are_skipped_by_what_they_unpack_to(read):
    zeros = b" " * 3_000_000
    assert codes(read("a.zip", zipped(a_txt=zeros), max_bytes=1_000_000)) == ["too-large"]
    assert codes(read("a.zip", gzip.compress(zeros), max_bytes=1_000_000)) == ["too-large"]


def test_an_archive_in_an_archive_in_an_archive_is_left_alone(read):
    deep = TEXT
    for _ in range(4):
        deep = zipped(inner_zip=deep)
    assert codes(read("a.zip", deep)) == ["no-text"]


def test_a_truncated_gzip_keeps_what_came_before_and_says_so(read):
    data = gzip.compress(
        "\n".join(
            json.dumps(ROW | {"title": f"Pier {n}", "id": n * n}) for n in range(500)
        ).encode(),
        1,
    )
    reading = read("a.jsonl.gz", data[: len(data) * 3 // 4])
    assert len(reading.articles) > 100
    assert "truncated" in codes(reading)


@pytest.mark.parametrize("data", [b"PK\x03\x04broken", b"PK\x05\x06"])
def test_a_broken_archive_is_skipped(read, data):
    assert codes(read("a.zip", data)) == ["broken-archive"]


def test_every_field_name_stands_in_the_readme():
    """What a record may call its fields is documented, and nothing else is."""
    readme = Path(__file__).parents[2].joinpath("README.md").read_text("utf-8")
    table = readme.partition("## What it reads")[2].partition("## ")[0]
    names = (
        *records._TITLES, *records._TEXTS, *records._PAGES, *records._SOURCES,
        *records._ADDRESSES, *records._DATES, *records._UPDATES, *records._AUTHORS,
        *records._LANGUAGES, *records._LISTS, "agency",
    )  # fmt: skip
    told = re.findall(r"`([A-Za-z_]+)`", table)
    assert set(names) <= set(told)
    for kind in FORMATS:
        assert kind.name.lower() in table.lower().replace("rss", "feed").replace("web page", "html")

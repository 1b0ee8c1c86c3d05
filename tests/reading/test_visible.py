"""The second witness: what a reader of the raw file sees."""

import gzip
import json
from email.message import EmailMessage
from html import escape

import pytest

from briefs.reading import visible_text


def test_text_is_itself_normalised():
    assert visible_text("Pier\r\nto  be\u200b rebuilt".encode(), "a.txt") == "Pier\nto be rebuilt"


def test_markdown_is_seen_as_a_page_shows_it():
    data = b"# Pier\n\nThe **old** pier in [Orla](https://orla.example/a_b) is *closed* & 3 < 4.\n"
    seen = visible_text(data, "a.md").split()
    assert seen == "Pier The old pier in Orla is closed & 3 < 4.".split()
    assert visible_text(b"[" * 5000, "a.md") == "[" * 5000
    assert visible_text(b"> " * 3000 + b"Pier", "a.md").endswith("Pier")


def test_pages_are_seen_without_markup_scripts_and_head():
    data = (
        b"<html><head><title>No</title></head><body><p>Pier <b>to be</b></p><p>rebuilt</p>"
        b"<script>x</script>by<br>May</body></html>"
    )
    assert visible_text(data, "a.html").split() == ["Pier", "to", "be", "rebuilt", "by", "May"]


def test_inline_marks_do_not_part_words():
    assert visible_text(b"<html><body>re<b>built</b></body></html>", "a.html") == "rebuilt"


def test_what_is_no_text_shows_nothing():
    assert visible_text(b"\x89PNG\0", "a.png") == ""
    assert visible_text(b"", "a.html") == ""
    assert visible_text(b"<!-- x -->", "a.html") == ""


NEWS = "The café’s council voted on Monday to rebuild “the pier” & the quay of Orla before summer."


def mailed(encoding: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Pier"
    message.set_content(NEWS, cte=encoding)
    return bytes(message)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", json.dumps({"articles": [{"text": NEWS}]}).encode()),
        ("a.jsonl", (json.dumps({"text": NEWS}) + '\n{"text": bad}\n').encode()),
        ("a.json", json.dumps({"html": f"<p>{escape(NEWS)}</p>"}).encode()),
        (
            "a.xml",
            f"<rss><channel><item><description>{escape('<p>' + escape(NEWS) + '</p>')}"
            "</description></item></channel></rss>".encode(),
        ),
        ("a.eml", mailed("base64")),
        ("a.eml", mailed("quoted-printable")),
        ("a.txt.gz", gzip.compress(NEWS.encode())),
    ],
)
def test_the_words_of_every_kind_of_file_are_seen(name, data):
    assert NEWS in visible_text(data, name)

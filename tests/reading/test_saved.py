"""Pages saved by a fetch are read with what they were saved under."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs import read_folder
from briefs.reading.saved import saved_comment, split_saved

ABOUT = {
    "url": "https://gazette.example/ferry?a=1&b=2--3",
    "source": "Harbour Gazette",
    "title": "Ferry sinks off Skarholm",
    "published": "2026-03-10T06:30:00+00:00",
}
BODY = (
    "<p>A ferry with forty people aboard sank off Skarholm on Monday night, the coast guard said. "
    "All of them were brought ashore by fishing boats within the hour.</p>"
    "<p>The harbour master said the weather had been calm and that an inquiry would begin.</p>"
)


@pytest.fixture
def read(tmp_path):
    def read(head: str = "", about=ABOUT, body=BODY, encoding="utf-8"):
        text = f"<!doctype html><html><head>{head}</head><body><article>{body}</article></body>"
        (tmp_path / "page.html").write_bytes(saved_comment(about) + text.encode(encoding))
        (article,) = read_folder(tmp_path).articles
        return article

    return read


def test_what_the_page_does_not_say_comes_from_the_comment(read):
    article = read()
    assert article.url == ABOUT["url"]
    assert article.source == "Harbour Gazette"
    assert article.title == "Ferry sinks off Skarholm"
    assert article.published == datetime(2026, 3, 10, 6, 30, tzinfo=UTC)
    assert "Saved with" not in article.text


def test_what_the_page_says_of_itself_is_believed_first(read):
    article = read(
        '<meta property="og:title" content="Forty saved from ferry">'
        '<meta property="og:site_name" content="The Evening Star">'
        '<link rel="canonical" href="https://star.example/forty-saved">'
        '<meta property="article:published_time" content="2026-03-10T05:00:00Z">'
    )
    assert article.url == "https://star.example/forty-saved"
    assert article.source == "The Evening Star"
    assert article.title == "Forty saved from ferry"
    assert article.published == datetime(2026, 3, 10, 5, tzinfo=UTC)


def test_a_day_gives_way_to_a_moment_and_stays_without_one(read):
    head = '<meta property="article:published_time" content="2026-03-10">'
    assert read(head).published == datetime(2026, 3, 10, 6, 30, tzinfo=UTC)
    assert read(head, {**ABOUT, "published": ""}).published == date(2026, 3, 10)


def test_a_page_without_a_date_has_none(read):
    """When it was fetched is no date of publication."""
    assert (
        read(about={"url": ABOUT["url"], "fetched": "2026-03-11T00:00:00+00:00"}).published is None
    )


def test_the_character_set_it_was_served_as_counts(read):
    body = BODY.replace("harbour", "hárbóúr")
    article = read(about={**ABOUT, "charset": "iso-8859-2"}, body=body, encoding="iso-8859-2")
    assert "hárbóúr" in article.text


@given(
    st.dictionaries(st.from_regex("[a-z]{1,20}", fullmatch=True), st.text(max_size=200)),
    st.binary(max_size=100),
)
def test_what_is_said_comes_back_on_one_line_and_the_rest_as_it_was(about, data):
    said, rest = split_saved(saved_comment(about) + data)
    kept = {key: " ".join(value.split()) for key, value in about.items() if value}
    shown = {key: value.encode("utf-8", "replace").decode() for key, value in kept.items() if value}
    assert rest == data
    assert {key: value for key, value in said.items() if value} == shown


@given(st.text(max_size=200))
def test_no_value_ends_the_comment(value):
    assert saved_comment({"title": value}).count(b"-->") == 1
